import Document

/// A chapter as its author wrote it: header, prose and cells, each with its place.
public struct ChapterSource: Sendable, Equatable {
  public enum Block: Sendable, Equatable {
    /// A stretch of Markdown that begins at the location.
    case prose(String, at: SourceLocation)
    case cell(Cell)
  }

  /// A ```` ```swift ```` or ```` ```{swift} ```` block.
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

    let lines = SourceText.lines(of: text)
    if let index = lines.firstIndex(where: {
      $0.unicodeScalars.contains { 0xE000...0xF8FF ~= $0.value }
    }) {
      throw ChapterError(.privateUseCharacter, at: start.advanced(by: index))
    }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      throw ChapterError(.frontMatterMissing, at: start)
    }
    header = try FrontMatter(
      yaml: lines[1..<end].joined(separator: "\n"), at: start.advanced(by: 1))
    let body = try Comments.removed(
      from: Array(lines[(end + 1)...]), at: start.advanced(by: end + 1))
    blocks = try Self.blocks(of: lines[...end] + body, from: end + 1, file: file)
  }

  private static func blocks(
    of lines: ArraySlice<String>, from first: Int, file: String
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
      if fence.hasOptions {
        throw ChapterError(.optionsOnFence, at: .init(file: file, line: index + 1))
      }
      if fence.isCell {
        flushProse()
        blocks.append(
          .cell(
            try cell(
              lines[(index + 1)..<end], of: fence, at: SourceLocation(file: file, line: index + 2)))
        )
        proseStart = end + 1
      } else {
        prose += lines[index...end]
      }
      index = end + 1
    }
    flushProse()
    return blocks
  }

  private static func cell(
    _ lines: ArraySlice<String>, of fence: Fence, at start: SourceLocation
  ) throws -> Cell {
    let optionLines = lines.map(fence.content).map(CellOptions.text).prefix { $0 != nil }
    let options = try CellOptions(lines: optionLines.compactMap(\.self), at: start)
    let code = lines.dropFirst(optionLines.count)
    let location = start.advanced(by: optionLines.count)
    if options.source != nil,
      let index = code.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) })
    {
      throw ChapterError(.excerptWithCode, at: location.advanced(by: index - code.startIndex))
    }
    let text = code.joined(separator: "\n")
    if let line = CompilationTrap.line(in: text) {
      throw ChapterError(.asyncLet, at: location.advanced(by: line))
    }
    return Cell(options: options, code: text, location: location)
  }
}
