import Testing

@testable import Images

@Suite("Fields of numbers")
struct FieldTests {
  private static func noise(_ columns: Int, _ rows: Int) -> Field {
    let values = (0..<columns * rows).map { place -> Float in
      let mixed = place * 7919 + place * place * 31
      return Float(mixed % 256)
    }
    return Field(columns: columns, rows: rows, values: values)
  }

  @Test(
    "resampling keeps a constant", arguments: [(1, 1), (3, 50), (28, 28), (120, 7), (200, 300)])
  func constant(columns: Int, rows: Int) {
    for (start, end) in [(13, 9), (1, 1), (40, 40)] {
      let field = Field(columns: start, rows: end, repeating: 42)
      let resampled = field.resampled(columns: columns, rows: rows)
      #expect(resampled.columns == columns && resampled.rows == rows)
      #expect(resampled.values.allSatisfy { abs($0 - 42) < 1e-3 })
    }
  }

  @Test("to its own sides, resampling changes nothing; to half of them, it takes the mean")
  func sides() {
    let field = Self.noise(12, 9)
    #expect(field.resampled(columns: 12, rows: 9).values == field.values)
    let large = Self.noise(200, 200)
    let small = large.resampled(columns: 20, rows: 20)
    let mean = { (field: Field) in field.values.reduce(0, +) / Float(field.values.count) }
    #expect(abs(mean(small) - mean(large)) < 3)
    let ramp = Field(columns: 8, rows: 1, values: (0..<8).map(Float.init))
    let half = ramp.resampled(columns: 4, rows: 1).values
    for (value, wanted) in zip(half[1...2], [2.5, 4.5] as [Float]) {
      #expect(abs(value - wanted) < 1e-4)
    }
  }

  @Test(
    "a blur is the mean of the square around a pixel, of what of it is inside", arguments: 0...4)
  func blur(radius: Int) {
    let field = Self.noise(9, 6)
    let blurred = field.blurred(radius: radius)
    for y in 0..<6 {
      for x in 0..<9 {
        let square = (max(0, y - radius)...min(5, y + radius)).flatMap { near in
          (max(0, x - radius)...min(8, x + radius)).map { field[$0, near] }
        }
        #expect(abs(blurred[x, y] - square.reduce(0, +) / Float(square.count)) < 1e-2)
      }
    }
  }

  @Test("the extremes of a square, against all its values", arguments: [1, 2, 5])
  func extremes(reach: Int) {
    let field = Self.noise(8, 7)
    let (highest, lowest) = (field.greatest(reach: reach), field.least(reach: reach))
    for y in 0..<7 {
      for x in 0..<8 {
        let square = (max(0, y - reach)...min(6, y + reach)).flatMap { near in
          (max(0, x - reach)...min(7, x + reach)).map { field[$0, near] }
        }
        #expect(highest[x, y] == square.max() && lowest[x, y] == square.min())
      }
    }
  }

  @Test("quantiles, of few values and from a sample of many")
  func quantiles() {
    let few = Field(columns: 5, rows: 1, values: [9, 1, 7, 3, 5])
    #expect([0, 0.5, 0.99, 1].map(few.quantile) == [1, 5, 9, 9])
    let many = Field(columns: 1000, rows: 100, values: (0..<100_000).map(Float.init))
    for share in [0.05, 0.3, 0.7, 0.95] {
      #expect(abs(many.quantile(share) - Float(share) * 100_000) < 100)
    }
  }

  @Test("between pixels a value lies between, outside it is that of the edge")
  func interpolation() {
    let field = Field(columns: 2, rows: 2, values: [0, 10, 20, 30])
    #expect(field.interpolated(0.5, 0.5) == 15 && field.interpolated(0.25, 0) == 2.5)
    #expect(field.interpolated(-3, -3) == 0 && field.interpolated(9, 9) == 30)
    #expect(field.transposed.values == [0, 20, 10, 30])
  }

  @Test("a trimmed field holds all that is above the least")
  func trimming() {
    var field = Field(columns: 9, rows: 7)
    #expect(field.trimmed(above: 0) == nil)
    field[2, 3] = 1
    field[5, 4] = 0.5
    let trimmed = field.trimmed(above: 0)
    #expect(trimmed?.columns == 4 && trimmed?.rows == 2)
    #expect(trimmed?.values == [1, 0, 0, 0, 0, 0, 0, 0.5])
    #expect(field.trimmed(above: 0.6)?.values == [1])
  }
}
