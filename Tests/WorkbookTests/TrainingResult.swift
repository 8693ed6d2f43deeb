import Foundation
import Testing

/// What `train --json -` printed.
struct TrainingResult: Decodable {
  let costs: [Double]
  let trainingAccuracy, testAccuracy, secondsPerEpoch: Double
  let diverged: Bool
  let parameters: Int

  /// Trains on the data set in a directory.
  init(data: String, _ arguments: [String], environment: [String: String] = [:]) async throws {
    let outcome = try await Program.run(
      ["train", "--data", data, "--json", "-"] + arguments, environment: environment)
    try #require(outcome.status == 0, "\(outcome.messages)")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    self = try decoder.decode(TrainingResult.self, from: Data(outcome.output.utf8))
  }
}
