/// A stream of random numbers, the same on every machine.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// A stream of its own for each image, so that images may be drawn in any order.
  init(seed: UInt64, index: Int) {
    var keys = SplitMix64(state: seed)
    state = keys.next() &+ 0xD1B5_4A32_D192_ED03 &* UInt64(truncatingIfNeeded: index)
    state = next()
  }

  private init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A multiple of 2⁻⁵³ in [0, 1).
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in `range`, uniform.
  mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A whole number in 0..<`bound`; the bias of a remainder is below 2⁻⁵⁰ for the bounds used here.
  mutating func whole(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Nearly Gaussian, of mean 0 and standard deviation `deviation`, within 3.5 deviations.
  ///
  /// The sum of four uniform numbers: logarithm and cosine, which Box–Muller needs, do not have the
  /// same last bits everywhere.
  mutating func normal(deviation: Double) -> Double {
    let word = next()
    let sum = (word & 0xFFFF) + (word >> 16 & 0xFFFF) + (word >> 32 & 0xFFFF) + (word >> 48)
    let uniform = (Double(sum) + 2) * 0x1p-16 - 2
    return uniform * (3.0).squareRoot() * deviation
  }
}
