import Foundation
import Testing

@Suite("./workbook install")
struct InstallTests {
  private let home: TemporaryDirectory
  private let root: TemporaryDirectory
  private var script: String { root.file("workbook") }
  private static let places = [
    ".local/bin/workbook", ".local/share/bash-completion/completions/workbook",
    ".local/share/zsh/site-functions/_workbook", ".config/fish/completions/workbook.fish",
  ]

  init() throws { (home, root) = (try TemporaryDirectory(), try TemporaryDirectory()) }

  /// Runs the program as the script of a folder runs it.
  private func run(
    _ command: String, _ environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    let given = [
      "HOME": home.path, "WORKBOOK_SCRIPT": script, "SHELL": "/bin/bash", "XDG_DATA_HOME": "",
      "XDG_CONFIG_HOME": "", "BASH_COMPLETION_USER_DIR": "",
    ]
    return try await Program.run([command], environment: given.merging(environment) { $1 })
  }

  private func destination(_ path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: home.file(path))
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test("it makes the command and three completions, says so, and again changes nothing")
  func install() async throws {
    let first = try await run("install")
    #expect(first.status == 0 && first.messages.isEmpty, "\(first.messages)")
    #expect(destination(Self.places[0]) == script)
    for place in Self.places {
      #expect(first.output.contains(home.file(place)))
      #expect(destination(place)?.hasPrefix(root.path) == true)
    }
    #expect(first.output.contains("« \(home.file(".local/bin")) » n’est pas dans PATH"))
    #expect(first.output.contains("~/.bashrc") && first.output.contains("export PATH="))
    for place in Self.places.dropFirst() {
      let text = try String(contentsOfFile: home.file(place), encoding: .utf8)
      #expect(text.contains("chapter") && text.contains("uninstall"))
      #expect(!text.contains("Show help"))
    }
    let second = try await run("install", ["PATH": "/usr/bin:/bin:\(home.file(".local/bin"))"])
    #expect(second.status == 0 && second.output.ranges(of: "(déjà là)").count == 4)
    #expect(second.output.contains("Essaie, de n’importe quel dossier : workbook chapter 3"))
  }

  @Test("what bash is given completes the commands")
  func bash() async throws {
    _ = try await run("install")
    let line = """
      . "$1"; COMP_WORDS=(workbook ch); COMP_CWORD=1; COMPREPLY=()
      $(complete -p workbook | sed 's/.*-F \\([^ ]*\\).*/\\1/') workbook ch workbook
      echo "${COMPREPLY[*]}"
      """
    let outcome = try await Program.run(
      ["-c", line, "bash", home.file(Self.places[1])], executable: "/bin/bash")
    #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "chapter")
  }

  @Test("uninstall leaves the home as it was")
  func uninstall() async throws {
    _ = try await run("install")
    let outcome = try await run("uninstall")
    #expect(outcome.status == 0 && outcome.output.ranges(of: "Retiré : ").count == 4)
    #expect(try names(in: home.path).isEmpty)
    let again = try await run("uninstall")
    #expect(again.status == 0 && again.output.contains("n’est pas installé"))
  }

  @Test("uninstall takes neither folders that were there nor files that are not its own")
  func foreign() async throws {
    try FileManager.default.createDirectory(
      atPath: home.file(".local/bin"), withIntermediateDirectories: true)
    _ = try await run("install")
    try FileManager.default.removeItem(atPath: home.file(Self.places[1]))
    try Data("à moi".utf8).write(to: URL(filePath: home.file(Self.places[1])))
    let outcome = try await run("uninstall")
    #expect(outcome.status == 0 && !outcome.output.contains(Self.places[1]))
    #expect(home.files == [Self.places[1]])
    #expect(try names(in: home.file(".local")) == ["bin", "share"])
  }

  @Test("something else in the way is named, and nothing is made", arguments: places)
  func taken(place: String) async throws {
    let path = URL(filePath: home.file(place))
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    // The link of another folder's script.
    try FileManager.default.createSymbolicLink(
      atPath: path.path, withDestinationPath: "/nulle/part/workbook")
    let outcome = try await run("install")
    #expect(outcome.status == 73 && outcome.output.isEmpty)
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.messages.contains("« \(path.path) » existe déjà"), "\(outcome.messages)")
    #expect(Self.places.filter { destination($0) != nil } == [place])
  }

  @Test("the variables of XDG and of bash say where")
  func variables() async throws {
    let outcome = try await run(
      "install",
      [
        "XDG_DATA_HOME": home.file("d"), "XDG_CONFIG_HOME": home.file("c"),
        "BASH_COMPLETION_USER_DIR": home.file("b"),
      ])
    #expect(outcome.status == 0)
    for place in [
      "b/completions/workbook", "d/zsh/site-functions/_workbook",
      "c/fish/completions/workbook.fish",
    ] {
      #expect(destination(place) != nil)
    }
  }

  @Test("a home that takes nothing gets a sentence")
  func unwritable() async throws {
    let outcome = try await run("install", ["HOME": "/proc/nulle/part"])
    #expect(outcome.status == 73 && outcome.messages.split(separator: "\n").count == 1)
  }

  @Test("the script's commands point to the script", arguments: ["setup", "test", "install"])
  func direct(command: String) async throws {
    let outcome = try await run(command, ["WORKBOOK_SCRIPT": ""])
    #expect(outcome.status == 64 && outcome.messages.contains("./workbook"))
  }
}
