/// A number for each pixel, row after row.
struct Field {
  let columns: Int
  let rows: Int
  var values: [Float]

  init(columns: Int, rows: Int, values: [Float]) {
    precondition(values.count == columns * rows, "as many values as pixels")
    (self.columns, self.rows, self.values) = (columns, rows, values)
  }

  init(columns: Int, rows: Int, repeating value: Float = 0) {
    self.init(
      columns: columns, rows: rows, values: [Float](repeating: value, count: columns * rows))
  }

  subscript(x: Int, y: Int) -> Float {
    get { values[y * columns + x] }
    set { values[y * columns + x] = newValue }
  }

  func map(_ transform: (Float) -> Float) -> Field {
    Field(columns: columns, rows: rows, values: values.map(transform))
  }

  /// The outermost pixels.
  var edge: Field {
    let sides = (0..<rows).flatMap { [self[0, $0], self[columns - 1, $0]] }
    let ends = (0..<columns).flatMap { [self[$0, 0], self[$0, rows - 1]] }
    return Field(columns: sides.count + ends.count, rows: 1, values: sides + ends)
  }

  /// Rows for columns.
  var transposed: Field {
    var result = Field(columns: rows, rows: columns)
    for y in 0..<rows {
      for x in 0..<columns { result.values[x * rows + y] = values[y * columns + x] }
    }
    return result
  }

  /// Each value replaced by the mean of the square of side 2 `radius` + 1 around it, or of what of it
  /// is inside.
  func blurred(radius: Int) -> Field {
    radius == 0 ? self : blurredRows(radius: radius).blurredColumns(radius: radius)
  }

  private func blurredRows(radius: Int) -> Field {
    var result = self
    for y in 0..<rows {
      let start = y * columns
      var sum: Float = 0
      var count: Float = 0
      for x in 0..<min(radius, columns) {
        sum += values[start + x]
        count += 1
      }
      for x in 0..<columns {
        if x + radius < columns {
          sum += values[start + x + radius]
          count += 1
        }
        if x > radius {
          sum -= values[start + x - radius - 1]
          count -= 1
        }
        result.values[start + x] = sum / count
      }
    }
    return result
  }

  /// All columns at once, one row after the other: the values lie so.
  private func blurredColumns(radius: Int) -> Field {
    var result = self
    var sums = [Float](repeating: 0, count: columns)
    var count: Float = 0
    for y in -radius..<rows {
      if y + radius < rows {
        let start = (y + radius) * columns
        for x in 0..<columns { sums[x] += values[start + x] }
        count += 1
      }
      if y > radius {
        let start = (y - radius - 1) * columns
        for x in 0..<columns { sums[x] -= values[start + x] }
        count -= 1
      }
      guard y >= 0 else { continue }
      for x in 0..<columns { result.values[y * columns + x] = sums[x] / count }
    }
    return result
  }

  /// The value at a place between pixels, whose centres are at whole numbers; the edge goes on
  /// outside.
  func interpolated(_ x: Float, _ y: Float) -> Float {
    let left = min(max(x, 0), Float(columns - 1))
    let top = min(max(y, 0), Float(rows - 1))
    let (x0, y0) = (Int(left), Int(top))
    let (x1, y1) = (min(x0 + 1, columns - 1), min(y0 + 1, rows - 1))
    let (dx, dy) = (left - Float(x0), top - Float(y0))
    let above = self[x0, y0] * (1 - dx) + self[x1, y0] * dx
    let below = self[x0, y1] * (1 - dx) + self[x1, y1] * dx
    return above * (1 - dy) + below * dy
  }

  /// The field on a grid of other sides: each new pixel is the mean of what it covers, or lies
  /// between its neighbours where it covers less than one.
  func resampled(columns newColumns: Int, rows newRows: Int) -> Field {
    resampledRows(newColumns).resampledColumns(newRows)
  }

  private func resampledColumns(_ count: Int) -> Field {
    var result = Field(columns: columns, rows: count)
    for (y, tap) in Resampling.taps(from: rows, to: count).enumerated() {
      for (offset, weight) in tap.weights.enumerated() {
        let start = (tap.first + offset) * columns
        for x in 0..<columns { result.values[y * columns + x] += weight * values[start + x] }
      }
    }
    return result
  }

  private func resampledRows(_ count: Int) -> Field {
    let taps = Resampling.taps(from: columns, to: count)
    var result = Field(columns: count, rows: rows)
    for y in 0..<rows {
      for (x, tap) in taps.enumerated() {
        var sum: Float = 0
        for (offset, weight) in tap.weights.enumerated() {
          sum += weight * values[y * columns + tap.first + offset]
        }
        result.values[y * count + x] = sum
      }
    }
    return result
  }

  /// The value that a share of all does not exceed, from a sample of at most some thousands.
  func quantile(_ share: Double) -> Float {
    let step = max(1, values.count / 20_000)
    let sample = stride(from: 0, to: values.count, by: step).map { values[$0] }.sorted()
    return sample[min(Int(share * Double(sample.count)), sample.count - 1)]
  }
}

/// The weights by which one line of pixels becomes another.
enum Resampling {
  struct Tap {
    let first: Int
    let weights: [Float]
  }

  /// A triangle as wide as two old pixels or two new ones, whichever is more.
  static func taps(from old: Int, to new: Int) -> [Tap] {
    let scale = Float(old) / Float(new)
    let reach = max(scale, 1)
    return (0..<new).map { index in
      let centre = (Float(index) + 0.5) * scale - 0.5
      let first = max(0, Int((centre - reach).rounded(.up)))
      let last = min(old - 1, Int((centre + reach).rounded(.down)))
      guard first <= last else {
        return Tap(first: min(max(Int(centre.rounded()), 0), old - 1), weights: [1])
      }
      let weights = (first...last).map { max(0, 1 - abs(Float($0) - centre) / reach) }
      let sum = weights.reduce(0, +)
      guard sum > 0 else { return Tap(first: first, weights: [1]) }
      return Tap(first: first, weights: weights.map { $0 / sum })
    }
  }
}
