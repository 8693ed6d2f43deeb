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
  /// Letters across and down the figure.
  let size: (columns: Int, rows: Int)
  /// How much of a whole figure's letters a plot has room for.
  let room: (across: Double, down: Double)

  private init(
    terminal: String, palette: Palette, pens: Pens, lines: Double, letters: Double, marks: Double,
    room: (across: Double, down: Double) = (1, 1), size: (columns: Int, rows: Int) = (130, 30)
  ) {
    let background = pens == .colours ? " background '\(palette.background)'" : ""
    self.terminal = terminal + " noenhanced" + background
    self.palette = palette
    self.pens = pens
    self.lines = lines
    self.letters = letters
    self.marks = marks
    self.room = room
    self.size = size
  }

  enum Pens {
    case colours
    /// The terminal's own characters, one per series.
    case characters
  }

  static let sizes = (columns: 40...400, rows: 10...200)

  static func theme(
    _ format: FigureFormat, textSize: (columns: Int, rows: Int), sheet: Sheet = Sheet()
  ) -> Theme {
    switch format {
    case .png: return pixels(.light, sheet)
    case .darkPNG: return pixels(.dark, sheet)
    case .sixel: return strips(.light, sheet, columns: textSize.columns)
    case .darkSixel: return strips(.dark, sheet, columns: textSize.columns)
    case .svg: return vectors(.light, sheet)
    case .darkSVG: return vectors(.dark, sheet)
    // A table is not drawn; in characters it would cost the least.
    case .text, .csv:
      let columns = clamped(textSize.columns, sizes.columns)
      let rows = clamped(textSize.rows, sizes.rows)
      return Theme(
        terminal: "dumb mono size \(columns),\(rows)", palette: .light,
        pens: .characters, lines: 1, letters: 1, marks: 1, size: (columns, rows))
    }
  }

  private static func pixels(_ palette: Palette, _ sheet: Sheet) -> Theme {
    Theme(
      terminal: "pngcairo size \(2 * sheet.width),\(2 * sheet.height) \(sheet.font(26))",
      palette: palette, pens: .colours, lines: 2, letters: 2 * sheet.letters,
      marks: 2 * sheet.marks, room: sheet.room)
  }

  /// Letters shrink less than the figure: half as large, they could not be read.
  private static func strips(_ palette: Palette, _ sheet: Sheet, columns: Int) -> Theme {
    let width = 8 * clamped(columns, sizes.columns)
    let share = Double(width) / Double(sheet.width)
    let letters = 1.15 * share.squareRoot()
    return Theme(
      terminal: "sixelgd truecolor size \(width),\(Int(share * Double(sheet.height))) "
        + sheet.font(13 * letters),
      palette: palette, pens: .colours, lines: max(1, share), letters: letters * sheet.letters,
      marks: 0.75 * share * sheet.marks, room: sheet.room)
  }

  private static func vectors(_ palette: Palette, _ sheet: Sheet) -> Theme {
    Theme(
      terminal: "svg size \(sheet.width),\(sheet.height) \(sheet.font(15))", palette: palette,
      pens: .colours, lines: 1, letters: 1.15 * sheet.letters, marks: 0.75 * sheet.marks,
      room: sheet.room)
  }

  /// How many letters fit across the figure.
  var lettersAcross: Int { size.columns }

  /// How many letters each of `count` names below an axis can have.
  func roomForName(among count: Int) -> Int {
    guard pens == .characters else { return 24 }
    // The vertical axis and its numbers take about ten columns.
    return max(1, (size.columns - 10) / max(1, count) - 1)
  }

  private static func clamped(_ value: Int, _ range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }
}

/// What a figure is drawn on, in the units of the design.
struct Sheet {
  var width = 800
  var height = 500
  /// The part of it that one plot has.
  var panel = (width: 800.0, height: 500.0)
  /// The size of letters, as a share of that in a figure of one plot.
  var letters = 1.0

  /// Marks shrink less than letters: they have no lines to spare.
  var marks: Double { (1 + letters) / 2 }

  var room: (across: Double, down: Double) {
    (panel.width / 800 / letters, panel.height / 500 / letters)
  }

  func font(_ size: Double) -> String { "font 'DejaVu Sans,\(Int((size * letters).rounded()))'" }
}
