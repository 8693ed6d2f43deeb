/// What the header of an HTTP answer says of the bytes that follow.
struct AnswerHead: Sendable, Equatable {
  let status: Int
  /// The first byte's place in the file and the file's size, from `Content-Range`.
  let range: Range?
  /// The number of bytes of the body.
  let length: Int?
  /// What `If-Range` may ask with: a strong `ETag`, else `Last-Modified`.
  let validator: String?

  struct Range: Sendable, Equatable {
    let first: Int
    let total: Int?

    /// Reads `bytes 100-199/200`, whose last number may be `*` (RFC 9110, section 14.4).
    init?(_ text: String) {
      guard let match = text.wholeMatch(of: /bytes ([0-9]{1,15})-[0-9]{1,15}\/([0-9]{1,15}|\*)/),
        let first = Int(match.1)
      else { return nil }
      (self.first, total) = (first, Int(match.2))
    }
  }

  /// Reads the lines of a header, the status line first; a field counts where it stands first.
  init?(lines: [String]) {
    guard let words = lines.first?.split(separator: " "), words.count >= 2,
      let status = Int(words[1].prefix(while: \.isNumber))
    else { return nil }
    let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (parts[0].lowercased(), parts[1].trimmed)
    }
    let fields = Dictionary(pairs) { first, _ in first }
    self.status = status
    range = fields["content-range"].flatMap(Range.init)
    length = fields["content-length"].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
    validator = [fields["etag"], fields["last-modified"]].compactMap { $0 }
      .first(where: Self.isSafe)
  }

  /// A validator that can be sent back: short, printable, and no weak `ETag`, which `If-Range`
  /// does not take.
  private static func isSafe(_ validator: String) -> Bool {
    (1...200).contains(validator.utf8.count) && validator.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
      && !validator.hasPrefix("W/")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
