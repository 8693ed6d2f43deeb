import Document
import Foundation

/// Names of places in a page, each given once.
struct ArticleIDs {
  /// The ids that pages give to their own parts.
  static let ofPages: Set<String> = ["contenu", "references", "titre", "toc"]

  private var taken: Set<String>

  init(taken: Set<String> = []) { self.taken = taken }

  /// The id of a heading, from its words: « L’aller » is `l-aller`, the next one `l-aller-2`.
  mutating func id(for words: String) -> String {
    var slug = Self.slug(words)
    // The prefixes of the other ids, so that no heading can take one.
    if slug.isEmpty || slug.wholeMatch(of: /(fig|tbl|ref|cite|exercice|code)-.*/) != nil {
      slug = "section-" + slug
    }
    var id = slug
    var rank = 1
    while !taken.insert(id).inserted {
      rank += 1
      id = "\(slug)-\(rank)"
    }
    return id
  }

  /// The ids of the glossary's entries, in its order.
  static func ids(of terms: [GlossaryTerm]) -> [String] {
    var ids = ArticleIDs(taken: ofPages)
    return terms.map { ids.id(for: $0.term) }
  }

  /// Lower-case letters and digits without accents, with hyphens between words.
  static func slug(_ words: String) -> String {
    var slug = ""
    let plain = words.lowercased().replacing("œ", with: "oe").replacing("æ", with: "ae")
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    for character in plain {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    if slug.last == "-" { slug.removeLast() }
    return String(slug.prefix(80))
  }
}
