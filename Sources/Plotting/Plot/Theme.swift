/// How a figure looks in one format.
struct Theme {
  /// The argument of `set terminal`.
  let terminal: String
  let palette: Palette
  /// How series are told apart.
  let pens: Pens
  /// Line widths, letters and marks in the terminal's units for one of the design's, which is made
  /// for 800 × 500.
  let lines: Double
  let letters: Double
  let marks: Double
  /// Characters across the figure, where letters and columns are one thing.
  private let columns: Int?

  private init(
    terminal: String, palette: Palette, pens: Pens, lines: Double, letters: Double, marks: Double,
    columns: Int? = nil
  ) {
    let background = pens == .colours ? " background '\(palette.background)'" : ""
    self.terminal = terminal + " noenhanced" + background
    self.palette = palette
    self.pens = pens
    self.lines = lines
    self.letters = letters
    self.marks = marks
    self.columns = columns
  }

  enum Pens {
    case colours
    /// The terminal's own characters, one per series.
    case characters
  }

  static let sizes = (columns: 40...400, rows: 10...200)

  static func theme(_ format: FigureFormat, textSize: (columns: Int, rows: Int)) -> Theme {
    switch format {
    case .png: return pixels(.light)
    case .darkPNG: return pixels(.dark)
    case .sixel: return strips(.light, columns: textSize.columns)
    case .darkSixel: return strips(.dark, columns: textSize.columns)
    case .svg: return vectors(.light)
    case .darkSVG: return vectors(.dark)
    // A table is not drawn; in characters it would cost the least.
    case .text, .csv:
      let columns = clamped(textSize.columns, sizes.columns)
      let rows = clamped(textSize.rows, sizes.rows)
      return Theme(
        terminal: "dumb mono size \(columns),\(rows)", palette: .light,
        pens: .characters, lines: 1, letters: 1, marks: 1, columns: columns)
    }
  }

  private static func pixels(_ palette: Palette) -> Theme {
    Theme(
      terminal: "pngcairo size 1600,1000 font 'DejaVu Sans,26'", palette: palette,
      pens: .colours, lines: 2, letters: 2, marks: 2)
  }

  /// Letters shrink less than the figure: half as large, they could not be read.
  private static func strips(_ palette: Palette, columns: Int) -> Theme {
    let width = 8 * clamped(columns, sizes.columns)
    let share = Double(width) / 800
    let letters = 1.15 * share.squareRoot()
    return Theme(
      terminal:
        "sixelgd truecolor size \(width),\(width * 5 / 8) font 'DejaVu Sans,\(Int(13 * letters))'",
      palette: palette, pens: .colours, lines: max(1, share), letters: letters, marks: 0.75 * share)
  }

  private static func vectors(_ palette: Palette) -> Theme {
    Theme(
      terminal: "svg size 800,500 font 'DejaVu Sans,15'", palette: palette,
      pens: .colours, lines: 1, letters: 1.15, marks: 0.75)
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
