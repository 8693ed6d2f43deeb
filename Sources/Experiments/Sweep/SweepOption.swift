/// An option of `train` of which a sweep takes several values.
///
/// In the order in which a sweep counts: the last one changes with every training. Trainings of one
/// precision and batch size follow each other, for they share what is made of the images.
public enum SweepOption: String, Sendable, Codable, CaseIterable {
  case precision, batchSize, epochs, cost, layers, initializer, learningRate, seed

  /// As the user types it.
  public var argument: String {
    switch self {
    case .precision: "--precision"
    case .batchSize: "--batch-size"
    case .epochs: "--epochs"
    case .cost: "--cost"
    case .layers: "--layers"
    case .initializer: "--initializer"
    case .learningRate: "--learning-rate"
    case .seed: "--seed"
    }
  }

  /// In the course's own words.
  public var words: String {
    switch self {
    case .precision: "précision"
    case .batchSize: "lot"
    case .epochs: "époques"
    case .cost: "coût"
    case .layers: "couches"
    case .initializer: "initialisation"
    case .learningRate: "taux"
    case .seed: "graine"
    }
  }

  /// Whether its values are numbers.
  public var isNumber: Bool {
    switch self {
    case .batchSize, .epochs, .learningRate, .seed: true
    case .precision, .cost, .layers, .initializer: false
    }
  }

  /// Whether a comma is part of a value, `relu:50,sigmoid:10`, and not between two.
  var keepsCommas: Bool { self == .layers || self == .initializer }

  public func value(in options: ExperimentSettings.Options) -> String {
    switch self {
    case .precision: options.precision
    case .batchSize: options.batchSize
    case .epochs: options.epochs
    case .cost: options.cost
    case .layers: options.layers
    case .initializer: options.initializer
    case .learningRate: options.learningRate
    case .seed: options.seed
    }
  }

  func set(_ value: String, in options: inout ExperimentSettings.Options) {
    switch self {
    case .precision: options.precision = value
    case .batchSize: options.batchSize = value
    case .epochs: options.epochs = value
    case .cost: options.cost = value
    case .layers: options.layers = value
    case .initializer: options.initializer = value
    case .learningRate: options.learningRate = value
    case .seed: options.seed = value
    }
  }
}
