import LinearAlgebra
import Testing

/// Results are shared between machines because OpenBLAS, whose sums differ from processor to processor,
/// has no part in them.
@Suite("Arithmetic that machines share")
struct ArithmeticTests {
  @Test(
    "Every shape of product that a training asks for has a kernel", arguments: [1, 25, 784, 2048])
  func kernels(size: Int) throws {
    #if arch(x86_64)
      for width in [1, 8, 16, 64] {
        let layout = ProductLayout(
          rows: width, columns: size, inner: size, strideOfA: width, strideOfB: size,
          strideOfC: width, transposesB: true, accumulates: true)
        #expect(Double.kernel(layout) != nil && Float.kernel(layout) != nil)
        #expect(Double.sumKernel(layout) != nil && Float.sumKernel(layout) != nil)
      }
      #expect(Arithmetic.products.hasPrefix("LIBXSMM"))
    #endif
  }
}
