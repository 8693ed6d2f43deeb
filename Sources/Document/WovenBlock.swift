/// One block of the woven document, in reading order: what a chapter's run shows its reader.
///
/// Renderers turn blocks into a terminal's text or another format; none of them knows how a block
/// came to be.
public enum WovenBlock: Sendable, Equatable {
  /// The chapter's heading.
  case title(ChapterTitle)
  /// A stretch of the narrative.
  case prose(Prose)
  /// The source of a cell, or an excerpt of the library.
  case code(Listing)
  /// What a cell printed, verbatim.
  case output(String)
  case table(Table)
  case figure(Figure)
  /// The works that the chapter cites, in the order of their first citation.
  case references([Reference])
  /// A trained network that the reader may try by hand.
  case reader(DigitReader)
  /// A remark of the program about this run (modified parameters, a claim that no longer holds).
  case notice(String)
}

/// The number and title of a chapter.
public struct ChapterTitle: Sendable, Equatable {
  public var number: Int
  public var title: String

  public init(number: Int, title: String) {
    self.number = number
    self.title = title
  }
}

/// Markdown narrative with the values of its inline expressions.
///
/// In `markdown`, the value `values[k]` stands at the private-use scalar `U+E000 + k`. Values are
/// plain text: whatever Markdown characters they hold are shown as they are.
public struct Prose: Sendable, Equatable {
  public var markdown: String
  public var values: [String]

  /// The scalar that stands for the first inline value.
  public static let firstPlaceholder: UInt32 = 0xE000

  /// The number of inline values that one stretch of prose may hold (the private-use area's size).
  public static let capacity = 0x1900

  public init(_ markdown: String, values: [String] = []) {
    self.markdown = markdown
    self.values = values
  }
}

/// Source code to show, with the file it comes from when that is not the chapter itself.
public struct Listing: Sendable, Equatable {
  /// What the code is in its chapter.
  public enum Role: Sendable, Equatable {
    /// A part of the chapter's program.
    case cell
    /// A part of the chapter's program whose error is its result.
    case failingCell
    /// A part of the chapter's program that only shows its results, where there is no room for more.
    case hiddenCell
    /// Lines of the library.
    case excerpt
    /// The stub of an exercise, with the hints in Markdown, the vaguest first.
    case exercise(number: String, level: ExerciseLevel? = nil, hints: [String])
    /// The solution of an exercise, with what explains it and the remarks on frequent mistakes, all in
    /// Markdown.
    case solution(number: String, explanation: String = "", mistakes: [String] = [])
  }

  public var code: String
  public var role: Role
  /// The language of the listing's highlighting, for instance `swift`.
  public var language: String
  /// The path of the file the excerpt was taken from, relative to the package.
  public var origin: String?

  public init(
    _ code: String, role: Role = .cell, language: String = "swift", origin: String? = nil
  ) {
    self.code = code
    self.role = role
    self.language = language
    self.origin = origin
  }
}

/// A table of text cells.
public struct Table: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable {
    case left, center, right
  }

  public struct Column: Sendable, Equatable {
    public var header: String
    public var alignment: Alignment

    public init(_ header: String, _ alignment: Alignment = .left) {
      self.header = header
      self.alignment = alignment
    }
  }

  public var columns: [Column]
  /// One array of `columns.count` texts per row.
  public var rows: [[String]]
  public var caption: Caption?

  public init(columns: [Column], rows: [[String]], caption: Caption? = nil) {
    self.columns = columns
    self.rows = rows
    self.caption = caption
  }
}

/// A drawn figure: where its files are, or its text version.
public struct Figure: Sendable, Equatable {
  public var caption: Caption
  /// The description for readers who do not see the picture.
  public var alternative: String
  /// The paths of the picture's files, as the reader may open them.
  public var files: [String]
  /// The text version, when it was asked for.
  public var text: String?
  /// The picture for the terminal that the run writes to, in the format that it takes.
  public var picture: [UInt8]?

  public init(
    caption: Caption, alternative: String, files: [String], text: String? = nil,
    picture: [UInt8]? = nil
  ) {
    self.caption = caption
    self.alternative = alternative
    self.files = files
    self.text = text
    self.picture = picture
  }
}

/// A work of the bibliography.
public struct Reference: Sendable, Equatable {
  /// The key by which the prose cites it: links lead to `#ref-KEY`.
  public var key: String
  /// The entry of the list, as Markdown; the title is emphasized.
  public var entry: String
  /// The language of the title, where it is not French.
  public var language: String?

  public init(key: String, entry: String, language: String? = nil) {
    self.key = key
    self.entry = entry
    self.language = language
  }
}

/// The number and legend of a figure or table: "Figure 3.1 – Coût par époque".
public struct Caption: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable {
    case figure = "Figure"
    case table = "Tableau"
  }

  public var kind: Kind
  /// Chapter and rank, for instance `3.1`.
  public var number: String
  public var text: String
  /// The name by which the prose cites it, `fig-cout`: links lead to `#fig-cout`.
  public var label: String

  public init(_ kind: Kind, number: String, text: String, label: String = "") {
    self.kind = kind
    self.number = number
    self.text = text
    self.label = label
  }
}
