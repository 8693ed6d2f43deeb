/// A matrix read with rows and columns exchanged, `Aᵀ`: nothing is copied.
public struct TransposedMatrix<Scalar: MatrixScalar>: Sendable {
  @usableFromInline let matrix: Matrix<Scalar>
}

extension Matrix {
  /// The transpose, for use in a product: `dZ * A.transposed`.
  public var transposed: TransposedMatrix<Scalar> { TransposedMatrix(matrix: self) }

  /// The matrix product: (n × k) · (k × m) → (n × m).
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    product(left, false, right, false)
  }

  /// The matrix product with a transpose at the left, `Aᵀ·B`.
  public static func * (left: TransposedMatrix<Scalar>, right: Matrix) -> Matrix {
    product(left.matrix, true, right, false)
  }

  /// The matrix product with a transpose at the right, `A·Bᵀ`.
  public static func * (left: Matrix, right: TransposedMatrix<Scalar>) -> Matrix {
    product(left, false, right.matrix, true)
  }

  private static func product(
    _ left: Matrix, _ transposeLeft: Bool, _ right: Matrix, _ transposeRight: Bool
  ) -> Matrix {
    let (rows, inner) = transposeLeft ? (left.columns, left.rows) : (left.rows, left.columns)
    let (height, columns) =
      transposeRight ? (right.columns, right.rows) : (right.rows, right.columns)
    precondition(inner == height, "a product of \(rows)×\(inner) and \(height)×\(columns)")
    guard rows > 0, columns > 0, inner > 0 else { return Matrix(rows: rows, columns: columns) }
    return Matrix(uninitializedRows: rows, columns: columns) { result in
      left.withUnsafeElements { a in
        right.withUnsafeElements { b in
          Scalar.multiply(
            ProductShape(rows: rows, columns: columns, inner: inner),
            (a, transposeLeft), (b, transposeRight), into: result)
        }
      }
    }
  }
}
