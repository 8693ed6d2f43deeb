import ArgumentParser
import ChapterKit
import Chapters
import Document
import Foundation
import Publishing

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "La liste des chapitres et de leurs paramètres.")

  func run() throws {
    let output = StandardOutput()
    for chapter in Course.chapters {
      try output.write(.title(ChapterTitle(number: chapter.number, title: chapter.title)))
      if !chapter.summary.isEmpty { try output.write(.prose(Prose(chapter.summary))) }
      guard !chapter.parameters.isEmpty else { continue }
      try output.write(
        .table(
          Table(
            columns: [.init("Paramètre"), .init("Valeur", .right), .init("Rôle")],
            rows: chapter.parameters.map { [$0.name, $0.value.description, $0.summary ?? ""] })))
    }
  }
}
