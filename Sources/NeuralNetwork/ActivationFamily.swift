import LinearAlgebra

/// An activation with its parameters still open: what a name such as `leaky_relu:alpha=0.2` chooses.
public struct ActivationFamily<Scalar: MatrixScalar>: Sendable {
  /// A number that the activation's formula leaves open.
  public struct Parameter: Sendable, Equatable {
    public let name: String
    public let value: Double
    /// Whether the number must be greater than 0.
    let isPositive: Bool

    init(_ name: String, _ value: Double, isPositive: Bool = false) {
      self.name = name
      self.value = value
      self.isPositive = isPositive
    }
  }

  public let name: String
  /// The parameters with their default values.
  public let parameters: [Parameter]
  private let make: @Sendable ([Double]) -> Activation<Scalar>

  init(
    _ name: String, _ parameters: [Parameter] = [],
    make: @escaping @Sendable (_ values: [Double]) -> Activation<Scalar>
  ) {
    self.name = name
    self.parameters = parameters
    self.make = make
  }

  var withDefaults: Activation<Scalar> { make(parameters.map(\.value)) }

  /// The activation with some parameters changed, given as `alpha=0.2`.
  ///
  /// - Throws: `NeuralNetworkError` for an unknown parameter or a value that is no number.
  func activation(changing assignments: [Substring]) throws -> Activation<Scalar> {
    var values = parameters.map(\.value)
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let index = parameters.firstIndex(where: { $0.name == parts[0] }) else {
        throw NeuralNetworkError.unknownParameter(
          String(parts[0]), of: name, known: parameters.map(\.name))
      }
      let isPositive = parameters[index].isPositive
      guard parts.count == 2, let value = Double(parts[1]), !value.isNaN,
        !isPositive || (value > 0 && value.isFinite)
      else {
        throw NeuralNetworkError.parameterValue(
          String(assignment), of: name,
          expected: "\(parts[0])=nombre\(isPositive ? " positif" : "")")
      }
      values[index] = value
    }
    return make(values)
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
          .init("alpha", 0), .init("max_value", .infinity, isPositive: false),
          .init("threshold", 0),
        ]
      ) { .relu(alpha: $0[0], maximum: $0[1], threshold: $0[2]) },
      ActivationFamily("leaky_relu", [.init("alpha", 0.01)]) { .leakyReLU(alpha: $0[0]) },
      ActivationFamily("elu", [.init("alpha", 1, isPositive: true)]) { .elu(alpha: $0[0]) },
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
}
