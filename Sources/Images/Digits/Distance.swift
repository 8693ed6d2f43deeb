/// The Euclidean distance of every pixel to the nearest one that is set.
///
/// Source: P. Felzenszwalb, D. Huttenlocher, *Distance Transforms of Sampled Functions*, 2012.
enum Distance {
  static func field(to isSet: [Bool], columns: Int, rows: Int) -> Field {
    let far = Float(columns * columns + rows * rows)
    let start = Field(columns: columns, rows: rows, values: isSet.map { $0 ? 0 : far })
    return squares(squares(start).transposed).transposed.map { $0.squareRoot() }
  }

  /// For each row, the lower envelope of a parabola on each pixel.
  private static func squares(_ field: Field) -> Field {
    var result = field
    let count = field.columns
    var feet = [Int](repeating: 0, count: count)
    var bounds = [Float](repeating: 0, count: count + 1)
    for y in 0..<field.rows {
      func height(_ x: Int) -> Float { field[x, y] + Float(x * x) }
      var last = 0
      feet[0] = 0
      (bounds[0], bounds[1]) = (-.infinity, .infinity)
      for x in 1..<max(count, 1) {
        var meeting: Float
        repeat {
          meeting = (height(x) - height(feet[last])) / Float(2 * (x - feet[last]))
          if meeting <= bounds[last] { last -= 1 } else { break }
        } while last >= 0
        last += 1
        feet[last] = x
        (bounds[last], bounds[last + 1]) = (meeting, .infinity)
      }
      var current = 0
      for x in 0..<count {
        while bounds[current + 1] < Float(x) { current += 1 }
        let distance = Float(x - feet[current])
        result[x, y] = distance * distance + field[feet[current], y]
      }
    }
    return result
  }
}
