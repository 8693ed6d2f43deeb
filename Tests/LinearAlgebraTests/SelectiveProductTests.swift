import LinearAlgebra
import Testing

@Suite("Products over chosen indices")
struct SelectiveProductTests {
  /// The indices of ten that take part.
  static let selections = [[], [0], [9], [2, 3, 7], Array(0..<10), [8, 1, 1]]

  @Test(
    "Only the chosen columns are multiplied and added up, with either library",
    arguments: selections, MatrixLibrary.allCases)
  func chosenColumns(indices: [Int], library: MatrixLibrary) {
    check(rows: 32, columns: 5, indices, library, as: Double.self)
    check(rows: 1, columns: 1, indices, library, as: Double.self)
    check(rows: 7, columns: 50, indices, library, as: Float.self)
  }

  /// Small whole numbers, so that every order of the sum gives the same bits.
  private func check<Scalar: MatrixScalar>(
    rows: Int, columns: Int, _ indices: [Int], _ library: MatrixLibrary, as scalar: Scalar.Type
  ) {
    let (strideOfA, strideOfB, strideOfC) = (rows + 3, columns + 1, rows + 2)
    let A = (0..<strideOfA * 10).map { Scalar($0 * 7 % 13 - 6) }
    let B = (0..<strideOfB * 10).map { Scalar($0 * 5 % 11 - 5) }
    var C = [Scalar](repeating: 99, count: strideOfC * columns)
    let product = SelectiveProduct<Scalar>(
      ProductLayout(
        rows: rows, columns: columns, inner: 10, strideOfA: strideOfA, strideOfB: strideOfB,
        strideOfC: strideOfC, transposesB: true),
      by: library)
    product(
      A, B, into: &C, columnsOfA: indices.map(UInt32.init),
      columnsOfB: indices.map { UInt32(9 - $0) }, count: indices.count)
    for column in 0..<columns {
      for row in 0..<rows {
        let expected = indices.reduce(Scalar(0)) {
          $0 + A[$1 * strideOfA + row] * B[(9 - $1) * strideOfB + column]
        }
        #expect(C[column * strideOfC + row] == expected)
      }
    }
  }
}
