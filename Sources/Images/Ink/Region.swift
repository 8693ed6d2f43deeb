/// A rectangle of pixels.
public struct PixelBox: Sendable, Equatable {
  public var left: Int
  public var top: Int
  public var width: Int
  public var height: Int

  public init(left: Int, top: Int, width: Int, height: Int) {
    (self.left, self.top, self.width, self.height) = (left, top, width, height)
  }

  var right: Int { left + width }
  var bottom: Int { top + height }
  var centreX: Float { Float(left) + Float(width) / 2 }
  var centreY: Float { Float(top) + Float(height) / 2 }
  var longest: Int { max(width, height) }

  func union(_ other: PixelBox) -> PixelBox {
    let (left, top) = (min(left, other.left), min(top, other.top))
    return PixelBox(
      left: left, top: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }

  /// The empty columns between two boxes; negative where they overlap.
  func gapX(_ other: PixelBox) -> Int { max(left, other.left) - min(right, other.right) }
  /// The empty rows between two boxes; negative where they overlap.
  func gapY(_ other: PixelBox) -> Int { max(top, other.top) - min(bottom, other.bottom) }
}

/// Pixels of ink that hang together.
struct Region {
  /// Their places in the picture, row after row.
  var pixels: [Int32]
  var box: PixelBox

  var area: Int { pixels.count }

  /// The part of the box that is ink.
  var fill: Double { Double(area) / Double(box.width * box.height) }

  init(pixels: [Int32], columns: Int) {
    self.pixels = pixels
    var (left, right, top, bottom) = (Int.max, 0, Int.max, 0)
    for pixel in pixels {
      let (x, y) = (Int(pixel) % columns, Int(pixel) / columns)
      (left, right) = (min(left, x), max(right, x))
      (top, bottom) = (min(top, y), max(bottom, y))
    }
    box = PixelBox(left: left, top: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The deviation of the pixels from the straight line that fits them best, in pixels.
  func spread(columns: Int) -> Double {
    let count = Double(area)
    var (x, y, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for pixel in pixels {
      let (px, py) = (Double(Int(pixel) % columns), Double(Int(pixel) / columns))
      (x, y) = (x + px, y + py)
      (xx, xy, yy) = (xx + px * px, xy + px * py, yy + py * py)
    }
    let (a, b) = (xx / count - x * x / count / count, yy / count - y * y / count / count)
    let c = xy / count - x * y / count / count
    // The smaller eigenvalue of the covariance matrix.
    let smaller = (a + b) / 2 - (((a - b) / 2) * ((a - b) / 2) + c * c).squareRoot()
    return max(smaller, 0).squareRoot()
  }

  func union(_ other: Region) -> Region {
    var result = self
    result.pixels += other.pixels
    result.box = box.union(other.box)
    return result
  }

  /// The eight-connected regions of a mask, from top to bottom; those of fewer pixels are left out.
  static func all(in mask: [Bool], columns: Int, smallest: Int = 1) -> [Region] {
    var seen = mask.map { !$0 }
    let rows = mask.count / columns
    var regions: [Region] = []
    for start in mask.indices where !seen[start] {
      seen[start] = true
      var pixels = [Int32(start)]
      var next = 0
      while next < pixels.count {
        let (x, y) = (Int(pixels[next]) % columns, Int(pixels[next]) / columns)
        next += 1
        for nearY in max(0, y - 1)...min(rows - 1, y + 1) {
          for nearX in max(0, x - 1)...min(columns - 1, x + 1) {
            let near = nearY * columns + nearX
            if !seen[near] {
              seen[near] = true
              pixels.append(Int32(near))
            }
          }
        }
      }
      if pixels.count >= smallest { regions.append(Region(pixels: pixels, columns: columns)) }
    }
    return regions
  }
}
