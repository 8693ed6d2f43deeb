import ArgumentParser
import ChapterKit
import Datasets
import Experiments
import Files
import Foundation

struct SyntheticCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthetic",
    abstract: "Écrit les chiffres synthétiques, au format de MNIST.",
    discussion: """
      Quatre fichiers IDX : 60 000 images d’entraînement, 10 000 de test, et leurs étiquettes. La \
      même graine donne les mêmes octets sur toute machine.
      Exemple : workbook data synthetic --output chiffres --seed 7
                workbook train --data chiffres
      """)

  @Option(help: .init("Le dossier où les écrire.", valueName: "dossier"))
  var output: FolderPath

  @Option(parsing: .unconditional, help: .init("La graine du hasard.", valueName: "entier"))
  var seed = "\(MNIST.defaultSeed)"

  func run() throws {
    guard let number = UInt64(seed) else {
      throw ArgumentError(
        "--seed", "« \(seed) » n’est pas un entier de 0 à \(UInt64.max), donne 7 par exemple.")
    }
    try refuseCache()
    let folder = URL(filePath: output.path)
    let paths = MNIST.idxNames.map { folder.appending(path: $0).relativePath }
    // Before the first file replaces another: none is written where one could not be.
    for path in paths { try WholeFile.check(path) }
    for (path, content) in zip(paths, MNIST.synthetic(seed: number).idxContents) {
      try WholeFile.write(content, to: path)
    }
    try StandardOutput.write(text: "70 000 chiffres synthétiques écrits dans « \(output.path) ».\n")
  }

  /// Files there would pass for MNIST in every later run.
  private func refuseCache() throws {
    let environment = ProcessInfo.processInfo.environment.filter { $0.key != "WORKBOOK_DATA" }
    let cache = DataLocation(option: nil, environment: environment).path
    guard Self.place(of: output.path) == Self.place(of: cache) else { return }
    throw ArgumentError(
      "--output",
      "« \(output.path) » est le dossier où le cahier cherche MNIST, et ces chiffres y passeraient pour "
        + "lui ; choisis un autre dossier.")
  }

  private static func place(of path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
