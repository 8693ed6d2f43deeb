import Foundation
import ProgramUnderTest
import Testing

/// A gnuplot that hangs is stopped after a minute: `GnuplotProcessTests` proves it with less.
@Suite("A gnuplot that is missing or fails")
struct GnuplotFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the program called gnuplot does.
    let line: String
    let status: Int32
    let sentence: String
  }

  private static let oldVersion =
    #"[ "$1" = --version ] && echo "gnuplot 4.6 patchlevel 6" && exit; "#
    + "echo 'line 3: undefined variable: noenhanced' >&2; exit 1"
  private static let withoutCairo =
    #"[ "$1" = --version ] && echo "gnuplot 5.4 patchlevel 4" && exit; "#
    + #"echo "line 0: unknown or ambiguous terminal type; type just 'set terminal'" >&2; exit 1"#

  @Test(
    "one sentence, the older figure whole, nothing beside it",
    arguments: [
      Fault(
        testDescription: "too old", line: oldVersion, status: 69,
        sentence: "gnuplot 4.6 est trop ancien pour dessiner les figures ; installe"),
      Fault(
        testDescription: "without pngcairo", line: withoutCairo, status: 69,
        sentence: "gnuplot a été installé sans ce qui dessine en png ; installe-le"),
      Fault(
        testDescription: "killed in the middle",
        line: #"printf '\211PNG\r\n\032\n'; kill -KILL $$"#,
        status: 70, sentence: "gnuplot a été arrêté par le signal 9"),
      Fault(
        testDescription: "writes nothing", line: "cat > /dev/null", status: 70,
        sentence: "gnuplot n’a rien dessiné"),
      Fault(
        testDescription: "writes half a figure", line: #"printf '\211PNG\r\n\032\nIHDR'"#,
        status: 70, sentence: "gnuplot a laissé une figure png incomplète"),
      Fault(
        testDescription: "fails without a word", line: "exit 3", status: 70,
        sentence: "gnuplot a échoué (code de sortie 3), sans dire pourquoi"),
    ])
  func fails(_ fault: Fault) async throws {
    let workspace = try Workspace()
    let path = try workspace.directory.program("gnuplot", fault.line)
    let runs = [
      ("figures/activations/relu.png", workspace.figure()),
      ("figures/chapitre-3/cout-tanh.png", workspace.chapter()),
      ("coût.png", workspace.train(["--plot", workspace.directory.file("coût.png")])),
    ]
    for (name, command) in runs {
      try Workspace.putOlderResult(at: workspace.directory.file(name))
      let before = workspace.directory.files
      let outcome = try await Program.run(command, environment: ["PATH": path])
      outcome.expect(fault.status, saying: fault.sentence)
      #expect(
        FileManager.default.contents(atPath: workspace.directory.file(name)) == Workspace.older)
      #expect(workspace.directory.files == before)
    }
  }

  @Test("a missing one is told, and how to install it: status 69", arguments: ["", "/nulle/part"])
  func missing(path: String) async throws {
    let workspace = try Workspace()
    for command in [workspace.figure(), workspace.chapter()] {
      let outcome = try await Program.run(command, environment: ["PATH": path])
      outcome.expect(
        69, saying: "« gnuplot », qui dessine les figures, est introuvable ; installe gnuplot")
    }
    // What the chapter said before stands.
    let outcome = try await Program.run(workspace.chapter(), environment: ["PATH": path])
    #expect(outcome.output.contains("Pourquoi empiler des couches"))
  }
}
