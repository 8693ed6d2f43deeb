/// The shade of the paper under every pixel, as if nobody had written on it.
///
/// In each cell of a coarse grid, a shade that three pixels in ten exceed; a closing (the
/// greatest of the neighbours, then the smallest of these) covers the strokes that fill a cell.
/// It follows uneven light, which changes slowly; strokes thinner than some cells leave no trace.
struct Paper {
  private let cells: Field
  private let side: Int

  private static let cellsPerSide = 24
  private static let share = 0.7
  /// The reach of the closing, in cells: strokes up to a fifth of the picture.
  private static let reach = 2

  /// - Parameter field: shades in which the paper is the lighter.
  init(under field: Field) {
    side = max(4, max(field.columns, field.rows) / Self.cellsPerSide)
    var cells = Field(
      columns: (field.columns + side - 1) / side, rows: (field.rows + side - 1) / side)
    for y in 0..<cells.rows {
      for x in 0..<cells.columns { cells[x, y] = Self.shade(of: field, x * side, y * side, side) }
    }
    self.cells = cells.greatest(reach: Self.reach).least(reach: Self.reach)
      .blurred(radius: 1)
  }

  func shade(_ x: Int, _ y: Int) -> Float {
    let half = Float(side - 1) / 2
    return cells.interpolated((Float(x) - half) / Float(side), (Float(y) - half) / Float(side))
  }

  private static func shade(of field: Field, _ left: Int, _ top: Int, _ side: Int) -> Float {
    let step = max(1, side / 16)
    var sample: [Float] = []
    for y in stride(from: top, to: min(top + side, field.rows), by: step) {
      for x in stride(from: left, to: min(left + side, field.columns), by: step) {
        sample.append(field[x, y])
      }
    }
    sample.sort()
    return sample[min(Int(share * Double(sample.count)), sample.count - 1)]
  }
}

extension Field {
  /// Each value replaced by the greatest of a square around it.
  func greatest(reach: Int) -> Field { extreme(reach: reach, max) }
  /// Each value replaced by the least of a square around it.
  func least(reach: Int) -> Field { extreme(reach: reach, min) }

  @inline(__always)
  private func extreme(reach: Int, _ better: (Float, Float) -> Float) -> Field {
    var across = self
    for y in 0..<rows {
      let start = y * columns
      for x in 0..<columns {
        var best = values[start + x]
        for near in max(0, x - reach)...min(columns - 1, x + reach) {
          best = better(best, values[start + near])
        }
        across.values[start + x] = best
      }
    }
    var result = across
    for y in 0..<rows {
      for near in max(0, y - reach)...min(rows - 1, y + reach) where near != y {
        for x in 0..<columns {
          let place = y * columns + x
          result.values[place] = better(result.values[place], across.values[near * columns + x])
        }
      }
    }
    return result
  }
}
