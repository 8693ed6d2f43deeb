extension String {
  /// The number of terminal cells the string takes: wide characters and emoji count 2, combining
  /// marks and control characters 0, the rest 1 (Unicode Standard Annex 11).
  var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// The number of terminal cells the character takes: 0, 1 or 2.
  var displayWidth: Int {
    if isASCII { return isPrintableASCII ? 1 : 0 }
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    let asksForEmoji = unicodeScalars.contains("\u{FE0F}")
    let isWide = Self.wideRanges.contains { $0.contains(first.value) }
    return asksForEmoji || first.properties.isEmojiPresentation || isWide ? 2 : 1
  }

  private var isPrintableASCII: Bool {
    guard let value = asciiValue else { return false }
    return value >= 0x20 && value < 0x7F
  }

  /// Scalars of East Asian width W or F; emoji are known by their own property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF,
    0x20000...0x3FFFD,
  ]
}
