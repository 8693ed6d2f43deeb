import ArgumentParser
import Foundation
import FrenchText

struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Rend la commande workbook connue partout, avec ses complétions.",
    discussion: """
      Un lien dans ~/.local/bin, et ce que bash, zsh et fish complètent, là où ils le cherchent dans \
      ton dossier personnel ; rien n’y est remplacé. Relance-la après une mise à jour du cahier.
      """)

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let installation = Installation(of: try Script.path(for: "install"), environment: environment)
    let made = try installation.make()
    let lines = installation.links.map { link in
      "\(link.name) : \(link.path)\(made.contains(link) ? "" : " (déjà là)")"
    }
    let advice = ShellAdvice(installation, environment).lines
    let text = (lines + advice).map(\.safeForTerminal).joined(separator: "\n")
    try StandardOutput.write(text: text + "\n")
  }
}

struct UninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Défait ce que install a fait, et rien d’autre.")

  func run() throws {
    let installation = Installation(
      of: try Script.path(for: "uninstall"), environment: ProcessInfo.processInfo.environment)
    let removed = try installation.remove().map { "Retiré : \($0.path)".safeForTerminal }
    let lines = removed.isEmpty ? ["Rien à retirer : ce cahier n’est pas installé."] : removed
    try StandardOutput.write(text: lines.joined(separator: "\n") + "\n")
  }
}

/// What the user still has to do, for the shell that opens in a new terminal.
struct ShellAdvice {
  let lines: [String]

  init(_ installation: Installation, _ environment: [String: String]) {
    let shell = URL(filePath: environment["SHELL"] ?? "").lastPathComponent
    var lines: [String] = []
    let path = environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    if path.contains(installation.bin) {
      lines.append("Essaie, de n’importe quel dossier : workbook chapter 3")
    } else {
      let line =
        shell == "fish"
        ? "fish_add_path '\(installation.bin)'" : "export PATH=\"\(installation.bin):$PATH\""
      lines += [
        "« \(installation.bin) » n’est pas dans PATH : ajoute cette ligne à \(Self.file(of: shell)), "
          + "puis ouvre un autre terminal.",
        "    " + line,
      ]
    }
    if shell == "zsh" {
      let folder = URL(filePath: installation.links[2].path).deletingLastPathComponent().path
      lines += [
        "Pour les complétions, ajoute aussi celle-ci, avant « compinit » :",
        "    fpath+=('\(folder)')",
      ]
    }
    self.lines = lines
  }

  private static func file(of shell: String) -> String {
    switch shell {
    case "fish": "~/.config/fish/config.fish"
    case "zsh": "~/.zshrc"
    case "bash": "~/.bashrc"
    default: "~/.profile"
    }
  }
}
