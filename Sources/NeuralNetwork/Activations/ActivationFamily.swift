import LinearAlgebra

/// An activation with its parameters still open: what a name such as `leaky_relu:alpha=0.2` chooses.
public struct ActivationFamily<Scalar: MatrixScalar>: Sendable {
  public let name: String
  /// The parameters with their default values.
  public let parameters: [NamedParameter]
  private let make: @Sendable ([Double]) -> Activation<Scalar>

  init(
    _ name: String, _ parameters: [NamedParameter] = [],
    make: @escaping @Sendable (_ values: [Double]) -> Activation<Scalar>
  ) {
    self.name = name
    self.parameters = parameters
    self.make = make
  }

  var withDefaults: Activation<Scalar> { make(parameters.map(\.value)) }

  /// The activation with the parameters that the text gives.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown parameter or a value that does not suit it.
  func activation(of text: NameWithParameters) throws -> Activation<Scalar> {
    make(try text.values(of: parameters))
  }
}

extension ActivationFamily {
  /// Every activation of the library, as Keras 3 names them, and the documents' naive ones.
  public static var all: [ActivationFamily] {
    [
      ActivationFamily("linear") { _ in .linear },
      ActivationFamily(
        "relu",
        [
          .init("alpha", 0, otherNames: slopes), .init("max_value", .infinity, .nonnegative),
          .init("threshold", 0),
        ]
      ) { .relu(alpha: $0[0], maximum: $0[1], threshold: $0[2]) },
      ActivationFamily("leaky_relu", [.init("alpha", 0.01, otherNames: slopes)]) {
        .leakyReLU(alpha: $0[0])
      },
      ActivationFamily("elu", [.init("alpha", 1, .positive)]) { .elu(alpha: $0[0]) },
      ActivationFamily("selu") { _ in .selu },
      ActivationFamily("sigmoid") { _ in .sigmoid },
      ActivationFamily("naive_sigmoid") { _ in .naiveSigmoid },
      ActivationFamily("hard_sigmoid") { _ in .hardSigmoid },
      ActivationFamily("tanh") { _ in .tanh },
      ActivationFamily("naive_tanh") { _ in .naiveTanh },
      ActivationFamily("softsign") { _ in .softsign },
      ActivationFamily("softplus") { _ in .softplus },
      ActivationFamily("swish", [.init("beta", 1)]) { .swish(beta: $0[0]) },
      ActivationFamily("gelu") { _ in .gelu },
      ActivationFamily("mish") { _ in .mish },
      ActivationFamily("exponential") { _ in .exponential },
      ActivationFamily("softmax") { _ in .softmax },
    ]
  }

  /// What PyTorch and Keras 3 call the slope on the left.
  private static var slopes: [String] { ["negative_slope", "slope"] }
}
