import Foundation

extension Gnuplot {
  /// The first with the dash patterns that tell curves apart without colours.
  static let oldestVersion = "5.0"

  /// Why this gnuplot refused a script, where a better one would have taken it.
  func whyUnfit(for format: FigureFormat, _ message: String) -> PlottingError? {
    guard !message.isEmpty else { return nil }
    if let version, version.compare(Self.oldestVersion, options: .numeric) == .orderedAscending {
      return .tooOld(version: version)
    }
    return message.contains("unknown or ambiguous terminal") ? .noTerminal(format) : nil
  }

  /// "5.4", from gnuplot's "gnuplot 5.4 patchlevel 4".
  private var version: String? {
    guard let input = try? AnonymousFile(),
      let outcome = try? process.run(input, arguments: ["--version"]),
      let match = String(decoding: outcome.output.prefix(200), as: UTF8.self)
        .prefixMatch(of: /gnuplot ([0-9]{1,4}\.[0-9]{1,4})/)
    else { return nil }
    return String(match.1)
  }
}
