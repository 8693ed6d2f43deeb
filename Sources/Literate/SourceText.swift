/// A text file as editors of all systems write it.
enum SourceText {
  /// The text without the byte-order mark that may begin it.
  static func withoutByteOrderMark(_ text: String) -> String {
    guard text.unicodeScalars.first == "\u{FEFF}" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// The lines of the text: LF, CR LF and a lone CR end one, as for Swift's compiler and CommonMark.
  static func lines(of text: String) -> [String] {
    withoutByteOrderMark(text)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
  }
}
