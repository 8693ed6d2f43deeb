import LinearAlgebra

extension Tensor {
  /// A matrix's elements, row after row, in its own precision.
  init<Scalar: MatrixScalar>(_ matrix: Matrix<Scalar>) {
    let elements = (0..<matrix.rows).flatMap { row in
      (0..<matrix.columns).map { matrix[row, $0] }
    }
    self.init(shape: [matrix.rows, matrix.columns], Elements(elements))
  }

  /// A matrix of one column as a vector.
  init<Scalar: MatrixScalar>(column: Matrix<Scalar>) {
    precondition(column.columns == 1, "a vector is one column")
    self.init(shape: [column.rows], Elements(column.withUnsafeElements { Array($0) }))
  }

  /// The matrix of these elements, which are as many.
  func matrix<Scalar: MatrixScalar>(rows: Int, columns: Int) -> Matrix<Scalar> {
    let numbers = elements.numbers(as: Scalar.self)
    return Matrix(uninitializedRows: rows, columns: columns) { elements in
      for row in 0..<rows {
        for column in 0..<columns {
          elements[column * rows + row] = numbers[row * columns + column]
        }
      }
    }
  }
}

extension Tensor.Elements {
  fileprivate init<Scalar: MatrixScalar>(_ numbers: [Scalar]) {
    self = (numbers as? [Float]).map { .float32($0) } ?? .float64(numbers.map { Double($0) })
  }

  func numbers<Scalar: MatrixScalar>(as scalar: Scalar.Type) -> [Scalar] {
    switch self {
    case .float32(let numbers): numbers.map { Scalar($0) }
    case .float64(let numbers): numbers.map { Scalar($0) }
    }
  }
}
