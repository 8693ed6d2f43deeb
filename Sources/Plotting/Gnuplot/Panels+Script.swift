import Foundation

extension Panels: Drawable {
  public func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data {
    try check()
    guard format != .text else {
      return Data(try text(drawnBy: gnuplot, textSize: textSize).utf8)
    }
    return try gnuplot.draw(script(as: format), as: format)
  }

  /// What gnuplot is told to draw: each panel in its place on one sheet, then what they share.
  func script(as format: FigureFormat) -> GnuplotScript {
    let layout = PanelLayout(self)
    let theme = Theme.theme(format, textSize: (76, 20), sheet: layout.sheet)
    var panel = ScriptComposer.Panel(
      margins: Margins(left: 0, right: 0, top: 0, bottom: 0), sharesLegend: sharesLegend,
      sharesShades: sharedShades != nil, longestTitle: plots.map(\.title.count).max() ?? 0)
    var composers = plots.map { plot in
      var composer = ScriptComposer(plot, theme)
      composer.panel = panel
      return composer
    }
    // Frames of one size, in straight lines.
    panel.margins = composers.reduce(panel.margins) { $0.union($1.margins) }
    for index in composers.indices {
      panel.place = layout.place(of: index, panel.margins)
      composers[index].panel = panel
    }
    let start = GnuplotScript.Section([
      "set encoding utf8", "set terminal \(theme.terminal) rounded", "set multiplot",
    ])
    let sections = composers.map { composer in
      GnuplotScript.Section(["reset"] + composer.statements, composer.drawings.map(\.points))
    }
    let around = PanelHeading(
      panels: self, layout: layout, margins: panel.margins,
      composer: composers.first ?? ScriptComposer(Plot(""), theme))
    return GnuplotScript([start] + sections + [around.section, .init(["unset multiplot"])])
  }
}

/// Where panels stand on their sheet.
struct PanelLayout {
  let sheet: Sheet
  /// What the title takes above the panels, the legend below them and the scale at their right.
  let title: Double
  let legend: Double
  let scale: Double
  let columns: Int
  let rows: Int

  init(_ panels: Panels) {
    columns = max(1, min(panels.columns, panels.plots.count))
    rows = max(1, (panels.plots.count + columns - 1) / columns)
    title = panels.title.isEmpty ? 0 : 50
    legend = panels.sharesLegend ? 40 : 0
    scale = panels.sharedShades.map { 10 * ScriptComposer.lettersOfScale($0, room: 1) - 10 } ?? 0
    let size = min(columns, Panels.maximumColumns) - 1
    let height = [420, 310, 250, 215, 190][size] as Double
    sheet = Sheet(
      width: 800, height: Int(title + legend + height * Double(rows)),
      panel: ((800 - scale) / Double(columns), height), letters: [1, 0.9, 0.8, 0.72, 0.66][size])
  }

  /// The statements that put the panel of this index in its place, whatever a format's letters
  /// measure.
  func place(of index: Int, _ margins: Margins) -> [String] {
    let (x, y) = (across(index % columns), up(index / columns))
    let frame = frame(of: index, margins)
    return [
      "set origin \(x.lowerBound),\(y.lowerBound)",
      "set size \(x.upperBound - x.lowerBound),\(y.upperBound - y.lowerBound)",
      "set lmargin at screen \(frame.x.lowerBound)",
      "set rmargin at screen \(frame.x.upperBound)",
      "set tmargin at screen \(frame.y.upperBound)",
      "set bmargin at screen \(frame.y.lowerBound)",
    ]
  }

  /// Where the axes of a panel are, in shares of the sheet.
  func frame(
    of index: Int, _ margins: Margins
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let letter = 11.3 * sheet.letters / Double(sheet.width)
    let line = 21 * sheet.letters / Double(sheet.height)
    return (
      inside(across(index % columns), letter * margins.left, letter * margins.right),
      inside(up(index / columns), line * margins.bottom, line * margins.top)
    )
  }

  private func across(_ column: Int) -> ClosedRange<Double> {
    let width = sheet.panel.width / Double(sheet.width)
    return Double(column) * width...Double(column + 1) * width
  }

  private func up(_ row: Int) -> ClosedRange<Double> {
    let height = Double(sheet.height)
    let top = 1 - (title + sheet.panel.height * Double(row)) / height
    return top - sheet.panel.height / height...top
  }

  /// The range without what is cut off at its ends; a tenth of it always stays.
  private func inside(
    _ range: ClosedRange<Double>, _ before: Double, _ after: Double
  ) -> ClosedRange<Double> {
    let width = range.upperBound - range.lowerBound
    let shrink = min(1, 0.9 * width / max(before + after, .leastNormalMagnitude))
    return range.lowerBound + shrink * before...range.upperBound - shrink * after
  }
}
