import CXSMM

/// A product `C = A·Bᵀ` of which only some inner indices take part: the others would add nothing.
///
/// `A` is `rows` × any, `B` is `columns` × any, and each index has its own column in both.
/// It is not `Sendable`: one thread at a time may use it.
public final class SelectiveProduct<Scalar: MatrixScalar> {
  private let layout: ProductLayout
  private let kernel: ProductKernel?
  /// Where the columns begin in `A` and `B`, in bytes.
  private let offsetsInA, offsetsInB: UnsafeMutablePointer<UInt64>
  /// The columns side by side, for a library that knows no offsets.
  private let packedA, packedB: MatrixStorage<Scalar>

  /// - Parameters:
  ///   - layout: `inner` is the most indices that may take part; `B` is transposed.
  ///   - library: LIBXSMM, unless it has nothing for this processor or shape.
  public init(_ layout: ProductLayout, by library: MatrixLibrary = .xsmm) {
    self.layout = layout
    var term = layout
    term.inner = 1
    kernel = library == .xsmm ? Scalar.sumKernel(term) : nil
    offsetsInA = .allocate(capacity: layout.inner)
    offsetsInB = .allocate(capacity: layout.inner)
    let packed = kernel == nil ? layout.inner : 0
    packedA = MatrixStorage(count: packed * layout.rows)
    packedB = MatrixStorage(count: packed * layout.columns)
  }

  deinit {
    offsetsInA.deallocate()
    offsetsInB.deallocate()
  }

  /// - Parameter indices: for each index that takes part, its columns in `A` and in `B`, in the order
  ///   in which they are added up; at most `inner`.
  public func callAsFunction(
    _ A: UnsafePointer<Scalar>, _ B: UnsafePointer<Scalar>, into C: UnsafeMutablePointer<Scalar>,
    count: Int, columns: (_ index: Int) -> (inA: Int, inB: Int)
  ) {
    guard count > 0 else {
      for column in 0..<layout.columns {
        (C + column * layout.strideOfC).update(repeating: 0, count: layout.rows)
      }
      return
    }
    if let kernel {
      let size = MemoryLayout<Scalar>.stride
      for index in 0..<count {
        let (inA, inB) = columns(index)
        offsetsInA[index] = UInt64(inA * layout.strideOfA * size)
        offsetsInB[index] = UInt64(inB * layout.strideOfB * size)
      }
      let terms = cxsmm_terms(a: offsetsInA, b: offsetsInB, count: UInt64(count))
      Scalar.addUp(kernel, A, B, into: C, over: terms)
    } else {
      for index in 0..<count {
        let (inA, inB) = columns(index)
        (packedA.start + index * layout.rows)
          .update(from: A + inA * layout.strideOfA, count: layout.rows)
        (packedB.start + index * layout.columns)
          .update(from: B + inB * layout.strideOfB, count: layout.columns)
      }
      var packed = layout
      packed.inner = count
      packed.strideOfA = layout.rows
      packed.strideOfB = layout.columns
      Scalar.multiply(packed, packedA.start, packedB.start, into: C)
    }
  }
}
