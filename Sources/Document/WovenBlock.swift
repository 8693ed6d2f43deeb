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
  public var code: String
  /// The language of the listing's highlighting, for instance `swift`.
  public var language: String
  /// The path of the file the excerpt was taken from, relative to the package.
  public var origin: String?

  public init(_ code: String, language: String = "swift", origin: String? = nil) {
    self.code = code
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

  public init(caption: Caption, alternative: String, files: [String], text: String? = nil) {
    self.caption = caption
    self.alternative = alternative
    self.files = files
    self.text = text
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

  public init(_ kind: Kind, number: String, text: String) {
    self.kind = kind
    self.number = number
    self.text = text
  }
}
