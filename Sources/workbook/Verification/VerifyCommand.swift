import ArgumentParser
import ChapterKit
import Chapters
import Document
import Experiments
import Files
import Foundation
import Publishing

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Refait les calculs des chapitres, juge les chiffres publiés et les affirmations.",
    discussion: """
      Une ligne par série publiée, une par chapitre pour les affirmations de son texte. L’état de \
      sortie est 1 si une valeur est jugée « différent », si une affirmation n’est pas tenue, ou si \
      une valeur publiée n’est comparée nulle part.
      """)

  @Argument(help: ArgumentHelp("Les numéros des chapitres (sinon : tous).", valueName: "numéro"))
  var numbers: [String] = []

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  @Option(
    help: ArgumentHelp(
      "Écrit aussi chaque comparaison et chaque affirmation en JSON ; « - » pour la sortie standard.",
      valueName: "fichier"))
  var json: String?

  @MainActor
  func run() async throws {
    try threads.apply()
    let chapters = try numbers.isEmpty ? Course.chapters : numbers.map(Course.chapter)
    try await FirstDownload(to: data.location).tryOnce()
    guard !data.location.needsSyntheticDigits else { throw NothingToJudge() }
    if let json, json != "-" { try WholeFile.check(json) }
    // A chapter may write files that only its own cells read.
    let scratch = try ScratchDirectory()
    var (comparisons, claims): ([Comparison], [Claim]) = ([], [])
    let computed = ComputedTrainings()
    for chapter in chapters {
      // It takes from the store only what an earlier chapter of this run computed, and leaves there
      // what others may take.
      let trainer = Trainer(
        store: .ofUser, isFresh: true, computed: computed, chapter: chapter.number)
      let context = ChapterContext(
        chapter, values: try chapter.values(changing: []), published: Course.published,
        settings: RunSettings(
          data: data.location, output: scratch.path, figures: [], trainer: trainer),
        progress: Screen.ofProgram
      ) { _ in }
      try await chapter.run(in: context)
      trainer.close()
      comparisons += context.comparisons
      claims += context.claims
    }
    let report = VerificationReport(
      comparisons: comparisons, claims: claims, chapters: chapters,
      gaps: Course.published.gaps(in: comparisons, isComplete: numbers.isEmpty))
    if json != "-" {
      let output = StandardOutput()
      for block in report.blocks { try output.write(block) }
    }
    if let json {
      try JSONOutput.write(comparisons.map(Judged.comparison) + claims.map(Judged.claim), to: json)
    }
    if !report.isSound { throw DifferencesFound() }
  }
}

/// An object of `verify --json`, told apart by its `kind`.
private enum Judged: Encodable {
  case comparison(Comparison)
  case claim(Claim)

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .comparison(let comparison): try comparison.encode(to: encoder)
    case .claim(let claim): try claim.encode(to: encoder)
    }
  }
}
