/// HTML character references (`&eacute;`, `&#233;`, `&#xE9;`) as Markdown allows them.
///
/// Names cover Latin-1, the Greek letters and the usual punctuation and mathematics of a French
/// scientific text; an unknown name stays as it was written, as CommonMark asks.
enum CharacterReference {
  /// The text that a reference such as `&amp;` stands for, or the reference itself.
  static func decode(_ reference: String) -> String {
    guard reference.hasPrefix("&"), reference.hasSuffix(";") else { return reference }
    let name = reference.dropFirst().dropLast()
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return scalar(UInt32(name.dropFirst(2), radix: 16))
    }
    if name.hasPrefix("#") { return scalar(UInt32(name.dropFirst())) }
    return named[String(name)].map { String($0) } ?? reference
  }

  /// A number that is no scalar, or zero, becomes U+FFFD (CommonMark 0.30, section 2.5).
  private static func scalar(_ number: UInt32?) -> String {
    guard let number, number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return String(Character(scalar))
  }

  private static let named: [String: Character] = {
    var table: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
      "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
      "rdquo": "”", "bull": "•", "oelig": "œ", "OElig": "Œ", "euro": "€", "dagger": "†",
      "prime": "′", "minus": "−", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "rArr": "⇒",
      "hArr": "⇔", "infin": "∞", "asymp": "≈", "ne": "≠", "le": "≤", "ge": "≥", "sum": "∑",
      "prod": "∏", "int": "∫", "radic": "√", "part": "∂", "nabla": "∇", "isin": "∈",
      "forall": "∀", "exist": "∃", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}",
      "nnbsp": "\u{202F}", "sdot": "⋅",
    ]
    let consecutive: [(first: UInt32, names: String)] = [
      (0xA0, latin), (0x391, greekCapitals), (0x3B1, greekLetters),
    ]
    for (first, names) in consecutive {
      for (offset, name) in names.split(separator: " ").enumerated() where name != "-" {
        table[String(name)] = Unicode.Scalar(first + UInt32(offset)).map { Character($0) }
      }
    }
    return table
  }()

  /// U+00A0 to U+00FF, in order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc \
    Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute \
    THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """

  /// U+0391 to U+03A9; the hyphen stands for the scalar that has no letter.
  private static let greekCapitals = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma \
    Tau Upsilon Phi Chi Psi Omega
    """

  /// U+03B1 to U+03C9.
  private static let greekLetters = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf \
    sigma tau upsilon phi chi psi omega
    """
}
