import LinearAlgebra
import NeuralNetwork

extension Normalization {
  /// The normalisation by the pixels of a training set.
  public init(of images: LabeledImages) {
    self.init(of: images.pixels, size: images.pixelsPerImage)
  }

  /// The examples that a network learns from: normalised pixels (784 × m), and labels as one-hot
  /// columns (10 × m).
  public func examples<Scalar: PixelScalar>(
    _ images: LabeledImages, as scalar: Scalar.Type = Double.self
  ) -> Examples<Scalar> {
    precondition(images.pixelsPerImage == means.count, "images of the training set's size")
    var targets = Matrix<Scalar>(rows: 10, columns: images.count)
    targets.withUnsafeMutableElements { targets in
      for (image, label) in images.labels.enumerated() { targets[image * 10 + Int(label)] = 1 }
    }
    return Examples(inputs: standardized(images.pixels), targets: targets)
  }
}
