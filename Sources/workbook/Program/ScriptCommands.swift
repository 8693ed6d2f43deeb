import ArgumentParser
import Experiments
import Foundation

/// A command of the script `./workbook`, which can do it before there is a program: it is declared
/// for the help and for what shells complete.
protocol ScriptCommand: ParsableCommand {}

extension ScriptCommand {
  func run() throws {
    throw ArgumentError(Self.configuration.commandName ?? "", Script.isNeeded)
  }
}

/// The script by which the program was started.
enum Script {
  /// The variable by which it tells where it is.
  static let variable = "WORKBOOK_SCRIPT"
  static let isNeeded = "seul le script connaît cette commande, écris ./workbook devant elle."

  /// Its path; throws an `ArgumentError` for a command that was not started by it.
  static func path(for command: String) throws -> String {
    guard let path = ProcessInfo.processInfo.environment[variable], path.hasPrefix("/") else {
      throw ArgumentError(command, isNeeded)
    }
    return path
  }
}

struct SetupCommand: ScriptCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Installe ce qui manque, construit, et essaie de télécharger MNIST.")
}

struct TestCommand: ScriptCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Installe, construit, passe tous les tests.",
    discussion: "Ce qui suit est donné à swift test, par exemple --filter CostTests.")

  @Option(
    help: ArgumentHelp(
      "Surveille la mémoire (address) ou les fils d’exécution (thread).", valueName: "nom"))
  var sanitize: String?

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp(visibility: .hidden))
  var options: [String] = []
}
