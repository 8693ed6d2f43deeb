import ArgumentParser

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Gère les chiffres : où ils sont, d’où ils viennent.",
    subcommands: [
      StatusCommand.self,
      FetchCommand.self,
      VerifyDataCommand.self,
      ExportCommand.self,
      SyntheticCommand.self,
    ])
}
