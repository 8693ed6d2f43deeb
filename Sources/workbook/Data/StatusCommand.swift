import ArgumentParser
import Datasets
import Document

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Où sont les fichiers de MNIST, et s’ils sont les bons.")

  @OptionGroup var data: DataOptions

  func run() throws {
    let location = data.location
    do {
      _ = try location.find()
    } catch let error as DatasetError {
      if case .notADirectory = error { throw error }
    }
    let files = try StoredFile.all(at: location.path)
    let output = StandardOutput()
    try output.write(
      .prose(
        Prose(
          "\(files.contains(where: \.isInArchive) ? "Archive" : "Dossier") : \u{E000} "
            + "(\(location.origin.reason)).", values: [location.path])))
    try output.write(.table(StoredFilesTable(files).table))
    try output.write(.prose(Prose(StoredFilesTable(files).advice)))
  }
}

extension DataLocation.Origin {
  /// Why this directory and no other, for the end of a sentence.
  fileprivate var reason: String {
    switch self {
    case .option: "donné par --data"
    case .environment: "donné par WORKBOOK_DATA"
    case .cache: "le cache, faute de --data et de WORKBOOK_DATA"
    }
  }
}
