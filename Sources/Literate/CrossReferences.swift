import Document
import FrenchText

/// The numbers of a chapter's figures and tables, and the words that stand for what it cites.
struct CrossReferences {
  private var captions: [String: Caption] = [:]
  private var places: [String: SourceLocation] = [:]
  private let bibliography: Bibliography
  private(set) var cited: [Bibliography.Work] = []

  /// Numbers the labelled cells in reading order, figures and tables apart: 3.1, 3.2, …
  init(_ chapter: ChapterSource, bibliography: Bibliography) throws {
    self.bibliography = bibliography
    var counts: [Caption.Kind: Int] = [:]
    for case .cell(let cell) in chapter.blocks {
      guard let label = cell.options.label, let kind = cell.options.kind else { continue }
      let place = cell.options.places["label"] ?? cell.location
      if let first = places[label] {
        throw ChapterError(.duplicateLabel(label, first: first), at: place)
      }
      counts[kind, default: 0] += 1
      places[label] = place
      captions[label] = Caption(
        kind, number: "\(chapter.number).\(counts[kind, default: 0])",
        text: cell.options.caption ?? "", label: label)
    }
  }

  func caption(of cell: ChapterSource.Cell) -> Caption? {
    cell.options.label.flatMap { captions[$0] }
  }

  /// The prose with a link for each `@fig-…`, `@tbl-…`, `@key` and for a group, `[@key; @key]`.
  mutating func resolve(_ prose: String, at location: SourceLocation) throws -> String {
    try mapParagraphs(prose, at: location) { try resolve(paragraph: $0, at: $1) }
  }

  private mutating func resolve(
    paragraph: String, at location: SourceLocation
  ) throws -> String {
    var result = ""
    var rest = paragraph.startIndex
    for match in paragraph.matches(of: Self.words) {
      let text = match.output.0
      guard let first = text.first, first == "[" || first == "@" else { continue }
      let before = paragraph[..<match.range.lowerBound]
      let place = location.advanced(by: before.count { $0 == "\n" })
      result += paragraph[rest..<match.range.lowerBound]
      result += try first == "[" ? group(text, at: place) : name(text.dropFirst(), at: place)
      rest = match.range.upperBound
    }
    return result + paragraph[rest...]
  }

  /// Citations, and before them what hides one: escapes, code spans, formulas and addresses.
  private static var words: Regex<(Substring, Substring?)> {
    #/
      \\. | (`+) (?!`) (?:.*?[^`])?? \1 (?!`) | \$\$.+?\$\$ | \$[^$\s](?:[^$]*[^$\s])?\$ | \w@
      | \[@[A-Za-z][^\]]*\]
      | @[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*
    /#.dotMatchesNewlines()
  }

  /// Works stand in brackets, which figures and tables alone do not need.
  private mutating func group(_ text: Substring, at place: SourceLocation) throws -> String {
    var place = place
    let cited = text.dropFirst().dropLast().split(separator: ";").map { part in
      let before = part.prefix(while: \.isWhitespace).count { $0 == "\n" }
      let start = place.advanced(by: before)
      place = place.advanced(by: part.count { $0 == "\n" })
      let words = part.split(whereSeparator: \.isWhitespace)
      return (key: words.joined(separator: " ").trimmingPrefix("@"), place: start)
    }
    let words = try cited.map { key, place in
      if Self.isLabel(key) { return try name(key, at: place) }
      let work = try cite(String(key), at: place)
      return "[\(work.shortAuthors), \(work.year)](#ref-\(work.key))"
    }
    if cited.allSatisfy({ Self.isLabel($0.key) }) { return words.joined(separator: ", ") }
    return "(\(words.joined(separator: " ; ")))"
  }

  private static func isLabel(_ key: Substring) -> Bool {
    key.hasPrefix("fig-") || key.hasPrefix("tbl-")
  }

  private mutating func name(_ label: Substring, at place: SourceLocation) throws -> String {
    guard Self.isLabel(label) else {
      let work = try cite(String(label), at: place)
      return "[\(work.shortAuthors) (\(work.year))](#ref-\(work.key))"
    }
    let label = String(label)
    guard let caption = captions[label] else {
      throw ChapterError(
        .unknownLabel(label, suggestion: suggestion(for: label, among: captions.keys.sorted())),
        at: place)
    }
    return "[\(caption.kind.rawValue.lowercased())\u{A0}\(caption.number)](#\(label))"
  }

  private mutating func cite(
    _ key: String, at place: SourceLocation
  ) throws -> Bibliography.Work {
    let work = try bibliography.work(key, at: place)
    if !cited.contains(work) { cited.append(work) }
    return work
  }
}
