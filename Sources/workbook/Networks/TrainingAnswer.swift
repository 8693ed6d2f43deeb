import Experiments

/// What `train --json` says: the result, and how long it took.
struct TrainingAnswer: Encodable {
  let result: ExperimentResult
  let secondsPerEpoch: Double

  private enum Key: String, CodingKey {
    case secondsPerEpoch, diverged
  }

  func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(secondsPerEpoch, forKey: .secondsPerEpoch)
    try container.encode(result.diverged, forKey: .diverged)
  }
}
