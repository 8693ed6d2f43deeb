/// A matrix read with rows and columns exchanged, `Aᵀ`: nothing is copied.
public struct TransposedMatrix<Scalar: MatrixScalar>: Sendable {
  @usableFromInline let matrix: Matrix<Scalar>
}

extension Matrix {
  /// The transpose, for use in a product: `dZ * A.transposed`.
  public var transposed: TransposedMatrix<Scalar> { TransposedMatrix(matrix: self) }

  /// The matrix product: (n × k) · (k × m) → (n × m).
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    product(left, right, (left.rows, left.columns), (right.rows, right.columns))
  }

  /// The matrix product with a transpose at the left, `Aᵀ·B`.
  public static func * (left: TransposedMatrix<Scalar>, right: Matrix) -> Matrix {
    left.matrix.copyOfTranspose * right
  }

  /// The matrix product with a transpose at the right, `A·Bᵀ`.
  public static func * (left: Matrix, right: TransposedMatrix<Scalar>) -> Matrix {
    let matrix = right.matrix
    return product(
      left, matrix, (left.rows, left.columns), (matrix.columns, matrix.rows), transposesB: true)
  }

  private static func product(
    _ left: Matrix, _ right: Matrix, _ A: (rows: Int, columns: Int), _ B: (rows: Int, columns: Int),
    transposesB: Bool = false
  ) -> Matrix {
    precondition(
      A.columns == B.rows, "a product of \(A.rows)×\(A.columns) and \(B.rows)×\(B.columns)")
    guard A.rows > 0, B.columns > 0, B.rows > 0 else {
      return Matrix(rows: A.rows, columns: B.columns)
    }
    let product = PreparedProduct<Scalar>(
      ProductLayout(
        rows: A.rows, columns: B.columns, inner: B.rows,
        strideOfA: left.rows, strideOfB: right.rows, strideOfC: A.rows,
        transposesB: transposesB))
    return Matrix(uninitializedRows: A.rows, columns: B.columns) { result in
      left.withUnsafeElements { a in
        right.withUnsafeElements { b in
          guard let A = a.baseAddress, let B = b.baseAddress, let C = result.baseAddress else {
            return
          }
          product(A, B, into: C)
        }
      }
    }
  }

  private var copyOfTranspose: Matrix {
    Matrix(uninitializedRows: columns, columns: rows) { result in
      withUnsafeElements { elements in
        for column in 0..<columns {
          for row in 0..<rows {
            result[row * columns + column] = elements[column * rows + row]
          }
        }
      }
    }
  }
}
