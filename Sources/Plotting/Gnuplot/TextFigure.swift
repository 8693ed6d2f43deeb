import Foundation

/// A figure made of characters.
enum TextFigure {
  /// `data` without form feeds, blanks at line ends and empty lines around, ending with a newline.
  static func tidied(_ data: Data) -> Data {
    let lines = String(decoding: data, as: UTF8.self)
      .replacing("\u{0C}", with: "")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.reversed().drop(while: \.isWhitespace).reversed() }
      .map { String($0) }
    let body = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    return Data(body.map { $0 + "\n" }.joined().utf8)
  }
}
