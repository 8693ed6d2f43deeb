import ArgumentParser
import ChapterKit
import Chapters
import Datasets
import Foundation

/// Where the data is: the same option for every command that trains.
struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Le dossier des fichiers MNIST, ou un fichier .npz "
        + "(sinon : WORKBOOK_DATA, puis ~/.cache/workbook).",
      valueName: "chemin"))
  var data: String?

  var location: DataLocation {
    DataLocation(option: data, environment: ProcessInfo.processInfo.environment)
  }
}

/// A chapter that the course does not have.
struct ChapterNotFound: Error, CustomStringConvertible {
  let number: Int

  var description: String {
    let numbers = Course.chapters.map { "\($0.number)" }.joined(separator: ", ")
    return "Il n’y a pas de chapitre \(number) (chapitres : \(numbers))."
  }
}

extension Course {
  static func chapter(_ number: Int) throws -> Chapter {
    guard let chapter = chapters.first(where: { $0.number == number }) else {
      throw ChapterNotFound(number: number)
    }
    return chapter
  }
}
