import FrenchText

/// The names of one kind of thing: the library's own, and how Keras, PyTorch and NumPy call the same.
struct Vocabulary: Sendable {
  /// Another name of exactly the same thing.
  struct Synonym: Sendable {
    let name: String
    /// As the library writes it, with the parameters that the other name fixes.
    let meaning: String
    let remark: String

    init(_ name: String, _ meaning: String, remark: String = "") {
      (self.name, self.meaning, self.remark) = (name, meaning, remark)
    }
  }

  let kind: NeuralNetworkError.Kind
  let names: [String]
  let synonyms: [Synonym]
  /// Names, folded, of what the library does not have, with the nearest that it has.
  let neighbors: [String: String]

  /// The library's spelling of a name and its parameters.
  ///
  /// - Parameter parameters: those of a name of the library.
  /// - Throws: `NeuralNetworkError` for a name that means nothing here.
  func spelling(
    of text: String, parameters: (_ name: String) -> [NamedParameter]
  ) throws -> Spelling {
    let typed = NameWithParameters(text)
    guard let synonym = synonym(typed.name) else { throw unknown(typed.name) }
    let known = NameWithParameters(synonym.meaning)
    let assignments = typed.assignments.map { Self.renamed($0, parameters(known.name)) }
    let all = [known.assignments.map(String.init), assignments].compactMap(\.self)
    return Spelling(
      typed: text,
      canonical: all.isEmpty ? known.name : known.name + ":" + all.joined(separator: ","),
      remark: all.isEmpty ? synonym.remark : "")
  }

  /// What a name without parameters means; capitals, hyphens and underscores make no difference.
  func synonym(_ name: String) -> Synonym? {
    if names.contains(name) { return Synonym(name, name) }
    let folded = Self.folded(name)
    return synonyms.first { Self.folded($0.name) == folded }
      ?? names.first { Self.folded($0) == folded }.map { Synonym(name, $0) }
  }

  /// The error for a name that means nothing here, with what was most likely meant.
  func unknown(_ name: String) -> NeuralNetworkError {
    .unknownName(
      name, kind: kind, known: names,
      meant: neighbors[Self.folded(name)]
        ?? suggestion(for: name, among: names + synonyms.map(\.name)))
  }

  private static func folded(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// The assignments `negative_slope=0.2,…` with the library's names of the parameters; one that is
  /// none stays for the error that names it.
  private static func renamed(_ assignments: Substring, _ parameters: [NamedParameter]) -> String {
    assignments.split(separator: ",", omittingEmptySubsequences: false).map { assignment in
      let key = assignment.prefix { $0 != "=" }
      let name = parameters.first { parameter in
        ([parameter.name] + parameter.otherNames).contains { folded($0) == folded(key) }
      }?.name
      return (name ?? String(key)) + assignment.dropFirst(key.count)
    }.joined(separator: ",")
  }
}
