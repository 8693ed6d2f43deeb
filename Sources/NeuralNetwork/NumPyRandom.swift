import RealModule

/// NumPy's legacy random numbers (`numpy.random.seed`, `rand`, `randn`), bit for bit.
///
/// Generator: the Mersenne Twister MT19937 (Matsumoto & Nishimura 1998).
public struct NumPyRandom: Sendable {
  private var state: [UInt32]
  private var position = NumPyRandom.size
  private var spareGaussian: Double?

  private static let size = 624
  private static let middle = 397

  /// A generator in the state that `numpy.random.seed(seed)` leaves; `seed` in 0 ..< 2³².
  public init(seed: Int) throws {
    guard let seed = UInt32(exactly: seed) else { throw NeuralNetworkError.seed(seed) }
    state = [seed]
    state.reserveCapacity(Self.size)
    for index in 1..<UInt32(Self.size) {
      let previous = state[Int(index) - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ index)
    }
  }

  /// The next number of `rand`: uniform in [0, 1), 53 random bits.
  public mutating func uniform() -> Double {
    let (high, low) = (nextWord() >> 5, nextWord() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// The next number of `randn`: standard normal, by the polar Box–Muller method, whose second
  /// value is kept for the next call.
  public mutating func gaussian() -> Double {
    if let spare = spareGaussian {
      spareGaussian = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let squaredRadius = x * x + y * y
      guard squaredRadius < 1, squaredRadius != 0 else { continue }
      let factor = (-2 * Double.log(squaredRadius) / squaredRadius).squareRoot()
      spareGaussian = factor * x
      return factor * y
    }
  }

  private mutating func nextWord() -> UInt32 {
    if position == Self.size { twist() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    for index in 0..<Self.size {
      let joined =
        (state[index] & 0x8000_0000) | (state[(index + 1) % Self.size] & 0x7FFF_FFFF)
      let shifted = (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_B0DF)
      state[index] = state[(index + Self.middle) % Self.size] ^ shifted
    }
    position = 0
  }
}
