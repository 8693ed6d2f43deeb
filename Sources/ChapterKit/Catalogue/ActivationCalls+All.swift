extension ActivationGuide {
  /// How one asks for it; every family of the library has its entry.
  public var calls: ActivationCalls? { Self.calls[family] }

  /// Names as in Keras 3 and PyTorch 2.
  private static let calls: [String: ActivationCalls] = [
    "linear": ActivationCalls(
      ".linear", keras: "Dense(1)", pytorch: "nn.Linear(n, 1)",
      remark:
        #"Rien à demander : une couche sans activation est linéaire. Keras accepte aussi `"linear"`."#
    ),
    "relu": ActivationCalls(
      ".relu",
      keras: "relu(x, negative_slope=0.0, max_value=None, threshold=0.0)",
      pytorch: "nn.ReLU()",
      remark: """
        Keras 2 nomme `alpha` ce que Keras 3 nomme `negative_slope`. Avec un plafond de 6, Keras 3 a \
        aussi `relu6`, et PyTorch `nn.ReLU6()`.
        """),
    "leaky_relu": ActivationCalls(
      ".leakyReLU(alpha: 0.01)",
      keras: "leaky_relu(x, negative_slope=0.2)",
      pytorch: "nn.LeakyReLU(0.01)",
      remark: """
        Les bibliothèques ne s’accordent pas sur la fuite par défaut : 0,01 ici, comme dans l’article et dans \
        PyTorch, 0,2 pour la fonction de Keras 3, 0,3 pour sa couche `LeakyReLU`. Écris-la toujours.
        """),
    "elu": ActivationCalls(
      ".elu(alpha: 1)", keras: "elu(x, alpha=1.0)", pytorch: "nn.ELU(alpha=1.0)"),
    "selu": ActivationCalls(
      ".selu",
      keras: "selu(x)",
      pytorch: "nn.SELU()",
      remark: """
        Elle ne tient sa promesse qu’avec des poids de variance 1/n. Dans Keras : \
        `Dense(64, activation="selu", kernel_initializer="lecun_normal")`, puisque, sans consigne, \
        `Dense` tire `glorot_uniform`. Dans PyTorch : `kaiming_normal_` avec \
        `nonlinearity="linear"`.
        """),
    "sigmoid": ActivationCalls(
      ".sigmoid", keras: "sigmoid(x)", pytorch: "nn.Sigmoid()",
      remark: """
        PyTorch préfère qu’on laisse la sortie sans activation : `nn.BCEWithLogitsLoss` applique \
        elle-même la sigmoïde. L’appliquer deux fois est une faute courante.
        """),
    "naive_sigmoid": ActivationCalls(".naiveSigmoid"),
    "hard_sigmoid": ActivationCalls(
      ".hardSigmoid", keras: "hard_sigmoid(x)", pytorch: "nn.Hardsigmoid()",
      remark: """
        Keras 2 donnait ce nom à une autre droite, 0,2 x + 0,5, coupée à ±2,5 : un réseau enregistré \
        alors ne répond plus tout à fait pareil.
        """),
    "tanh": ActivationCalls(".tanh", keras: "tanh(x)", pytorch: "nn.Tanh()"),
    "naive_tanh": ActivationCalls(".naiveTanh"),
    "softsign": ActivationCalls(".softsign", keras: "softsign(x)", pytorch: "nn.Softsign()"),
    "softplus": ActivationCalls(
      ".softplus", keras: "softplus(x)", pytorch: "nn.Softplus(beta=1.0, threshold=20.0)",
      remark: "Au-delà de 20, PyTorch répond x tout court : l’écart ne dépasse pas 3 milliardièmes."
    ),
    "swish": ActivationCalls(
      ".swish(beta: 1)", keras: "silu(x)", pytorch: "nn.SiLU()",
      remark: "Ni Keras ni PyTorch n’ont de β : pour un autre que 1, écris ta fonction."),
    "gelu": ActivationCalls(
      ".gelu", keras: "gelu(x, approximate=False)", pytorch: "nn.GELU()",
      remark: """
        Bien des modèles emploient une approximation par tanh, à moins d’un millième de la vraie : \
        `approximate=True` dans Keras, où c’est le défaut de `keras.ops.gelu`, et \
        `approximate="tanh"` dans PyTorch.
        """),
    "mish": ActivationCalls(".mish", keras: "mish(x)", pytorch: "nn.Mish()"),
    "exponential": ActivationCalls(
      ".exponential", keras: "exponential(x)", pytorch: "torch.exp(x)"),
    "softmax": ActivationCalls(
      ".softmax", keras: "softmax(x, axis=-1)", pytorch: "nn.Softmax(dim=1)",
      remark: """
        Ici, un exemple est une colonne ; dans Keras et PyTorch, une ligne : mauvais axe, mauvaises \
        probabilités. `nn.CrossEntropyLoss` applique elle-même softmax : ne la mets pas deux fois.
        """),
  ]
}
