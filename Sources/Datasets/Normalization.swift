import LinearAlgebra
import NeuralNetwork

/// The normalisation of pixels by a training set: `x ← (x − mean) / (deviation + 1e−9)`, per pixel.
///
/// Means and population standard deviations are summed image after image, as NumPy does along the
/// first axis, so that the normalised pixels have NumPy's bits. A pixel that never varies keeps a
/// deviation of 0: the 1e−9 then divides by almost nothing, as in the documents.
public struct Normalization: Sendable, Equatable {
  public let means: [Double]
  public let deviations: [Double]

  public init(of images: LabeledImages) {
    let (count, size) = (images.count, images.pixelsPerImage)
    var means = [Double](repeating: 0, count: size)
    var squares = means
    images.pixels.withUnsafeBufferPointer { pixels in
      for image in 0..<count {
        for pixel in 0..<size { means[pixel] += Double(pixels[image * size + pixel]) }
      }
      for pixel in 0..<size { means[pixel] /= Double(count) }
      for image in 0..<count {
        for pixel in 0..<size {
          let difference = Double(pixels[image * size + pixel]) - means[pixel]
          squares[pixel] += difference * difference
        }
      }
    }
    self.means = means
    deviations = squares.map { ($0 / Double(count)).squareRoot() }
  }

  /// The examples that a network learns from: normalised pixels (784 × m), and labels as one-hot
  /// columns (10 × m).
  public func examples<Scalar: MatrixScalar>(
    _ images: LabeledImages, as scalar: Scalar.Type = Double.self
  ) -> Examples<Scalar> {
    let size = means.count
    precondition(images.pixelsPerImage == size, "images of the training set's size")
    let divisors = deviations.map { $0 + 1e-9 }
    let inputs = Matrix<Scalar>(uninitializedRows: size, columns: images.count) { inputs in
      images.pixels.withUnsafeBufferPointer { pixels in
        for image in 0..<images.count {
          for pixel in 0..<size {
            let index = image * size + pixel
            inputs[index] = Scalar((Double(pixels[index]) - means[pixel]) / divisors[pixel])
          }
        }
      }
    }
    var targets = Matrix<Scalar>(rows: 10, columns: images.count)
    targets.withUnsafeMutableElements { targets in
      for (image, label) in images.labels.enumerated() { targets[image * 10 + Int(label)] = 1 }
    }
    return Examples(inputs: inputs, targets: targets)
  }
}
