/// A chapter as its author wrote it: header, prose and cells, each with its place.
public struct ChapterSource: Sendable, Equatable {
  public enum Block: Sendable, Equatable {
    /// A stretch of Markdown that begins at the location.
    case prose(String, at: SourceLocation)
    case cell(Cell)
  }

  /// A ```` ```swift ```` block.
  public struct Cell: Sendable, Equatable {
    public let options: CellOptions
    /// The code without its option lines.
    public let code: String
    /// The place of the code's first line.
    public let location: SourceLocation
  }

  /// The chapter's number, from the file's name `03-reseaux-profonds.md`.
  public let number: Int
  /// The file's name without number and extension.
  public let slug: String
  /// The file's path relative to the package.
  public let file: String
  public let header: FrontMatter
  public let blocks: [Block]

  /// Reads a chapter.
  ///
  /// - Throws: `ChapterError`, with the line, for whatever the format does not allow.
  public init(file: String, text: String) throws {
    self.file = file
    let start = SourceLocation(file: file, line: 1)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let match = name.wholeMatch(of: /([0-9]{1,4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md/),
      let number = Int(match.1)
    else { throw ChapterError(.fileName(name), at: start) }
    self.number = number
    slug = String(match.2)
    if text.unicodeScalars.contains(where: { 0xE000...0xF8FF ~= $0.value }) {
      throw ChapterError(.privateUseCharacter, at: start)
    }

    let lines = text.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      throw ChapterError(.frontMatterMissing, at: start)
    }
    header = try FrontMatter(yaml: lines[1..<end].joined(separator: "\n"), at: start)
    blocks = try Self.blocks(of: lines, from: end + 1, file: file)
  }

  private static func blocks(
    of lines: [String], from first: Int, file: String
  ) throws -> [Block] {
    var blocks: [Block] = []
    var prose: [String] = []
    var proseStart = first
    func flushProse() {
      if prose.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        blocks.append(
          .prose(prose.joined(separator: "\n"), at: .init(file: file, line: proseStart + 1)))
      }
      prose = []
    }

    var index = first
    while index < lines.count {
      guard let fence = Fence(opening: lines[index]) else {
        prose.append(lines[index])
        index += 1
        continue
      }
      guard let end = lines[(index + 1)...].firstIndex(where: fence.isClosed) else {
        throw ChapterError(.unclosedFence, at: .init(file: file, line: index + 1))
      }
      if fence.isCell {
        flushProse()
        blocks.append(.cell(try cell(Array(lines[(index + 1)..<end]), line: index + 2, file: file)))
        proseStart = end + 1
      } else {
        prose += lines[index...end]
      }
      index = end + 1
    }
    flushProse()
    return blocks
  }

  private static func cell(_ lines: [String], line: Int, file: String) throws -> Cell {
    let optionLines = lines.prefix { $0.hasPrefix("//|") }
    let options = try CellOptions(
      lines: optionLines.map { String($0.dropFirst(3)) }, at: .init(file: file, line: line))
    let code = lines.dropFirst(optionLines.count)
    let location = SourceLocation(file: file, line: line + optionLines.count)
    if options.source != nil, code.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
      throw ChapterError(.excerptWithCode, at: location)
    }
    return Cell(options: options, code: code.joined(separator: "\n"), location: location)
  }
}

/// A code fence, by CommonMark's rules: at least three backquotes or tildes, indented by at most
/// three spaces, closed by at least as many of the same.
struct Fence {
  let character: Character
  let length: Int
  let info: String

  init?(opening line: String) {
    let indented = line.prefix { $0 == " " }
    let rest = line.dropFirst(indented.count)
    guard indented.count <= 3, let character = rest.first, character == "`" || character == "~"
    else { return nil }
    let length = rest.prefix { $0 == character }.count
    let info = rest.dropFirst(length)
    guard length >= 3, character == "~" || !info.contains("`") else { return nil }
    self.character = character
    self.length = length
    self.info = String(info.trimmingPrefix(while: \.isWhitespace))
  }

  /// Whether the block is a cell: plain `swift`, not indented below a list or a quote.
  var isCell: Bool { info.split(separator: " ") == ["swift"] }

  func isClosed(by line: String) -> Bool {
    let indented = line.prefix { $0 == " " }
    let rest = line.dropFirst(indented.count)
    let marks = rest.prefix { $0 == character }
    return indented.count <= 3 && marks.count >= length
      && rest.dropFirst(marks.count).allSatisfy(\.isWhitespace)
  }
}
