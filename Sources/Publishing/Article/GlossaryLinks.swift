import Document

/// Finds the first use of each term of the glossary in a chapter and makes a link of it.
struct GlossaryLinks {
  /// The address of a term: `glossaire:biais`.
  static let scheme = "glossaire:"

  private struct Form {
    let characters: [Character]
    /// The id of the term's entry.
    let term: String
    let language: String?
  }

  private let forms: [Form]
  private var used: Set<String> = []

  init(_ terms: [GlossaryTerm]) {
    forms = zip(terms, ArticleIDs.ids(of: terms)).flatMap { term, id in
      term.forms.map {
        Form(characters: $0.map(Self.folded), term: id, language: term.language)
      }
    }
    .filter { !$0.characters.isEmpty }
    // A longer form says more: « couche cachée » before « couche ».
    .sorted { $0.characters.count > $1.characters.count }
  }

  /// The inlines with a link at the first use of each term, and foreign terms marked as such; nothing
  /// inside links, code and formulas.
  mutating func link(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): result += link(text)
      case .emphasis(let inlines): result.append(.emphasis(link(inlines)))
      case .strong(let inlines): result.append(.strong(link(inlines)))
      case .strikethrough(let inlines): result.append(.strikethrough(link(inlines)))
      default: result.append(inline)
      }
    }
    return result
  }

  private mutating func link(_ text: String) -> [Inline] {
    let characters = Array(text)
    let folded = characters.map(Self.folded)
    var result: [Inline] = []
    var plain = 0
    var index = 0
    while index < folded.count {
      guard Self.isBoundary(folded, index), let form = form(in: folded, at: index) else {
        index += 1
        continue
      }
      let end = index + form.characters.count
      let isFirst = used.insert(form.term).inserted
      if isFirst || form.language != nil {
        if plain < index { result.append(.text(String(characters[plain..<index]))) }
        var words: [Inline] = [.text(String(characters[index..<end]))]
        if let language = form.language { words = [.foreign(words, language: language)] }
        let address = Self.scheme + form.term
        result += isFirst ? [.link(words, address: address)] : words
        plain = end
      }
      index = end
    }
    if plain < characters.count { result.append(.text(String(characters[plain...]))) }
    return result
  }

  /// The longest form at a place, whether its term was met before or not.
  private func form(in text: [Character], at index: Int) -> Form? {
    forms.first { form in
      let end = index + form.characters.count
      return end <= text.count && text[index..<end].elementsEqual(form.characters)
        && Self.isBoundary(text, end)
    }
  }

  private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2011}"]

  private static func isBoundary(_ text: [Character], _ index: Int) -> Bool {
    func belongs(_ place: Int) -> Bool {
      text.indices.contains(place)
        && (text[place].isLetter || text[place].isNumber || text[place] == "_")
    }
    return !(belongs(index - 1) && belongs(index))
      && !(index > 0 && hyphens.contains(text[index - 1]))
      && !(index < text.count && hyphens.contains(text[index]))
  }

  private static func folded(_ character: Character) -> Character {
    switch character {
    case "’": "'"
    case "\u{A0}", "\u{202F}": " "
    default: character.lowercased().first ?? character
    }
  }
}
