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

  /// Adds its bias to each of the first `columns` numbers of each row; rows lie `stride` numbers apart.
  static func addBiases(
    _ biases: UnsafePointer<Self>, to x: UnsafeMutablePointer<Self>, rows: Int, columns: Int,
    stride: Int)

  /// Adds columns of `rows` numbers, side by side, to their sums, the first column first.
  static func addColumns(
    _ x: UnsafePointer<Self>, to sums: UnsafeMutablePointer<Self>, rows: Int, columns: Int)

  /// Writes rows that lie `stride` numbers apart as columns of `rows` side by side.
  static func transpose(
    _ x: UnsafePointer<Self>, into transposed: UnsafeMutablePointer<Self>, rows: Int, columns: Int,
    stride: Int)
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

  public static func addBiases(
    _ biases: UnsafePointer<Double>, to x: UnsafeMutablePointer<Double>, rows: Int, columns: Int,
    stride: Int
  ) {
    vectorloops_add_biases_f64(x, biases, rows, columns, stride)
  }

  public static func addColumns(
    _ x: UnsafePointer<Double>, to sums: UnsafeMutablePointer<Double>, rows: Int, columns: Int
  ) {
    vectorloops_add_columns_f64(sums, x, rows, columns)
  }

  public static func transpose(
    _ x: UnsafePointer<Double>, into transposed: UnsafeMutablePointer<Double>, rows: Int,
    columns: Int, stride: Int
  ) {
    vectorloops_transpose_f64(x, transposed, rows, columns, stride)
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

  public static func addBiases(
    _ biases: UnsafePointer<Float>, to x: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    stride: Int
  ) {
    vectorloops_add_biases_f32(x, biases, rows, columns, stride)
  }

  public static func addColumns(
    _ x: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>, rows: Int, columns: Int
  ) {
    vectorloops_add_columns_f32(sums, x, rows, columns)
  }

  public static func transpose(
    _ x: UnsafePointer<Float>, into transposed: UnsafeMutablePointer<Float>, rows: Int,
    columns: Int, stride: Int
  ) {
    vectorloops_transpose_f32(x, transposed, rows, columns, stride)
  }
}
