/// Digits drawn by the program, for where the real ones are missing.
///
/// Each image is a digit in one of four handwriting styles, written by an unsteady hand, drawn by a
/// pen of some thickness, of at most 20 pixels and centred by mass as those of MNIST are. Only
/// operations that IEEE 754 rounds exactly take part, so that the bytes are the same everywhere.
public struct DigitDrawing: Sendable {
  /// The rows and the columns of an image.
  public static let side = 28

  private let seed: UInt64

  public init(seed: UInt64) { self.seed = seed }

  /// Draws the image of number `index` over `pixels`, which has `side` × `side` bytes, 0 for the
  /// background to 255 for ink.
  ///
  /// - Returns: the digit that it shows.
  func draw(_ index: Int, on sheet: inout Sheet, to pixels: UnsafeMutableBufferPointer<UInt8>)
    -> UInt8
  {
    var random = SplitMix64(seed: seed, index: index)
    let digit = Self.digit(using: &random)
    let styles = Style.styles(of: digit)
    let writing = Writing(styles[random.whole(below: styles.count)], using: &random)
    let pen = Sheet.Pen(using: &random)
    let size = random.uniform(in: 18...20) - 2 * pen.radius
    let place = Point(random.uniform() - 0.5, random.uniform() - 0.5)
    let strokes = Self.fit(writing.strokes, size: size, at: place)
    sheet.draw(strokes, with: pen, using: &random)
    sheet.copyCentred(size: Self.side, to: pixels)
    if random.uniform() < 0.022 { Sheet.addSpeck(size: Self.side, to: pixels, using: &random) }
    return UInt8(digit)
  }

  /// Scales the path so that the longer side of its box is `size`, its middle at `place`.
  private static func fit(_ strokes: [[Point]], size: Double, at place: Point) -> [[Point]] {
    var low = Point(repeating: .infinity)
    var high = Point(repeating: -.infinity)
    for point in strokes.joined() {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    let scale = size / (high - low).max()
    let middle = 0.5 * (low + high)
    return strokes.map { $0.map { ($0 - middle) * scale + place } }
  }

  /// A digit, as frequent as in MNIST's training set, where 1 comes most often and 5 least.
  private static func digit(using random: inout SplitMix64) -> Int {
    var rank = random.whole(below: counts.reduce(0, +))
    for (digit, count) in counts.enumerated() {
      if rank < count { return digit }
      rank -= count
    }
    return counts.count - 1
  }

  private static let counts = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
}
