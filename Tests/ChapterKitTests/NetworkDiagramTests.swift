import NeuralNetwork
import Plotting
import Testing

@testable import ChapterKit

@Suite("Diagrams of networks")
struct NetworkDiagramTests {
  private static func network() throws -> Network<Double> {
    var random = try NumPyRandom(seed: 0)
    return try Network(
      inputs: 3, layers: [Dense(4, .tanh), Dense(5, .relu), Dense(2, .sigmoid)], weights: .xavier,
      using: &random)
  }

  @Test("sizes, activations and shapes are those of the network")
  func shapes() throws {
    #expect(
      NetworkDiagram("r", of: try Self.network())
        == NetworkDiagram(
          "r",
          layers: [
            .init("entrée", units: 3),
            .init(
              "couche 1", units: 4, activation: "tanh",
              parameters: "W₁\u{A0}: 4 × 3, b₁\u{A0}: 4"),
            .init(
              "couche 2", units: 5, activation: "relu",
              parameters: "W₂\u{A0}: 5 × 4, b₂\u{A0}: 5"),
            .init(
              "sortie", units: 2, activation: "sigmoid",
              parameters: "W₃\u{A0}: 2 × 5, b₃\u{A0}: 2"),
          ]))
  }

  @Test("names replace the usual ones, as far as there are some")
  func names() throws {
    let rows = try NetworkDiagram("r", of: try Self.network(), names: ["pixels", "bords"]).table()
      .split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[0] }
    #expect(rows == ["pixels", "bords", "couche 2", "sortie"])
  }
}
