import Foundation
import Testing

/// Sweeps of small networks on small digits, in a folder of a test's own.
struct SmallSweep {
  let directory: TemporaryDirectory

  /// Eight trainings: two rates, four seeds.
  static let grid = [
    "--layers", "relu:8,sigmoid:10", "--learning-rate", "0.1,0.5", "--seed", "0..3", "--epochs",
    "2",
    "--cost", "binary_crossentropy",
  ]

  init() throws {
    directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.file("digits"), withIntermediateDirectories: true)
    try SmallDigits.write(to: directory.file("digits"))
  }

  func folder(_ name: String) -> String { directory.file(name) }

  /// The arguments of a sweep in a folder.
  func arguments(_ name: String, _ grid: [String] = Self.grid) -> [String] {
    ["sweep", "--data", directory.file("digits"), "--output", folder(name)] + grid
  }

  func run(
    _ name: String, _ grid: [String] = Self.grid, environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    try await Program.run(arguments(name, grid), environment: environment)
  }

  /// The bytes of all results of a folder, by their names.
  func results(_ name: String) throws -> [String: Data] {
    let files = directory.files.filter { $0.hasPrefix("\(name)/results/") && $0.hasSuffix(".json") }
    let bytes = try files.map {
      (
        String($0.dropFirst(name.count)),
        try Data(contentsOf: URL(filePath: directory.file($0)))
      )
    }
    return Dictionary(uniqueKeysWithValues: bytes)
  }

  /// The number of trainings that a run said it did; 0 where it says nothing of any.
  static func done(_ outcome: Program.Outcome) -> Int {
    outcome.output.firstMatch(of: /(\d+) entraînements? faits? en/).flatMap { Int($0.1) } ?? 0
  }
}
