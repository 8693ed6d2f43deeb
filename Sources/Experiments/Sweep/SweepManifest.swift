import Datasets
import Files
import Foundation

/// What a sweep is: its grid, the digits, and the way in which numbers are computed.
public struct SweepManifest: Sendable, Codable, Equatable {
  /// The digits of a sweep: where they were, and which they are.
  public struct Digits: Sendable, Codable, Equatable {
    /// Absolute; `nil` for those that the program draws.
    public let path: String?
    /// The SHA-256 of all pixels and labels.
    public let checksum: String

    public init(_ digits: MNIST) {
      path = digits.directory.map { URL(filePath: $0).path }
      var sum = SHA256()
      for part in [digits.training, digits.test] {
        sum.update("\(part.count)×\(part.rows)×\(part.columns)\n")
        sum.update(part.pixels)
        sum.update(part.labels)
      }
      checksum = sum.hexadecimal()
    }
  }

  static let format = 1

  let format: Int
  /// The program that began the sweep, for readers.
  public let program: String
  /// All that the bits of a training depend on beside its settings and its images.
  let arithmetic: String
  public let digits: Digits
  public let split: DigitSplit
  public var grid: SweepGrid

  public init(program: String, digits: Digits, split: DigitSplit, grid: SweepGrid) {
    format = Self.format
    self.program = program
    arithmetic = TrainingEnvironment.amongMachines
    (self.digits, self.split, self.grid) = (digits, split, grid)
  }

  /// The name of the result of a training: the SHA-256 of all that distinguishes it from those of other
  /// grids on other images.
  public func key(of options: ExperimentSettings.Options) -> String {
    let settings = SweepOption.allCases.map { "\($0.rawValue)=\($0.value(in: options))\n" }
    return SHA256.hexadecimal(
      of: Data(
        (settings.joined() + "images=\(split.images)\ndev=\(split.dev)\ndigits=\(digits.checksum)\n")
          .utf8))
  }

  /// All trainings, in the grid's order.
  public var trainings: [PlannedTraining] {
    (0..<grid.count).map { number in
      let options = grid.options(number)
      return PlannedTraining(key: key(of: options), options: options)
    }
  }
}

/// A training of a sweep.
public struct PlannedTraining: Sendable {
  public let key: String
  public let options: ExperimentSettings.Options

  /// The first signs of the key: enough to tell a million apart, few enough for a list.
  public var shortKey: String { String(key.prefix(16)) }
}
