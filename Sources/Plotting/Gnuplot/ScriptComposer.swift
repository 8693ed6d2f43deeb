/// Puts the statements of a script together.
struct ScriptComposer {
  let plot: Plot
  let theme: Theme
  let horizontal: Axis
  let vertical: Axis

  init(_ plot: Plot, _ theme: Theme) {
    self.plot = plot
    self.theme = theme
    horizontal = Axis.horizontal(of: plot)
    vertical = Axis.vertical(of: plot)
  }

  var statements: [String] {
    ["set encoding utf8", "set terminal \(theme.terminal)"]
      + titles + frame + axis("x", horizontal) + axis("y", vertical) + legend + notice
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
    let x = fitted(plot.xAxis.label, size: 14, room: 60)
    let y = fitted(plot.yAxis.label, size: 14, room: 34)
    return [
      "set title \(fitted(plot.title, size: 16, room: 50, bold: true))",
      "set xlabel \(x)",
      // A terminal cannot turn letters: the name goes above the axis.
      isText ? "set label 1 \(y) at graph 0,1 center offset 0,1" : "set ylabel \(y)",
    ]
  }

  /// A literal and its font: the letters get smaller, down to half, where more than `room` of them
  /// must share the place, then the text is cut.
  private func fitted(_ text: String, size: Double, room: Int, bold: Bool = false) -> String {
    let shown = Quoting.shortened(text, to: min(2 * room, theme.lettersAcross - 12))
    let shrink = min(1, Double(room) / Double(max(1, shown.count)))
    return Quoting.literal(shown) + font(size * shrink, bold: bold) + ink
  }

  private var frame: [String] {
    guard !isText else { return ["set border 3", "set tics scale 0"] }
    let grid = hasBars ? "ytics" : "xtics ytics"
    let edge = "linecolor '\(theme.palette.edge)' linewidth \(1.2 * theme.lines)"
    return [
      "set border 3 back \(edge)",
      "set tics nomirror out scale 0.6,0.35\(font(13))",
      "set grid \(grid) back linetype 1 linecolor '\(theme.palette.grid)' linewidth \(0.8 * theme.lines)",
    ] + margins + (hasBars ? ["set boxwidth \(barWidth)", "set xzeroaxis linetype 1 \(edge)"] : [])
  }

  private func axis(_ name: String, _ axis: Axis) -> [String] {
    let ticks = axis.ticks.map { tick in
      "\(Quoting.tickLiteral(shown(tick, name))) \(tick.position) \(tick.label == nil ? 1 : 0)"
    }
    let turned = name == "x" && namesAreTurned ? " rotate by 25 right" : ""
    return (axis.scale == .logarithmic ? ["set logscale \(name)"] : []) + [
      "set \(name)range [\(axis.range.lowerBound):\(axis.range.upperBound)]",
      "set \(name)tics nomirror\(turned) (\(ticks.joined(separator: ", ")))",
    ]
  }

  var hasBars: Bool { plot.categories != nil }

  private var notice: [String] {
    guard isEmpty else { return [] }
    return ["set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center\(font(14))\(ink)"]
  }
}
