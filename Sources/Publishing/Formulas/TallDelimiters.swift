/// Delimiters as tall as what they enclose, from Unicode's pieces.
enum TallDelimiters {
  /// The delimiter for a body of some height; empty for an empty delimiter.
  static func box(_ delimiter: String, height: Int, baseline: Int) -> FormulaBox {
    guard height > 1, !delimiter.isEmpty else {
      return FormulaBox(delimiter)
    }
    let lines = (0..<height).map { index in
      piece(delimiter, at: index, height: height, middle: baseline)
    }
    return FormulaBox(lines, baseline: baseline)
  }

  /// Top, extension, bottom.
  private static let pieces: [String: (String, String, String)] = [
    "(": ("⎛", "⎜", "⎝"), ")": ("⎞", "⎟", "⎠"), "[": ("⎡", "⎢", "⎣"), "]": ("⎤", "⎥", "⎦"),
    "{": ("⎧", "⎪", "⎩"), "}": ("⎫", "⎪", "⎭"), "⌊": ("⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎦"),
    "⌈": ("⎡", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥"), "|": ("│", "│", "│"), "‖": ("‖", "‖", "‖"),
    "/": ("╱", "╱", "╱"),
  ]

  private static let braceMiddles = ["{": "⎨", "}": "⎬"]
  private static let shortBraces = ["{": ["⎰", "⎱"], "}": ["⎱", "⎰"]]

  private static func piece(
    _ delimiter: String, at index: Int, height: Int, middle: Int
  ) -> String {
    if height == 2, let halves = shortBraces[delimiter] { return halves[index] }
    // Angle brackets have no pieces: one character on the baseline.
    guard let (top, rest, bottom) = pieces[delimiter] else {
      return index == middle ? delimiter : " "
    }
    if let point = braceMiddles[delimiter], index == min(max(middle, 1), height - 2) {
      return point
    }
    return index == 0 ? top : index == height - 1 ? bottom : rest
  }
}
