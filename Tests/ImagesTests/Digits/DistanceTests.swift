import Testing

@testable import Images

@Suite("Distances and strokes")
struct DistanceTests {
  @Test(
    "the distance to the nearest set pixel, against all of them",
    arguments: [(1, 1, 1), (1, 9, 4), (13, 1, 5), (17, 11, 3), (17, 11, 29), (24, 24, 101)])
  func bruteForce(columns: Int, rows: Int, one: Int) {
    let isSet = (0..<columns * rows).map { ($0 * $0 + 3 * $0) % one == 0 }
    let places = isSet.indices.filter { isSet[$0] }
    let field = Distance.field(to: isSet, columns: columns, rows: rows)
    for index in isSet.indices {
      let squares = places.map { place in
        let (dx, dy) = (place % columns - index % columns, place / columns - index / columns)
        return Float(dx * dx + dy * dy)
      }
      #expect(abs(field.values[index] - (squares.min() ?? 0).squareRoot()) < 1e-4)
    }
  }

  @Test("where nothing is set, all is far")
  func nothing() {
    let field = Distance.field(to: [Bool](repeating: false, count: 30), columns: 6, rows: 5)
    #expect(field.values.allSatisfy { $0 >= 7 })
  }

  @Test("strokes are measured, and made as wide as wished", arguments: [8, 12, 20] as [Float])
  func width(width: Float) {
    var drawing = Drawing(columns: 120, rows: 120)
    drawing.seven(25, 20, height: 80, width: width)
    let stroke = Stroke(Field(columns: 120, rows: 120, values: drawing.cover))
    #expect(abs(stroke.width - width) < 0.15 * width)
    let same = Stroke(stroke.adjusted(to: width - 3...width + 3, fineness: 1)).width
    #expect(abs(same - stroke.width) < 1)
    let thick = Stroke(stroke.adjusted(to: 26...30, fineness: 1)).width
    #expect(abs(thick - 26) < 2.5)
    let thin = Stroke(stroke.adjusted(to: 4...5, fineness: 1)).width
    #expect(abs(thin - 5) < 1.5)
  }
}
