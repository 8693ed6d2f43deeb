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
      if case .nowhere = error { throw error }
    }
    let digits = try StoredDigits(at: location)
    let report = StoredDigitsReport(digits)
    let output = StandardOutput()
    try output.write(.prose(report.place(chosenBy: location.origin.reason)))
    try output.write(.table(report.table))
    for sentence in report.remarks { try output.write(.prose(sentence)) }
    try output.write(.prose(Prose(report.advice)))
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
