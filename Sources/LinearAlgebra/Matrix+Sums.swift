extension Matrix {
  /// The sum of all elements, added up pairwise as NumPy does: the rounding error grows with the
  /// logarithm of the count, not with the count.
  public var sum: Scalar {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      withUnsafeElements { Self.pairwiseSum($0[...]) }
    }
  }

  /// The same for numbers that lie elsewhere.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public static func sum(of elements: UnsafeBufferPointer<Scalar>) -> Scalar {
    pairwiseSum(elements[...])
  }

  private static func pairwiseSum(_ elements: Slice<UnsafeBufferPointer<Scalar>>) -> Scalar {
    if elements.count <= 128 { return elements.reduce(0, +) }
    let middle = elements.startIndex + elements.count / 2
    return pairwiseSum(elements[..<middle]) + pairwiseSum(elements[middle...])
  }

  /// The column of each row's sum, the first column first.
  public var rowSums: Matrix {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      var sums = Matrix(rows: rows, columns: 1)
      sums.withUnsafeMutableElements { sums in
        withUnsafeElements { elements in
          for column in 0..<columns {
            for row in 0..<rows { sums[row] += elements[column * rows + row] }
          }
        }
      }
      return sums
    }
  }

  /// The row of each column's greatest element; the first of equal ones, and the first `nan` if
  /// there is one, as in NumPy's `argmax`.
  public var rowOfMaximumInEachColumn: [Int] {
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    get {
      withUnsafeElements { elements in
        (0..<columns).map { column in
          let start = column * rows
          var best = 0
          for row in 0..<rows {
            let (element, greatest) = (elements[start + row], elements[start + best])
            if greatest.isNaN { break }
            if element > greatest || element.isNaN { best = row }
          }
          return best
        }
      }
    }
  }
}
