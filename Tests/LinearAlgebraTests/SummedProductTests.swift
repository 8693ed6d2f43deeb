import LinearAlgebra
import Testing

@Suite("Sums of products")
struct SummedProductTests {
  @Test(
    "Terms at equal distances are multiplied and added up, with either library",
    arguments: [1, 2, 5], MatrixLibrary.allCases)
  func sum(terms: Int, library: MatrixLibrary) {
    for accumulates in [false, true] {
      check(terms, rows: 50, columns: 16, accumulates, library, as: Double.self)
      check(terms, rows: 1, columns: 1, accumulates, library, as: Double.self)
      check(terms, rows: 7, columns: 3, accumulates, library, as: Float.self)
    }
  }

  /// Small whole numbers, so that every order of the sum gives the same bits.
  private func check<Scalar: MatrixScalar>(
    _ terms: Int, rows: Int, columns: Int, _ accumulates: Bool, _ library: MatrixLibrary,
    as scalar: Scalar.Type
  ) {
    let (inner, distanceInA, distanceInB) = (4, rows * 4 + 3, columns * 4 + 5)
    let A = (0..<distanceInA * terms).map { Scalar($0 * 7 % 13 - 6) }
    let B = (0..<distanceInB * terms).map { Scalar($0 * 5 % 11 - 5) }
    var C = [Scalar](repeating: 99, count: rows * columns)
    let sum = SummedProduct<Scalar>(
      ProductLayout(
        rows: rows, columns: columns, inner: inner, strideOfA: rows, strideOfB: inner,
        strideOfC: rows, accumulates: accumulates),
      terms: terms, distanceInA: distanceInA, distanceInB: distanceInB, by: library)
    sum(A, B, into: &C)
    for column in 0..<columns {
      for row in 0..<rows {
        var expected: Scalar = accumulates ? 99 : 0
        for term in 0..<terms {
          for k in 0..<inner {
            expected +=
              A[term * distanceInA + k * rows + row] * B[term * distanceInB + column * inner + k]
          }
        }
        #expect(C[column * rows + row] == expected)
      }
    }
  }
}
