infix operator .* : MultiplicationPrecedence

extension Matrix {
  /// The matrix of `transform(x)` for each element `x`.
  public func map(_ transform: (Scalar) -> Scalar) -> Matrix {
    Matrix(uninitializedRows: rows, columns: columns) { results in
      withUnsafeElements { elements in
        for index in 0..<elements.count { results[index] = transform(elements[index]) }
      }
    }
  }

  /// The matrix of `combine(x, y)` for each pair of elements in the same place.
  public func combined(
    with other: Matrix, _ combine: (Scalar, Scalar) -> Scalar
  ) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "matrices of different shapes")
    return Matrix(uninitializedRows: rows, columns: columns) { results in
      withUnsafeElements { mine in
        other.withUnsafeElements { theirs in
          for index in 0..<mine.count { results[index] = combine(mine[index], theirs[index]) }
        }
      }
    }
  }

  /// The elementwise (Hadamard) product, the course's `∗`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func .* (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, *)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func * (factor: Scalar, matrix: Matrix) -> Matrix {
    matrix.map { factor * $0 }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, -)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func -= (left: inout Matrix, right: Matrix) {
    precondition(
      left.rows == right.rows && left.columns == right.columns, "matrices of different shapes")
    left.withUnsafeMutableElements { mine in
      right.withUnsafeElements { theirs in
        for index in 0..<mine.count { mine[index] -= theirs[index] }
      }
    }
  }

  /// The sum of two matrices; a right side of one column is added to each column, as NumPy does.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    guard right.columns == 1, left.columns != 1 else { return left.combined(with: right, +) }
    precondition(left.rows == right.rows, "matrices of different heights")
    return Matrix(uninitializedRows: left.rows, columns: left.columns) { results in
      left.withUnsafeElements { elements in
        right.withUnsafeElements { added in
          for column in 0..<left.columns {
            let start = column * left.rows
            for row in 0..<left.rows { results[start + row] = elements[start + row] + added[row] }
          }
        }
      }
    }
  }
}
