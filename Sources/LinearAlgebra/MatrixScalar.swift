import COpenBLAS
import RealModule

/// A scalar that matrices are made of: `Double` (the documents' precision) or `Float`.
public protocol MatrixScalar: Real, BinaryFloatingPoint, Sendable {
  /// Writes the product of two matrices, each stored column after column and read as its transpose
  /// when the flag says so.
  static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Self>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Self>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Self>)
}

/// The shape of a matrix product: (`rows` × `inner`) · (`inner` × `columns`).
public struct ProductShape: Sendable {
  public let rows, columns, inner: Int
}

extension Double: MatrixScalar {
  public static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Double>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Double>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    OpenBLAS.multiply(shape, left, right, into: result, by: cblas_dgemm)
  }
}

extension Float: MatrixScalar {
  public static func multiply(
    _ shape: ProductShape,
    _ left: (elements: UnsafeBufferPointer<Float>, transposed: Bool),
    _ right: (elements: UnsafeBufferPointer<Float>, transposed: Bool),
    into result: UnsafeMutableBufferPointer<Float>
  ) {
    OpenBLAS.multiply(shape, left, right, into: result, by: cblas_sgemm)
  }
}
