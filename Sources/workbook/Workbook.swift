import ArgumentParser
import Foundation

/// The command line's entry: French messages, documented exit statuses.
@main
struct Workbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Le cahier de travaux pratiques : des chapitres qui sont aussi des programmes.",
    discussion: """
      Chaque chapitre raconte, calcule, dessine, puis pose ses résultats à côté des chiffres publiés.
      Pour commencer : workbook chapter 3
      """,
    subcommands: [ListCommand.self, ChapterCommand.self, VerifyCommand.self])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      Interruption.screen.close()
    } catch {
      finish(after: error)
    }
  }

  private static func finish(after error: any Error) -> Never {
    Interruption.screen.close()
    let status = ExitStatus(of: error)
    switch status {
    case .success:
      try? FileHandle.standardOutput.write(
        contentsOf: Data((FrenchHelp.translate(fullMessage(for: error)) + "\n").utf8))
    case .outputClosed, .different:
      break
    case .usage:
      Messages.send(FrenchHelp.translate(fullMessage(for: error)))
    default:
      Messages.send("Erreur : \(error)")
    }
    Foundation.exit(status.rawValue)
  }
}
