import Foundation
import Testing

/// The commands `activation`, `train` and `predict`, as a user runs them.
@Suite("train and predict")
struct TrainAndPredictTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
  }

  private func train(_ arguments: [String]) async throws -> TrainingResult {
    try await TrainingResult(data: directory.path, arguments)
  }

  @Test("activation without a name lists the catalogue")
  func catalogue() async throws {
    let outcome = try await Program.run(["activation"], environment: ["COLUMNS": "100"])
    #expect(outcome.status == 0)
    for name in ["linear", "leaky_relu", "hard_sigmoid", "softmax", "1/(1 + e⁻ˣ)", "x/(1 + |x|)"] {
      #expect(outcome.output.contains(name))
    }
    #expect(!outcome.output.contains("$") && !outcome.output.contains("\\"))
  }

  @Test("activation --at prints document E's values")
  func points() async throws {
    let points = "1,-10,0,15,-20"
    let relu = try await Program.run(["activation", "relu", "--at", points, "--json"])
    let rows = try JSONDecoder().decode(
      [[String: Double]].self, from: Data(relu.output.utf8))
    #expect(rows.map { $0["value"] } == [1, 0, 0, 15, 0])
    #expect(rows.map { $0["derivative"] } == [1, 0, 0, 1, 0])
    let leaky = try await Program.run(["activation", "leaky_relu", "--at", points])
    for number in ["−0,1 ", "−0,2 ", "15 "] { #expect(leaky.output.contains(number)) }
    let large = try await Program.run(["activation", "naive_tanh", "--at", "800", "--json"])
    #expect(large.output.contains(#""value" : "nan""#))
  }

  @Test("activation with a name draws its curves", .enabled(if: Gnuplot.isInstalled))
  func sheet() async throws {
    let outcome = try await Program.run(
      ["activation", "swish:beta=1.5", "--output", directory.path + "/o"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("f(x) = xσ(βx)"))
    for call in [".swish(beta: 1)", "silu(x)", "nn.SiLU()"] {
      #expect(outcome.output.contains(call))
    }
    #expect(directory.files.contains("o/activations/swish-beta-1.5.png"))
  }

  private static let small = [
    "--layers", "tanh:20,softmax:10", "--cost", "categorical_crossentropy", "--learning-rate",
    "0.05", "--epochs", "6", "--batch-size", "16", "--initializer", "xavier,he",
  ]

  @Test("train learns the small digits in both precisions, alike to rounding")
  func precisions() async throws {
    let double = try await train(Self.small)
    #expect(double.costs.count == 6 && !double.diverged && double.secondsPerEpoch > 0)
    #expect(double.parameters == 784 * 20 + 20 + 20 * 10 + 10)
    #expect(double.trainingAccuracy == 100 && double.testAccuracy == 100)
    let float = try await train(Self.small + ["--precision", "float32"])
    for (a, b) in zip(double.costs, float.costs) { #expect(abs(a - b) < 1e-4 && a != b) }
    #expect(try await train(Self.small + ["--threads", "1"]).costs == double.costs)
    #expect(try await train(Self.small + ["--seed", "1"]).costs != double.costs)
  }

  @Test("a run that diverges goes through all its epochs and is a result")
  func divergence() async throws {
    let result = try await train(["--initializer", "gaussian", "--epochs", "3"])
    #expect(result.diverged && result.costs.count == 3 && result.costs.allSatisfy(\.isNaN))
    let told = try await Program.run(
      ["train", "--data", directory.path, "--initializer", "gaussian", "--epochs", "1"])
    #expect(told.status == 0 && told.output.contains("cet entraînement a divergé"))
  }

  @Test("a network is trained, saved, drawn, and recognises digits")
  func prediction() async throws {
    let network = directory.path + "/a/réseau.safetensors"
    let json = directory.path + "/résultat.json"
    let drawing = Gnuplot.isInstalled ? ["--plot", directory.path + "/coût.png"] : []
    let trained = try await Program.run(
      ["train", "--data", directory.path, "--save", network, "--json", json] + drawing + Self.small)
    #expect(trained.status == 0, "\(trained.messages)")
    #expect(trained.output.contains("15 910 poids et biais"))
    #expect(directory.files.contains("résultat.json"))
    #expect(directory.files.contains("coût.png") == Gnuplot.isInstalled)

    // As MNIST's images are: the bar of the digit 7, light on 0, in the middle.
    let pixels = (0..<784).map { 9...18 ~= $0 / 28 && 4..<24 ~= $0 % 28 ? 230 : 0 }
    let image = directory.path + "/sept.pgm"
    let text = "P2 28 28 255\n" + pixels.map(String.init).joined(separator: "\n")
    try Data(text.utf8).write(to: URL(filePath: image))
    let seen = try await Program.run(["predict", network, image])
    #expect(seen.output.contains("chiffre "), "\(seen.messages)")
    #expect(seen.output.contains("    ████████████████████    "))
    #expect(!seen.output.contains("\u{1B}"))

    let test = try await Program.run(
      ["predict", network, "#13", "#4", "--json", "-", "--data", directory.path])
    let answers = try PredictionAnswer.all(in: test)
    let digits = answers.compactMap { $0.digits?.first }
    #expect(digits.map(\.digit) == [3, 4] && answers.map(\.label) == [3, 4])
    #expect(answers.map(\.file) == ["#13", "#4"] && answers.map(\.text) == ["3", "4"])
    for answer in digits {
      #expect(answer.probabilities.count == 10)
      #expect(abs(answer.probabilities.reduce(0, +) - 1) < 1e-12)
    }
    let beyond = try await Program.run(["predict", network, "#60", "--data", directory.path])
    #expect(beyond.status == 64 && beyond.messages.contains("de #0 à #59"))
  }
}
