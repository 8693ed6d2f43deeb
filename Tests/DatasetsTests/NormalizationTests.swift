import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Datasets

@Suite("Normalisation")
struct NormalizationTests {
  /// Three images of four pixels; the last pixel never varies.
  private let training = LabeledImages(
    rows: 2, columns: 2, pixels: [0, 10, 255, 7, 3, 10, 0, 7, 250, 11, 128, 7],
    labels: [3, 0, 9])

  @Test("means and deviations are NumPy's, bit for bit")
  func statistics() {
    let normalization = Normalization(of: training)
    #expect(
      normalization.means == [84.33333333333333, 10.333333333333334, 127.66666666666667, 7])
    #expect(
      normalization.deviations == [
        117.15042561690599, 0.4714045207910317, 104.10358089689113, 0,
      ])
  }

  @Test("normalised pixels are NumPy's, bit for bit; a pixel that never varies becomes 0")
  func pixels() {
    let examples: Examples<Double> = Normalization(of: training).examples(training)
    #expect(
      examples.inputs
        == Matrix([
          [-0.7198721890127158, -0.6942640874272832, 1.4141362764399992],
          [-0.7071067796865488, -0.7071067796865488, 1.4142135593730938],
          [1.2231407626431876, -1.2263427018124107, 0.0032019391692229586],
          [0, 0, 0],
        ]))
  }

  @Test("other images are measured by the training set; the constant pixel then grows huge")
  func otherImages() {
    let test = LabeledImages(rows: 2, columns: 2, pixels: [1, 9, 0, 9], labels: [5])
    let examples: Examples<Double> = Normalization(of: training).examples(test)
    #expect(
      examples.inputs
        == Matrix(column: [
          -0.711336155150905, -2.828427118746191, -1.2263427018124107, 1999999999.9999998,
        ]))
  }

  @Test("labels become one-hot columns")
  func targets() {
    let examples: Examples<Double> = Normalization(of: training).examples(training)
    var expected = Matrix<Double>(rows: 10, columns: 3)
    expected[3, 0] = 1
    expected[0, 1] = 1
    expected[9, 2] = 1
    #expect(examples.targets == expected)
  }

  @Test("Float pixels are the Double ones, rounded")
  func float() {
    let normalization = Normalization(of: training)
    let double: Examples<Double> = normalization.examples(training)
    let float = normalization.examples(training, as: Float.self)
    #expect(
      float.inputs.withUnsafeElements { Array($0) }
        == double.inputs.withUnsafeElements { $0.map(Float.init) })
  }

  @Test("no images give no examples")
  func empty() {
    let none = LabeledImages(rows: 2, columns: 2, pixels: [], labels: [])
    let examples: Examples<Double> = Normalization(of: training).examples(none)
    #expect(examples.count == 0)
    #expect(Normalization(of: none).means.allSatisfy { $0.isNaN })
  }
}
