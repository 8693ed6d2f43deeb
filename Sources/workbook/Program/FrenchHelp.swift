import FrenchText

/// The French of swift-argument-parser's own words, which it has in English only.
enum FrenchHelp {
  /// The parser's help or error text in French; what it does not know stays as it is.
  static func translate(_ text: String) -> String {
    var text = text
    for (english, french) in headings { text = text.replacing(english, with: french) }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { sentence(String($0)) }
      .joined(separator: "\n")
  }

  /// Where the help of the command in hand is.
  static var hint: String {
    let names = Workbook.configuration.subcommands.compactMap { $0.configuration.commandName }
    let command = CommandLine.arguments.dropFirst().first { names.contains($0) }
    return "Aide : " + ["workbook", command, "--help"].compactMap(\.self).joined(separator: " ")
  }

  private static let headings = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "UTILISATION : "),
    ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"),
    ("SUBCOMMANDS:", "COMMANDES :"),
    ("(default:", "(par défaut :"),
    ("<subcommand>", "<commande>"),
    ("Show help information.", "Affiche cette aide."),
    ("Show the version.", "Affiche le nom et la version."),
    ("Show subcommand help information.", "Affiche l’aide d’une commande."),
  ]

  private static func sentence(_ line: String) -> String {
    var line = line
    if let match = line.firstMatch(of: /See '(.+)' for detailed help\./) {
      line.replaceSubrange(match.range, with: "Pour en savoir plus : \(match.1)")
    }
    if let match = line.firstMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?$/) {
      let meant = match.2.map { didYouMean(String($0)) } ?? "."
      line.replaceSubrange(match.range, with: "L’option « \(match.1) » n’existe pas\(meant)")
    }
    if let match = line.firstMatch(of: /Missing value for '(.+)'$/) {
      line.replaceSubrange(match.range, with: "Il manque la valeur de « \(match.1) ».")
    }
    if let match = line.firstMatch(of: /Missing expected argument '(.+)'$/) {
      line.replaceSubrange(match.range, with: "Il manque l’argument « \(match.1) ».")
    }
    if let match = line.firstMatch(of: /Unexpected argument '(.*)'$/) {
      line.replaceSubrange(match.range, with: "L’argument « \(match.1) » est de trop.")
    }
    if let match = line.firstMatch(of: /([0-9]+) unexpected arguments: '(.*)'$/) {
      let list = match.2.replacing("', '", with: " », « ")
      line.replaceSubrange(match.range, with: "\(match.1) arguments sont de trop : « \(list) ».")
    }
    if let match = line.firstMatch(
      of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
    {
      line.replaceSubrange(
        match.range, with: "L’option « \(match.1) » ne prend pas de valeur (reçu : « \(match.2) »)."
      )
    }
    if let match = line.firstMatch(of: /The value '(.*)' is invalid for '(.+?)'(?:: (.*))?$/) {
      let reason = match.3.map { " : \($0)" } ?? "."
      line.replaceSubrange(
        match.range, with: "La valeur « \(match.1) » ne convient pas à « \(match.2) »\(reason)")
    }
    return line
  }
}
