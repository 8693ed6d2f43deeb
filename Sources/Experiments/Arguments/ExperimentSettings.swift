import FrenchText
import LinearAlgebra
import NeuralNetwork

/// A training on MNIST as a command line declares it.
public struct ExperimentSettings: Sendable {
  /// The floating-point numbers of the weights, by NumPy's names.
  public enum Precision: String, Sendable, CaseIterable {
    case float64, float32

    /// The precision of a name, PyTorch's `double` and NumPy's `single` included.
    init?(anyName name: String) {
      switch name.lowercased() {
      case "double": self = .float64
      case "single": self = .float32
      default: self.init(rawValue: name.lowercased())
      }
    }
  }

  /// The texts of the options; the default ones are the settings of document D.
  public struct Options: Sendable, Codable, Equatable {
    public var layers = "relu:50,relu:25,sigmoid:10"
    public var initializer = "xavier"
    public var learningRate = "0.005"
    public var epochs = "20"
    public var batchSize = "64"
    public var seed = "0"
    public var precision = "float64"
    public var cost = "naive_binary_crossentropy"

    public init() {}
  }

  public static let inputs = 784
  public static let outputs = 10

  /// The options in the library's own words, each in one way only.
  public let options: Options
  /// What to say of options that were given in the words of other libraries, a sentence for each.
  public let notes: [String]
  public let layers: LayerList
  public let initializers: [Initializer]
  public let descent: GradientDescent
  public let seed: Int
  public let precision: Precision

  /// - Throws: `ArgumentError` for the first option that does not do.
  public init(_ options: Options) throws {
    layers = try LayerList(options.layers, argument: "--layers", outputs: Self.outputs)
    let starts = try Self.initializers(options.initializer, layers: layers.layers.count)
    initializers = starts.initializers
    descent = GradientDescent(
      learningRate: try NumberArgument.positive(
        options.learningRate, for: "--learning-rate", example: "0.005"),
      batchSize: try NumberArgument.whole(
        options.batchSize, for: "--batch-size", in: 1...Int.max),
      epochs: try NumberArgument.whole(options.epochs, for: "--epochs", in: 1...1_000_000))
    seed = try NumberArgument.whole(options.seed, for: "--seed", in: 0...Int(UInt32.max))
    precision = try Self.precision(options.precision)
    let cost = try naming("--cost") { try Cost<Double>.spelling(of: options.cost) }
    let spellings =
      layers.spellings + starts.spellings
      + [cost, Spelling(typed: options.precision, canonical: precision.rawValue)]
    var notes: [String] = []
    for note in spellings.compactMap(\.note) where !notes.contains(note) { notes.append(note) }
    self.notes = notes

    var known = options
    known.cost = cost.canonical
    known.precision = precision.rawValue
    known.layers = layers.layers.map { "\($0.activation):\($0.units)" }.joined(separator: ",")
    known.initializer = starts.spellings.map(\.canonical).joined(separator: ",")
    known.learningRate = "\(descent.learningRate)"
    (known.epochs, known.batchSize) = ("\(descent.epochs)", "\(descent.batchSize)")
    known.seed = "\(seed)"
    self.options = known
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

  private static func precision(_ text: String) throws -> Precision {
    guard let precision = Precision(anyName: text) else {
      let meant = suggestion(for: text, among: Precision.allCases.map(\.rawValue))
      throw ArgumentError(
        "--precision",
        "\(quoted(text)) n’existe pas"
          + (meant == nil ? ", choisis" : didYouMean(meant) + " Choisis")
          + " float64 ou float32.")
    }
    return precision
  }

  /// One initializer for all layers, or one for each.
  private static func initializers(
    _ text: String, layers: Int
  ) throws -> (initializers: [Initializer], spellings: [Spelling]) {
    let argument = "--initializer"
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let spellings = try naming(argument) { try names.map(Initializer.spelling) }
    let initializers = try naming(argument) { try names.map(Initializer.named) }
    if initializers.count == 1 {
      return (Array(repeating: initializers[0], count: layers), spellings)
    }
    guard initializers.count == layers else {
      throw ArgumentError(
        argument,
        "il y a \(initializers.count) initialisations pour \(layers) couches ; "
          + "donnes-en une seule pour toutes, ou une par couche.")
    }
    return (initializers, spellings)
  }
}
