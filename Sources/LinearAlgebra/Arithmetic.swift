import CVectorLoops
import CXSMM

/// What decides the last bits of products and exponentials, beside the code that asks for them.
public enum Arithmetic {
  /// Whether every x86-64 processor with fused multiply-add gives the same bits as this one: SLEEF's
  /// functions and LIBXSMM's kernels, in vectors of any width.
  public static var isShared: Bool { vectorloops_fuses() && hasKernels }

  /// The compiler of the loops.
  public static var compiler: String { String(cString: vectorloops_compiler()) }

  /// The file of the library that computes exponentials.
  public static var functions: String { String(cString: vectorloops_library()) }

  /// The version of the C library, which computes single exponentials.
  public static var systemFunctions: String { String(cString: vectorloops_c_library()) }

  /// The library that multiplies, with its version; OpenBLAS also with the kernels that it chose for
  /// this processor.
  public static var products: String {
    hasKernels ? "LIBXSMM \(String(cString: cxsmm_version()))" : OpenBLAS.configuration
  }

  private static var hasKernels: Bool {
    Double.kernel(
      ProductLayout(rows: 8, columns: 8, inner: 8, strideOfA: 8, strideOfB: 8, strideOfC: 8))
      != nil
  }
}
