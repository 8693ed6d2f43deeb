import Datasets
import NeuralNetwork

/// The examples of a training, normalised by those that the network learns from; trainings that run
/// side by side share them.
public struct ExperimentExamples<Scalar: PixelScalar>: Sendable {
  let normalization: Normalization
  public let training: Examples<Scalar>
  /// Those to choose by, where some are kept apart.
  public let dev: Examples<Scalar>?
  let test: Examples<Scalar>
  let isSynthetic: Bool

  /// - Parameters:
  ///   - split: one of these digits.
  ///   - given: a normalisation other than that by the images that the network learns from.
  ///   - testImages: how many images to test on at most.
  public init(
    _ digits: MNIST, _ split: DigitSplit, normalization given: Normalization? = nil,
    testImages: Int = .max
  ) {
    let all = digits.training
    let learned = split.images < all.count ? all[0..<split.images] : all
    normalization = given ?? Normalization(of: learned)
    training = normalization.examples(learned, as: Scalar.self)
    let dev = all[all.count - split.dev..<all.count]
    self.dev = split.dev == 0 ? nil : normalization.examples(dev, as: Scalar.self)
    let test = digits.test
    self.test = normalization.examples(
      testImages < test.count ? test[0..<testImages] : test, as: Scalar.self)
    isSynthetic = digits.isSynthetic
  }
}
