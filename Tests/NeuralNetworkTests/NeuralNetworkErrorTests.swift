import NeuralNetwork
import Testing

@Suite("What can be wrong with a network's settings")
struct NeuralNetworkErrorTests {
  @Test(
    "each message names the value in one French sentence",
    arguments: [
      (.seed(-7), "-7"), (.noLayers, "couche"), (.networkInputs(-3), "-3 entrées"),
      (.units(-5, layer: 2), "La couche 2 ne peut pas avoir -5 neurones"),
      (.tooManyWeights(units: 7, inputs: 9, layer: 1), "7 × 9"),
      (.inputs(expected: 784, found: 3), "attend 784 entrées par exemple, les données en ont 3"),
      (.outputs(expected: 10, found: 4), "a 4 sorties, les étiquettes en demandent 10"),
      (.noExamples, "exemple"), (.learningRate(.nan), "nan"), (.batchSize(-2), "-2"),
      (.epochs(-1), "-1"),
    ] as [(NeuralNetworkError, String)])
  func messages(error: NeuralNetworkError, words: String) {
    #expect(error.description.contains(words))
    #expect(error.description.hasSuffix("."))
  }
}
