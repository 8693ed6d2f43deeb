/// What Keras, PyTorch and NumPy call the things that the library has, or nearly has.
extension Vocabulary {
  static let activations = Vocabulary(
    kind: .activation, names: ActivationFamily<Double>.all.map(\.name),
    synonyms: [
      Synonym("silu", "swish"),
      Synonym("relu6", "relu:max_value=6"),
      Synonym("LeakyReLU", "leaky_relu", remark: ", avec alpha=0.01 si tu n’en dis rien"),
      Synonym("identity", "linear"),
      Synonym("logistic", "sigmoid"),
      Synonym("quick_gelu", "swish:beta=1.702"),
    ],
    neighbors: [
      "hardtanh": "tanh", "hardswish": "swish", "hardsilu": "swish", "celu": "elu",
      "prelu": "leaky_relu", "rrelu": "leaky_relu", "logsoftmax": "softmax", "softmin": "softmax",
      "sparsemax": "softmax", "logsigmoid": "sigmoid", "squareplus": "softplus",
      "gelutanh": "gelu", "gelunew": "gelu", "exp": "exponential",
    ])

  static let initializers = Vocabulary(
    kind: .initializer, names: Initializer.all.map(\.name),
    synonyms: [
      Synonym("rand", "uniform"), Synonym("randn", "gaussian"),
      Synonym("standard_normal", "gaussian"),
      Synonym("random_normal", "gaussian:scale=0.05"),
      Synonym("kaiming_normal", "he"),
      Synonym("xavier_normal", "glorot_normal"),
    ],
    // Those of Keras are cut off at two deviations, the uniform ones drawn from another law.
    neighbors: [
      "henormal": "he", "heuniform": "he", "kaiming": "he", "kaiminguniform": "he",
      "glorot": "glorot_normal", "glorotuniform": "glorot_normal",
      "xavieruniform": "glorot_normal", "lecun": "lecun_normal", "lecununiform": "lecun_normal",
      "normal": "gaussian", "truncatednormal": "gaussian", "truncnormal": "gaussian",
      "randomuniform": "uniform",
    ])

  static let costs = Vocabulary(
    kind: .cost, names: Cost<Double>.all.map(\.name),
    synonyms: [
      Synonym("bce", "binary_crossentropy", remark: sumOfOutputs),
      Synonym("BCELoss", "binary_crossentropy", remark: sumOfOutputs),
      Synonym("mse", "mean_squared_error", remark: sumOfOutputs),
      Synonym("MSELoss", "mean_squared_error", remark: sumOfOutputs),
      Synonym("stable_binary_crossentropy", "binary_crossentropy"),
    ],
    neighbors: [
      "bcewithlogitsloss": "binary_crossentropy", "crossentropy": "categorical_crossentropy",
      "crossentropyloss": "categorical_crossentropy", "nllloss": "categorical_crossentropy",
      "sparsecategoricalcrossentropy": "categorical_crossentropy",
    ])

  /// The same losses, which the other libraries divide by the number of outputs as well.
  private static let sumOfOutputs = ", qui additionne les sorties au lieu d’en faire la moyenne"
}
