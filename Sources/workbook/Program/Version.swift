import Foundation
import FrenchText

/// Which program this is.
enum Version {
  static let number = "1.0.0"
  /// When this version was made, in seconds since 1970: 27 November 2026.
  static let date = 1_795_737_600

  /// By this variable the script tells the commit that it builds, when it knows one.
  private static let variable = "WORKBOOK_COMMIT"

  /// The name, the version, and the commit where it is known.
  static func text(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    let commit = environment[variable].flatMap { $0.isEmpty ? nil : $0.safeForTerminal }
    return "workbook \(number)" + (commit.map { " (\($0))" } ?? "")
  }
}
