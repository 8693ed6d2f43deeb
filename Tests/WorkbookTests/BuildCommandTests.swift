import Foundation
import Testing

@Suite("The build of course material")
struct BuildCommandTests {
  private let directory: TemporaryDirectory
  private var output: String { directory.file("cours") }

  init() throws { directory = try TemporaryDirectory() }

  private func build(
    _ options: [String], environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    try await Program.run(["build"] + options + ["--output", output], environment: environment)
  }

  /// Expects one sentence, this status, and nothing written.
  private func expectRefusal(
    _ outcome: Program.Outcome, status: Int32, saying message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == status, "\(outcome.messages)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(
      outcome.messages.contains(message), "\(outcome.messages)", sourceLocation: sourceLocation)
  }

  @Test(
    "An unknown format or chapter is a mistake, with what was meant",
    arguments: [
      (["--to", "htlm"], "Le format « htlm » n’existe pas ; voulais-tu dire « html » ?"),
      (["--to", "html,"], "Le format «  » n’existe pas"),
      (["--to", "html,docx"], "(formats : html, epub, ipynb, markdown, swift, pdf)"),
      (["99"], "Il n’y a pas de chapitre 99"), (["un"], "Il n’y a pas de chapitre « un »"),
    ])
  func unknown(options: [String], message: String) async throws {
    expectRefusal(try await build(options), status: 64, saying: message)
    #expect(directory.files.isEmpty)
  }

  @Test("A date that is none is a mistake", arguments: ["hier", "-1", "1e9", "253402300800"])
  func date(text: String) async throws {
    expectRefusal(
      try await build(["1"], environment: ["SOURCE_DATE_EPOCH": text]), status: 64,
      saying: "La variable SOURCE_DATE_EPOCH vaut « \(text) »")
    #expect(directory.files.isEmpty)
  }

  @Test("A folder that holds other files is left alone")
  func taken() async throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try Data("à moi".utf8).write(to: URL(filePath: output + "/notes.txt"))
    expectRefusal(
      try await build(["1"]), status: 73, saying: "contient autre chose que du matériel de cours")
    #expect(directory.files == ["cours/notes.txt"])
  }

  @Test("A file is no folder")
  func file() async throws {
    try Data("à moi".utf8).write(to: URL(filePath: output))
    let outcome = try await build(["1"])
    #expect(outcome.status == 73, "\(outcome.messages)")
    #expect(outcome.messages.contains("« \(output) »"), "\(outcome.messages)")
    #expect(directory.files == ["cours"])
  }

  @Test("Without Chromium a PDF is refused at once, in one sentence that says how to have it")
  func browser() async throws {
    let outcome = try await build(["1", "--to", "pdf"], environment: ["PATH": ""])
    expectRefusal(
      outcome, status: 69,
      saying: "« sudo apt-get install --no-install-recommends chromium », puis recommence.")
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(directory.files.isEmpty)
  }

  @Test(
    "A chapter becomes every format, and again the same bytes",
    .enabled(if: Gnuplot.isInstalled, "gnuplot is not installed"))
  func whole() async throws {
    try SmallDigits.write(to: directory.path)
    let options = ["1", "--data", directory.path, "--to", "html,epub,ipynb,markdown,swift"]
    let outcome = try await build(options, environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("commence par \(output)/index.html"))
    let files = TemporaryDirectory.files(in: output)
    for name in [
      "index.html", "chapitre-1.html", "cours.epub", "carnets/chapitre-1.ipynb",
      "markdown/chapitre-1.md", "swift/chapitre-1.swift", "mesures.js",
    ] { #expect(files.contains(name)) }
    #expect(TemporaryDirectory.files(in: directory.path).allSatisfy { !$0.contains("nouveau") })
    let contents = { (name: String) in
      try Data(contentsOf: URL(filePath: "\(output)/\(name)"))
    }
    let first = try files.map(contents)
    _ = try await build(options, environment: ["SOURCE_DATE_EPOCH": "1700000000"])
    for (name, data) in zip(files, first) where name != "mesures.js" {
      #expect(try contents(name) == data, "\(name)")
    }
  }
}
