/// How a figure looks in one format.
struct Theme {
  /// The argument of `set terminal`.
  let terminal: String
  /// How series are told apart.
  let pens: Pens
  /// Line widths, letters and marks in the terminal's units for one of the design's, which is made
  /// for 800 × 500.
  let lines: Double
  let letters: Double
  let marks: Double
  /// Characters across the figure, where letters and columns are one thing.
  private let columns: Int?

  enum Pens {
    case colours
    /// The terminal's own characters, one per series.
    case characters
  }

  static let sizes = (columns: 40...400, rows: 10...200)

  static func theme(_ format: FigureFormat, textSize: (columns: Int, rows: Int)) -> Theme {
    switch format {
    case .png:
      return Theme(
        terminal: "pngcairo size 1600,1000 font 'DejaVu Sans,26' noenhanced background '#ffffff'",
        pens: .colours, lines: 2, letters: 2, marks: 2, columns: nil)
    case .svg:
      return Theme(
        terminal: "svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#ffffff'",
        pens: .colours, lines: 1, letters: 1.15, marks: 0.75, columns: nil)
    case .text:
      let columns = clamped(textSize.columns, sizes.columns)
      let rows = clamped(textSize.rows, sizes.rows)
      return Theme(
        terminal: "dumb mono size \(columns),\(rows) noenhanced",
        pens: .characters, lines: 1, letters: 1, marks: 1, columns: columns)
    }
  }

  /// How many letters fit across the figure.
  var lettersAcross: Int { columns ?? 130 }

  /// How many letters each of `count` names below an axis can have.
  func roomForName(among count: Int) -> Int {
    guard let columns else { return 24 }
    // The vertical axis and its numbers take about ten columns.
    return max(1, (columns - 10) / max(1, count) - 1)
  }

  private static func clamped(_ value: Int, _ range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }
}

/// Colours, dashes and marks that stay apart in grey and for colour-blind readers.
enum Palette {
  /// Okabe and Ito's colours, without the yellow that white paper swallows.
  static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000",
  ]
  /// Five of them, so that colour and dash only repeat together after 35 series.
  static let dashes = ["solid", "(14,5)", "(4,4)", "(14,4,3,4)", "(22,5)"]
  /// gnuplot's disc, square, triangle, lozenge, inverted triangle, circle.
  static let marks = [7, 5, 9, 13, 11, 6]
  static let characters = ["*", "#", "o", "+", "x", "@", "%", "="]

  static func pick<Element>(_ elements: [Element], _ index: Int) -> Element {
    elements[index % elements.count]
  }
}
