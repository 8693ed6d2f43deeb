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
      if let first = places[label] {
        throw ChapterError(.duplicateLabel(label, first: first), at: cell.location)
      }
      counts[kind, default: 0] += 1
      places[label] = cell.location
      captions[label] = Caption(
        kind, number: "\(chapter.number).\(counts[kind, default: 0])",
        text: cell.options.caption ?? "")
    }
  }

  func caption(of cell: ChapterSource.Cell) -> Caption? {
    cell.options.label.flatMap { captions[$0] }
  }

  /// The prose with the words for each `@fig-…`, `@tbl-…`, `@key` and `[@key; @key]`.
  mutating func resolve(_ prose: String, at location: SourceLocation) throws -> String {
    var fence: Fence?
    var lines: [String] = []
    for (index, line) in prose.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = String(line)
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
        lines.append(line)
        continue
      }
      fence = Fence(opening: line)
      let place = SourceLocation(file: location.file, line: location.line + index)
      lines.append(fence == nil ? try resolve(line: line, at: place) : line)
    }
    return lines.joined(separator: "\n")
  }

  private mutating func resolve(line: String, at place: SourceLocation) throws -> String {
    var result = ""
    var rest = line.startIndex
    // Code spans, formulas and addresses come first so that nothing in them is taken for a citation.
    let pattern =
      /(`+)[^`]*`+|\$[^$]+\$|\w@|\[@[A-Za-z][^\]]*\]|@[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/
    for match in line.matches(of: pattern) {
      let text = match.output.0
      guard let first = text.first, first == "[" || first == "@" else { continue }
      result += line[rest..<match.range.lowerBound]
      result += try first == "[" ? group(text, at: place) : name(text.dropFirst(), at: place)
      rest = match.range.upperBound
    }
    return result + line[rest...]
  }

  private mutating func group(_ text: Substring, at place: SourceLocation) throws -> String {
    let keys = text.dropFirst().dropLast().split(separator: ";").map {
      $0.trimmingPrefix(while: \.isWhitespace).trimmingPrefix("@")
    }
    let words = try keys.map { key in
      let work = try cite(String(key), at: place)
      return "\(work.shortAuthors), \(work.year)"
    }
    return "(\(words.joined(separator: " ; ")))"
  }

  private mutating func name(_ label: Substring, at place: SourceLocation) throws -> String {
    let label = String(label)
    guard label.hasPrefix("fig-") || label.hasPrefix("tbl-") else {
      let work = try cite(label, at: place)
      return "\(work.shortAuthors) (\(work.year))"
    }
    guard let caption = captions[label] else {
      throw ChapterError(
        .unknownLabel(label, suggestion: suggestion(for: label, among: captions.keys.sorted())),
        at: place)
    }
    return "\(caption.kind.rawValue.lowercased())\u{A0}\(caption.number)"
  }

  private mutating func cite(
    _ key: String, at place: SourceLocation
  ) throws -> Bibliography.Work {
    let work = try bibliography.work(key, at: place)
    if !cited.contains(work) { cited.append(work) }
    return work
  }
}
