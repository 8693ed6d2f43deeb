/// The points of `--at 1,-10,0,15,-20`.
public enum PointList {
  /// Finite numbers separated by commas, with a decimal point: `0.5`, `1e-3`.
  ///
  /// - Throws: `ArgumentError` that names the first one that is no number.
  public static func parse(_ text: String, argument: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let word = part.drop { $0 == " " }.prefix { $0 != " " }
      guard let value = NumberArgument.real(word), word.count == part.count(where: { $0 != " " })
      else {
        let named =
          part.isEmpty
          ? "il manque un nombre entre deux virgules" : "« \(part) » n’est pas un nombre"
        throw ArgumentError(
          argument,
          "\(named) ; écris-les avec un point et sépare-les par des virgules, 1,-0.5,2e3 par exemple."
        )
      }
      return value
    }
  }
}
