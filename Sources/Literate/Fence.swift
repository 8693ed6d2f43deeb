import Document

/// A code fence, by CommonMark's rules: at least three backquotes or tildes, indented by at most
/// three spaces, closed by at least as many of the same.
struct Fence {
  let indentation: Int
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
    self.indentation = indented.count
    self.character = character
    self.length = length
    self.info = String(info.trimmingPrefix(while: \.isWhitespace))
  }

  /// Whether the block is a cell: plain `swift`, or `{swift}` as Quarto has it.
  var isCell: Bool {
    let words = info.split(whereSeparator: \.isWhitespace)
    return words == ["swift"] || words == ["{swift}"]
  }

  /// Whether it would be a cell, but for options beside the language, as knitr has them.
  var hasOptions: Bool { info.prefixMatch(of: /\{swift[\s,]/) != nil }

  func isClosed(by line: String) -> Bool {
    let indented = line.prefix { $0 == " " }
    let rest = line.dropFirst(indented.count)
    let marks = rest.prefix { $0 == character }
    return indented.count <= 3 && marks.count >= length
      && rest.dropFirst(marks.count).allSatisfy(\.isWhitespace)
  }

  /// A line of the block without the indentation that it shares with the fence.
  func content(_ line: String) -> Substring {
    line.dropFirst(min(indentation, line.prefix { $0 == " " }.count))
  }
}

/// The prose with each paragraph outside its fenced blocks transformed.
///
/// - Parameter transform: takes a paragraph's lines and the place of the first one.
func mapParagraphs(
  _ prose: String, at location: SourceLocation,
  _ transform: (String, SourceLocation) throws -> String
) rethrows -> String {
  var fence: Fence?
  var result: [String] = []
  var paragraph: [String] = []
  var line = 0
  func flush() throws {
    guard !paragraph.isEmpty else { return }
    let place = location.advanced(by: line - paragraph.count)
    result.append(try transform(paragraph.joined(separator: "\n"), place))
    paragraph = []
  }
  for text in prose.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
    let opening = fence == nil ? Fence(opening: text) : nil
    if fence == nil, opening == nil, !text.allSatisfy(\.isWhitespace) {
      paragraph.append(text)
    } else {
      try flush()
      result.append(text)
      fence = fence.map { $0.isClosed(by: text) ? nil : $0 } ?? opening
    }
    line += 1
  }
  try flush()
  return result.joined(separator: "\n")
}
