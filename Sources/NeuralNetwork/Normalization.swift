import LinearAlgebra

/// The normalisation of pixels by a training set: `x ← (x − mean) / (deviation + 1e−9)`, per pixel.
///
/// Means and population standard deviations are summed image after image, as NumPy does along the
/// first axis, so that the normalised pixels have NumPy's bits. A pixel that never varies keeps a
/// deviation of 0: the 1e−9 then divides by almost nothing, as in the documents.
public struct Normalization: Sendable, Equatable {
  public let means: [Double]
  public let deviations: [Double]

  /// A normalisation that is already known, with as many deviations as means.
  public init(means: [Double], deviations: [Double]) {
    precondition(means.count == deviations.count, "as many deviations as means")
    self.means = means
    self.deviations = deviations
  }

  /// The normalisation by whole images of `size` pixels, one after the other.
  public init(of pixels: [UInt8], size: Int) {
    precondition(size > 0 && pixels.count.isMultiple(of: size), "whole images")
    let count = pixels.count / size
    var means = [Double](repeating: 0, count: size)
    var squares = means
    pixels.withUnsafeBufferPointer { pixels in
      func column(_ image: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: pixels[image * size..<(image + 1) * size])
      }
      for image in 0..<count { ByteSums.add(column(image), to: &means) }
      for pixel in 0..<size { means[pixel] /= Double(count) }
      for image in 0..<count { ByteSums.addSquares(column(image), from: means, to: &squares) }
    }
    self.means = means
    deviations = squares.map { ($0 / Double(count)).squareRoot() }
  }

  /// The normalised pixels of images, one column for each.
  public func inputs<Scalar: PixelScalar>(
    _ pixels: [UInt8], as scalar: Scalar.Type = Double.self
  ) -> Matrix<Scalar> {
    let standardized = standardized(pixels)
    return standardized.matrix(columns: 0..<standardized.columns)
  }

  /// Images of the same pixels, which are normalised where they are used.
  public func standardized(_ pixels: [UInt8]) -> StandardizedBytes {
    StandardizedBytes(pixels, means: means, divisors: deviations.map { $0 + 1e-9 })
  }
}
