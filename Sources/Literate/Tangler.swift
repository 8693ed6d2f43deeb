import Document

/// Turns chapters into Swift source: one function per chapter, and the catalogue of them all.
///
/// A chapter's cells follow one another in one asynchronous function, so they share their
/// constants; between them stand the calls that weave the prose, the code and the results. This long
/// function runs once and is not optimized, which takes the compiler longest; the closures and
/// functions in it, where the work is done, are. It is written in parts, see `parts`.
public struct Tangler {
  /// The modules that cells may use without saying so.
  let imports: [String]
  /// The class whose method a chapter becomes.
  private let context: String
  let bibliography: Bibliography
  private let read: (String) throws -> String

  /// - Parameter read: gives a source file's text by its path relative to the package.
  public init(
    imports: [String], context: String, bibliography: Bibliography = Bibliography(),
    read: @escaping (String) throws -> String
  ) {
    self.imports = imports
    self.context = context
    self.bibliography = bibliography
    self.read = read
  }

  /// The Swift source of one chapter.
  public func tangle(_ chapter: ChapterSource) throws -> String {
    var references = try CrossReferences(chapter, bibliography: bibliography)
    let exercises = try chapter.exercises()
    var lines = imports.map { "import \($0)" }
    lines += [
      "", "extension \(context) {", "@_optimize(none)",
      "func \(functionName(chapter))() async throws {",
    ]
    lines += chapter.header.parameters.map { parameter in
      let name = parameter.name
      return "let \(name): \(parameter.value.swiftType) = "
        + "try self.parameter(\(SwiftLiteral.string(name))); _ = \(name)"
    }
    var blocks = try chapter.blocks.map { block in
      switch block {
      case .prose(let text, let location):
        try prose(text, at: location, &references)
      case .cell(let cell) where cell.options.exercise != nil:
        try exerciseCell(cell, exercises, &references)
      case .cell(let cell):
        try self.cell(cell, references)
      }
    }
    if !references.cited.isEmpty {
      let works = references.cited.map {
        "Reference(key: \(SwiftLiteral.string($0.key)), entry: \(SwiftLiteral.string($0.entry)), "
          + "language: \(SwiftLiteral.optional($0.language)))"
      }
      blocks.append(["try self.references([\(works.joined(separator: ", "))])"])
    }
    return (lines + parts(blocks) + ["}", "}", ""]).joined(separator: "\n")
  }

  /// The blocks' lines, the later ones in functions within functions.
  ///
  /// Every `try` of a function cleans up all that was declared before it, so one long function costs
  /// the compiler the square of its length. A part sees what came before it, and cleans up only what
  /// is its own. Eight parts at most: the compiler's work doubles with every function around one.
  private func parts(_ blocks: [[String]]) -> [String] {
    let lengths = blocks.map { $0.reduce(0) { $0 + $1.count { $0 == "\n" } + 1 } }
    let limit = max(60, lengths.reduce(0, +) / 8)
    var lines: [String] = []
    var starts: [Int] = []
    var length = 0
    for (index, block) in blocks.enumerated() {
      if length >= limit {
        lines += ["@_optimize(none)", "func chapterFromBlock\(index)() async throws {"]
        starts.append(index)
        length = 0
      }
      lines += block
      length += lengths[index]
    }
    for start in starts.reversed() { lines += ["}", "try await chapterFromBlock\(start)()"] }
    return lines
  }

  /// The Swift source of the catalogue: the chapters in their order, and what was published.
  public func catalogue(
    of chapters: [ChapterSource], published: PublishedTables, glossary: [GlossaryTerm] = []
  ) throws -> String {
    let chapters = chapters.sorted { $0.number < $1.number }
    for (chapter, next) in zip(chapters, chapters.dropFirst())
    where chapter.number == next.number {
      throw ChapterError(
        .duplicateNumber(next.number, other: chapter.file),
        at: SourceLocation(file: next.file, line: 1))
    }
    var lines = imports.map { "import \($0)" }
    lines += ["", "let tangledChapters: [Chapter] = ["]
    for chapter in chapters {
      let header = chapter.header
      lines.append("Chapter(number: \(chapter.number), slug: \(SwiftLiteral.string(chapter.slug)),")
      lines.append("title: \(SwiftLiteral.string(header.title)),")
      lines.append("summary: \(SwiftLiteral.string(header.summary)),")
      lines.append("document: \(SwiftLiteral.string(header.document)),")
      lines.append("parameters: [")
      lines += header.parameters.map { SwiftLiteral.parameter($0) + "," }
      let cells = chapter.blocks.count {
        if case .cell(let cell) = $0 { cell.options.exercise == nil } else { false }
      }
      lines.append("], cells: \(cells)) { try await $0.\(functionName(chapter))() },")
    }
    let exercises = chapters.map(exercisesName).joined(separator: " + ")
    lines += [
      "]", "", "let tangledExercises: [Exercise] = \(exercises.isEmpty ? "[]" : exercises)",
    ]
    lines += ["", "let tangledGlossary: [GlossaryTerm] = ["]
    lines += glossary.map { SwiftLiteral.term($0) + "," } + ["]"]
    return (lines + ["", "let tangledResults = " + published.literal, ""])
      .joined(separator: "\n")
  }

  private func functionName(_ chapter: ChapterSource) -> String {
    let number = String(chapter.number)
    return "chapter" + String(repeating: "0", count: max(0, 2 - number.count)) + number
  }

  func exercisesName(_ chapter: ChapterSource) -> String { functionName(chapter) + "Exercises" }

  private func prose(
    _ text: String, at location: SourceLocation, _ references: inout CrossReferences
  ) throws -> [String] {
    let (markdown, values) = try InlineValue.extract(from: text, at: location)
    var lines = values.flatMap { value in
      // On a line of its own and padded, the expression has the chapter's line and column in a
      // compiler's messages.
      let padding = String(repeating: " ", count: value.column - 1)
      return [
        "try self.begin(\(head(at: value.location)))",
        directive(value.location.advanced(by: -1)), "try self.inline(",
        padding + value.expression, ")", "#sourceLocation()", "try self.end()",
      ]
    }
    let resolved = try references.resolve(markdown, at: location)
    lines.append("try self.prose(\(SwiftLiteral.string(resolved)))")
    return lines
  }

  private func cell(
    _ cell: ChapterSource.Cell, _ references: CrossReferences
  ) throws -> [String] {
    if let source = cell.options.source {
      let listing = try Excerpt.listing(
        source, at: cell.options.places["source"] ?? cell.location, read: read)
      return ["try self.excerpt(\(SwiftLiteral.listing(listing)))"]
    }
    let isBlank = cell.code.allSatisfy(\.isWhitespace)
    let role: Listing.Role =
      cell.options.mustFail ? .failingCell : cell.options.echo ? .cell : .hiddenCell
    let listing = isBlank ? nil : Listing(cell.code, role: role)
    let head = head(
      at: cell.location, label: cell.options.label, caption: references.caption(of: cell),
      alternative: cell.options.alternative, usesDigits: cell.options.usesDigits,
      listing: listing)
    let begin = "try self.begin(\(head))"
    let code = [directive(cell.location), cell.code, "#sourceLocation()"]
    guard cell.options.mustFail else { return [begin] + code + ["try self.end()"] }
    return [begin, "do {"] + code
      + ["try self.failureIsMissing()", "} catch { try self.endWithExpectedFailure(error) }"]
  }

  private func head(
    at location: SourceLocation, label: String? = nil, caption: Caption? = nil,
    alternative: String? = nil, usesDigits: Bool = false, listing: Listing? = nil
  ) -> String {
    "CellHead(SourceLocation(file: \(SwiftLiteral.string(location.file)), "
      + "line: \(location.line)), label: \(SwiftLiteral.optional(label)), "
      + "caption: \(SwiftLiteral.caption(caption)), "
      + "alternative: \(SwiftLiteral.optional(alternative)), "
      + (usesDigits ? "usesDigits: true, " : "")
      + "listing: \(SwiftLiteral.listing(listing)))"
  }

  /// The text of a source file.
  func text(of file: String) throws -> String {
    SourceText.withoutByteOrderMark(try read(file))
  }

  func directive(_ location: SourceLocation) -> String {
    "#sourceLocation(file: \(SwiftLiteral.string(location.file)), line: \(location.line))"
  }
}
