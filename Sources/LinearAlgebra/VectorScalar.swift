import CVectorLoops
import RealModule

/// A scalar with loops over many numbers at once, compiled for several instruction sets and chosen
/// when the program runs.
public protocol VectorScalar: Real, BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  /// As many numbers as a formula handles at once.
  associatedtype Lanes: SIMD where Lanes.Scalar == Self

  /// `eˣ` of each number, within 1 unit in the last place, with overflow to infinity (SLEEF).
  static func exp(_ x: Lanes) -> Lanes

  /// The natural logarithm of each number, within 1 unit in the last place (SLEEF).
  static func log(_ x: Lanes) -> Lanes

  /// `log(1 + x)` of each number, within 1 unit in the last place (SLEEF).
  static func log(onePlus x: Lanes) -> Lanes

  /// The hyperbolic tangent of each number, within 1 unit in the last place (SLEEF).
  static func tanh(_ x: Lanes) -> Lanes

  /// `x − rate·slopes`, the product rounded first, in place of `x`.
  static func descend(
    _ x: UnsafeMutablePointer<Self>, along slopes: UnsafePointer<Self>, rate: Self, count: Int)

  /// `(byte − mean)/divisor` of the first `columns` bytes of each row, with its row's mean and divisor,
  /// computed in double precision; rows lie `stride` elements apart in both places.
  static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Self>)
}

extension VectorScalar {
  @inline(__always)
  static func apply(
    _ function: (UnsafePointer<Self>?, UnsafeMutablePointer<Self>?, Int) -> Void, to x: Lanes
  ) -> Lanes {
    var result = x
    withUnsafeMutableBytes(of: &result) { bytes in
      let lanes = bytes.assumingMemoryBound(to: Self.self)
      function(lanes.baseAddress, lanes.baseAddress, Lanes.scalarCount)
    }
    return result
  }
}

extension Double: VectorScalar {
  public typealias Lanes = SIMD8<Double>

  public static func exp(_ x: Lanes) -> Lanes { apply(vectorloops_exp_f64, to: x) }

  public static func log(_ x: Lanes) -> Lanes { apply(vectorloops_log_f64, to: x) }

  public static func log(onePlus x: Lanes) -> Lanes { apply(vectorloops_log1p_f64, to: x) }

  public static func tanh(_ x: Lanes) -> Lanes { apply(vectorloops_tanh_f64, to: x) }

  public static func descend(
    _ x: UnsafeMutablePointer<Double>, along slopes: UnsafePointer<Double>, rate: Double, count: Int
  ) {
    vectorloops_descend_f64(x, slopes, rate, count)
  }

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Double>
  ) {
    vectorloops_standardize_f64(bytes, means, divisors, rows, columns, stride, standardized)
  }
}

extension Float: VectorScalar {
  public typealias Lanes = SIMD16<Float>

  public static func exp(_ x: Lanes) -> Lanes { apply(vectorloops_exp_f32, to: x) }

  public static func log(_ x: Lanes) -> Lanes { apply(vectorloops_log_f32, to: x) }

  public static func log(onePlus x: Lanes) -> Lanes { apply(vectorloops_log1p_f32, to: x) }

  public static func tanh(_ x: Lanes) -> Lanes { apply(vectorloops_tanh_f32, to: x) }

  public static func descend(
    _ x: UnsafeMutablePointer<Float>, along slopes: UnsafePointer<Float>, rate: Float, count: Int
  ) {
    vectorloops_descend_f32(x, slopes, rate, count)
  }

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Float>
  ) {
    vectorloops_standardize_f32(bytes, means, divisors, rows, columns, stride, standardized)
  }
}
