import Foundation
import ProgramUnderTest
import Testing

@Suite("Odd terminals")
struct TerminalTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test("on 20 columns, no line is wider than its page, but for paths")
  func narrow() async throws {
    for command in [
      workspace.chapter(["--figures", "text"]), ["list"], ["activation"], workspace.train(),
    ] {
      let run = try await Terminal.run(command, columns: 20, environment: ["TERM": "dumb"])
      #expect(run.status == (Gnuplot.isInstalled || command[0] != "chapter" ? 0 : 69))
      for line in run.screen.split(separator: "\n") where !line.contains("/") {
        #expect(line.count <= 20, "\(line)")
      }
    }
  }

  @Test("a message is set on the terminal's lines, a log keeps it on one")
  func messages() async throws {
    let command = ["chapter", "3", "-P", "epoch=3"]
    let run = try await Terminal.run(command, columns: 40)
    #expect(run.status == 64)
    let lines = run.screen.split(separator: "\n")
    #expect(lines.count > 2 && lines.allSatisfy { $0.count <= 40 }, "\(run.screen)")
    let logged = try await Program.run(command, environment: ["COLUMNS": "40"])
    #expect(logged.messages.split(separator: "\n").count == 1)
    #expect(
      run.screen.split(whereSeparator: \.isWhitespace)
        == logged.messages.split(whereSeparator: \.isWhitespace))
  }

  @Test(
    "a terminal without a name or without powers gets plain text and no bars",
    arguments: [nil, "", "dumb", "unknown"] as [String?])
  func plain(name: String?) async throws {
    let run = try await Terminal.run(
      workspace.chapter(["--figures", "text"]), columns: 80, environment: ["TERM": name])
    #expect(run.screen.contains("Réseaux profonds"))
    #expect(!run.screen.contains("\u{1B}"))
  }

  @Test(
    "a width that lies is not believed",
    arguments: ["0", "-7", "99999999999999", "9223372036854775807", "deux", ""])
  func columns(value: String) async throws {
    let honest = try await Program.run(["list"])
    let outcome = try await Program.run(["list"], environment: ["COLUMNS": value])
    outcome.expect(0, saying: nil)
    #expect(outcome.output.contains("Chapitre 3 – Réseaux profonds"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 1000 })
    if (Int(value) ?? 0) <= 0 { #expect(outcome.output == honest.output) }
    // A terminal knows better.
    let run = try await Terminal.run(["list"], columns: 50, environment: ["COLUMNS": value])
    #expect(run.screen.split(separator: "\n").allSatisfy { $0.count <= 75 })
  }
}
