import Document
import Files
import Foundation
import Literate

/// The tool behind the Tangle plugin.
///
///     tangle PACKAGE chapter FILE.md REFERENCES OUTPUT EXERCISES
///     tangle PACKAGE catalogue OUTPUT FILE…
///     tangle PACKAGE answers OUTPUT FILE.md…
///     tangle PACKAGE fingerprint OUTPUT FILE…
///
/// Paths of inputs are relative to the package, so that compilers' messages name them as the author
/// knows them.
@main
enum Tangle {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch let error as ChapterError {
      fail("\(error)")
    } catch {
      fail("error: l’écriture du source engendré a échoué (\(error.localizedDescription))")
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count >= 3 else {
      fail("error: tangle PACKAGE chapter|catalogue|answers|fingerprint …")
    }
    let package = URL(filePath: arguments[0], directoryHint: .isDirectory)
    let read = { (path: String) throws -> String in
      guard let data = try? Data(contentsOf: package.appending(path: path)),
        let text = String(validating: data, as: UTF8.self)
      else { throw ChapterError(.unreadable, at: SourceLocation(file: path, line: 1)) }
      return text
    }
    let source = { (file: String) in try ChapterSource(file: file, text: try read(file)) }

    switch (arguments[1], arguments.count) {
    case ("chapter", 6):
      let references = arguments[3]
      let tangler = tangler(
        bibliography: references.isEmpty
          ? Bibliography() : try Bibliography(file: references, text: try read(references)),
        read: read)
      let chapter = try source(arguments[2])
      try write(try tangler.tangle(chapter), to: arguments[4])
      try write(try tangler.exercises(of: chapter), to: arguments[5])
    case ("catalogue", _):
      let inputs = arguments.dropFirst(3)
      let published = try PublishedTables(
        inputs.filter { $0.hasSuffix(".csv") }.map { (path: $0, text: try read($0)) })
      let chapters = try inputs.filter { $0.hasSuffix(".md") }.map(source)
      let glossary = try inputs.filter { $0.hasSuffix(".yaml") }.flatMap {
        try Glossary.terms(file: $0, text: try read($0))
      }
      let catalogue = try tangler(bibliography: Bibliography(), read: read)
        .catalogue(of: chapters, published: published, glossary: glossary)
      try write(catalogue, to: arguments[2])
    case ("answers", _):
      let chapters = try arguments.dropFirst(3).map(source)
      let folder = try FileManager.default.contentsOfDirectory(
        atPath: package.appending(path: "exercices").path)
      let files = folder.filter { $0.hasSuffix(".swift") }.map { "exercices/\($0)" }
      try write(
        try tangler(bibliography: Bibliography(), read: read).answers(to: chapters, files: files),
        to: arguments[2])
    case ("fingerprint", _):
      try write(
        fingerprint(of: try arguments.dropFirst(3).map { ($0, try read($0)) }), to: arguments[2])
    default:
      fail("error: tangle PACKAGE chapter|catalogue|answers|fingerprint …")
    }
  }

  private static func tangler(
    bibliography: Bibliography, read: @escaping (String) throws -> String
  ) -> Tangler {
    Tangler(
      imports: CellImports.modules, context: "ChapterContext", bibliography: bibliography,
      read: read)
  }

  /// The Swift source of a digest of these files, names and contents.
  private static func fingerprint(of files: [(name: String, text: String)]) -> String {
    var sum = SHA256()
    for file in files { sum.update("\(file.name) \(file.text.utf8.count)\n\(file.text)") }
    return """
      /// What decides the result of a training, beside its recipe.
      enum TrainingCode {
        static let digest = "\(sum.hexadecimal())"
      }

      """
  }

  /// An unchanged source keeps its date: it need not be compiled again, and the compiler, for which
  /// two changes within a second are one, does not miss the next change.
  private static func write(_ text: String, to path: String) throws {
    let output = URL(filePath: path)
    let data = Data(text.utf8)
    if (try? Data(contentsOf: output)) == data { return }
    try data.write(to: output, options: .atomic)
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
