import ArgumentParser
import ChapterKit
import Chapters
import Files
import Foundation
import Document
import Publishing

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Refait les calculs des chapitres et juge chaque chiffre publié.",
    discussion: """
      Une ligne par série publiée. L'état de sortie est 1 si une valeur est jugée « différent ».
      """)

  @Argument(help: ArgumentHelp("Les numéros des chapitres (sinon : tous).", valueName: "numéro"))
  var numbers: [String] = []

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  @Option(
    help: ArgumentHelp(
      "Écrit aussi chaque comparaison en JSON ; « - » pour la sortie standard.",
      valueName: "fichier"))
  var json: String?

  @MainActor
  func run() async throws {
    try threads.apply()
    let chapters = try numbers.isEmpty ? Course.chapters : numbers.map(Course.chapter)
    guard !data.location.needsSyntheticDigits else { throw NothingToJudge() }
    if let json, json != "-" { try WholeFile.check(json) }
    // A chapter may write files that only its own cells read.
    let scratch = try ScratchDirectory()
    var comparisons: [Comparison] = []
    for chapter in chapters {
      let context = ChapterContext(
        chapter, values: try chapter.values(changing: []), published: Course.published,
        settings: RunSettings(data: data.location, output: scratch.path, figures: []),
        progress: Screen.ofProgram
      ) { _ in }
      try await chapter.run(in: context)
      comparisons += context.comparisons
    }
    if json != "-" {
      let output = StandardOutput()
      for block in VerificationTable(comparisons).blocks { try output.write(block) }
    }
    if let json { try JSONOutput.write(comparisons, to: json) }
    if comparisons.contains(where: { $0.verdict == .different }) { throw DifferencesFound() }
  }
}
