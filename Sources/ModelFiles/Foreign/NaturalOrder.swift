/// The order of names in which a number counts as one: `layers.2` comes before `layers.10`.
struct NaturalOrder: Comparable {
  /// Runs of digits, without leading zeros, and what is between them.
  private let pieces: [Substring]

  init(_ name: String) {
    var pieces: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isNumber }
      pieces.append(isNumber ? run.drop { $0 == "0" } : run)
      rest = rest[run.endIndex...]
    }
    self.pieces = pieces
  }

  static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    for (a, b) in zip(left.pieces, right.pieces) where a != b {
      let areNumbers = a.allSatisfy(isDigit) && b.allSatisfy(isDigit)
      return areNumbers && a.count != b.count ? a.count < b.count : a < b
    }
    return left.pieces.count < right.pieces.count
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
