import ArgumentParser
import ChapterKit
import Chapters
import Datasets
import Foundation
import FrenchText

/// Where the data is: the same option for every command that trains.
struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Le dossier des fichiers de MNIST, ou un fichier .npz ou .csv "
        + "(sinon : WORKBOOK_DATA, puis ~/.cache/workbook).",
      valueName: "chemin"))
  var data: String?

  var location: DataLocation {
    DataLocation(option: data, environment: ProcessInfo.processInfo.environment)
  }

  /// MNIST, or the synthetic digits in its place, which are announced first: on standard output, or
  /// among the messages where that is to hold nothing but JSON.
  func load(announcingIn output: StandardOutput?) throws -> MNIST {
    let location = location
    guard location.needsSyntheticDigits else { return try .load(from: location.find()) }
    if let output {
      try output.write(.notice(MNIST.syntheticNotice))
    } else {
      Messages.send(MNIST.syntheticNotice)
    }
    return .synthetic()
  }
}

/// A chapter that the course does not have, by its number or its name.
struct ChapterNotFound: ReportedError {
  let name: String

  var exitStatus: ExitStatus { .usage }

  var description: String {
    let numbers = Course.chapters.map { "\($0.number)" }
    return "Il n’y a pas de chapitre \(Int(name) == nil ? quoted(name) : name)"
      + didYouMean(suggestion(for: name, among: numbers + Course.chapters.map(\.slug)))
      + " (chapitres : \(numbers.joined(separator: ", ")))."
  }
}

extension Course {
  /// The chapter of a number, `3`, or of a name, `reseaux-profonds`.
  static func chapter(_ name: String) throws -> Chapter {
    guard let chapter = chapters.first(where: { $0.number == Int(name) || $0.slug == name }) else {
      throw ChapterNotFound(name: name)
    }
    return chapter
  }
}
