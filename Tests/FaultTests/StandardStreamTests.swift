import Foundation
import ProgramUnderTest
import Testing

@Suite("Standard streams that are full, closed or left")
struct StandardStreamTests {
  static let commands: [[String]] = [
    ["list"], ["--help"], ["activation"], ["activation", "relu", "--at", "1", "--json"],
    ["predict", "--help"],
  ]

  @Test(
    "a full disk behind standard output is told, with status 74", arguments: commands,
    ["> /dev/full"])
  func full(command: [String], redirection: String) async throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let outcome = try await Program.shell(#"workbook "$@" "# + redirection, command)
    outcome.expect(74, saying: "sortie standard : il n’y a plus de place sur le disque ; libère")
  }

  @Test("a redirected chapter, and the results of a training, end with it too")
  func fullChapter() async throws {
    let workspace = try Workspace()
    let network = workspace.directory.file("réseau.safetensors")
    for command in [
      workspace.chapter(), workspace.train(["--json", "-"]), workspace.train(["--save", network]),
    ] {
      let outcome = try await Program.shell(#"workbook "$@" > /dev/full"#, command)
      outcome.expect(74, saying: "il n’y a plus de place sur le disque")
    }
    // What was finished before stands.
    #expect(workspace.directory.files.contains("réseau.safetensors"))
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test(
    "a disk that fills up in the middle of a chapter stops it there", .enabled(if: Disk.canMount))
  func fillsUp() async throws {
    let workspace = try Workspace()
    try await Disk.small(kilobytes: 8) { disk in
      let outcome = try await Program.shell(
        #"disk=$1; shift; workbook "$@" > "$disk/chapitre.txt""#,
        [disk] + workspace.chapter(["--figures", "text"]))
      outcome.expect(74, saying: "il n’y a plus de place sur le disque")
    }
  }

  @Test("standard output closed from the start is told, with status 74", arguments: commands)
  func closedOutput(command: [String]) async throws {
    let outcome = try await Program.shell(#"workbook "$@" >&-"#, command)
    outcome.expect(74, saying: "La sortie standard est fermée ; redirige-la")
  }

  @Test(
    "a closed stream's number goes to no file: figures are whole",
    arguments: ["<&-", "2>&-", "<&- 2>&-"])
  func closedStreams(redirection: String) async throws {
    try #require(Gnuplot.isInstalled)
    let workspace = try Workspace()
    let outcome = try await Program.shell(#"workbook "$@" "# + redirection, workspace.chapter())
    outcome.expect(0, saying: nil)
    #expect(outcome.output.contains("Figure 3.1"))
    #expect(TemporaryDirectory.files(in: workspace.directory.file("figures")).count == 13)
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test("all three closed, a mistake still has its status")
  func allClosed() async throws {
    let outcome = try await Program.shell(#"workbook "$@" <&- >&- 2>&-"#, ["lst"])
    outcome.expect(64, saying: nil)
  }

  @Test("a reader who leaves ends any command without a word, with status 141", arguments: [1, 3])
  func reader(lines: Int) async throws {
    let workspace = try Workspace()
    let statusFile = workspace.directory.file("état")
    let outcome = try await Program.shell(
      #"""
      lines=$1; state=$2; shift 2
      (exec 3>&1; ("$WORKBOOK" "$@"; echo $? > "$state") | head -n "$lines" >&3)
      """#, ["\(lines)", statusFile] + workspace.chapter())
    outcome.expect(0, saying: nil)
    #expect(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count == lines + 1)
    #expect(try String(contentsOfFile: statusFile, encoding: .utf8) == "141\n")
    #expect(faults(of: workspace.directory.path).isEmpty)
  }

  @Test("a pipe that someone else told not to wait loses nothing")
  func nonBlocking() async throws {
    let workspace = try Workspace()
    let (status, text) = try await Program.waiting {
      let process = Program.process(workspace.chapter(["--figures", "text"]))
      let output = Pipe()
      let end = output.fileHandleForWriting.fileDescriptor
      // Linux's F_SETPIPE_SZ: a pipe that holds less than the chapter.
      guard fcntl(end, F_SETFL, O_NONBLOCK) == 0, fcntl(end, 1031, 4096) == 4096 else {
        throw POSIXError(.EINVAL)
      }
      process.standardOutput = output
      try process.run()
      usleep(300_000)
      let text = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (process.shellStatus, String(decoding: text, as: UTF8.self))
    }
    #expect(status == 0)
    #expect(text.contains("Goldberg"))
  }
}
