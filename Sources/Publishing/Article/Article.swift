import Document

/// A chapter ready for any writer: its Markdown parsed, its values in place, its sections numbered, its
/// links resolved, its words set in French.
struct Article: Sendable, Equatable {
  var number: Int
  var title: String
  var summary: String
  var parameters: [Parameter]
  var blocks: [ArticleBlock]
  /// The headings of two levels, for a table of contents.
  var contents: [ArticleHeading]
  /// What a clock gave, by name, in reading order.
  var measures: [Measure]

  struct Measure: Sendable, Equatable {
    var name: String
    var text: String
  }

  /// All figures, those of exercises too.
  var figures: [ArticleFigure] { Self.figures(in: blocks) }

  private static func figures(in blocks: [ArticleBlock]) -> [ArticleFigure] {
    blocks.flatMap { block -> [ArticleFigure] in
      switch block {
      case .figure(let figure): [figure]
      case .exercise(let exercise): figures(in: exercise.statement)
      default: []
      }
    }
  }
}

indirect enum ArticleBlock: Sendable, Equatable {
  case heading(ArticleHeading)
  /// A block of the narrative that is none of the others.
  case prose(Block)
  case listing(Listing)
  case output(String)
  case table(ArticleTable)
  case figure(ArticleFigure)
  case notice([Inline])
  case exercise(ArticleExercise)
  case references([CitedWork])
  case reader(DigitReader)
}

struct ArticleHeading: Sendable, Equatable {
  /// 2 for the sections of a chapter.
  var level: Int
  /// `3.1`, `3.1.2`, `Exercice 3.1`; empty below the third level.
  var number: String
  var id: String
  var content: [Inline]

  var isExercise: Bool { id.hasPrefix("exercice-") }

  /// What stands between the number and the words.
  var separator: String {
    number.isEmpty || content.isEmpty ? "" : isExercise ? "\u{A0}– " : " "
  }

  /// Number and words on one line.
  var plainText: String { number + separator + content.plainText }
}

struct ArticleCaption: Sendable, Equatable {
  /// The label, `fig-cout`, which is the id that links lead to.
  var id: String
  /// `Figure 3.1`.
  var name: String
  var text: String
}

struct ArticleTable: Sendable, Equatable {
  var table: MarkdownTable
  var caption: ArticleCaption?
}

struct ArticleFigure: Sendable, Equatable {
  var caption: ArticleCaption
  var alternative: String
  var files: [String]

  /// The file whose name ends in this way: `.png`, `.svg`, `.dark.svg`, `.csv`.
  func file(_ ending: String) -> String? {
    files.first { file in
      file.hasSuffix(ending) && (ending == ".dark.svg" || !file.hasSuffix(".dark.svg"))
    }
  }
}

struct ArticleExercise: Sendable, Equatable {
  /// Chapter and rank: `3.1`.
  var number: String
  var heading: ArticleHeading
  var statement: [ArticleBlock]
  /// `niveau : programme`; empty where it has none.
  var level: String
  var stub: Listing
  var hints: [[Block]]
  var solution: ArticleSolution?
}

struct ArticleSolution: Sendable, Equatable {
  var explanation: [Block]
  var listing: Listing
  /// The remarks on frequent mistakes.
  var mistakes: [[Block]]

  static let mistakesTitle = "Erreurs fréquentes"

  /// The remarks as a list.
  var listOfMistakes: Block {
    .list(
      MarkdownList(start: nil, isTight: mistakes.allSatisfy { $0.count == 1 }, items: mistakes))
  }
}

struct CitedWork: Sendable, Equatable {
  var key: String
  var entry: [Inline]
  /// How often the chapter cites it, at `#cite-KEY-1`, `#cite-KEY-2`, …
  var citations: Int
}
