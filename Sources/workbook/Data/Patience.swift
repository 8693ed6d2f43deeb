import Experiments
import Foundation
import FrenchText

/// How long a download may keep the user waiting.
enum Patience {
  /// The variable that says it for a download that nobody asked for: a slow network, a busy machine.
  static let variable = "WORKBOOK_PATIENCE"
  static let seconds = 1...3600

  /// What the variable says; `nil` where it says nothing.
  ///
  /// - Throws: `ArgumentError` for anything but a number of seconds.
  static func ofUser(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Duration? {
    guard let text = environment[variable], !text.isEmpty else { return nil }
    guard let value = Int(text), seconds.contains(value) else {
      throw ArgumentError(
        variable,
        "écris un nombre de secondes entre 1 et 3600, et non \(quoted(text, longest: 60)).")
    }
    return .seconds(value)
  }
}
