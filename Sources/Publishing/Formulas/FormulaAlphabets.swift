/// The mathematical alphabets of Unicode: `\mathbb`, `\mathbf`, `\mathcal` and their like.
enum FormulaAlphabets {
  /// The letter or digit in the alphabet of a command, itself where that alphabet lacks it;
  /// nil when the command names no alphabet.
  static func letter(_ character: Character, in command: String) -> String? {
    guard let alphabet = alphabets[command] else { return nil }
    if let exception = alphabet.exceptions[character] { return String(exception) }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return String(character)
    }
    for (range, start) in alphabet.ranges where range.contains(scalar) {
      guard let shifted = Unicode.Scalar(start + scalar.value - range.lowerBound.value) else {
        continue
      }
      return String(Character(shifted))
    }
    return String(character)
  }

  private struct Alphabet {
    var ranges: [(ClosedRange<Unicode.Scalar>, UInt32)] = []
    /// Letters that Unicode had before it had the alphabet.
    var exceptions: [Character: Character] = [:]
  }

  private static let alphabets: [String: Alphabet] = [
    "mathbf": bold, "boldsymbol": bold, "bm": bold, "bold": bold, "mathbb": blackboard,
    "mathcal": script, "mathscr": script, "mathfrak": fraktur, "mathit": plain, "mathsf": plain,
    "mathtt": plain, "mathnormal": plain,
  ]

  private static let plain = Alphabet()

  private static let bold = Alphabet(
    ranges: [
      ("A"..."Z", 0x1D400), ("a"..."z", 0x1D41A), ("0"..."9", 0x1D7CE), ("Α"..."Ω", 0x1D6A8),
      ("α"..."ω", 0x1D6C2),
    ],
    exceptions: ["∇": "𝛁"])

  private static let blackboard = Alphabet(
    ranges: [("A"..."Z", 0x1D538), ("a"..."z", 0x1D552), ("0"..."9", 0x1D7D8)],
    exceptions: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"])

  private static let script = Alphabet(
    ranges: [("A"..."Z", 0x1D49C)],
    exceptions: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
    ])

  private static let fraktur = Alphabet(
    ranges: [("A"..."Z", 0x1D504), ("a"..."z", 0x1D51E)],
    exceptions: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"])
}
