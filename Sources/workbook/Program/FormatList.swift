import ArgumentParser
import FrenchText

/// Formats that an option names, separated by commas.
struct FormatList<Format: RawRepresentable & CaseIterable> where Format.RawValue == String {
  let formats: [Format]

  init(_ argument: String) throws {
    formats = try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = Format(rawValue: String(name)) else {
        let known = Format.allCases.map(\.rawValue)
        let meant = didYouMean(suggestion(for: String(name), among: known))
        throw ValidationError(
          "Le format «\u{A0}\(name)\u{A0}» n’existe pas\(meant) "
            + "(formats\u{A0}: \(known.joined(separator: ", "))).")
      }
      return format
    }
  }
}

extension FormatList: Sendable where Format: Sendable {}
