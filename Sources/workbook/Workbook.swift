import ArgumentParser
import Document
import Foundation
import FrenchText
import Publishing

/// The command line's entry: French messages, documented exit statuses.
@main
struct Workbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Le cahier de travaux pratiques : des chapitres qui sont aussi des programmes.",
    discussion: """
      Chaque chapitre raconte, calcule, dessine, puis pose ses résultats à côté des chiffres publiés.
      Pour commencer : ./workbook chapter 3
      """,
    version: Version.text(),
    subcommands: [
      ListCommand.self, ChapterCommand.self, BuildCommand.self, ExerciseCommand.self,
      VerifyCommand.self, ActivationCommand.self, TrainCommand.self, SweepCommand.self,
      PredictCommand.self, InspectCommand.self, DataCommand.self,
      StoreCommand.self, SetupCommand.self, InstallCommand.self, UninstallCommand.self,
      TestCommand.self,
    ])

  static func main() async {
    StandardStreams.prepare()
    do {
      try SystemLimits.check()
      Interruption.watch()
      try checkCommandName()
      var command = try parseAsRoot(
        DefaultNetwork.named(in: Array(CommandLine.arguments.dropFirst())))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      Interruption.claimEnd()
      Screen.ofProgram.close()
    } catch {
      finish(after: error)
    }
  }

  /// What the script `./workbook` does before it comes to this program.
  private static let commandsOfScript = ["setup", "test", "exercise"]

  /// The parser would call a mistyped command "an unexpected argument".
  private static func checkCommandName() throws {
    var command: any ParsableCommand.Type = Workbook.self
    for name in CommandLine.arguments.dropFirst() where name != "help" {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, !name.hasPrefix("-") else { return }
      guard let next = subcommands.first(where: { $0.configuration.commandName == name }) else {
        var names = subcommands.compactMap { $0.configuration.commandName } + ["help"]
        if command == Workbook.self { names += commandsOfScript }
        let meant = didYouMean(suggestion(for: name, among: names))
        throw ValidationError(
          "La commande « \(name) » n’existe pas\(meant.isEmpty ? "." : meant)")
      }
      command = next
    }
  }

  private static func finish(after error: any Error) -> Never {
    var error = error
    if ExitStatus(of: error) == .success {
      do {
        try StandardOutput.write(text: FrenchHelp.translate(fullMessage(for: error)) + "\n")
      } catch let failure {
        error = failure
      }
    }
    Interruption.claimEnd()
    Screen.ofProgram.close()
    let status = ExitStatus(of: error)
    switch status {
    case .success, .outputClosed, .different: break
    case .usage where exitCode(for: error) == .validationFailure:
      Messages.send("Erreur : \(FrenchHelp.translate(message(for: error)))\n\(FrenchHelp.hint)")
    default: Messages.send("Erreur : \(error)")
    }
    // Nothing waits in a buffer; a library that could not start has nothing to end.
    _exit(status.rawValue)
  }
}
