/// What a training gave.
public struct ExperimentResult: Sendable {
  /// The cost over all training images after each epoch, one number per epoch asked for; `nan` or
  /// infinite where the run diverged.
  public let costs: [Double]
  /// In percent.
  public let trainingAccuracy: Double
  /// In percent.
  public let testAccuracy: Double
  /// The mean time of an epoch, the cost over all images included.
  public let secondsPerEpoch: Double
  /// The number of weights and biases.
  public let parameters: Int
  /// Whether the images are the program's own, not those of files.
  public let usesSyntheticDigits: Bool
  public let settings: ExperimentSettings.Options

  /// Whether a cost was no finite number.
  public var diverged: Bool { !costs.allSatisfy(\.isFinite) }
}

extension ExperimentResult: Encodable {
  private enum Key: String, CodingKey {
    case costs, trainingAccuracy, testAccuracy, secondsPerEpoch, diverged, parameters
    case usesSyntheticDigits, settings
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(costs, forKey: .costs)
    try container.encode(trainingAccuracy, forKey: .trainingAccuracy)
    try container.encode(testAccuracy, forKey: .testAccuracy)
    try container.encode(secondsPerEpoch, forKey: .secondsPerEpoch)
    try container.encode(diverged, forKey: .diverged)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(usesSyntheticDigits, forKey: .usesSyntheticDigits)
    try container.encode(settings, forKey: .settings)
  }
}
