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
      (.layers(expected: 4, found: 5, layer: 2), "La couche 2 attend 4 entrées, la couche 1"),
      (.noExamples, "exemple"), (.learningRate(.nan), "nan"), (.batchSize(-2), "-2"),
      (.epochs(-1), "-1"), (.initializers(found: 2, layers: 3), "2 initialisations pour 3 couches"),
      (.unknownName("x", kind: .activation, known: ["a", "b"], meant: nil), "L’activation « x » "),
      (
        .unknownName("x", kind: .initializer, known: ["a", "b"], meant: nil),
        "L’initialisation « x » "
      ),
      (.unknownName("x", kind: .cost, known: ["a", "b"], meant: nil), "Le coût « x » "),
      (.unknownName("x", kind: .cost, known: ["a", "b"], meant: nil), " : choisis parmi a, b."),
      (
        .unknownName("x", kind: .cost, known: ["a"], meant: "y"),
        " ; voulais-tu dire « y » ? Choisis parmi a."
      ),
      (.unknownParameter("alhpa", of: "relu", known: ["alpha"]), "voulais-tu dire « alpha » ?"),
      (.unknownParameter("x", of: "relu", known: ["a", "b"]), "(paramètres : a, b)."),
      (.unknownParameter("x", of: "tanh", known: []), "n’a pas de paramètre « x »"),
      (.missingParameter(of: "relu", known: ["a", "b"]), "Après « relu: », il manque"),
      (.missingParameter(of: "relu", known: ["a", "b"]), "(paramètres : a, b)."),
      (.missingParameter(of: "tanh", known: []), "« tanh » n’a aucun paramètre : écris"),
      (.repeatedParameter("alpha", of: "relu"), "« alpha » de « relu » est donné deux fois"),
      (.parameterValue("alpha=x", of: "relu", expected: "alpha=nombre"), "écris alpha=nombre."),
    ] as [(NeuralNetworkError, String)])
  func messages(error: NeuralNetworkError, words: String) {
    #expect(error.description.contains(words))
    #expect(error.description.hasSuffix("."))
    let plainSpace = #/[ ][»:;!?]|«[ ]/#
    #expect(error.description.firstMatch(of: plainSpace) == nil, "no-break spaces")
  }
}
