import LinearAlgebra

extension Activation {
  /// The softmax of each column, `e^(zᵢ) / Σ e^(zⱼ)`: positive values of sum 1. The column's greatest
  /// value is taken off first, so that no finite number overflows; a column with `nan` or +∞
  /// is all `nan`.
  ///
  /// `dZ = A ∗ (dA − Σ A ∗ dA)`, the sum taken over each column. `derivative` is `aᵢ(1 − aᵢ)`,
  /// with the sum of the other values for `1 − aᵢ`, which does not cancel.
  public static var softmax: Activation {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      Activation(
        "softmax", apply: normalizedExponentials,
        derivative: { Z in
          let A = normalizedExponentials(Z)
          return A .* A.sumsOfOtherRows
        },
        backward: { Z, dA in
          let A = normalizedExponentials(Z)
          let shares = A .* dA
          return shares - A.scalingColumns(by: shares.columnSums)
        }
      )
      .ofLibrary
    }
  }

  private static func normalizedExponentials(_ Z: Matrix<Scalar>) -> Matrix<Scalar> {
    let exponentials = Z.subtractingColumnMaxima.map { Scalar.exp($0) }
    return exponentials.scalingColumns(by: exponentials.columnSums.map { 1 / $0 })
  }
}

extension Matrix {
  fileprivate var columnSums: [Scalar] { perColumn { $0.reduce(0, +) } }

  fileprivate var sumsOfOtherRows: Matrix {
    var sums = self
    for column in 0..<columns {
      for row in 0..<rows {
        let others = (0..<rows).filter { $0 != row }
        sums[row, column] = others.reduce(0) { sum, other in sum + self[other, column] }
      }
    }
    return sums
  }

  fileprivate var subtractingColumnMaxima: Matrix {
    let maxima = perColumn { $0.max() ?? 0 }
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
