import Foundation
import ProgramUnderTest
import Testing

@Suite("Hostile names on the command line")
struct HostileNameTests {
  static let names = [
    "it's \"quoted\"", "$(touch proof)`touch proof`", "a\nsystem('touch proof')\nb",
    "x'; system 'touch proof'; '", "\u{1B}[2J\u{1B}]0;titre\u{07}", "a\u{202E}gnp.exe", "-rf",
    "| touch proof",
    "\u{9B}31m", "%s%n%d", "été 👩‍🔬",
  ]

  @Test("in an output directory, they are only names", arguments: names)
  func output(name: String) async throws {
    let workspace = try Workspace()
    let directory = workspace.directory.file("sorties")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let commands = [
      workspace.train(["--save", "./\(name)/réseau", "--plot", "./\(name)/coût.png"]),
      workspace.figure(output: "./" + name),
    ]
    for command in commands where Gnuplot.isInstalled {
      let outcome = try await Program.shell(#"workbook "$@""#, command, in: directory)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(isHarmless(outcome.output) && outcome.messages.isEmpty)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == [name])
    #expect(faults(of: directory).isEmpty)
  }

  @Test("in an error, they are shown without effect", arguments: names)
  func errors(name: String) async throws {
    let workspace = try Workspace()
    let directory = workspace.directory.file("ici")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let commands = [
      ["chapter", "3", "-P", name], ["chapter", "3", "-P", "epochs=" + name],
      ["chapter", "3", "-P", name + "=1"], ["chapter", name], [name],
      ["chapter", "3", "--data", "./" + name], ["chapter", "3", "--figures", name],
      ["train", "--layers", name], ["train", "--plot", name], ["train", "--save", "/proc/" + name],
      ["activation", name], ["activation", "relu", "--at", name], ["predict", "./" + name, "#1"],
      ["inspect", "./" + name], ["inspect", "x", "--activations", name],
      ["inspect", "x", "--normalization", name], ["inspect", "x", "--json", "/proc/" + name],
      ["verify", "3", "--json", "/proc/\(name)/x", "--data", "./" + name], ["train", "--" + name],
    ]
    for command in commands {
      let outcome = try await Program.shell(#"workbook "$@""#, command, in: directory)
      #expect([64, 65, 66, 73].contains(outcome.status), "\(command): \(outcome.messages)")
      #expect(isHarmless(outcome.output) && isHarmless(outcome.messages), "\(command)")
      #expect(outcome.messages.hasPrefix("Erreur : "), "\(command): \(outcome.messages)")
    }
    // The chapter draws its network before it opens the data that it does not find.
    let files = TemporaryDirectory.files(in: directory)
    #expect(files.allSatisfy { $0 == "output/chapitre-3/reseau.png" }, "\(files)")
  }

  /// Whether a terminal would only show the text: no control but line ends, no turned writing.
  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || !(scalar.properties.generalCategory == .control
          || (0x202A...0x202E).contains(scalar.value))
    }
  }
}
