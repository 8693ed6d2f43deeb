import Document
import Yams

/// The terms of the course, from a YAML file: a list `termes:` of `terme`, `formes`, `définition` and,
/// for a foreign term, `langue`.
public enum Glossary {
  static let keys = ["terme", "formes", "définition", "langue"]

  /// - Throws: `ChapterError` at the line of the first term that does not do.
  public static func terms(file: String, text: String) throws -> [GlossaryTerm] {
    let start = SourceLocation(file: file, line: 1)
    let root = try parseYAML(text, from: start) { .glossary($0) }
    guard let list = root?["termes"]?.sequence else {
      throw ChapterError(.glossary("une liste « termes: » est attendue"), at: start)
    }
    var known: [String: String] = [:]
    return try list.map { node in
      let place = start.place(of: node)
      guard let term = node["terme"]?.string, let definition = node["définition"]?.string,
        !term.isEmpty, !definition.isEmpty
      else {
        throw ChapterError(
          .glossary("chaque mot a besoin de « terme » et de « définition »"), at: place)
      }
      let unknown = node.mapping?.keys.compactMap(\.string).first { !keys.contains($0) }
      if let unknown {
        throw ChapterError(.glossary("la clé « \(unknown) » n’y est pas connue"), at: place)
      }
      let forms = node["formes"]?.sequence?.compactMap(\.string) ?? [term]
      for form in [term.lowercased()] + Set(forms.map { $0.lowercased() }) {
        if let other = known.updateValue(term, forKey: form), other != term {
          throw ChapterError(
            .glossary("« \(form) » y désigne à la fois « \(other) » et « \(term) »"), at: place)
        }
      }
      return GlossaryTerm(
        term: term, forms: forms, definition: definition, language: node["langue"]?.string)
    }
  }
}
