import Foundation

@testable import Images

/// A sheet that a test draws on: how much of each pixel is ink, 0 to 1.
struct Drawing {
  let columns: Int
  let rows: Int
  private(set) var cover: [Float]

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cover = [Float](repeating: 0, count: columns * rows)
  }

  /// A straight stroke with round ends and soft edges.
  mutating func line(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float, width: Float) {
    let (dx, dy) = (x1 - x0, y1 - y0)
    let length = max(dx * dx + dy * dy, 1e-6)
    let reach = width / 2 + 1
    func places(_ a: Float, _ b: Float, _ count: Int) -> Range<Int> {
      let first = max(0, Int(min(a, b) - reach))
      return first..<max(first, min(count, Int(max(a, b) + reach) + 1))
    }
    for y in places(y0, y1, rows) {
      for x in places(x0, x1, columns) {
        let (px, py) = (Float(x) - x0, Float(y) - y0)
        let along = min(max((px * dx + py * dy) / length, 0), 1)
        let (ex, ey) = (px - along * dx, py - along * dy)
        let distance = (ex * ex + ey * ey).squareRoot()
        let value = min(max(width / 2 + 0.5 - distance, 0), 1)
        cover[y * columns + x] = max(cover[y * columns + x], value)
      }
    }
  }

  /// A 7 in a box of this height, whose upper left corner is given.
  mutating func seven(_ left: Float, _ top: Float, height: Float, width: Float) {
    let right = left + 0.65 * height
    line(left, top, right, top, width: width)
    line(right, top, left + 0.25 * height, top + height, width: width)
  }

  /// The same for a 1.
  mutating func one(_ left: Float, _ top: Float, height: Float, width: Float) {
    line(left, top, left, top + height, width: width)
  }

  /// The shade of each pixel, from that of the paper to that of the ink.
  func field(paper: Float = 240, ink: Float = 20) -> Field {
    Field(columns: columns, rows: rows, values: cover.map { paper + (ink - paper) * $0 })
  }

  func image(paper: Float = 240, ink: Float = 20) -> GrayImage {
    GrayImage(
      rows: rows, columns: columns,
      pixels: field(paper: paper, ink: ink).values.map { UInt8($0.rounded()) })
  }

  /// Whether a pixel is ink.
  var mask: [Bool] { cover.map { $0 >= 0.5 } }

  /// A 7 as MNIST has it: 28 × 28 pixels, light on 0, in a box of 20, its centre of mass at 14.
  static let mnist: GrayImage = {
    var drawing = Drawing(columns: 28, rows: 28)
    drawing.seven(7.6, 8.5, height: 16.6, width: 2.2)
    return drawing.image(paper: 0, ink: 253)
  }()
}

extension Picture {
  /// The colours and the opacity of a pixel.
  func pixel(_ x: Int, _ y: Int) -> [Int] {
    let place = 4 * (y * columns + x)
    return pixels[place..<place + 4].map(Int.init)
  }

  /// What reading the bytes comes to: `nil` for a picture.
  static func fault(of data: Data) -> PictureFault? {
    do throws(PictureFault) {
      _ = try Picture(decoding: data)
      return nil
    } catch {
      return error
    }
  }

  /// The boxes of the digits, row by row; none where the picture is taken for one of MNIST's.
  func boxes(digitsPerRow: Int? = nil, isDark: Bool? = nil) throws -> [[PixelBox]] {
    let content = try content(
      inkIsDark: isDark, digitsPerRow: digitsPerRow,
      probabilities: { _ in [Double](repeating: 0.1, count: 10) })
    guard case .digits(let rows) = content else { return [] }
    return rows.map { $0.map(\.box) }
  }
}
