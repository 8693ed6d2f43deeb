import Downloads
import Experiments
import Foundation

extension Mirror {
  /// The variable that names other mirrors than the public ones, separated by spaces; an empty one
  /// names none.
  static let variable = "WORKBOOK_MIRRORS"

  /// The mirrors that the user's environment names, else the public ones.
  static func ofUser(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> [Mirror] {
    guard let addresses = environment[variable] else { return mnist }
    return try addresses.split(separator: " ").map { address in
      guard let mirror = Mirror(String(address)) else {
        throw ArgumentError(variable, refusal(of: String(address)))
      }
      return mirror
    }
  }

  /// Why an address is no mirror's.
  static func refusal(of address: String) -> String {
    "« \(address) » n’est pas l’adresse d’un miroir : écris http://… ou https://…, sans nom "
      + "d’utilisateur, « ? » ni « # »."
  }
}
