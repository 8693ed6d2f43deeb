import NeuralNetwork
import Testing

@testable import Experiments

@Suite("Networks of other libraries on the command line")
struct ForeignNetworkTests {
  @Test("activations by name, parameters included, and the names of other libraries")
  func activations() throws {
    let network = try ForeignNetwork(
      activations: "relu,leaky_relu:alpha=0.2,ReLU6,softmax", normalization: nil)
    #expect(
      network.activations == ["relu", "leaky_relu:alpha=0.2", "relu:max_value=6", "softmax"])
    #expect(network.notes.count == 1 && network.notes[0].contains("ReLU6"))
    #expect(network.scale == nil)
  }

  @Test(
    "a value that does not do is named with its option",
    arguments: [
      ("relo", nil, "--activations : l’activation « relo » n’existe pas"),
      ("relu,", nil, "--activations"), ("", nil, "--activations"),
      (nil, "", "--normalization : « » ne convient pas"),
      (nil, "0.5", "--normalization"), (nil, "0,1307,0,3081", "avec des points"),
      (nil, "0.5,0", "--normalization"), (nil, "0.5,-1", "--normalization"),
      (nil, "0.5,nan", "--normalization"), (nil, "1e300,1", "--normalization"),
      (nil, "0.5,0.5,0.5", "--normalization"), (nil, "\u{1B}[2J", "« [2J »"),
    ] as [(String?, String?, String)])
  func mistakes(activations: String?, normalization: String?, words: String) {
    let error = #expect(throws: ArgumentError.self) {
      try ForeignNetwork(activations: activations, normalization: normalization)
    }
    let text = "\(error.map { "\($0)" } ?? "")".replacing("\u{A0}", with: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(text.contains(words), "\(text)")
  }

  @Test("a normalisation is that of torchvision: pixels/255, less the mean, by the deviation")
  func normalization() throws {
    let pixels = (0..<4).map { UInt8($0 * 85) }
    for (text, mean, deviation) in [("unit", 0.0, 1.0), ("0.1307,0.3081", 0.1307, 0.3081)] {
      let scale = try #require(try ForeignNetwork(activations: nil, normalization: text).scale)
      #expect(scale.mean == mean && scale.deviation == deviation)
      let inputs = scale.normalization(pixels: 4).inputs(pixels, as: Double.self)
      for (row, pixel) in pixels.enumerated() {
        #expect(abs(inputs[row, 0] - (Double(pixel) / 255 - mean) / deviation) < 1e-14)
      }
    }
  }
}
