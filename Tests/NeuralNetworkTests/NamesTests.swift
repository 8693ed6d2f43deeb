import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Names")
struct NamesTests {
  @Test(
    "the name of an activation gives it again",
    arguments: Activation<Double>.all + [
      .relu(alpha: 0.25), .relu(maximum: 6), .relu(maximum: 0), .relu(threshold: -1.5),
      .relu(alpha: -0.1, maximum: 1e-5, threshold: 1e300), .leakyReLU(alpha: 0.2),
      .leakyReLU(alpha: 0), .leakyReLU(alpha: -1.0 / 3), .elu(alpha: 0.3), .elu(alpha: 1e-300),
      .swish(beta: 1.5), .swish(beta: -2), .swish(beta: 0),
    ])
  func activationRoundTrip(activation: Activation<Double>) throws {
    let named = try Activation<Double>.named(activation.name)
    #expect(named.name == activation.name)
    #expect(try Activation<Float>.named(activation.name).name == activation.name)
    for x in [-2.7, -0.3, 0, 0.4, 3.1, 12] {
      #expect(named(x) == activation(x))
      #expect(named.derivative(x) == activation.derivative(x))
    }
  }

  @Test(
    "texts that mean the same get the same name",
    arguments: [
      ("relu", "relu"), ("relu:max_value=6", "relu:max_value=6.0"),
      ("relu:threshold=1,max_value=6", "relu:max_value=6.0,threshold=1.0"),
      ("relu:max_value=inf,alpha=0", "relu"), ("leaky_relu:alpha=0.01", "leaky_relu"),
      ("leaky_relu:alpha=.2", "leaky_relu:alpha=0.2"), ("elu:alpha=2e-1", "elu:alpha=0.2"),
      ("leaky_relu:alpha=-0.5", "leaky_relu:alpha=-0.5"), ("silu", "swish"),
      ("silu:beta=2", "swish:beta=2.0"), ("swish:beta=0", "swish:beta=0.0"),
    ])
  func activationNames(text: String, name: String) throws {
    #expect(try Activation<Double>.named(text).name == name)
  }

  @Test("a parameter does what it says")
  func parameters() throws {
    #expect(try Activation<Double>.named("leaky_relu:alpha=0.2")(-10) == -2)
    #expect(try Activation<Double>.named("relu:max_value=6")([-1, 3, 9]) == [0, 3, 6])
    #expect(try Activation<Double>.named("relu:alpha=0.5,threshold=2")([0, 2, 3]) == [-1, 0, 3])
    #expect(try Activation<Double>.named("elu:alpha=2")(-.infinity) == -2)
    #expect(try Activation<Double>.named("swish:beta=0")(3) == 1.5)
  }

  private static let relu = ["alpha", "max_value", "threshold"]

  @Test(
    "a text that names no activation is refused",
    arguments: [
      ("relu:", .missingParameter(of: "relu", known: relu)),
      ("relu:alpha=1,", .missingParameter(of: "relu", known: relu)),
      ("relu:,alpha=1", .missingParameter(of: "relu", known: relu)),
      ("relu:alpha=1,,threshold=2", .missingParameter(of: "relu", known: relu)),
      ("tanh:", .missingParameter(of: "tanh", known: [])),
      ("tanh:alpha=1", .unknownParameter("alpha", of: "tanh", known: [])),
      ("relu:beta=1", .unknownParameter("beta", of: "relu", known: relu)),
      ("relu:=1", .unknownParameter("", of: "relu", known: relu)),
      ("relu:6", .unknownParameter("6", of: "relu", known: relu)),
      ("relu: alpha=1", .unknownParameter(" alpha", of: "relu", known: relu)),
      ("leaky_relu:alpha=0,2", .unknownParameter("2", of: "leaky_relu", known: ["alpha"])),
      ("silu:alpha=1", .unknownParameter("alpha", of: "swish", known: ["beta"])),
      ("relu:alpha=1,alpha=1", .repeatedParameter("alpha", of: "relu")),
      ("relu:alpha", value("alpha", of: "relu", "alpha=nombre")),
      ("relu:alpha=", value("alpha=", of: "relu", "alpha=nombre")),
      ("relu:alpha=un", value("alpha=un", of: "relu", "alpha=nombre")),
      ("relu:alpha=1=2", value("alpha=1=2", of: "relu", "alpha=nombre")),
      ("relu:alpha=1:2", value("alpha=1:2", of: "relu", "alpha=nombre")),
      ("relu:alpha=nan", value("alpha=nan", of: "relu", "alpha=nombre")),
      ("relu:alpha=inf", value("alpha=inf", of: "relu", "alpha=nombre")),
      ("relu:alpha=1e999", value("alpha=1e999", of: "relu", "alpha=nombre")),
      ("relu:max_value=-1", value("max_value=-1", of: "relu", "max_value=nombre positif ou nul")),
      ("relu:max_value=nan", value("max_value=nan", of: "relu", "max_value=nombre positif ou nul")),
      ("relu:threshold=-inf", value("threshold=-inf", of: "relu", "threshold=nombre")),
      ("elu:alpha=-1", value("alpha=-1", of: "elu", "alpha=nombre positif")),
      ("elu:alpha=0", value("alpha=0", of: "elu", "alpha=nombre positif")),
      ("elu:alpha=inf", value("alpha=inf", of: "elu", "alpha=nombre positif")),
      ("elu:alpha=1e-999", value("alpha=1e-999", of: "elu", "alpha=nombre positif")),
      ("swish:beta=x", value("beta=x", of: "swish", "beta=nombre")),
    ] as [(String, NeuralNetworkError)])
  func badActivations(text: String, error: NeuralNetworkError) {
    #expect(throws: error) { try Activation<Double>.named(text) }
    #expect(throws: error) { try Activation<Float>.named(text) }
  }

  @Test(
    "an unknown activation is refused with the choices",
    arguments: ["", ":", ":alpha=1", "_", "relu ", "sigmoide", "tanh,relu", "é", "hardtanh"])
  func unknownActivation(text: String) throws {
    let error = #expect(throws: NeuralNetworkError.self) { try Activation<Double>.named(text) }
    guard case .unknownName(let name, .activation, let known, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name == String(text.prefix { $0 != ":" }))
    #expect(known == ActivationFamily<Double>.all.map(\.name))
    let message = try #require(error).description
    #expect(known.allSatisfy { message.contains($0) })
  }

  @Test("the families' names and parameters are those of the activations")
  func families() throws {
    for family in ActivationFamily<Double>.all {
      #expect(try Activation<Double>.named(family.name).name == family.name)
      for parameter in family.parameters {
        let text = "\(family.name):\(parameter.name)"
        #expect(try Activation<Double>.named("\(text)=\(parameter.value)").name == family.name)
        #expect(try Activation<Double>.named("\(text)=0.75").name == "\(text)=0.75")
      }
    }
  }

  @Test(
    "the name of an initializer gives it again",
    arguments: Initializer.all.map(\.name) + ["uniform:scale=0.05", "he:scale=1e-09"])
  func initializerRoundTrip(name: String) throws {
    #expect(try Initializer.named(name).name == name)
  }

  @Test(
    "a scale multiplies the weights",
    arguments: [
      ("uniform:scale=0.05", .uniform, 0.05), ("gaussian:scale=.01", .gaussian100, 1),
      ("uniform_100:scale=100", .uniform100, 100), ("he:scale=1", .he, 1),
    ] as [(String, Initializer, Double)])
  func scale(text: String, base: Initializer, factor: Double) throws {
    var (random, other) = (try NumPyRandom(seed: 5), try NumPyRandom(seed: 5))
    let W: Matrix<Double> = try Initializer.named(text).weights(
      inputs: 3, outputs: 2, using: &random)
    let expected: Matrix<Double> = base.weights(inputs: 3, outputs: 2, using: &other)
    #expect(W == expected.map { $0 * factor })
  }

  @Test(
    "a text that names no initializer is refused",
    arguments: [
      ("he:", .missingParameter(of: "he", known: ["scale"])),
      ("he:scale=1,", .missingParameter(of: "he", known: ["scale"])),
      ("he:scale=2,scale=2", .repeatedParameter("scale", of: "he")),
      ("he:alpha=2", .unknownParameter("alpha", of: "he", known: ["scale"])),
      ("he:2", .unknownParameter("2", of: "he", known: ["scale"])),
      ("he:scale", value("scale", of: "he", "scale=nombre positif")),
      ("he:scale=", value("scale=", of: "he", "scale=nombre positif")),
      ("he:scale=grand", value("scale=grand", of: "he", "scale=nombre positif")),
      ("he:scale=0", value("scale=0", of: "he", "scale=nombre positif")),
      ("he:scale=-1", value("scale=-1", of: "he", "scale=nombre positif")),
      ("he:scale=nan", value("scale=nan", of: "he", "scale=nombre positif")),
      ("he:scale=inf", value("scale=inf", of: "he", "scale=nombre positif")),
      ("", unknown("")), ("glorot", unknown("glorot", "glorot_normal")),
      ("He_Normal", unknown("He_Normal", "he")), ("xavuer", unknown("xavuer", "xavier")),
      ("he,he,xavier", unknown("he,he,xavier")),
    ] as [(String, NeuralNetworkError)])
  func badInitializers(text: String, error: NeuralNetworkError) {
    #expect(throws: error) { try Initializer.named(text) }
  }

  @Test("the name of a cost gives it again", arguments: Cost<Double>.all.map(\.name))
  func costRoundTrip(name: String) throws {
    #expect(try Cost<Double>.named(name).name == name)
    #expect(try Cost<Float>.named(name).name == name)
  }

  @Test(
    "an unknown cost is refused with the choices",
    arguments: [
      ("", nil), ("mae", "mse"), ("binary_crossentropy:", "binary_crossentropy"),
      ("mean_squared_error ", "mean_squared_error"),
      ("CrossEntropyLoss", "categorical_crossentropy"),
    ])
  func unknownCost(name: String, meant: String?) {
    let known = [
      "binary_crossentropy", "naive_binary_crossentropy", "categorical_crossentropy",
      "mean_squared_error",
    ]
    #expect(
      throws: NeuralNetworkError.unknownName(name, kind: .cost, known: known, meant: meant)
    ) {
      try Cost<Double>.named(name)
    }
  }

  private static func value(
    _ text: String, of name: String, _ expected: String
  ) -> NeuralNetworkError { .parameterValue(text, of: name, expected: expected) }

  private static func unknown(_ name: String, _ meant: String? = nil) -> NeuralNetworkError {
    .unknownName(name, kind: .initializer, known: Initializer.all.map(\.name), meant: meant)
  }
}
