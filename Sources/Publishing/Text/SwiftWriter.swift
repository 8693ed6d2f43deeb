import Document

/// Writes each chapter as one Swift file that compiles against the library: the narrative in comments, the
/// cells one after the other.
struct SwiftWriter {
  private let edition: CourseEdition

  init(_ edition: CourseEdition) { self.edition = edition }

  static func file(of article: Article) -> String { "swift/chapitre-\(article.number).swift" }

  func write(to material: inout Material) {
    for article in edition.articles {
      material.add(source(of: article), at: Self.file(of: article))
    }
  }

  private func source(of article: Article) -> String {
    let provenance = edition.course.provenance
    var lines = SwiftComment.lines(
      "Chapitre\u{A0}\(article.number)\u{A0}: \(article.title)\n\n\(article.summary)\n\n"
        + "Données\u{A0}: \(provenance.data), SHA-256 \(provenance.checksum). Version\u{A0}: "
        + "\(provenance.version). Pour refaire ce fichier\u{A0}: \(provenance.command)")
    lines += [""] + CellImports.modules.map { "import \($0)" }
    // With `self`, for a chapter may have constants of these names.
    lines += [
      "", "extension ChapterContext {",
      "  /// Says what a cell shows, as the course does.",
      "  private func start(", "    _ label: String? = nil, _ caption: Caption? = nil,",
      "    alternative: String? = nil, line: Int = #line", "  ) throws {", "    try begin(",
      "      CellHead(", "        SourceLocation(file: #fileID, line: line), label: label,",
      "        caption: caption, alternative: alternative, listing: nil))", "  }", "",
      "  func chapitre\(article.number)() async throws {",
    ]
    if !article.parameters.isEmpty { lines += ["", Self.parameters(of: article)] }
    lines += body(article.blocks) + ["  }", "}", ""]
    return lines.joined(separator: "\n")
  }

  /// The constants of a chapter with the values of this run.
  static func parameters(of article: Article) -> String {
    article.parameters.map { parameter in
      let value =
        if case .text(let text) = parameter.value { "\"\(escaped(text))\"" } else {
          "\(parameter.value)"
        }
      return "let \(parameter.name): \(parameter.value.swiftType) = \(value)"
    }.joined(separator: "\n")
  }

  private func body(_ blocks: [ArticleBlock]) -> [String] {
    var lines: [String] = []
    for (index, block) in blocks.enumerated() {
      lines += [""] + self.lines(of: block, shownBy: blocks[(index + 1)...])
    }
    return lines
  }

  private func lines(of block: ArticleBlock, shownBy rest: ArraySlice<ArticleBlock>) -> [String] {
    switch block {
    case .listing(let listing): self.lines(of: listing, shownBy: rest)
    case .heading(let heading):
      comment("— \(heading.plainText)")
    case .prose(let block): comment(block.plainLines)
    case .output(let text): SwiftComment.verbatim(text, mark: "┊ ")
    case .table(let table):
      SwiftComment.verbatim(
        (table.caption.map { "\($0.name)\u{A0}– \($0.text)\n" } ?? "") + table.table.plainLines,
        mark: "")
    case .figure(let figure):
      comment(
        "\(figure.caption.name)\u{A0}– \(figure.caption.text)\n\nDescription\u{A0}: \(figure.alternative)"
      )
    case .notice(let inlines): comment("▲ \(inlines.plainText)")
    case .exercise(let exercise): lines(of: exercise)
    case .references(let works):
      comment(
        "— Références\n\n" + works.map { "- \($0.entry.plainText)" }.joined(separator: "\n\n"))
    case .reader: []
    }
  }

  private func comment(_ text: String) -> [String] { SwiftComment.lines(text) }

  private func lines(of listing: Listing, shownBy rest: ArraySlice<ArticleBlock>) -> [String] {
    switch listing.role {
    case .cell, .hiddenCell:
      listing.language == "swift"
        ? [start(rest)] + [listing.code.trimmingNewlines, "try self.end()"]
        : SwiftComment.verbatim(listing.code, mark: "")
    case .failingCell:
      [start(rest), "do {", listing.code.trimmingNewlines, "try self.failureIsMissing()"]
        + ["} catch { try self.endWithExpectedFailure(error) }"]
    case .excerpt:
      SwiftComment.verbatim("\(listing.origin ?? "")\n\(listing.code)", mark: "")
    case .exercise, .solution: SwiftComment.verbatim(listing.code, mark: "")
    }
  }

  /// The call that tells what the cell shows: the caption that comes next, before other code or prose.
  private func start(_ rest: ArraySlice<ArticleBlock>) -> String {
    for block in rest {
      switch block {
      case .figure(let figure):
        return start(figure.caption, ".figure", alternative: figure.alternative)
      case .table(let table):
        return table.caption.map { start($0, ".table", alternative: nil) } ?? "try self.start()"
      case .output, .notice: continue
      default: return "try self.start()"
      }
    }
    return "try self.start()"
  }

  private func start(
    _ caption: ArticleCaption, _ kind: String, alternative: String?
  ) -> String {
    let number = caption.name.split(separator: "\u{A0}").last.map(String.init) ?? ""
    let label = Self.escaped(caption.id)
    let words = alternative.map { ", alternative: \"\(Self.escaped($0))\"" } ?? ""
    return """
      try self.start("\(label)", Caption(\(kind), number: "\(Self.escaped(number))", \
      text: "\(Self.escaped(caption.text))", label: "\(label)")\(words))
      """
  }

  private func lines(of exercise: ArticleExercise) -> [String] {
    let level = exercise.level.isEmpty ? "" : " (\(exercise.level))"
    var lines = comment("— \(exercise.heading.plainText)\(level)")
    for block in exercise.statement { lines += [""] + self.lines(of: block, shownBy: []) }
    lines += [""] + comment("À compléter dans \(exercise.stub.origin ?? "")\u{A0}:")
    lines += self.lines(of: exercise.stub, shownBy: [])
    for (index, hint) in exercise.hints.enumerated() {
      lines += comment(
        "Indice \(index + 1)\u{A0}: " + hint.map(\.plainLines).joined(separator: "\n\n"))
    }
    if let solution = exercise.solution {
      lines += comment("Solution\u{A0}:")
      if !solution.explanation.isEmpty {
        lines += comment(solution.explanation.map(\.plainLines).joined(separator: "\n\n"))
      }
      lines += self.lines(of: solution.listing, shownBy: [])
      if !solution.mistakes.isEmpty {
        lines += comment(
          "\(ArticleSolution.mistakesTitle)\u{A0}:\n" + solution.listOfMistakes.plainLines)
      }
    }
    return lines
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    // Scalar by scalar: a quote ends the literal whatever mark combines with it.
    for scalar in text.safeForTerminal.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

/// Texts as comments.
enum SwiftComment {
  /// Paragraphs on lines of at most 100 columns.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
      let words = StyledText(String(paragraph), .plain, .value)
      return words.wrapped(width: 96).map { line in
        line.isEmpty ? "//" : "// " + line.text
      }
    }
  }

  static func verbatim(_ text: String, mark: String) -> [String] {
    var lines = text.safeForTerminal(keeping: ["\n", "\t"])
      .split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let text = "// \(mark)\(line)"
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Block {
  /// Its text, a paragraph a line, items after a dash.
  var plainLines: String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .quote(let blocks): blocks.map(\.plainLines).joined(separator: "\n\n")
    case .list(let list):
      list.items.enumerated().map { index, item in
        (list.start.map { "\($0 + index). " } ?? "- ")
          + item.map(\.plainLines).joined(separator: "\n")
      }.joined(separator: "\n")
    case .code(let code, _): code.trimmingNewlines
    case .table(let table): table.plainLines
    case .thematicBreak: "* * *"
    }
  }
}

extension MarkdownTable {
  var plainLines: String {
    ([header] + rows).map { $0.map(\.content.plainText).joined(separator: " | ") }
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
