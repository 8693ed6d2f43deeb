import Datasets
import Files
import Foundation
import FrenchText

/// The date that the files of the material bear, as <https://reproducible-builds.org> asks.
enum SourceDate {
  static let variable = "SOURCE_DATE_EPOCH"

  /// Seconds since 1970: what the variable says, else the date of this version.
  static func ofUser(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Int {
    guard let text = environment[variable], !text.isEmpty else { return Version.date }
    // The last second of the year 9999.
    guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
      throw NotADate(text: text)
    }
    return seconds
  }
}

/// A variable that is no date.
struct NotADate: ReportedError {
  let text: String

  var exitStatus: ExitStatus { .usage }

  var description: String {
    "La variable \(SourceDate.variable) vaut \(quoted(text)), et non un nombre de secondes depuis 1970\u{A0}: "
      + "corrige-la ou efface-la."
  }
}

/// The digits that a run uses, by name and contents.
struct DigitsChecksum {
  let name: String
  /// The SHA-256 of the pixels and labels, training before test.
  let checksum: String

  init(_ digits: MNIST, isSynthetic: Bool) {
    var sum = SHA256()
    for set in [digits.training, digits.test] {
      sum.update(set.pixels)
      sum.update(set.labels)
    }
    checksum = sum.hexadecimal()
    name =
      (isSynthetic ? "chiffres synthétiques du programme" : "MNIST")
      + ", \(number(digits.training.count)) images d’entraînement et "
      + "\(number(digits.test.count)) de test"
  }
}
