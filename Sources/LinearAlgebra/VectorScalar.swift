import CVectorLoops
import RealModule

/// A scalar with loops over many numbers at once, compiled for several instruction sets and chosen
/// when the program runs.
public protocol VectorScalar: Real, BinaryFloatingPoint, Sendable {
  /// Replaces each number by `eˣ`, within 1 unit in the last place, with overflow to infinity (SLEEF).
  static func exp(inPlace x: UnsafeMutableBufferPointer<Self>)

  /// Replaces each number by its natural logarithm, within 1 unit in the last place (SLEEF).
  static func log(inPlace x: UnsafeMutableBufferPointer<Self>)

  /// Replaces each number by `log(1 + x)`, within 1 unit in the last place (SLEEF).
  static func logOnePlus(inPlace x: UnsafeMutableBufferPointer<Self>)

  /// Replaces each number by its hyperbolic tangent, within 1 unit in the last place (SLEEF).
  static func tanh(inPlace x: UnsafeMutableBufferPointer<Self>)

  /// `x − rate·slopes`, the product rounded first, in place of `x`.
  static func descend(
    _ x: UnsafeMutablePointer<Self>, along slopes: UnsafePointer<Self>, rate: Self, count: Int)

  /// `(byte − mean)/divisor` of the first `columns` bytes of each row, by its row's standard, computed
  /// in double precision; rows lie `stride` elements apart in both places.
  static func standardize(
    _ bytes: UnsafePointer<UInt8>, standards: UnsafePointer<ByteStandard>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Self>)
}

/// How bytes are standardized: `(byte − mean)/divisor`, with the bits of a division.
public typealias ByteStandard = vectorloops_standard

extension ByteStandard {
  public init(mean: Double, divisor: Double) {
    self = vectorloops_make_standard(mean, divisor)
  }
}

extension Double: VectorScalar {
  public static func exp(inPlace x: UnsafeMutableBufferPointer<Double>) {
    vectorloops_exp_f64(x.baseAddress, x.baseAddress, x.count)
  }

  public static func log(inPlace x: UnsafeMutableBufferPointer<Double>) {
    vectorloops_log_f64(x.baseAddress, x.baseAddress, x.count)
  }

  public static func logOnePlus(inPlace x: UnsafeMutableBufferPointer<Double>) {
    vectorloops_log1p_f64(x.baseAddress, x.baseAddress, x.count)
  }

  public static func tanh(inPlace x: UnsafeMutableBufferPointer<Double>) {
    vectorloops_tanh_f64(x.baseAddress, x.baseAddress, x.count)
  }

  public static func descend(
    _ x: UnsafeMutablePointer<Double>, along slopes: UnsafePointer<Double>, rate: Double, count: Int
  ) {
    vectorloops_descend_f64(x, slopes, rate, count)
  }

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, standards: UnsafePointer<ByteStandard>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Double>
  ) {
    vectorloops_standardize_f64(bytes, standards, rows, columns, stride, standardized)
  }
}

extension Float: VectorScalar {
  public static func exp(inPlace x: UnsafeMutableBufferPointer<Float>) {
    vectorloops_exp_f32(x.baseAddress, x.baseAddress, x.count)
  }

  public static func log(inPlace x: UnsafeMutableBufferPointer<Float>) {
    vectorloops_log_f32(x.baseAddress, x.baseAddress, x.count)
  }

  public static func logOnePlus(inPlace x: UnsafeMutableBufferPointer<Float>) {
    vectorloops_log1p_f32(x.baseAddress, x.baseAddress, x.count)
  }

  public static func tanh(inPlace x: UnsafeMutableBufferPointer<Float>) {
    vectorloops_tanh_f32(x.baseAddress, x.baseAddress, x.count)
  }

  public static func descend(
    _ x: UnsafeMutablePointer<Float>, along slopes: UnsafePointer<Float>, rate: Float, count: Int
  ) {
    vectorloops_descend_f32(x, slopes, rate, count)
  }

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, standards: UnsafePointer<ByteStandard>,
    rows: Int, columns: Int, stride: Int, into standardized: UnsafeMutablePointer<Float>
  ) {
    vectorloops_standardize_f32(bytes, standards, rows, columns, stride, standardized)
  }
}
