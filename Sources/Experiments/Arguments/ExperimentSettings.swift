import LinearAlgebra
import NeuralNetwork

/// A training on MNIST as a command line declares it.
public struct ExperimentSettings: Sendable {
  public enum Precision: String, Sendable, CaseIterable {
    case float64, float32
  }

  /// The texts of the options; the default ones are the settings of document D.
  public struct Options: Sendable, Encodable {
    public var layers = "relu:50,relu:25,sigmoid:10"
    public var initializer = "xavier"
    public var learningRate = "0.005"
    public var epochs = "20"
    public var batchSize = "64"
    public var seed = "0"
    public var precision = "float64"
    public var cost = "binary_crossentropy"

    public init() {}
  }

  public static let inputs = 784
  public static let outputs = 10

  public let options: Options
  public let layers: LayerList
  public let initializers: [Initializer]
  public let descent: GradientDescent
  public let seed: Int
  public let precision: Precision

  /// - Throws: `ArgumentError` for the first option that does not do.
  public init(_ options: Options) throws {
    self.options = options
    layers = try LayerList(options.layers, argument: "--layers", outputs: Self.outputs)
    initializers = try Self.initializers(options.initializer, layers: layers.layers.count)
    descent = GradientDescent(
      learningRate: try NumberArgument.positive(
        options.learningRate, for: "--learning-rate", example: "0.005"),
      batchSize: try NumberArgument.whole(
        options.batchSize, for: "--batch-size", in: 1...Int.max),
      epochs: try NumberArgument.whole(options.epochs, for: "--epochs", in: 1...1_000_000))
    seed = try NumberArgument.whole(options.seed, for: "--seed", in: 0...Int(UInt32.max))
    guard let precision = Precision(rawValue: options.precision) else {
      throw ArgumentError(
        "--precision", "« \(options.precision) » n’existe pas, choisis float64 ou float32.")
    }
    self.precision = precision
    _ = try cost(Double.self)
  }

  /// The network before its training.
  ///
  /// - Throws: `ArgumentError` where memory would not hold it.
  public func network<Scalar: MatrixScalar>(_ scalar: Scalar.Type) throws -> Network<Scalar> {
    var random = try NumPyRandom(seed: seed)
    let layers = try self.layers.dense(scalar)
    return try naming("--layers") {
      try Network(inputs: Self.inputs, layers: layers, weights: initializers, using: &random)
    }
  }

  public func cost<Scalar: MatrixScalar>(_ scalar: Scalar.Type) throws -> Cost<Scalar> {
    try naming("--cost") { try .named(options.cost) }
  }

  /// One initializer for all layers, or one for each.
  private static func initializers(_ text: String, layers: Int) throws -> [Initializer] {
    let argument = "--initializer"
    let initializers = try naming(argument) {
      try text.split(separator: ",", omittingEmptySubsequences: false)
        .map { try Initializer.named(String($0)) }
    }
    if initializers.count == 1 { return Array(repeating: initializers[0], count: layers) }
    guard initializers.count == layers else {
      throw ArgumentError(
        argument,
        "il y a \(initializers.count) initialisations pour \(layers) couches ; "
          + "donnes-en une seule pour toutes, ou une par couche.")
    }
    return initializers
  }
}
