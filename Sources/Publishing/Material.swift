import Document
import Files
import Foundation

/// What course material can be written as.
public enum MaterialFormat: String, CaseIterable, Sendable {
  case html, epub, ipynb, markdown, swift, pdf

  /// What is made when nothing else is asked for.
  public static let usual: [MaterialFormat] = [.html, .epub, .ipynb, .markdown]
}

/// The files of course material by their paths, in memory until all of them are there.
public struct Material: Sendable, Equatable {
  public private(set) var files: [String: Data] = [:]

  init() {}

  mutating func add(_ data: Data, at path: String) { files[path] = data }

  mutating func add(_ text: String, at path: String) { files[path] = Data(text.utf8) }

  /// The material of a course in some formats.
  ///
  /// - Parameter browser: what prints the PDF files; needed for `.pdf` only.
  /// - Throws: `InputFileError` for a figure or a file of the program that is missing, `ArchiveError`,
  ///   `BrowserError`.
  public static func make(
    _ course: WovenCourse, as formats: Set<MaterialFormat>, browser: Browser? = nil
  ) throws -> Material {
    let edition = CourseEdition(course)
    var material = Material()
    if formats.contains(.html) { try SiteWriter(edition, formats).write(to: &material) }
    if formats.contains(.markdown) { try MarkdownWriter(edition).write(to: &material) }
    if formats.contains(.ipynb) { try NotebookWriter(edition).write(to: &material) }
    if formats.contains(.swift) { SwiftWriter(edition).write(to: &material) }
    if formats.contains(.epub) { try EPUBWriter(edition).write(to: &material) }
    if formats.contains(.pdf), let browser {
      try PaperWriter(edition, browser).write(to: &material)
    }
    material.add(edition.measures, at: MeasuresFile.name)
    return material
  }
}

/// A course ready for the writers: each chapter's article, and what the chapters share.
struct CourseEdition: Sendable {
  let course: WovenCourse
  let articles: [Article]
  let glossary: [GlossaryEntry]

  init(_ course: WovenCourse) {
    var course = course
    course.title = FrenchTypography.apply(to: course.title)
    course.summary = FrenchTypography.apply(to: course.summary)
    self.course = course
    articles = course.chapters.map { ArticleBuilder.article(of: $0, glossary: course.glossary) }
    glossary = zip(course.glossary, ArticleIDs.ids(of: course.glossary)).map(GlossaryEntry.init)
  }

  /// The addresses of the glossary's entries below that of its page.
  func glossary(in page: String) -> (String) -> String? {
    let known = Set(glossary.map(\.id))
    return { known.contains($0) ? "\(page)#\($0)" : nil }
  }

  /// The network that the reader may try, the last one of the course.
  var reader: DigitReader? {
    articles.flatMap(\.blocks).compactMap {
      if case .reader(let reader) = $0 { reader } else { nil }
    }.last
  }

  /// The name of a figure's file among those of the whole course: `3-cout.svg`, the same in a path
  /// and in an address.
  static func name(of file: String, in article: Article) -> String {
    let name = file.split(separator: "/").last ?? ""
    let plain = name.unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      return isPlain || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
    }
    return "\(article.number)-\(String(plain))"
  }

  static func read(_ file: String) throws -> Data {
    try InputFile.read(file, limit: 1 << 26)
  }

  /// What no two runs agree on, in one file for all formats.
  var measures: String { MeasuresFile.text(articles.flatMap(\.measures)) }
}

/// A term of the glossary, parsed.
struct GlossaryEntry: Sendable {
  let id: String
  let term: [Inline]
  let definition: [Inline]

  init(_ term: GlossaryTerm, id: String) {
    let set = FrenchInlines(values: InlineValues(values: [])) { _ in "" }
    self.id = id
    let words = set.set([.text(term.term)])
    self.term = term.language.map { [.foreign(words, language: $0)] } ?? words
    if case .paragraph(let inlines)? = MarkdownParser.parse(term.definition).first {
      definition = set.set(inlines)
    } else {
      definition = set.set([.text(term.definition)])
    }
  }
}

/// The one file of the material that two runs make differently: what clocks gave.
enum MeasuresFile {
  static let name = "mesures.js"

  static func text(_ measures: [Article.Measure]) -> String {
    let lines = measures.map { "  \(JSON.string($0.name)): \(JSON.string($0.text))" }
    return """
      // Les durées mesurées pendant la construction de ce cours, sur la machine qui l’a construit.
      // Tout le reste est identique d’une construction à l’autre.
      window.mesures = {
      \(lines.joined(separator: ",\n"))
      };

      """
  }
}

/// JSON with the same bytes for the same values.
enum JSON {
  static func text(_ value: some Encodable, pretty: Bool = false) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    // Texts, whole numbers and finite numbers, and nothing else, come here.
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  static func string(_ text: String) -> String { self.text(text) }
}
