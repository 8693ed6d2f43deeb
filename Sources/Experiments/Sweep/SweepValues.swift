import FrenchText

/// The values that a command line gives an option of a sweep.
enum SweepValues {
  /// The values of all that was typed for one option: `0.01,0.03`, `0..9`, one after the other.
  ///
  /// - Throws: `ArgumentError` for a part without a value, or a range that is none; the values
  ///   themselves are not looked at.
  static func parse(_ texts: [String], of option: SweepOption) throws -> [String] {
    guard !option.keepsCommas else { return texts }
    var values: [String] = []
    for text in texts {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard !part.isEmpty else {
          throw ArgumentError(
            option.argument, "il manque une valeur à côté d’une virgule dans \(quoted(text)).")
        }
        values += try range(part, of: option) ?? [String(part)]
        guard values.count <= SweepGrid.largest else {
          throw ArgumentError(
            option.argument,
            "il y a trop de valeurs, une grille compte \(number(SweepGrid.largest)) entraînements "
              + "au plus.")
        }
      }
    }
    return values
  }

  /// The whole numbers of `3..9`; `nil` where there are no two dots.
  private static func range(_ text: Substring, of option: SweepOption) throws -> [String]? {
    guard option.isNumber, let dots = text.firstRange(of: "..") else { return nil }
    guard let first = Int(text[..<dots.lowerBound]), let last = Int(text[dots.upperBound...]),
      0 <= first, first <= last, last - first < SweepGrid.largest
    else {
      throw ArgumentError(
        option.argument,
        "\(quoted(String(text))) n’est pas une suite d’entiers, écris 0..9 pour les dix premiers.")
    }
    return (first...last).map { "\($0)" }
  }
}
