/// The strokes of a digit, whose width can be changed.
struct Stroke {
  private let field: Field
  private let inside: Field

  /// - Parameter field: the part of each pixel that is covered.
  init(_ field: Field) {
    self.field = field
    inside = Distance.field(
      to: field.values.map { $0 < 0.5 }, columns: field.columns, rows: field.rows)
  }

  /// The width of the strokes: four times the mean distance to their edge, as for a long band.
  var width: Float {
    var (sum, count): (Float, Float) = (0, 0)
    for distance in inside.values where distance > 0 {
      sum += distance - 0.5
      count += 1
    }
    return count > 0 ? 4 * sum / count : 0
  }

  /// The strokes as wide as the nearest of these widths, in pixels of `fineness` sub-pixels.
  func adjusted(to widths: ClosedRange<Float>, fineness: Float) -> Field {
    let width = self.width
    let wanted = min(max(width, widths.lowerBound * fineness), widths.upperBound * fineness)
    let outside = Distance.field(
      to: field.values.map { $0 >= 0.5 }, columns: field.columns, rows: field.rows)
    let shift = (wanted - width) / 2
    var result = field
    for index in result.values.indices {
      let depth = inside.values[index] - outside.values[index]
      result.values[index] = min(max(0.5 + depth + shift - (depth > 0 ? 0.5 : -0.5), 0), 1)
    }
    return result
  }
}
