import Testing

/// Trainings on the real MNIST against a NumPy transcription of the same settings.
@Suite(
  "Trainings on MNIST, against NumPy",
  .enabled(if: Program.mnist != nil, "\(Program.needsMNIST)"))
struct TrainingReferenceTests {
  struct Reference: Sendable, CustomTestStringConvertible {
    let arguments: String
    let costs: [Double]
    /// In percent: training, test.
    let accuracies: [Double]
    var testDescription: String { arguments }
  }

  @Test(
    "any network gives NumPy's costs and accuracies",
    arguments: [
      Reference(
        arguments: """
          --layers leaky_relu:alpha=0.2:40,tanh:30,sigmoid:10 --initializer he,xavier,bengio \
          --learning-rate 0.02 --epochs 3 --batch-size 100 --seed 7
          """,
        costs: [1.0101978830891507, 0.6658468405825569, 0.5406133602280574],
        accuracies: [92.38833333333332, 92.2]),
      Reference(
        arguments: """
          --layers swish:beta=1.5:32,softmax:10 --initializer glorot_normal --learning-rate 0.05 \
          --epochs 2 --batch-size 37 --seed 123456789 --cost categorical_crossentropy
          """,
        costs: [0.17670752544667084, 0.13030677595103668],
        accuracies: [96.14833333333334, 95.23]),
      Reference(
        arguments: """
          --layers relu:max_value=6,threshold=0.5,alpha=0.1:20,elu:alpha=0.7:15,softplus:12,sigmoid:10 \
          --initializer lecun_normal --learning-rate 0.01 --epochs 2 --batch-size 256 --seed 3 \
          --cost mean_squared_error
          """,
        costs: [0.8542006688107656, 0.7130419716890041],
        accuracies: [47.75, 48.32]),
    ])
  func reference(_ reference: Reference) async throws {
    let data = try #require(Program.mnist)
    let result = try await TrainingResult(
      data: data, reference.arguments.split(separator: " ").map(String.init))
    #expect(result.costs.count == reference.costs.count)
    for (obtained, expected) in zip(result.costs, reference.costs) {
      #expect(abs(obtained - expected) < 1e-10)
    }
    for (obtained, expected) in zip(
      [result.trainingAccuracy, result.testAccuracy], reference.accuracies)
    {
      #expect(abs(obtained - expected) < 1e-9)
    }
  }
}
