import CPixelLoops
import LinearAlgebra

/// A scalar with loops over the pixels of images and the weights that read them, compiled for several
/// instruction sets and chosen when the program runs.
public protocol PixelScalar: MatrixScalar {
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
public typealias PixelScale = pixelloops_pixel

/// Room for the rows of pixels that are not all background: their numbers and their places.
public typealias LivelyRows = pixelloops_lively

/// Which columns of some weights have slopes.
public typealias SlopeColumns = pixelloops_columns

extension Double: PixelScalar {
  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    into standardized: UnsafeMutablePointer<Double>, count: Int
  ) {
    pixelloops_standardize_f64(bytes, means, divisors, standardized, count)
  }

  public static func scale(
    _ bytes: UnsafePointer<UInt8>, _ pixels: UnsafePointer<PixelScale>,
    places: UnsafePointer<UInt32>, rows: Int, columns: Int, stride: Int,
    into scaled: UnsafeMutablePointer<Double>, lively: LivelyRows
  ) -> Int {
    pixelloops_scale_f64(bytes, pixels, places, rows, columns, stride, scaled, lively)
  }

  public static func addSlopes(
    _ some: UnsafePointer<Double>, of slopeColumns: SlopeColumns,
    to all: UnsafeMutablePointer<Double>, rows: Int
  ) {
    pixelloops_add_slopes_f64(all, some, slopeColumns, rows)
  }

  public static func descend(
    _ W: UnsafeMutablePointer<Double>, along slopes: UnsafePointer<Double>,
    of slopeColumns: SlopeColumns, backgrounds: UnsafePointer<Double>, sums: UnsafePointer<Double>,
    rate: Double, rows: Int, columns: Int, totals: UnsafeMutablePointer<Double>
  ) {
    pixelloops_descend_f64(
      W, slopes, slopeColumns, backgrounds, sums, rate, rows, columns, totals)
  }
}

extension Float: PixelScalar {
  public static func standardize(
    _ bytes: UnsafePointer<UInt8>, means: UnsafePointer<Double>, divisors: UnsafePointer<Double>,
    into standardized: UnsafeMutablePointer<Float>, count: Int
  ) {
    pixelloops_standardize_f32(bytes, means, divisors, standardized, count)
  }

  public static func scale(
    _ bytes: UnsafePointer<UInt8>, _ pixels: UnsafePointer<PixelScale>,
    places: UnsafePointer<UInt32>, rows: Int, columns: Int, stride: Int,
    into scaled: UnsafeMutablePointer<Float>, lively: LivelyRows
  ) -> Int {
    pixelloops_scale_f32(bytes, pixels, places, rows, columns, stride, scaled, lively)
  }

  public static func addSlopes(
    _ some: UnsafePointer<Float>, of slopeColumns: SlopeColumns,
    to all: UnsafeMutablePointer<Float>, rows: Int
  ) {
    pixelloops_add_slopes_f32(all, some, slopeColumns, rows)
  }

  public static func descend(
    _ W: UnsafeMutablePointer<Float>, along slopes: UnsafePointer<Float>,
    of slopeColumns: SlopeColumns, backgrounds: UnsafePointer<Float>, sums: UnsafePointer<Float>,
    rate: Float, rows: Int, columns: Int, totals: UnsafeMutablePointer<Float>
  ) {
    pixelloops_descend_f32(
      W, slopes, slopeColumns, backgrounds, sums, rate, rows, columns, totals)
  }
}
