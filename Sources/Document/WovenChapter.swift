/// A chapter after its run: what every writer of course material starts from.
public struct WovenChapter: Sendable, Equatable {
  public var number: Int
  public var title: String
  /// One sentence on the chapter.
  public var summary: String
  /// The constants that its cells see, with the values of this run.
  public var parameters: [Parameter]
  public var blocks: [WovenBlock]

  public init(
    number: Int, title: String, summary: String, parameters: [Parameter],
    blocks: [WovenBlock]
  ) {
    self.number = number
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.blocks = blocks
  }
}

/// The chapters of a run, and what they have in common.
public struct WovenCourse: Sendable, Equatable {
  public var title: String
  /// One sentence on the course.
  public var summary: String
  public var chapters: [WovenChapter]
  public var glossary: [GlossaryTerm]
  public var provenance: Provenance

  public init(
    title: String, summary: String, chapters: [WovenChapter], glossary: [GlossaryTerm],
    provenance: Provenance
  ) {
    self.title = title
    self.summary = summary
    self.chapters = chapters
    self.glossary = glossary
    self.provenance = provenance
  }
}

/// What a reader needs to make the same material again.
public struct Provenance: Sendable, Equatable {
  /// The program and its version: `workbook 1.0.0 (1a2b3c4)`.
  public var version: String
  /// The data: which, and the SHA-256 of their contents.
  public var data: String
  public var checksum: String
  /// The command that makes it again.
  public var command: String
  /// Seconds since 1970 that files may bear as their date.
  public var date: Int

  public init(version: String, data: String, checksum: String, command: String, date: Int) {
    self.version = version
    self.data = data
    self.checksum = checksum
    self.command = command
    self.date = date
  }
}

/// A term of the course, defined once.
public struct GlossaryTerm: Sendable, Equatable {
  public var term: String
  /// The words by which the text uses it.
  public var forms: [String]
  /// Markdown.
  public var definition: String
  /// The language of a foreign term, `en`.
  public var language: String?

  public init(term: String, forms: [String], definition: String, language: String? = nil) {
    self.term = term
    self.forms = forms
    self.definition = definition
    self.language = language
  }
}
