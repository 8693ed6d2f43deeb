import Files
import Images
import LinearAlgebra
import ModelFiles
import NeuralNetwork
import Testing

@testable import Experiments

@Suite("Recognition by networks of other libraries")
struct ForeignRecognizerTests {
  private let folder: ScratchDirectory
  private var path: String { folder.path + "/réseau.safetensors" }

  init() throws { folder = try ScratchDirectory() }

  private func write(_ tensors: [String: Tensor], metadata: [String: String] = [:]) throws {
    try WholeFile.write(TensorFile(tensors: tensors, metadata: metadata).encoded(), to: path)
  }

  private func ones(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, .float32(Array(repeating: 1, count: shape.reduce(1, *))))
  }

  /// Each output is the sum of the inputs and its number.
  private func writeNetwork(inputs: Int = 784, outputs: Int = 10) throws {
    try write([
      "fc1.weight": ones([1, inputs]), "fc2.weight": ones([outputs, 1]),
      "fc2.bias": Tensor(shape: [outputs], .float32((0..<outputs).map { Float($0) })),
    ])
  }

  private func foreign(_ activations: String?, _ normalization: String?) throws -> ForeignNetwork {
    try ForeignNetwork(activations: activations, normalization: normalization)
  }

  private func refusal(_ foreign: ForeignNetwork?) -> String {
    do {
      _ = try Recognizer(path: path, foreign: foreign)
      return ""
    } catch {
      return "\(error)".replacing("\u{A0}", with: " ")
    }
  }

  @Test("what the file does not say comes from the command line")
  func predicts() throws {
    try writeNetwork()
    let recognizer = try Recognizer(path: path, foreign: foreign("relu,linear", "0.5,0.25"))
    let image = GrayImage(rows: 28, columns: 28, pixels: Array(repeating: 255, count: 784))
    let probabilities = recognizer.probabilities(of: image, isPrepared: true)
    for (digit, value) in probabilities.enumerated() {
      #expect(abs(value - Double(784 * 2 + digit)) < 1e-9)
    }
  }

  @Test("without it, the sentence says the layers and what to add")
  func incomplete() throws {
    try writeNetwork()
    let nothing = refusal(nil)
    #expect(nothing.hasPrefix("--activations : "))
    #expect(nothing.contains("2 couches, « fc1 » (784 → 1), « fc2 » (1 → 10)"))
    #expect(nothing.contains("--activations relu,softmax"))
    #expect(nothing.contains("--normalization 0.1307,0.3081"))
    let half = refusal(try foreign("relu,softmax", nil))
    #expect(half.hasPrefix("--normalization : ") && !half.contains("--activations"))
    #expect(!refusal(try foreign(nil, "unit")).contains("--normalization"))
    let count = refusal(try foreign("relu,relu,softmax", "unit"))
    #expect(count.contains("il y a 3 activations pour 2 couches"), "\(count)")
  }

  @Test("784 inputs and 10 outputs, or the tensor that has others is named")
  func shapes() throws {
    try writeNetwork(inputs: 100)
    #expect(refusal(nil).contains("« fc1.weight », a 100 entrées"))
    try writeNetwork(outputs: 2)
    #expect(refusal(nil).contains("« fc2.weight », a 2 sorties"))
    try write(["conv1.weight": ones([1, 1, 3, 3])])
    #expect(refusal(nil).contains("« conv1.weight »"))
  }

  @Test("a file of this program takes only what it lacks")
  func own() throws {
    let network = try Network<Double>(layers: [
      Layer(W: Matrix(rows: 10, columns: 784), b: Matrix(rows: 10, columns: 1), a: .sigmoid)
    ])
    try NetworkFile.save(network, to: path)
    #expect(refusal(nil).contains("ne garde pas la normalisation"))
    #expect(refusal(try foreign(nil, "unit")) == "")
    #expect(refusal(try foreign("sigmoid", "unit")).hasPrefix("--activations : "))
    let numbers = [Double](repeating: 1, count: 784)
    try NetworkFile.save(
      network, normalization: Normalization(means: numbers, deviations: numbers), to: path)
    #expect(refusal(nil) == "")
    #expect(refusal(try foreign(nil, "unit")).hasPrefix("--normalization : "))
  }

  @Test("an inspection tells tensors, layers, what lacks, or why there is no network")
  func inspection() throws {
    try writeNetwork(inputs: 5)
    let bare = try NetworkInspection(path: path)
    #expect(bare.tensors.map(\.name) == ["fc1.weight", "fc2.bias", "fc2.weight"])
    #expect(bare.tensors.map(\.mean) == [1, 4.5, 1] && bare.tensors[1].maximum == 9)
    #expect(bare.layers?.map(\.activation) == [nil, nil] && bare.parameters == 5 + 10 + 10)
    #expect(bare.remark?.contains("ne dit ni ses activations ni la normalisation") == true)
    let whole = try NetworkInspection(path: path, foreign: foreign("relu,softmax", "unit"))
    #expect(whole.layers?.map(\.activation) == ["relu", "softmax"] && whole.remark == nil)
    #expect(throws: ArgumentError.self) {
      try NetworkInspection(path: path, foreign: foreign("relu", nil))
    }
    try write(["conv1.weight": ones([1, 1, 3, 3])], metadata: ["format": "pt"])
    let other = try NetworkInspection(path: path)
    #expect(other.layers == nil && other.parameters == nil && other.tensors.count == 1)
    #expect(other.remark?.contains("conv1.weight") == true)
    #expect(other.metadata == ["format": "pt"])
  }
}
