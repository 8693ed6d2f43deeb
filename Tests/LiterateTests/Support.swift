import Document
import Testing

@testable import Literate

/// Chapters and errors of the tests.
enum Sample {
  static let file = "chapters/03-essai.md"

  /// A chapter whose body begins at line 4.
  static func chapter(_ body: String, header: String = "title: Essai") throws -> ChapterSource {
    try ChapterSource(file: file, text: "---\n\(header)\n---\n\(body)")
  }

  static func cells(_ body: String) throws -> [ChapterSource.Cell] {
    try chapter(body).blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  static func tangled(
    _ body: String, header: String = "title: Essai", bibliography: Bibliography = Bibliography(),
    files: [String: String] = [:]
  ) throws -> String {
    struct NoSuchFile: Error {}
    let tangler = Tangler(
      imports: ["ChapterKit"], context: "ChapterContext", bibliography: bibliography
    ) { path in
      guard let text = files[path] else { throw NoSuchFile() }
      return text
    }
    return try tangler.tangle(try chapter(body, header: header))
  }

  static func published() throws -> PublishedTables {
    try PublishedTables([
      ("essai.csv", "epoch,cost\n1,2.50\n2,0.5402\n"),
      ("accuracies.csv", "run,training_percent,test_percent\nessai,98.5,97\n"),
      ("outputs.csv", "run,input,printed\nselu,α,1.67\nselu,s,1.05\n"),
      ("misprints.csv", "run,epoch,printed,corrected\nessai,2,0.5402,0.5401\n"),
    ])
  }

  static func at(_ line: Int) -> Document.SourceLocation { .init(file: file, line: line) }

  static let bibliography = """
    references:
      - id: one
        author: [{family: Un, given: Ada}]
        title: Seul
        issued: {year: 2001}
        URL: https://example.org/1
      - id: two
        author: [{family: Un, given: Ada}, {family: Deux, given: Bob}]
        title: À deux
        container-title: Revue
        issued: {year: 2002}
        DOI: 10.1/2
      - id: three
        author: [{family: Un}, {family: Deux}, {family: Trois}]
        title: À trois
        issued: {year: 2003}
    """
}

/// Expects `body` to fail with this problem, at this line of the chapter.
func expectError<Result>(
  _ problem: ChapterError.Problem, line: Int,
  sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ body: () throws -> Result
) {
  let error = #expect(throws: ChapterError.self, sourceLocation: sourceLocation) { _ = try body() }
  #expect(error == ChapterError(problem, at: Sample.at(line)), sourceLocation: sourceLocation)
}
