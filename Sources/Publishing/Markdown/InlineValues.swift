import Document

/// The values that stand at the placeholders of a stretch of prose.
struct InlineValues: Sendable {
  var values: [String]

  struct Piece: Equatable {
    var text: String
    var isValue: Bool
    var isMeasured = false
  }

  /// The text cut at its placeholders; a placeholder without a value is shown as U+FFFD.
  func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let value = value(at: scalar) else {
        written.append(scalar)
        continue
      }
      if !written.isEmpty { pieces.append(Piece(text: String(written), isValue: false)) }
      written = String.UnicodeScalarView()
      pieces += Measured.pieces(of: value).map {
        Piece(text: $0.text.safeOnOneLine, isValue: true, isMeasured: $0.isMeasured)
      }
    }
    if !written.isEmpty { pieces.append(Piece(text: String(written), isValue: false)) }
    return pieces
  }

  /// The text with its values in place, each passed through `escape` first, a measured one through
  /// `mark`.
  func filled(
    _ text: String, mark: ((String) -> String)? = nil, escape: (String) -> String = { $0 }
  ) -> String {
    pieces(of: text).map { piece in
      if piece.isMeasured, let mark { return mark(piece.text) }
      return piece.isValue ? escape(piece.text) : piece.text
    }.joined()
  }

  /// The TeX source with its values in place, as characters that mean nothing to TeX.
  func filledFormula(_ tex: String, mark: ((String) -> String)? = nil) -> String {
    filled(tex, mark: mark.map { mark in { "\\text{\(mark($0))}" } }) {
      $0.map(Self.escapedForTeX).joined()
    }
  }

  private static func escapedForTeX(_ character: Character) -> String {
    switch character {
    case "%", "#", "&", "_", "$", "{", "}": "\\\(character)"
    case "\\": "\u{FFFD}"
    case " ", "\u{A0}", "\u{202F}": "~"
    // In braces, a comma is a decimal sign and takes no space.
    case ",": "{,}"
    default: String(character)
    }
  }

  private func value(at scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= Prose.firstPlaceholder else { return nil }
    let index = Int(scalar.value - Prose.firstPlaceholder)
    guard index < Prose.capacity else { return nil }
    guard index < values.count else { return "\u{FFFD}" }
    return values[index]
  }
}
