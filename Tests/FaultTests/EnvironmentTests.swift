import Foundation
import ProgramUnderTest
import Testing

@Suite("Poor environments")
struct EnvironmentTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test(
    "in every locale the text is UTF-8 and the figures have the same bytes",
    .enabled(if: Gnuplot.isInstalled),
    arguments: [
      ["LC_ALL": "C"], ["LC_ALL": "POSIX", "LANG": ""], ["LC_ALL": "fr_FR.ISO-8859-1"],
      ["LC_ALL": "nulle_PART.rien"], ["LC_NUMERIC": "fr_FR.UTF-8", "LC_ALL": ""],
    ])
  func locale(environment: [String: String]) async throws {
    let expected = try await run(in: "a", ["LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"])
    let obtained = try await run(in: "b", environment)
    #expect(obtained.text == expected.text && obtained.figure == expected.figure)
    #expect(obtained.text.contains("Réseaux profonds") && !obtained.text.contains("\u{FFFD}"))
    #expect(obtained.text.contains("Coût par époque"))
  }

  /// The text of a catalogue and of a drawn training, and the drawing's bytes.
  private func run(
    in name: String, _ environment: [String: String]
  ) async throws -> (text: String, figure: Data) {
    let path = workspace.directory.file(name + "/été.svg")
    let trained = try await Program.run(
      workspace.train(["--plot", path]), environment: environment)
    trained.expect(0, saying: nil)
    let listed = try await Program.run(["list"], environment: environment)
    listed.expect(0, saying: nil)
    let figure = try Data(contentsOf: URL(filePath: path))
    return (listed.output + String(decoding: figure, as: UTF8.self), figure)
  }

  @Test("without HOME, or with one that does not exist, a run with --data is as ever")
  func home() async throws {
    let saved = workspace.directory.file("réseau.safetensors")
    for home in ["unset HOME", "export HOME=/nulle/part", "export HOME="] {
      let outcome = try await Program.shell(
        home + #"; workbook "$@""#, workspace.train(["--save", saved]))
      outcome.expect(0, saying: nil)
      let missing = try await Program.shell(
        home + "; workbook train --layers sigmoid:10 --epochs 1")
      #expect([0, 66].contains(missing.status), "\(missing.messages)")
    }
  }

  @Test("from a directory that no longer exists, what is written there is refused: status 73")
  func deletedDirectory() async throws {
    let line = #"mkdir parti; cd parti; rmdir ../parti; workbook "$@""#
    for command in [workspace.chapter(output: "figures"), workspace.train(["--save", "réseau"])] {
      let outcome = try await Program.shell(line, command, in: workspace.directory.path)
      outcome.expect(73, saying: "un fichier ou un dossier de ce chemin n’existe pas")
    }
    let outcome = try await Program.shell(
      line, workspace.chapter(), in: workspace.directory.path)
    #expect(outcome.status == (Gnuplot.isInstalled ? 0 : 69))
  }

  @Test(
    "sixteen open files are enough for a chapter, fewer are refused: status 71",
    .enabled(if: Gnuplot.isInstalled),
    arguments: [(16, 0), (15, 71), (8, 71), (5, 71)] as [(Int, Int32)])
  func openFiles(limit: Int, status: Int32) async throws {
    let outcome = try await Program.shell(
      #"ulimit -n "$1"; shift; workbook "$@""#, ["\(limit)"] + workspace.chapter())
    outcome.expect(
      status,
      saying: status == 0 ? nil : "que \(limit) fichiers ouverts à la fois, et il lui en faut 16")
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test(
    "short of memory, it is refused (status 71) or leaves no file half-written",
    arguments: [60_000, 150_000, 300_000, 520_000, 600_000, 800_000])
  func memory(kilobytes: Int) async throws {
    let saved = workspace.directory.file("réseau.safetensors")
    for command in [workspace.chapter(), workspace.train(["--save", saved])] {
      try Workspace.putOlderResult(at: saved)
      // Where even the system's own libraries cannot start, there is nothing to say.
      let outcome = try await Program.shell(
        #"ulimit -c 0; ulimit -v "$1"; shift; workbook "$@""#, ["\(kilobytes)"] + command)
      if (300_000..<512_000).contains(kilobytes) {
        outcome.expect(71, saying: "Mo de mémoire, et il lui en faut 500")
      }
      #expect(faults(of: workspace.directory.path).isEmpty)
    }
  }
}
