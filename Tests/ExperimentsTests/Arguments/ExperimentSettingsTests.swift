import Experiments
import NeuralNetwork
import Testing

@Suite("Settings of a training")
struct ExperimentSettingsTests {
  private func settings(
    _ change: (inout ExperimentSettings.Options) -> Void
  ) throws -> ExperimentSettings {
    var options = ExperimentSettings.Options()
    change(&options)
    return try ExperimentSettings(options)
  }

  @Test("the defaults are document D's")
  func defaults() throws {
    let settings = try settings { _ in }
    let network = try settings.network(Double.self)
    #expect(network.layers.map(\.W.rows) == [50, 25, 10])
    #expect(network.parameterCount == 784 * 50 + 50 + 50 * 25 + 25 + 25 * 10 + 10)
    #expect(settings.descent.learningRate == 0.005 && settings.descent.batchSize == 64)
    #expect(settings.descent.epochs == 20 && settings.seed == 0)
    // The first number of randn after seed 0.
    #expect(network.layers[0].W[0, 0] == 1.764052345967664 / 28)
  }

  @Test("one initializer for all layers, or one for each")
  func initializers() throws {
    #expect(try settings { $0.initializer = "he" }.initializers.map(\.name) == ["he", "he", "he"])
    let each = "he,uniform:scale=0.05,xavier"
    #expect(
      try settings { $0.initializer = each }.initializers.map(\.name)
        == ["he", "uniform:scale=0.05", "xavier"])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let argument: String
    let change: @Sendable (inout ExperimentSettings.Options) -> Void
    var testDescription: String { argument }

    init(
      _ argument: String, _ change: @escaping @Sendable (inout ExperimentSettings.Options) -> Void
    ) {
      self.argument = argument
      self.change = change
    }
  }

  @Test(
    "an option that does not do is named",
    arguments: [
      Mistake("--learning-rate") { $0.learningRate = "0" },
      Mistake("--learning-rate") { $0.learningRate = "nan" },
      Mistake("--learning-rate") { $0.learningRate = "inf" },
      Mistake("--learning-rate") { $0.learningRate = "-0.1" },
      Mistake("--learning-rate") { $0.learningRate = "0,1" },
      Mistake("--learning-rate") { $0.learningRate = "0x1p3" },
      Mistake("--learning-rate") { $0.learningRate = "1e999" },
      Mistake("--batch-size") { $0.batchSize = "0" },
      Mistake("--epochs") { $0.epochs = "0" },
      Mistake("--epochs") { $0.epochs = "99999999999999999999" },
      Mistake("--seed") { $0.seed = "-1" },
      Mistake("--seed") { $0.seed = "4294967296" },
      Mistake("--precision") { $0.precision = "float16" },
      Mistake("--cost") { $0.cost = "crossentropy" },
      Mistake("--initializer") { $0.initializer = "" },
      Mistake("--initializer") { $0.initializer = "he,he" },
      Mistake("--initializer") { $0.initializer = "he,he,zero" },
      Mistake("--layers") { $0.layers = "relu:50" },
    ])
  func mistakes(_ mistake: Mistake) throws {
    let error = #expect(throws: ArgumentError.self) { try settings(mistake.change) }
    #expect(error?.argument == mistake.argument)
  }

  @Test("a network that memory would not hold is refused before it is made")
  func tooLarge() throws {
    let settings = try settings { $0.layers = "relu:4000000000000000000,sigmoid:10" }
    #expect(throws: ArgumentError.self) { try settings.network(Float.self) }
  }
}
