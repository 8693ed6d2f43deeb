/// What a training gave: the same bits on every machine that computes alike, whatever it took.
public struct ExperimentResult: Sendable, Codable {
  public let settings: ExperimentSettings.Options
  /// The images that the network learned from.
  public let trainingImages: Int
  /// The training images that were kept apart.
  public let devImages: Int
  /// The cost over all training images after each epoch, one number per epoch asked for; `nan` or
  /// infinite where the run diverged.
  public let costs: [Double]
  /// In percent.
  public let trainingAccuracy: Double
  /// In percent, on the images kept apart; `nil` without any.
  public let devAccuracy: Double?
  /// In percent.
  public let testAccuracy: Double
  /// The number of weights and biases.
  public let parameters: Int
  /// Whether the images are the program's own, not those of files.
  public let usesSyntheticDigits: Bool

  /// Whether a cost was no finite number.
  public var diverged: Bool { !costs.allSatisfy(\.isFinite) }
}
