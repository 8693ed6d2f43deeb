/// A sheet of grey pixels, wider than an image on all sides, that a pen draws on.
struct Sheet {
  static let side = 44
  /// The squared distance from each pixel's centre to the pen's path, where it is near.
  private var squares = [Double](repeating: .infinity, count: side * side)
  private var ink = [Double](repeating: 0, count: side * side)

  /// The pen's tip and how it leaves ink.
  struct Pen {
    /// In pixels.
    let radius: Double
    /// The pixels over which the ink fades at the edge.
    let softness: Double
    /// The ink of a full line; above 1 it saturates.
    let pressure: Double
    /// The share of ink that the paper's grain may take from a pixel.
    let grain: Double

    init(using random: inout SplitMix64) {
      let thickness = random.uniform()
      radius = 0.9 + 0.9 * thickness * thickness + 0.35 * random.uniform()
      softness = random.uniform(in: 1...1.7)
      pressure = random.uniform(in: 1...1.5)
      grain = random.uniform(in: 0...0.25)
    }
  }

  /// Draws the writing, whose points are in pixels from the middle of the sheet.
  mutating func draw(_ strokes: [[Point]], with pen: Pen, using random: inout SplitMix64) {
    reset()
    let reach = pen.radius + pen.softness
    for stroke in strokes {
      for (start, end) in zip(stroke, stroke.dropFirst()) { approach(start, end, reach) }
    }
    for pixel in ink.indices where squares[pixel] < reach * reach {
      let depth = (pen.radius - squares[pixel].squareRoot()) / pen.softness + 0.5
      let coverage = min(1, max(0, depth))
      if coverage > 0 {
        ink[pixel] = min(1, coverage * pen.pressure * (1 - pen.grain * random.uniform()))
      }
    }
  }

  private mutating func reset() {
    for pixel in ink.indices { (squares[pixel], ink[pixel]) = (.infinity, 0) }
  }

  /// Notes the distance of the pixels near a straight piece of the path.
  private mutating func approach(_ start: Point, _ end: Point, _ reach: Double) {
    let middle = Double(Self.side) / 2 - 0.5
    let (a, b) = (start + middle, end + middle)
    let along = b - a
    let length = (along * along).sum()
    let columns = Self.pixels(min(a.x, b.x) - reach, max(a.x, b.x) + reach)
    let rows = Self.pixels(min(a.y, b.y) - reach, max(a.y, b.y) + reach)
    for row in rows {
      for column in columns {
        let from = Point(Double(column), Double(row)) - a
        let share = length > 0 ? min(1, max(0, (from * along).sum() / length)) : 0
        let gap = from - share * along
        let square = (gap * gap).sum()
        let pixel = row * Self.side + column
        if square < squares[pixel] { squares[pixel] = square }
      }
    }
  }

  private static func pixels(_ low: Double, _ high: Double) -> Range<Int> {
    let limits = 0...Double(side)
    let (low, high) = (max(low, limits.lowerBound), min(high, limits.upperBound - 1))
    return high < low ? 0..<0 : Int(low.rounded(.up))..<Int(high.rounded(.down)) + 1
  }

  /// Copies the square of `size` pixels whose middle is nearest to the ink's centre of mass.
  func copyCentred(size: Int, to bytes: UnsafeMutableBufferPointer<UInt8>) {
    var (mass, moment) = (0.0, Point.zero)
    for pixel in ink.indices where ink[pixel] > 0 {
      let place = Point(Double(pixel % Self.side), Double(pixel / Self.side))
      mass += ink[pixel]
      moment += ink[pixel] * place
    }
    guard mass > 0 else { return }
    let corner = moment / mass - Double(size - 1) / 2
    let margin = Self.side - size
    let left = min(margin, max(0, Int(corner.x.rounded())))
    let top = min(margin, max(0, Int(corner.y.rounded())))
    for row in 0..<size {
      for column in 0..<size {
        let shade = ink[(top + row) * Self.side + left + column]
        bytes[row * size + column] = UInt8((255 * shade).rounded())
      }
    }
  }

  /// Lets a speck of dust fall anywhere on an image.
  static func addSpeck(
    size: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, using random: inout SplitMix64
  ) {
    let (column, row) = (random.whole(below: size), random.whole(below: size))
    for (x, y) in [(column, row), (column + 1, row), (column, row + 1)] where max(x, y) < size {
      let shade = UInt8(random.whole(below: 256))
      bytes[y * size + x] = max(bytes[y * size + x], shade)
    }
  }
}
