import LinearAlgebra

extension Activation {
  /// The softmax of each column, `e^(zᵢ) / Σ e^(zⱼ)`: positive values of sum 1. The column's greatest
  /// value is taken off first, so that nothing overflows.
  ///
  /// `dZ = A ∗ (dA − Σ A ∗ dA)`, the sum taken over each column; `derivative` is `aᵢ(1 − aᵢ)`.
  public static var softmax: Activation {
    Activation(
      "softmax", apply: softmaxOfColumns,
      derivative: { Z in softmaxOfColumns(Z).map { a in a * (1 - a) } },
      backward: { Z, dA in
        let A = softmaxOfColumns(Z)
        let shares = A .* dA
        return shares - A.scalingColumns(by: shares.columnSums)
      })
  }

  private static func softmaxOfColumns(_ Z: Matrix<Scalar>) -> Matrix<Scalar> {
    let exponentials = Z.subtractingColumnMaxima.map { Scalar.exp($0) }
    return exponentials.scalingColumns(by: exponentials.columnSums.map { 1 / $0 })
  }
}

extension Matrix {
  fileprivate var columnSums: [Scalar] { perColumn { $0.reduce(0, +) } }

  fileprivate var subtractingColumnMaxima: Matrix {
    let maxima = perColumn { column in column.dropFirst().reduce(column.first ?? 0) { max($0, $1) }
    }
    return mapColumns { element, column in element - maxima[column] }
  }

  fileprivate func scalingColumns(by factors: [Scalar]) -> Matrix {
    mapColumns { element, column in element * factors[column] }
  }

  private func perColumn(_ summary: (UnsafeBufferPointer<Scalar>) -> Scalar) -> [Scalar] {
    (0..<columns).map { self[columns: $0..<$0 + 1].withUnsafeElements(summary) }
  }

  private func mapColumns(_ transform: (Scalar, _ column: Int) -> Scalar) -> Matrix {
    Matrix(uninitializedRows: rows, columns: columns) { results in
      withUnsafeElements { elements in
        for index in 0..<elements.count {
          results[index] = transform(elements[index], index / rows)
        }
      }
    }
  }
}
