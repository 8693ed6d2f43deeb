/// Texts that a clock gave, on which no two runs agree: they go between two marks that no reader sees,
/// so that whoever keeps a document can keep them apart.
public enum Measured {
  // Unicode's own marks around an annotated text.
  public static let opening: Unicode.Scalar = "\u{FFF9}"
  public static let closing: Unicode.Scalar = "\u{FFFB}"

  public struct Piece: Sendable, Equatable {
    public var text: String
    public var isMeasured: Bool
  }

  /// The text cut at its marks, without them.
  public static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = String.UnicodeScalarView()
    var isMeasured = false
    func flush() {
      if !current.isEmpty { pieces.append(Piece(text: String(current), isMeasured: isMeasured)) }
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case opening, closing:
        flush()
        isMeasured = scalar == opening
      default: current.append(scalar)
      }
    }
    flush()
    return pieces
  }
}

/// The text, marked as one that a clock gave.
public func measured(_ text: String) -> String {
  var scalars = String.UnicodeScalarView([Measured.opening])
  scalars.append(contentsOf: text.unicodeScalars)
  scalars.append(Measured.closing)
  return String(scalars)
}
