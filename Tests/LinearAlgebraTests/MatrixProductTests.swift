import LinearAlgebra
import Testing

/// The shape of a product: (rows × inner) · (inner × columns).
struct Shape: Sendable, CustomTestStringConvertible {
  let rows, inner, columns: Int

  init(_ rows: Int, _ inner: Int, _ columns: Int) {
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
  }

  var testDescription: String { "\(rows)×\(inner) · \(inner)×\(columns)" }
}

@Suite("Matrix products")
struct MatrixProductTests {
  static let shapes = [
    Shape(1, 1, 1), Shape(1, 7, 1), Shape(1, 1, 7), Shape(7, 1, 1), Shape(1, 5, 9),
    Shape(5, 9, 1), Shape(9, 1, 5), Shape(2, 3, 4), Shape(3, 3, 3), Shape(17, 31, 13),
    Shape(50, 64, 33), Shape(10, 129, 65), Shape(0, 3, 2), Shape(3, 0, 2), Shape(3, 2, 0),
  ]

  @Test("each combination of transposes is the triple loop's product", arguments: shapes)
  func products(shape: Shape) {
    check(shape, Double.self)
    check(shape, Float.self)
  }

  /// Small whole numbers: the products are exact in both precisions, whatever the order of sums.
  private func check<Scalar: MatrixScalar>(_ shape: Shape, _: Scalar.Type) {
    let left = wholeNumbers(shape.rows, shape.inner, as: Scalar.self)
    let right = wholeNumbers(shape.inner, shape.columns, as: Scalar.self)
    let expected = tripleLoop(left, right)
    #expect(left * right == expected)
    #expect(flipped(left).transposed * right == expected)
    #expect(left * flipped(right).transposed == expected)
  }

  @Test("runs of columns multiply as the matrices that they are", arguments: shapes)
  func slices(shape: Shape) {
    let left = wholeNumbers(shape.rows, shape.inner + 3, as: Double.self)[
      columns: 2..<shape.inner + 2]
    let right = wholeNumbers(shape.inner, shape.columns + 2, as: Double.self)[
      columns: 1..<shape.columns + 1]
    let expected = tripleLoop(left, right)
    #expect(left * right == expected)
    #expect(flipped(left).transposed * right == expected)
    #expect(left * flipped(right).transposed == expected)
  }

  @Test("a product overwrites its memory, whatever that held")
  func overwrites() {
    let (left, right) = (Matrix<Double>([[2, 3]]), Matrix<Double>([[5], [7]]))
    for _ in 0..<100 {
      leaveNaNInFreedMemory()
      #expect((left * right)[0, 0] == 31)
    }
  }

  private func leaveNaNInFreedMemory() {
    _ = Matrix<Double>(rows: 1, columns: 1, repeating: .nan)
  }

  @Test("nan and infinity go through a product")
  func notFinite() {
    let product = Matrix<Double>([[.nan, 1], [.infinity, 1]]) * Matrix<Double>([[1], [2]])
    #expect(product[0, 0].isNaN)
    #expect(product[1, 0] == .infinity)
  }

  @Test("the same product has the same bits every time")
  func deterministic() {
    let left = wholeNumbers(50, 784, as: Double.self).map { $0 / 7 }
    let right = wholeNumbers(784, 64, as: Double.self).map { $0 / 3 }
    let first = left * right
    for _ in 0..<3 { #expect(left * right == first) }
  }

  private func wholeNumbers<Scalar: MatrixScalar>(
    _ rows: Int, _ columns: Int, as: Scalar.Type
  ) -> Matrix<Scalar> {
    Matrix(uninitializedRows: rows, columns: columns) { elements in
      for index in elements.indices { elements[index] = Scalar((index * 37 + rows) % 11 - 5) }
    }
  }

  private func tripleLoop<Scalar>(
    _ left: Matrix<Scalar>, _ right: Matrix<Scalar>
  ) -> Matrix<Scalar> {
    var product = Matrix<Scalar>(rows: left.rows, columns: right.columns)
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        for inner in 0..<left.columns {
          product[row, column] += left[row, inner] * right[inner, column]
        }
      }
    }
    return product
  }

  /// The transpose, element by element.
  private func flipped<Scalar>(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> {
    var result = Matrix<Scalar>(rows: matrix.columns, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { result[column, row] = matrix[row, column] }
    }
    return result
  }
}
