import Foundation

/// Gives a written digit the form of MNIST's: fitted with its proportions into 20 × 20 pixels with
/// smoothing, centred by mass in 28 × 28, light on exactly 0.
///
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*, 1998.
struct DigitForm {
  static let side = 28
  private static let box: Float = 20
  /// Between these parts of a stroke's ink, a pixel is partly covered.
  private static let covered: ClosedRange<Float> = 0.2...0.85
  /// What of a pixel must be covered to count for the box.
  private static let edge: Float = 0.25
  /// The widths of MNIST's strokes, but for the thinnest and boldest hands, in its pixels.
  private static let widths: ClosedRange<Float> = 1.9...3.6
  /// Sub-pixels to a pixel of MNIST, where strokes are made thinner or thicker.
  private static let fineness: Float = 4

  private let ink: Field

  init(_ map: InkMap) { ink = map.ink }

  func image(of digit: WrittenDigit) -> GrayImage? {
    guard let crop = crop(digit).turned(by: digit.tilt).trimmed(above: Self.edge) else {
      return nil
    }
    let fine = crop.fitted(Self.fineness * Self.box / Float(crop.longest)).padded(by: 16)
    let stroke = Stroke(fine)
    let isUsual = Self.widths.contains(stroke.width / Self.fineness)
    let adjusted =
      isUsual
      ? nil
      : stroke.adjusted(to: Self.widths, fineness: Self.fineness).trimmed(above: Self.edge)
    let form = adjusted ?? crop
    return Self.centred(form.fitted(Self.box / Float(form.longest)))
  }

  /// The part of each pixel that the digit's own strokes cover.
  private func crop(_ digit: WrittenDigit) -> Field {
    let box = digit.box
    let margin = max(2, box.longest / 10)
    let (left, top) = (max(0, box.left - margin), max(0, box.top - margin))
    let right = min(ink.columns, box.right + margin)
    let bottom = min(ink.rows, box.bottom + margin)
    var own = Field(columns: right - left, rows: bottom - top)
    var inks: [Float] = []
    for pixel in digit.region.pixels {
      let (x, y) = (Int(pixel) % ink.columns, Int(pixel) / ink.columns)
      own[x - left, y - top] = 1
      inks.append(ink.values[Int(pixel)])
    }
    let level = Field(columns: inks.count, rows: 1, values: inks).quantile(0.7)
    // The soft edge of a stroke lies outside the mask, and belongs to it.
    let reach = own.greatest(reach: max(1, box.longest / 28))
    var crop = Field(columns: own.columns, rows: own.rows)
    for y in 0..<crop.rows {
      for x in 0..<crop.columns where reach[x, y] > 0 {
        let value = ink[x + left, y + top] / level
        if own[x, y] == 0, ink[x + left, y + top] > InkMap.threshold { continue }
        let range = Self.covered
        crop[x, y] = min(
          max((value - range.lowerBound) / (range.upperBound - range.lowerBound), 0), 1)
      }
    }
    return crop
  }

  /// The centre of mass on pixel 14, 14, counted from 0, as MNIST's are.
  private static func centred(_ form: Field) -> GrayImage? {
    var (mass, momentX, momentY): (Float, Float, Float) = (0, 0, 0)
    for y in 0..<form.rows {
      for x in 0..<form.columns {
        mass += form[x, y]
        momentX += form[x, y] * Float(x)
        momentY += form[x, y] * Float(y)
      }
    }
    guard mass > 0 else { return nil }
    let middle = Float(side / 2)
    let left = Int((middle - momentX / mass).rounded())
    let top = Int((middle - momentY / mass).rounded())
    var pixels = [UInt8](repeating: 0, count: side * side)
    for y in 0..<form.rows {
      for x in 0..<form.columns {
        guard 0..<side ~= x + left, 0..<side ~= y + top else { continue }
        pixels[(y + top) * side + x + left] = UInt8((255 * min(max(form[x, y], 0), 1)).rounded())
      }
    }
    return GrayImage(rows: side, columns: side, pixels: pixels)
  }
}

extension Field {
  /// The smallest part that holds all values above this one; `nil` where there is none.
  func trimmed(above least: Float) -> Field? {
    let across = (0..<columns).filter { x in (0..<rows).contains { self[x, $0] > least } }
    let down = (0..<rows).filter { y in (0..<columns).contains { self[$0, y] > least } }
    guard let left = across.first, let right = across.last, let top = down.first,
      let bottom = down.last
    else { return nil }
    var part = Field(columns: right - left + 1, rows: bottom - top + 1)
    for y in top...bottom {
      for x in left...right { part[x - left, y - top] = self[x, y] }
    }
    return part
  }

  fileprivate var longest: Int { max(columns, rows) }

  fileprivate func fitted(_ scale: Float) -> Field {
    resampled(
      columns: max(1, Int((Float(columns) * scale).rounded())),
      rows: max(1, Int((Float(rows) * scale).rounded())))
  }

  fileprivate func padded(by margin: Int) -> Field {
    var result = Field(columns: columns + 2 * margin, rows: rows + 2 * margin)
    for y in 0..<rows {
      for x in 0..<columns { result[x + margin, y + margin] = self[x, y] }
    }
    return result
  }

  /// Turned back by an angle about its centre, on a sheet that holds all of it.
  fileprivate func turned(by angle: Float) -> Field {
    guard angle != 0 else { return self }
    let (sine, cosine) = (sin(angle), cos(angle))
    let margin = Int((Float(max(columns, rows)) * abs(sine)).rounded(.up))
    let wide = padded(by: margin)
    var result = wide
    let (middleX, middleY) = (Float(wide.columns - 1) / 2, Float(wide.rows - 1) / 2)
    for y in 0..<wide.rows {
      for x in 0..<wide.columns {
        let (dx, dy) = (Float(x) - middleX, Float(y) - middleY)
        result[x, y] = wide.interpolated(
          middleX + dx * cosine - dy * sine, middleY + dx * sine + dy * cosine)
      }
    }
    return result
  }
}
