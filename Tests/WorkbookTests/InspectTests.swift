import Foundation
import ProgramUnderTest
import Testing

@Suite("inspect, and networks of other libraries in predict")
struct InspectTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
  }

  private var path: String { directory.path + "/pytorch.safetensors" }

  /// A file whose tensors are zeros but for the last: outputs 0 to 9, of type F16.
  private func write(_ tensors: [(name: String, shape: [Int])], notes: String = "") throws {
    var (header, content) = (#"{"__metadata__":{"format":"pt"\#(notes)}"#, Data())
    for (index, tensor) in tensors.enumerated() {
      let begin = content.count
      let count = tensor.shape.reduce(1, *)
      let isLast = index == tensors.count - 1
      for number in 0..<count {
        // Powers of two from 1 on: an exponent and nothing else.
        let bits: UInt16 = isLast ? UInt16(number % 10 + 15) << 10 : 0
        withUnsafeBytes(of: bits.littleEndian) { content += $0 }
      }
      header += #","\#(tensor.name)":{"dtype":"F16","shape":\#(tensor.shape),"#
      header += #""data_offsets":[\#(begin),\#(content.count)]}"#
    }
    let text = Data((header + "}").utf8)
    let length = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) }
    try (length + text + content).write(to: URL(filePath: path))
  }

  private func writeNetwork() throws {
    try write([("0.weight", [5, 784]), ("2.weight", [10, 5]), ("2.bias", [10])])
  }

  @Test("predict takes what the file does not say, and asks for it by name")
  func predict() async throws {
    try writeNetwork()
    let asked = try await Program.run(["predict", path, "#1"])
    #expect(asked.status == 64 && asked.output.isEmpty)
    #expect(asked.messages.contains("« 0 » (784 → 5), « 2 » (5 → 10)"), "\(asked.messages)")
    #expect(asked.messages.contains("--activations relu,softmax et --normalization 0.1307,0.3081"))
    let seen = try await Program.run([
      "predict", path, "#1", "--json", "-", "--activations", "relu,linear",
      "--normalization", "unit", "--data", directory.path,
    ])
    #expect(seen.status == 0 && seen.messages.isEmpty, "\(seen.messages)")
    let digits = try PredictionAnswer.all(in: seen).compactMap(\.digits).flatMap(\.self)
    #expect(digits.map(\.digit) == [9])
    #expect(digits.first?.probabilities == (0..<10).map { Double(1 << $0) })
  }

  @Test("inspect shows tensors, layers, normalisation, parameters and notes")
  func inspect() async throws {
    try writeNetwork()
    let shown = try await Program.run([
      "inspect", path, "--activations", "ReLU,softmax", "--normalization", "0.1307,0.3081",
    ])
    #expect(shown.status == 0)
    for text in [
      "3 tenseurs, 3980 éléments", "5 × 784", "F16", "512", "softmax", "0,1307", "format", "pt",
      "Ce réseau a 3980 poids et biais",
    ] {
      #expect(onOneLine(shown.output).contains(text), "\(text): \(shown.output)")
    }
    let json = directory.path + "/a/réseau.json"
    let told = try await Program.run(["inspect", path, "--json", json])
    #expect(told.status == 0)
    #expect(onOneLine(told.output).contains("ne dit ni ses activations"))
    let inspection = try JSONDecoder().decode(
      Inspection.self, from: Data(contentsOf: URL(filePath: json)))
    #expect(inspection.tensors.map(\.name) == ["0.weight", "2.weight", "2.bias"])
    #expect(inspection.tensors.map(\.maximum) == [0, 0, 512])
    #expect(inspection.parameters == 3980 && inspection.layers?.count == 2)
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Inspection: Decodable {
    struct Layer: Decodable { let name: String }
    struct Tensor: Decodable {
      let name: String
      let maximum: Double
    }
    let tensors: [Tensor]
    let layers: [Layer]?
    let parameters: Int?
  }

  @Test("what is no network is shown too, with the tensor that does not fit")
  func other() async throws {
    try write([("conv1.weight", [2, 1, 3, 3])])
    let shown = try await Program.run(["inspect", path])
    #expect(shown.status == 0 && shown.output.contains("2 × 1 × 3 × 3"))
    #expect(shown.output.contains("convolution"))
    let refused = try await Program.run(["predict", path, "#1"])
    #expect(refused.status == 65 && refused.messages.contains("« conv1.weight »"))
  }

  @Test("names and notes of a file do nothing to a terminal")
  func hostile() async throws {
    try write(
      [("\\u001b]0;titre\\u0007.weight", [10, 784])],
      notes: #","\u001b[2J":"\u009b31m\u202E\#(String(repeating: "a", count: 5000))""#)
    for arguments in [["inspect", path], ["predict", path, "#1"]] {
      let shown = try await Program.run(arguments)
      for scalar in (shown.output + shown.messages).unicodeScalars {
        let isHarmless =
          scalar == "\n" || scalar.properties.generalCategory != .control && scalar != "\u{202E}"
        #expect(isHarmless, "\(scalar.value)")
      }
      #expect(shown.output.count < 4000)
    }
  }

  @Test("a network of this program is told with its own words")
  func own() async throws {
    let network = directory.path + "/réseau.safetensors"
    let trained = try await Program.run([
      "train", "--data", directory.path, "--layers", "leaky_relu:alpha=0.2:6,softmax:10",
      "--epochs", "1", "--cost", "categorical_crossentropy", "--save", network,
    ])
    try #require(trained.status == 0, "\(trained.messages)")
    let shown = try await Program.run(["inspect", network])
    for text in ["layer1.W", "leaky_relu:alpha=0.2", "softmax", "784 pixels", "workbook-network"] {
      #expect(shown.output.contains(text), "\(text): \(shown.output)")
    }
    let refused = try await Program.run(["predict", network, "#1", "--activations", "relu,softmax"])
    #expect(refused.status == 64 && refused.messages.contains("le dit déjà"))
  }
}
