/// Puts the statements of a script together.
struct ScriptComposer {
  let plot: Plot
  let theme: Theme
  let horizontal: Axis
  let vertical: Axis
  /// Set where the plot is one of several.
  var panel: Panel?

  /// What a plot has in common with those beside it.
  struct Panel {
    var margins: Margins
    /// The statements that put the frame in its place.
    var place: [String] = []
    /// Whether the names of the series, or the scale of the shades, stand elsewhere.
    let sharesLegend: Bool
    let sharesShades: Bool
    /// The letters of the longest title: all are of one size.
    let longestTitle: Int
  }

  var isPanel: Bool { theme.room.across < 1 }

  init(_ plot: Plot, _ theme: Theme) {
    self.plot = plot
    self.theme = theme
    vertical = Axis.vertical(of: plot, room: theme.room.down)
    // The scale of a heat map takes some of it.
    let shades = plot.heatMap == nil || theme.room.across == 1 ? 0 : 0.12
    horizontal = Axis.horizontal(of: plot, room: theme.room.across - shades)
  }

  var terminal: [String] {
    // A corner of a rim would stick out from under its line.
    let corners = plot.heatMap != nil && !isText ? " rounded" : ""
    return ["set encoding utf8", "set terminal \(theme.terminal)\(corners)"]
  }

  var statements: [String] {
    titles + frame + axis("x", horizontal) + axis("y", vertical) + shades + cellValues + legend
      + notice
      + ["plot \(drawings.map(\.command).joined(separator: ", "))"]
  }

  var isText: Bool { theme.pens == .characters }

  func font(_ size: Double, bold: Bool = false) -> String {
    isText
      ? "" : " font 'DejaVu Sans\(bold ? ":Bold" : ""),\(Int((size * theme.letters).rounded()))'"
  }

  /// The colour of a text that would else be black.
  var ink: String { isText ? "" : " textcolor rgb '\(theme.palette.text)'" }

  private var titles: [String] {
    let x = fitted(plot.xAxis.label, size: 14, room: across(60))
    let y = fitted(plot.yAxis.label, size: 14, room: down(34))
    let title = fitted(
      plot.title, size: 16, room: across(50), among: panel?.longestTitle ?? 0, bold: true)
    return [
      "set title \(title)\(isTextMap ? " offset 0,1" : "")",
      "set xlabel \(x)",
      // A terminal cannot turn letters: the name goes above the axis.
      isText ? "set label 1 \(y) at graph 0,1 center offset 0,1" : "set ylabel \(y)",
    ]
  }

  /// How many letters there is room for, where a figure of one plot has room for `count`.
  func across(_ count: Int) -> Int { max(1, Int(Double(count) * theme.room.across)) }
  func down(_ count: Int) -> Int { max(1, Int(Double(count) * theme.room.down)) }

  /// A literal and its font: the letters get smaller, down to half, where more than `room` of them
  /// must share the place, then the text is cut.
  func fitted(
    _ text: String, size: Double, room: Int, among longest: Int = 0, bold: Bool = false
  ) -> String {
    let shown = Quoting.shortened(text, to: min(2 * room, theme.lettersAcross - 12))
    let shrink = min(1, Double(room) / Double(max(1, shown.count, min(2 * room, longest))))
    return Quoting.literal(shown) + font(size * shrink, bold: bold) + ink
  }

  private var frame: [String] {
    guard !isText else {
      return ["set border 3", "set tics scale 0"] + (isTextMap ? textMargins : [])
    }
    let grid = hasBars ? "ytics" : "xtics ytics"
    let pen = "linetype 1 linecolor '\(theme.palette.grid)' linewidth \(0.8 * theme.lines)"
    // Cells would hide half of an axis that is behind them.
    let place = plot.heatMap == nil ? "back" : "front"
    return [
      "set border 3 \(place) \(edge)",
      "set tics nomirror out scale 0.6,0.35\(font(13))",
      "set grid \(grid) back \(pen)",
    ] + (panel?.place ?? margins.statements)
      + (hasBars ? ["set boxwidth \(barWidth)", "set xzeroaxis linetype 1 \(edge)"] : [])
  }

  var edge: String {
    "linecolor '\(theme.palette.edge)' linewidth \(1.2 * theme.lines)"
  }

  private func axis(_ name: String, _ axis: Axis) -> [String] {
    let turned = name == "x" && namesAreTurned ? " rotate by 25 right" : ""
    return (axis.scale == .logarithmic ? ["set logscale \(name)"] : []) + [
      "set \(name)range [\(axis.range.lowerBound):\(axis.range.upperBound)]",
      "set \(name)tics nomirror\(turned) \(ticks(axis, name))",
    ]
  }

  func ticks(_ axis: Axis, _ name: String) -> String {
    let ticks = axis.ticks.map { tick in
      "\(Quoting.tickLiteral(shown(tick, name))) \(tick.position) \(tick.label == nil ? 1 : 0)"
    }
    return "(\(ticks.joined(separator: ", ")))"
  }

  var hasBars: Bool { plot.categories != nil }

  /// Whether names stand along the horizontal axis.
  var hasNames: Bool { hasBars || plot.heatMap?.names != nil }

  private var notice: [String] {
    guard isEmpty else { return [] }
    return ["set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center\(font(14))\(ink)"]
  }
}
