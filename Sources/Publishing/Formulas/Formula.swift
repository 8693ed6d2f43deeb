/// A TeX formula, parsed once, that can be shown on a terminal.
struct Formula: Sendable {
  /// Longer formulas are shown as they are: nobody reads them, and they would only cost time.
  static let maximumLength = 10_000

  private let source: String
  let tree: FormulaNode?

  /// Reads TeX without its dollars; what cannot be read is kept, and shown as it is.
  init(_ tex: String) {
    source = Self.cleaned(tex)
    tree = source.utf8.count > Self.maximumLength ? nil : try? FormulaParser.parse(source)
  }

  /// One line of Unicode, e.g. `σ(x) = 1/(1 + e⁻ˣ)`; the raw TeX between dollars where there is
  /// no good form.
  var inline: String {
    guard let tree else { return "$\(source)$" }
    return LinearLayout(mode: .line).line(of: tree)
  }

  /// The two-dimensional form: stacked fractions, sums with their limits, tall braces.
  ///
  /// - Parameter width: the cells of a line of the terminal.
  /// - Returns: lines of equal display width; only the inline form, which may be wider, where the
  ///   layout does not fit.
  func display(width: Int) -> [String] {
    guard let tree, let box = try? BoxLayout(width: width).box(of: tree, mode: .display) else {
      return [inline]
    }
    return box.lines
  }

  /// Control and format characters could move the cursor or turn the text round.
  private static func cleaned(_ tex: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in tex.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = scalars.last, last != " " { scalars.append(" ") }
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format: continue
      default: scalars.append(scalar)
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
