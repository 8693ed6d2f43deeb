import Foundation

extension NetworkDiagram: Drawable {
  public func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data {
    try check()
    guard format != .text else { return Data(text(columns: textSize.columns).utf8) }
    return try gnuplot.draw(script(as: format), as: format)
  }

  /// What gnuplot is told to draw, on a frame whose units are those of the design.
  func script(as format: FigureFormat) -> GnuplotScript {
    let sheet = DiagramSheet(self, Theme.theme(format, textSize: (76, 20)))
    let drawings = sheet.drawings
    let statements =
      ["set encoding utf8", "set terminal \(sheet.theme.terminal)"]
      + ["l", "r", "t", "b"].map { "set \($0)margin at screen \("rt".contains($0) ? 1 : 0)" }
      + [
        "unset border", "unset tics", "unset key", "set xrange [0:800]", "set yrange [0:500]",
      ] + sheet.labels + ["plot \(drawings.map(\.command).joined(separator: ", "))"]
    return GnuplotScript([.init(statements, drawings.map(\.points))])
  }
}

/// Where the neurons of a diagram stand, and what is written around them.
private struct DiagramSheet {
  let diagram: NetworkDiagram
  let theme: Theme

  private static let line = 21.0
  private static let top = 405.0

  private let bottom: Double

  init(_ diagram: NetworkDiagram, _ theme: Theme) {
    self.diagram = diagram
    self.theme = theme
    let lines = diagram.layers.indices.map { min(4, diagram.lines(under: $0).count) }.max() ?? 1
    bottom = 36 + Self.line * Double(lines)
  }

  private var columnWidth: Double { 800 / Double(max(1, diagram.layers.count)) }
  private func x(_ index: Int) -> Double { (Double(index) + 0.5) * columnWidth }

  /// From one place of a column to the next.
  private var step: Double {
    let tallest = diagram.layers.map { ($0.places.first ?? 0) * 2 + 1 }.max() ?? 1
    return min(64, (Self.top - bottom) / tallest)
  }

  private var radius: Double { min(0.36 * step, 18, 0.2 * columnWidth) }

  private func heights(_ index: Int) -> [Double] {
    diagram.layers[index].places.map { (Self.top + bottom) / 2 + step * $0 }
  }

  // MARK: Lines and neurons

  var drawings: [Drawing] {
    guard !diagram.layers.isEmpty else {
      return [Drawing(style: "dots", points: .init(x: [-1], y: [-1]))]
    }
    return connections + neurons + hints
  }

  private var connections: [Drawing] {
    var ends = (x: [Double](), y: [Double]())
    for index in diagram.layers.indices.dropFirst() {
      for start in heights(index - 1) {
        for end in heights(index) {
          ends.x += [x(index - 1), x(index), .nan]
          ends.y += [start, end, .nan]
        }
      }
    }
    guard !ends.x.isEmpty else { return [] }
    // gnuplot wants what shines through before red, green and blue.
    let colour = "#a0\(theme.palette.edge.dropFirst())"
    return [
      Drawing(
        style: "lines linecolor rgb '\(colour)' linewidth \(0.8 * theme.lines)",
        points: .init(x: ends.x, y: ends.y))
    ]
  }

  private var neurons: [Drawing] {
    diagram.layers.indices.map { index in
      let heights = heights(index)
      return circles(
        x: heights.map { _ in x(index) }, y: heights, radius: radius, colour(of: index))
    }
  }

  /// Three dots in the place of the neurons that are not shown.
  private var hints: [Drawing] {
    let columns = diagram.layers.indices.filter { diagram.layers[$0].isShortened }
    guard !columns.isEmpty else { return [] }
    let middle = (Self.top + bottom) / 2
    return [
      circles(
        x: columns.flatMap { [x($0), x($0), x($0)] },
        y: columns.flatMap { _ in [-1, 0, 1].map { middle + 0.3 * step * $0 } },
        radius: 0.07 * step, theme.palette.text)
    ]
  }

  private func circles(x: [Double], y: [Double], radius: Double, _ colour: String) -> Drawing {
    Drawing(
      style: "circles linecolor '\(colour)' linewidth \(theme.lines) fillstyle solid border "
        + "linecolor '\(theme.palette.background)'",
      columns: "1:2:(\(radius))", points: .init(x: x, y: y))
  }

  /// Inputs are no neurons, and outputs are what one looks for.
  private func colour(of index: Int) -> String {
    switch index {
    case 0: theme.palette.edge
    case diagram.layers.count - 1: theme.palette.series[1]
    default: theme.palette.series[0]
    }
  }

  // MARK: Words

  var labels: [String] {
    let title = label(1, diagram.title, x: 400, y: 465, size: 16, room: 50, bold: true)
    guard !diagram.layers.isEmpty else {
      return [title, label(2, "aucune couche", x: 400, y: 250, size: 14, room: 50)]
    }
    let lines = diagram.layers.indices.map { Array(diagram.lines(under: $0).prefix(4)) }
    let room = Int(columnWidth / 10)
    // Of one size in all columns.
    let longest = lines.joined().map(\.count).max() ?? 0
    let longestName = diagram.layers.map(\.name.count).max() ?? 0
    var labels = [title]
    for (index, lines) in lines.enumerated() {
      labels.append(
        label(
          labels.count + 1, diagram.layers[index].name, x: x(index), y: 428, size: 13, room: room,
          among: longestName, bold: true))
      for (line, text) in lines.enumerated() {
        labels.append(
          label(
            labels.count + 1, text, x: x(index), y: bottom - 18 - Self.line * Double(line),
            size: 12, room: room, among: longest))
      }
    }
    return labels
  }

  /// A text around its middle; its letters get smaller, down to two thirds, where more than `room` of
  /// them must share the place.
  private func label(
    _ tag: Int, _ text: String, x: Double, y: Double, size: Double, room: Int,
    among longest: Int = 0, bold: Bool = false
  ) -> String {
    let most = max(2, room * 3 / 2)
    let shown = Quoting.shortened(text, to: most)
    let letters = max(1, shown.count, min(longest, most))
    let points = size * theme.letters * min(1, Double(room) / Double(letters))
    return "set label \(tag) \(Quoting.literal(shown)) at \(x),\(y) center front "
      + "font 'DejaVu Sans\(bold ? ":Bold" : ""),\(Int(points.rounded()))' "
      + "textcolor rgb '\(theme.palette.text)'"
  }
}
