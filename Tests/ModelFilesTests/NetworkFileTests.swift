import Files
import Foundation
import LinearAlgebra
import ModelFiles
import NeuralNetwork
import Testing

@Suite("Network files")
struct NetworkFileTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/réseau.safetensors" }

  private func network<Scalar: MatrixScalar>(
    _ activations: [Activation<Scalar>]
  ) throws -> Network<Scalar> {
    var random = try NumPyRandom(seed: 1)
    return try Network(
      inputs: 5, layers: activations.enumerated().map { Dense(3 + $0, $1) }, weights: .gaussian,
      using: &random)
  }

  private func checkRoundTrip<Scalar: MatrixScalar>(_ scalar: Scalar.Type) throws {
    let saved = try network([
      .relu(maximum: 6, threshold: 0.1), .leakyReLU(alpha: 0.2), Activation<Scalar>.softmax,
    ])
    let normalization = Normalization(means: [1, 2, 3, 4, 0.1], deviations: [0, 1, 2, 3, 4])
    try NetworkFile.save(saved, normalization: normalization, to: path)
    let loaded = try NetworkFile.load(Scalar.self, from: path)
    #expect(loaded.normalization == normalization)
    #expect(loaded.network.layers.map(\.W) == saved.layers.map(\.W))
    #expect(loaded.network.layers.map(\.b) == saved.layers.map(\.b))
    #expect(loaded.network.layers.map(\.a.name) == saved.layers.map(\.a.name))
  }

  @Test("a network of either precision is saved and loaded bit for bit")
  func roundTrip() throws {
    try checkRoundTrip(Double.self)
    try checkRoundTrip(Float.self)
    // Single precision is exact in double precision.
    #expect(try NetworkFile.load(Double.self, from: path).network.layers.count == 3)
  }

  @Test("weights are stored row after row, outputs × inputs")
  func layout() throws {
    let W = Matrix<Double>([[1, 2, 3], [4, 5, 6]])
    let layer = Layer(W: W, b: Matrix(column: [7, 8]), a: .relu)
    try NetworkFile.save(Network(layers: [layer]), to: path)
    let file = try TensorFile(decoding: Data(contentsOf: URL(filePath: path)))
    #expect(file.tensors["layer1.W"] == Tensor(shape: [2, 3], .float64([1, 2, 3, 4, 5, 6])))
    #expect(file.tensors["layer1.b"] == Tensor(shape: [2], .float64([7, 8])))
    #expect(
      file.metadata == [
        "format": "workbook-network", "layers": "1", "precision": "float64",
        "layer1.activation": "relu",
      ])
  }

  @Test("every activation of the library survives", arguments: Activation<Double>.all.map(\.name))
  func activations(name: String) throws {
    try NetworkFile.save(network([Activation<Double>.named(name)]), to: path)
    #expect(try NetworkFile.load(Double.self, from: path).network.layers[0].a.name == name)
  }

  @Test("an activation of one's own must be defined again, and the error names it")
  func ownActivation() throws {
    let own = Activation<Double>(
      "cube", value: { $0 * $0 * $0 }, derivative: { 3 * $0 * $0 })
    try NetworkFile.save(network([own]), to: path)
    let error = #expect(throws: NetworkFileError.self) {
      try NetworkFile.load(Double.self, from: path)
    }
    #expect(
      "\(error.map(String.init(describing:)) ?? "")".contains("l’activation «\u{A0}cube\u{A0}»"))
    let loaded = try NetworkFile.load(Double.self, from: path, defining: [own])
    #expect(loaded.network.layers[0].a(2) == 8)
  }

  /// The file of a one-layer network, changed.
  private func write(changing change: (inout TensorFile) -> Void) throws {
    try NetworkFile.save(
      network([Activation<Double>.relu, .sigmoid]),
      normalization: Normalization(means: [1, 2], deviations: [3, 4]), to: path)
    var file = try TensorFile(decoding: Data(contentsOf: URL(filePath: path)))
    change(&file)
    try WholeFile.write(file.encoded(), to: path)
  }

  @Test("files of other things, or with parts missing, are refused")
  func faults() throws {
    let vector = Tensor(shape: [2], .float64([1, 2]))
    let nothing = Tensor(shape: [0, 5], .float64([]))
    let faults: [(inout TensorFile) -> Void] = [
      { $0.metadata = [:] }, { $0.metadata["layers"] = "0" }, { $0.metadata["layers"] = "-1" },
      { $0.metadata["layers"] = "9999999999999999999" }, { $0.metadata["layers"] = "3" },
      { $0.metadata["layer1.activation"] = nil }, { $0.metadata["layer1.activation"] = "relu:a=" },
      { $0.tensors["layer1.W"] = nil }, { $0.tensors["layer2.b"] = nil },
      { $0.tensors["layer1.W"] = vector }, { $0.tensors["layer1.W"] = nothing },
      { $0.tensors["layer1.b"] = vector }, { $0.tensors["layer2.W"] = $0.tensors["layer1.W"] },
      { $0.tensors["normalization.means"] = nil },
      { $0.tensors["normalization.means"] = Tensor(shape: [0], .float32([])) },
    ]
    for (index, fault) in faults.enumerated() {
      try write(changing: fault)
      #expect(throws: NetworkFileError.self, "fault \(index)") {
        try NetworkFile.load(Double.self, from: path)
      }
    }
  }

  @Test("a missing file and a directory are errors of their own")
  func unreadable() {
    #expect(throws: InputFileError.cannotRead(path: path, code: ENOENT)) {
      try NetworkFile.load(Double.self, from: path)
    }
    #expect(throws: InputFileError.notRegular(path: directory.path)) {
      try NetworkFile.load(Double.self, from: directory.path)
    }
  }
}

/// A directory that disappears with the test.
private final class TemporaryDirectory {
  let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  init() {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
