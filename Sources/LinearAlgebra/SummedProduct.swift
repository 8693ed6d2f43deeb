/// A sum of products `C = Σ Aᵢ·Bᵢ` of one layout, whose terms lie at equal distances in both memories.
public final class SummedProduct<Scalar: MatrixScalar>: Sendable {
  private let layout: ProductLayout
  private let terms: Int
  /// How many elements lie from the beginning of a term to that of the next.
  private let distanceInA, distanceInB: Int
  private let kernel: ProductKernel?
  /// Where the terms begin, in bytes.
  nonisolated(unsafe) private let startsInA, startsInB: UnsafeMutablePointer<UInt64>

  /// - Parameters:
  ///   - layout: of a term; where it accumulates, the sum is added to what is there.
  ///   - terms: at least one.
  ///   - library: LIBXSMM, unless it has nothing for this processor or shape.
  public init(
    _ layout: ProductLayout, terms: Int, distanceInA: Int, distanceInB: Int,
    by library: MatrixLibrary = .xsmm
  ) {
    precondition(terms > 0, "a sum of at least one term")
    self.layout = layout
    self.terms = terms
    (self.distanceInA, self.distanceInB) = (distanceInA, distanceInB)
    kernel = library == .xsmm ? Scalar.sumKernel(layout) : nil
    startsInA = .allocate(capacity: terms)
    startsInB = .allocate(capacity: terms)
    for term in 0..<terms {
      let size = MemoryLayout<Scalar>.stride
      (startsInA + term).initialize(to: UInt64(term * distanceInA * size))
      (startsInB + term).initialize(to: UInt64(term * distanceInB * size))
    }
  }

  deinit {
    startsInA.deallocate()
    startsInB.deallocate()
  }

  public func callAsFunction(
    _ A: UnsafePointer<Scalar>, _ B: UnsafePointer<Scalar>, into C: UnsafeMutablePointer<Scalar>
  ) {
    if let kernel {
      let starts = TermStarts(inA: startsInA, inB: startsInB, count: terms)
      Scalar.addUp(kernel, A, B, into: C, at: starts)
      return
    }
    var layout = layout
    for term in 0..<terms {
      Scalar.multiply(layout, A + term * distanceInA, B + term * distanceInB, into: C)
      layout.accumulates = true
    }
  }
}
