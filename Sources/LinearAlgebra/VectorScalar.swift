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

  /// `(byte − mean)/divisor` of bytes that each have a mean and a divisor of their own, computed in double
  /// precision.
  static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    into standardized: UnsafeMutablePointer<Self>, count: Int)

  /// `scale·(byte − background)` of the first `columns` bytes of each row, as the pixel of its place
  /// says; rows lie `stride` elements apart in both memories.
  ///
  /// - Parameter lively: where the numbers and the places of the rows go that are not all background.
  /// - Returns: how many these are.
  static func scale(
    _ bytes: UnsafePointer<UInt8>, _ pixels: UnsafePointer<PixelScale>,
    places: UnsafePointer<UInt32>, rows: Int, columns: Int, stride: Int,
    into scaled: UnsafeMutablePointer<Self>, lively: LivelyRows
  ) -> Int

  /// Adds some slopes, columns of `rows` side by side, to the columns that they belong to.
  static func addSlopes(
    _ some: UnsafePointer<Self>, of slopeColumns: SlopeColumns, to all: UnsafeMutablePointer<Self>,
    rows: Int)

  /// `W − rate·(slopes + sums·vᵀ)` in place of some columns of weights `W`, `v` the backgrounds;
  /// `totals` becomes `W·v`.
  static func descend(
    _ W: UnsafeMutablePointer<Self>, along slopes: UnsafePointer<Self>,
    of slopeColumns: SlopeColumns, backgrounds: UnsafePointer<Self>, sums: UnsafePointer<Self>,
    rate: Self, rows: Int, columns: Int, totals: UnsafeMutablePointer<Self>)
}

/// How bytes become numbers: `scale·(byte − background)`.
public typealias PixelScale = vectorloops_pixel

/// Room for the rows of pixels that are not all background: their numbers and their places.
public typealias LivelyRows = vectorloops_lively

/// Which columns of some weights have slopes.
public typealias SlopeColumns = vectorloops_columns

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

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    into standardized: UnsafeMutablePointer<Double>, count: Int
  ) {
    vectorloops_standardize_f64(bytes, means, divisors, standardized, count)
  }

  public static func scale(
    _ bytes: UnsafePointer<UInt8>, _ pixels: UnsafePointer<PixelScale>,
    places: UnsafePointer<UInt32>, rows: Int, columns: Int, stride: Int,
    into scaled: UnsafeMutablePointer<Double>, lively: LivelyRows
  ) -> Int {
    vectorloops_scale_f64(bytes, pixels, places, rows, columns, stride, scaled, lively)
  }

  public static func addSlopes(
    _ some: UnsafePointer<Double>, of slopeColumns: SlopeColumns,
    to all: UnsafeMutablePointer<Double>, rows: Int
  ) {
    vectorloops_add_slopes_f64(all, some, slopeColumns, rows)
  }

  public static func descend(
    _ W: UnsafeMutablePointer<Double>, along slopes: UnsafePointer<Double>,
    of slopeColumns: SlopeColumns, backgrounds: UnsafePointer<Double>, sums: UnsafePointer<Double>,
    rate: Double, rows: Int, columns: Int, totals: UnsafeMutablePointer<Double>
  ) {
    vectorloops_descend_pixels_f64(
      W, slopes, slopeColumns, backgrounds, sums, rate, rows, columns, totals)
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

  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    into standardized: UnsafeMutablePointer<Float>, count: Int
  ) {
    vectorloops_standardize_f32(bytes, means, divisors, standardized, count)
  }

  public static func scale(
    _ bytes: UnsafePointer<UInt8>, _ pixels: UnsafePointer<PixelScale>,
    places: UnsafePointer<UInt32>, rows: Int, columns: Int, stride: Int,
    into scaled: UnsafeMutablePointer<Float>, lively: LivelyRows
  ) -> Int {
    vectorloops_scale_f32(bytes, pixels, places, rows, columns, stride, scaled, lively)
  }

  public static func addSlopes(
    _ some: UnsafePointer<Float>, of slopeColumns: SlopeColumns,
    to all: UnsafeMutablePointer<Float>, rows: Int
  ) {
    vectorloops_add_slopes_f32(all, some, slopeColumns, rows)
  }

  public static func descend(
    _ W: UnsafeMutablePointer<Float>, along slopes: UnsafePointer<Float>,
    of slopeColumns: SlopeColumns, backgrounds: UnsafePointer<Float>, sums: UnsafePointer<Float>,
    rate: Float, rows: Int, columns: Int, totals: UnsafeMutablePointer<Float>
  ) {
    vectorloops_descend_pixels_f32(
      W, slopes, slopeColumns, backgrounds, sums, rate, rows, columns, totals)
  }
}
