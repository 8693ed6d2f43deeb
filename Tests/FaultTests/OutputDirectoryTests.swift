import Foundation
import ProgramUnderTest
import Testing

@Suite("Output directories that are full, closed or gone")
struct OutputDirectoryTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// What writes a file, with the name of the file in the directory given.
  private func writers(in directory: String) -> [(name: String, command: [String])] {
    [
      ("résultat.json", workspace.train(["--json", directory + "/résultat.json"])),
      (
        "verdicts.json",
        ["verify", "3", "--data", workspace.directory.path, "--json", directory + "/verdicts.json"]
      ),
      (
        "réseau.safetensors",
        workspace.train(
          ["--layers", "tanh:20,sigmoid:10"] + ["--save", directory + "/réseau.safetensors"])
      ),
      ("coût.png", workspace.train(["--plot", directory + "/coût.png"])),
      ("coût.svg", workspace.train(["--plot", directory + "/coût.svg"])),
      ("activations/relu.png", workspace.figure(output: directory)),
      ("chapitre-3/cout-tanh.png", workspace.chapter(output: directory)),
    ]
  }

  @Test(
    "a full disk keeps the older result whole and nothing else: status 73",
    .enabled(if: Disk.canMount && Gnuplot.isInstalled))
  func full() async throws {
    try await Disk.small(kilobytes: 64) { disk in
      for writer in writers(in: disk) {
        try Workspace.putOlderResult(at: "\(disk)/\(writer.name)")
      }
      try Disk.fill(disk)
      let before = TemporaryDirectory.files(in: disk)
      for writer in writers(in: disk) {
        let outcome = try await Program.run(writer.command)
        outcome.expect(73, saying: "il n’y a plus de place sur le disque ; libère de la place")
        #expect(outcome.messages.contains(writer.name.split(separator: "/").first ?? ""))
        #expect(
          FileManager.default.contents(atPath: "\(disk)/\(writer.name)") == Workspace.older)
      }
      #expect(TemporaryDirectory.files(in: disk) == before)
    }
  }

  @Test("a limit on the size of files (ulimit -f) does the same, with a message, not a signal")
  func limited() async throws {
    let path = workspace.directory.file("réseau.safetensors")
    try Workspace.putOlderResult(at: path)
    let outcome = try await Program.shell(
      #"ulimit -f 8; workbook "$@""#, workspace.train(["--save", path]))
    outcome.expect(73, saying: "réseau.safetensors » : le fichier serait trop grand")
    #expect(FileManager.default.contents(atPath: path) == Workspace.older)
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test("the same limit on gnuplot is told, with status 70", .enabled(if: Gnuplot.isInstalled))
  func limitedFigure() async throws {
    // The script of the one is too long already, of the other the figure.
    for command in [workspace.figure(), workspace.chapter()] {
      let outcome = try await Program.shell(#"ulimit -f 32; workbook "$@""#, command)
      outcome.expect(70, saying: "Impossible d’échanger avec gnuplot : ")
      #expect(outcome.messages.contains("le fichier serait trop grand"), "\(outcome.messages)")
    }
    #expect(TemporaryDirectory.files(in: workspace.directory.file("figures")).isEmpty)
  }

  @Test("the same limit on a redirected chapter is told, with status 74")
  func limitedOutput() async throws {
    let outcome = try await Program.shell(
      #"ulimit -f 1; out=$1; shift; workbook "$@" > "$out""#,
      [workspace.directory.file("chapitre.txt")] + workspace.chapter(["--figures", "text"]))
    outcome.expect(74, saying: "sortie standard : le fichier serait trop grand")
  }

  @Test("a protected disk is refused before any work", .enabled(if: Disk.canMount))
  func protected() async throws {
    try await Disk.small(kilobytes: 64) { disk in
      try #require(Disk.protect(disk))
      for writer in writers(in: disk) where !writer.name.hasPrefix("activations") {
        let outcome = try await Program.run(writer.command)
        outcome.expect(73, saying: "le système de fichiers est en lecture seule")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test(
    "a directory without the right to write is refused before any work",
    .enabled(if: geteuid() != 0))
  func unwritable() async throws {
    let closed = workspace.directory.file("fermé")
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
    for writer in writers(in: closed) {
      try await Program.run(writer.command).expect(73, saying: "l’accès est refusé")
    }
  }

  @Test("a file in the place of the directory is refused before any work, and stays")
  func file() async throws {
    let file = workspace.directory.file("fichier")
    try Workspace.putOlderResult(at: file)
    for writer in writers(in: file) where !writer.name.hasPrefix("activations") {
      let outcome = try await Program.run(writer.command)
      outcome.expect(73, saying: "une partie du chemin n’est pas un dossier ; choisis un autre")
      #expect(outcome.output.isEmpty)
    }
    #expect(FileManager.default.contents(atPath: file) == Workspace.older)
  }

  @Test(
    "a directory that vanishes again and again is made again", .enabled(if: Gnuplot.isInstalled))
  func vanishing() async throws {
    let figures = workspace.directory.file("figures")
    let (status, said) = try await Program.waiting {
      let process = Program.process(workspace.chapter(output: figures))
      let messages = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = messages
      try process.run()
      while process.isRunning {
        try? FileManager.default.removeItem(atPath: figures)
        usleep(20_000)
      }
      let said = try messages.fileHandleForReading.readToEnd() ?? Data()
      return (process.shellStatus, String(decoding: said, as: UTF8.self))
    }
    // Removed in the middle of a write, it is the write that fails.
    #expect(status == 0 || status == 73, "\(said)")
    #expect((status == 0) == said.isEmpty, "\(said)")
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test(
    "two workbooks in one directory both end well, every file whole",
    .enabled(if: Gnuplot.isInstalled))
  func shared() async throws {
    let network = workspace.directory.file("figures/réseau.safetensors")
    let commands = [
      workspace.chapter(), workspace.chapter(), workspace.train(["--save", network]),
      workspace.train(["--save", network, "--seed", "1"]),
    ]
    try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
      for command in commands { group.addTask { try await Program.run(command) } }
      for try await outcome in group { outcome.expect(0, saying: nil) }
    }
    let files = TemporaryDirectory.files(in: workspace.directory.file("figures"))
    #expect(files.count == 14)
    #expect(faults(of: workspace.directory.path).isEmpty)
  }
}
