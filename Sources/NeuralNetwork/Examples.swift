import LinearAlgebra

/// What a network learns from: inputs and the outputs wanted for them, one column per example.
public struct Examples<Scalar: MatrixScalar>: Sendable {
  public let inputs: Matrix<Scalar>
  public let targets: Matrix<Scalar>

  /// Examples from inputs (features × m) and targets (outputs × m).
  public init(inputs: Matrix<Scalar>, targets: Matrix<Scalar>) {
    precondition(inputs.columns == targets.columns, "as many inputs as targets")
    self.inputs = inputs
    self.targets = targets
  }

  public var count: Int { inputs.columns }

  /// A run of neighbouring examples; nothing is copied.
  public subscript(range: Range<Int>) -> Examples {
    Examples(inputs: inputs[columns: range], targets: targets[columns: range])
  }

  /// The examples cut into runs of `size`, in their order; the last one may be shorter.
  public func batches(of size: Int) -> some Sequence<Examples> {
    stride(from: 0, to: count, by: size).lazy.map { start in
      self[start..<Swift.min(start + size, count)]
    }
  }

  /// The same batches, each with its examples in reverse order: the gradients are the same sums,
  /// added up from the other end.
  public func reversedWithinBatches(of size: Int) -> Examples {
    let order = stride(from: 0, to: count, by: size).flatMap { start in
      (start..<Swift.min(start + size, count)).reversed()
    }
    return Examples(inputs: inputs.columns(order), targets: targets.columns(order))
  }
}

extension Matrix {
  /// The columns of the given numbers, in that order.
  fileprivate func columns(_ order: [Int]) -> Matrix {
    Matrix(uninitializedRows: rows, columns: order.count) { results in
      withUnsafeElements { elements in
        for (place, column) in order.enumerated() {
          for row in 0..<rows { results[place * rows + row] = elements[column * rows + row] }
        }
      }
    }
  }
}
