/// Superscripts and subscripts written with the characters that Unicode has for them.
enum FormulaScripts {
  /// The text in superscript characters, nil when one of its characters has none.
  static func raised(_ text: String) -> String? { translated(text, by: superscripts) }

  /// The text in subscript characters, nil when one of its characters has none.
  static func lowered(_ text: String) -> String? { translated(text, by: subscripts) }

  /// The text after `^` or `_`, in parentheses when it is longer than a character and has no
  /// brackets of its own: `^∞`, `^[l]`, `_(i,j)`.
  static func written(_ text: String, after mark: Character) -> String {
    text.count == 1 || isBracketed(text) ? "\(mark)\(text)" : "\(mark)(\(text))"
  }

  private static func isBracketed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, "([".contains(first), ")]".contains(last)
    else { return false }
    var depth = 0
    for (offset, character) in text.enumerated() {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if depth == 0 { return offset == text.count - 1 }
    }
    return false
  }

  private static func translated(_ text: String, by table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let script = table[character] else { return nil }
      result.append(script)
    }
    return result
  }

  private static func table(_ plain: String, _ scripts: String) -> [Character: Character] {
    Dictionary(zip(plain, scripts), uniquingKeysWith: { first, _ in first })
  }

  private static let superscripts = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ⊤∗∘′″‴†",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡᵀ*°′″‴†")

  private static let subscripts = table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}
