import CXSMM

/// A product `C = A·Bᵀ` of which only some inner indices take part: the others would add nothing.
///
/// `A` is `rows` × any, `B` is `columns` × any, and each index has its own column in both.
/// It is not `Sendable`: one thread at a time may use it.
public final class SelectiveProduct<Scalar: MatrixScalar> {
  private let layout: ProductLayout
  private let kernel: ProductKernel?
  /// Where the columns begin in `A` and `B`, in bytes.
  private let startsInA, startsInB: UnsafeMutablePointer<UInt64>
  /// The columns side by side, for a library that cannot skip any.
  private let packedA, packedB: MatrixStorage<Scalar>

  /// - Parameters:
  ///   - layout: `inner` is the most indices that may take part; `B` is transposed.
  ///   - library: LIBXSMM, unless it has nothing for this processor or shape.
  public init(_ layout: ProductLayout, by library: MatrixLibrary = .xsmm) {
    self.layout = layout
    var term = layout
    term.inner = 1
    kernel = library == .xsmm ? Scalar.sumKernel(term) : nil
    startsInA = .allocate(capacity: layout.inner)
    startsInB = .allocate(capacity: layout.inner)
    let packed = kernel == nil ? layout.inner : 0
    packedA = MatrixStorage(count: packed * layout.rows)
    packedB = MatrixStorage(count: packed * layout.columns)
  }

  deinit {
    startsInA.deallocate()
    startsInB.deallocate()
  }

  /// - Parameters:
  ///   - columnsOfA: the column in `A` of each index that takes part, in the order in which they are
  ///     added up.
  ///   - columnsOfB: its column in `B`.
  ///   - count: the number of indices that take part, at most `inner`.
  public func callAsFunction(
    _ A: UnsafePointer<Scalar>, _ B: UnsafePointer<Scalar>, into C: UnsafeMutablePointer<Scalar>,
    columnsOfA: UnsafePointer<UInt32>, columnsOfB: UnsafePointer<UInt32>, count: Int
  ) {
    guard count > 0 else {
      for column in 0..<layout.columns {
        (C + column * layout.strideOfC).update(repeating: 0, count: layout.rows)
      }
      return
    }
    if let kernel {
      let size = MemoryLayout<Scalar>.stride
      let (bytesOfA, bytesOfB) = (UInt64(layout.strideOfA * size), UInt64(layout.strideOfB * size))
      for index in 0..<count {
        startsInA[index] = UInt64(columnsOfA[index]) &* bytesOfA
        startsInB[index] = UInt64(columnsOfB[index]) &* bytesOfB
      }
      Scalar.addUp(
        kernel, A, B, into: C, at: TermStarts(inA: startsInA, inB: startsInB, count: count))
    } else {
      for index in 0..<count {
        (packedA.start + index * layout.rows)
          .update(from: A + Int(columnsOfA[index]) * layout.strideOfA, count: layout.rows)
        (packedB.start + index * layout.columns)
          .update(from: B + Int(columnsOfB[index]) * layout.strideOfB, count: layout.columns)
      }
      var packed = layout
      packed.inner = count
      packed.strideOfA = layout.rows
      packed.strideOfB = layout.columns
      Scalar.multiply(packed, packedA.start, packedB.start, into: C)
    }
  }
}
