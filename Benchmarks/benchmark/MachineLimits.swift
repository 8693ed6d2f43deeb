import Cores
import Foundation
import LinearAlgebra

/// What this machine can do at best: how fast it multiplies, how fast it moves memory.
struct MachineLimits: Sendable {
  /// Floating-point operations per second, one thread and all of them.
  struct Rates: Sendable {
    let alone, together: Double
  }

  let float64: Rates
  let float32: Rates
  /// Bytes read and written per second by all threads, copying more than any cache holds.
  let streaming: Double
  let threads = ThreadBudget.limit

  init() {
    Progress.say("limites de la machine")
    float64 = Self.rates(Double.self)
    float32 = Self.rates(Float.self)
    streaming = Self.best(of: 5, threads: ThreadBudget.limit, prepare: Copy.init) { $0.run() }
  }

  private static func rates<Scalar: MatrixScalar>(_: Scalar.Type) -> Rates {
    func best(_ threads: Int) -> Double {
      MatrixLibrary.allCases.map { library in
        Self.best(of: 7, threads: threads) {
          // A large product for OpenBLAS, which cuts it up itself; for LIBXSMM, the pieces that it
          // is made for, with their operands in the cache.
          library == .openBLAS
            ? Product<Scalar>(rows: 1536, columns: 1536, inner: 1536, repetitions: 1, by: library)
            : Product<Scalar>(rows: 64, columns: 48, inner: 256, repetitions: 4000, by: library)
        } run: {
          $0.run()
        }
      }.max() ?? 0
    }
    return Rates(alone: best(1), together: best(ThreadBudget.limit))
  }

  /// The best rate of several tries, in units of work per second over all threads.
  private static func best<Work>(
    of tries: Int, threads: Int, prepare: () -> Work, run: (Work) -> Double
  ) -> Double {
    let crew = Crew(threads: threads)
    let works = (0..<threads).map { _ in prepare() }
    let clock = ContinuousClock()
    return (0..<tries).map { _ in
      var done = [Double](repeating: 0, count: threads)
      let time = done.withUnsafeMutableBufferPointer { done in
        nonisolated(unsafe) let done = done
        return clock.measure { crew.run { done[$0] = run(works[$0]) } }
      }
      return done.reduce(0, +) / (time / .seconds(1))
    }.max() ?? 0
  }
}

/// One product, again and again on the same memory.
private final class Product<Scalar: MatrixScalar> {
  private let product: PreparedProduct<Scalar>
  private let repetitions: Int
  private let A, B, C: UnsafeMutablePointer<Scalar>

  init(rows: Int, columns: Int, inner: Int, repetitions: Int, by library: MatrixLibrary) {
    let layout = ProductLayout(
      rows: rows, columns: columns, inner: inner, strideOfA: rows, strideOfB: inner,
      strideOfC: rows)
    product = PreparedProduct(layout, by: library)
    self.repetitions = repetitions
    func memory(_ count: Int) -> UnsafeMutablePointer<Scalar> {
      let memory = UnsafeMutablePointer<Scalar>.allocate(capacity: count)
      memory.initialize(repeating: 1, count: count)
      return memory
    }
    (A, B, C) = (memory(rows * inner), memory(inner * columns), memory(rows * columns))
  }

  deinit { [A, B, C].forEach { $0.deallocate() } }

  /// The number of floating-point operations done.
  func run() -> Double {
    for _ in 0..<repetitions { product(A, B, into: C) }
    let layout = product.layout
    return 2 * Double(layout.rows * layout.columns * layout.inner * repetitions)
  }
}

/// A copy of 256 MB.
private final class Copy {
  private let size = 256 << 20
  private let from, to: UnsafeMutableRawPointer

  init() {
    from = .allocate(byteCount: size, alignment: 64)
    to = .allocate(byteCount: size, alignment: 64)
    from.initializeMemory(as: UInt8.self, repeating: 1, count: size)
    to.initializeMemory(as: UInt8.self, repeating: 2, count: size)
  }

  deinit {
    from.deallocate()
    to.deallocate()
  }

  /// The number of bytes read and written.
  func run() -> Double {
    memcpy(to, from, size)
    return 2 * Double(size)
  }
}
