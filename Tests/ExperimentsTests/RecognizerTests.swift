import Files
import LinearAlgebra
import ModelFiles
import NeuralNetwork
import Testing

@testable import Experiments

@Suite("Networks that recognise digits")
struct RecognizerTests {
  private func refusal(inputs: Int, outputs: Int, pixels: Int) throws -> NotARecognizer? {
    let folder = try ScratchDirectory()
    let path = folder.path + "/réseau.safetensors"
    let network = try Network<Double>(layers: [
      Layer(
        W: Matrix(rows: outputs, columns: inputs), b: Matrix(rows: outputs, columns: 1),
        a: .sigmoid)
    ])
    let numbers = [Double](repeating: 1, count: pixels)
    try NetworkFile.save(
      network, normalization: Normalization(means: numbers, deviations: numbers), to: path)
    do {
      _ = try Recognizer(path: path)
      return nil
    } catch let error as NotARecognizer {
      return error
    }
  }

  @Test("784 pixels, 784 inputs, 10 outputs; what is missing is named")
  func shapes() throws {
    #expect(try refusal(inputs: 784, outputs: 10, pixels: 784) == nil)
    let normalization = try refusal(inputs: 784, outputs: 10, pixels: 100)
    #expect(normalization?.reason.contains("images de 100 pixels") == true)
    let inputs = try refusal(inputs: 100, outputs: 10, pixels: 784)
    #expect(inputs?.reason.contains("100 entrées et 10 sorties") == true)
    let outputs = try refusal(inputs: 784, outputs: 2, pixels: 784)
    #expect(outputs?.reason.contains("784 entrées et 2 sorties") == true)
  }
}
