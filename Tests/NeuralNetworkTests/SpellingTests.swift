import LinearAlgebra
import NeuralNetwork
import Testing

/// Names in the words of Keras, PyTorch and NumPy.
@Suite("Other libraries' names")
struct SpellingTests {
  @Test(
    "an activation under another library's name is understood, and its name here told",
    arguments: [
      ("ReLU", "relu"), ("relu6", "relu:max_value=6"), ("ReLU6", "relu:max_value=6"),
      ("relu6:alpha=0.1", "relu:max_value=6,alpha=0.1"), ("SiLU", "swish"), ("Tanh", "tanh"),
      ("silu:beta=2", "swish:beta=2"), ("Leaky-ReLU:alpha=0.2", "leaky_relu:alpha=0.2"),
      ("LeakyReLU:negative_slope=0.2", "leaky_relu:alpha=0.2"),
      ("leaky_relu:slope=0.2", "leaky_relu:alpha=0.2"), ("Hardsigmoid", "hard_sigmoid"),
      ("relu:negative_slope=0.1,max-value=6", "relu:alpha=0.1,max_value=6"),
      ("identity", "linear"), ("GELU", "gelu"), ("quick_gelu", "swish:beta=1.702"),
      ("logistic", "sigmoid"), ("relu:Alpha=1", "relu:alpha=1"),
    ])
  func activations(typed: String, canonical: String) throws {
    let spelling = try Activation<Double>.spelling(of: typed)
    #expect(spelling.canonical == canonical)
    #expect(spelling.note == "« \(typed) » s’écrit ici \(canonical).")
    #expect(
      try Activation<Double>.named(typed).name == Activation<Double>.named(canonical).name)
  }

  @Test(
    "a name of the library's own calls for no remark",
    arguments: ActivationFamily<Double>.all.map(\.name) + ["relu:max_value=6", "swish:beta=0"])
  func own(name: String) throws {
    #expect(try Activation<Float>.spelling(of: name) == Spelling(typed: name, canonical: name))
    #expect(try Activation<Float>.spelling(of: name).note == nil)
  }

  @Test("what another name computes is what its library computes")
  func formulas() throws {
    for x in [-7.5, -1, -0.25, 0, 0.5, 3, 6, 9] {
      #expect(try Activation<Double>.named("relu6")(x) == min(max(x, 0), 6))
      #expect(
        try Activation<Double>.named("LeakyReLU:negative_slope=0.2")(x) == (x > 0 ? x : 0.2 * x))
      #expect(try Activation<Double>.named("identity")(x) == x)
      let gate = try Activation<Double>.named("sigmoid")(1.702 * x)
      #expect(abs(try Activation<Double>.named("quick_gelu")(x) - x * gate) < 1e-15)
    }
  }

  @Test("PyTorch's default for the slope is told, for Keras has another")
  func defaults() throws {
    let note = try Activation<Double>.spelling(of: "LeakyReLU").note
    #expect(note?.contains("leaky_relu, avec alpha=0.01") == true)
    #expect(try Activation<Double>.named("LeakyReLU")(-1) == -0.01)
  }

  @Test(
    "an initializer under another library's name draws the same weights",
    arguments: [
      ("He", "he"), ("kaiming_normal_", "he"), ("Xavier", "xavier"),
      ("xavier_normal", "glorot_normal"), ("xavier_normal_:gain=2", "glorot_normal:scale=2"),
      ("GlorotNormal", "glorot_normal"), ("randn", "gaussian"), ("rand", "uniform"),
      ("gaussian:stddev=0.1", "gaussian:scale=0.1"), ("random_normal", "gaussian:scale=0.05"),
    ])
  func initializers(typed: String, canonical: String) throws {
    #expect(try Initializer.spelling(of: typed).canonical == canonical)
    #expect(try Initializer.named(typed).name == Initializer.named(canonical).name)
  }

  @Test(
    "where the factor is not the other library's parameter, its name is refused",
    arguments: ["he:gain=2", "xavier:gain=2", "uniform:std=0.1", "elu:negative_slope=1"])
  func otherParameters(typed: String) {
    #expect(throws: NeuralNetworkError.self) {
      if typed.hasPrefix("elu") {
        _ = try Activation<Double>.named(typed)
      } else {
        _ = try Initializer.named(typed)
      }
    }
  }

  @Test(
    "a cost under another name is understood, and the difference told where there is one",
    arguments: [
      ("bce", "binary_crossentropy", true), ("BCELoss", "binary_crossentropy", true),
      ("mse", "mean_squared_error", true), ("MSELoss", "mean_squared_error", true),
      ("BinaryCrossentropy", "binary_crossentropy", false),
      ("categorical-crossentropy", "categorical_crossentropy", false),
      ("stable_binary_crossentropy", "binary_crossentropy", false),
    ])
  func costs(typed: String, canonical: String, differs: Bool) throws {
    #expect(try Cost<Double>.named(typed).name == canonical)
    let note = try #require(try Cost<Double>.spelling(of: typed).note)
    #expect(note.contains("« \(typed) » s’écrit ici \(canonical)"))
    #expect(note.contains("additionne les sorties") == differs)
    #expect(note.hasSuffix("."))
  }
}
