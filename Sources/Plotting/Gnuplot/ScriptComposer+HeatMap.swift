import Foundation
import FrenchText

/// The cells of a heat map, the scale of its shades, and how what lies upon them stays visible.
extension ScriptComposer {
  /// Nothing, an image, or a character of each shade wherever it stands.
  var cells: [Drawing] {
    // gnuplot would draw beyond the frame.
    guard let map = plot.heatMap?.cut(to: horizontal.range, vertical.range), !map.isEmpty else {
      return []
    }
    return isText ? characters(of: map) : [image(of: map)]
  }

  private func image(of map: HeatMap) -> Drawing {
    // gnuplot draws no image of a single row or column.
    let times = (x: map.columns == 1 ? 2 : 1, y: map.rows == 1 ? 2 : 1)
    let columns = map.columns * times.x
    let values = map.values.flatMap { row in
      let row = row.flatMap { Array(repeating: $0, count: times.x) }
      return (0..<times.y).flatMap { _ in row }
    }
    let place = { (range: ClosedRange<Double>, count: Int, index: String) in
      let step = (range.upperBound - range.lowerBound) / Double(count)
      return "(\(range.lowerBound + step / 2) + \(step) * (\(index)))"
    }
    let x = place(map.x, columns, "int($1) % \(columns)")
    let y = place(map.y, map.rows * times.y, "int($1) / \(columns)")
    return Drawing(
      style: "image", columns: "\(x):\(y):2",
      points: GnuplotScript.Points(x: values.indices.map(Double.init), y: values))
  }

  /// One point for each character of the terminal between the axes.
  private func characters(of map: HeatMap) -> [Drawing] {
    let signs = signs(of: map.scale)
    var places = signs.map { _ in (x: [Double](), y: [Double]()) }
    for y in marks(along: vertical, count: charactersBetweenAxes.rows) {
      for x in marks(along: horizontal, count: charactersBetweenAxes.columns) {
        guard let value = map.value(x: x.seen, y: y.seen), !value.isNaN else { continue }
        let rank = min(signs.count - 1, Int(map.shade(value) * Double(signs.count)))
        places[rank].x.append(x.drawn)
        places[rank].y.append(y.drawn)
      }
    }
    return zip(signs, places).filter { !$1.x.isEmpty }.map {
      Drawing(style: "points pointtype '\($0)'", points: .init(x: $1.x, y: $1.y))
    }
  }

  /// From one end of an axis to the other, and a little beside, where no rounding takes a point to
  /// the neighbour's character.
  private func marks(along axis: Axis, count: Int) -> [(seen: Double, drawn: Double)] {
    let (lower, upper) = (axis.range.lowerBound, axis.range.upperBound)
    let place = { (steps: Double) in
      let share = min(1, steps / Double(max(1, count - 1)))
      return lower * (1 - share) + upper * share
    }
    return (0..<max(1, count)).map { (place(Double($0)), place(Double($0) + 0.25)) }
  }

  private func signs(of scale: ShadeScale) -> [Character] {
    scale == .sequential ? Palette.shades.sequential : Palette.shades.diverging
  }

  /// The value of each cell in the middle of it, dark on light or light on dark, where columns and
  /// rows have names and there is room.
  var cellValues: [String] {
    guard let map = plot.heatMap, let names = map.names, !map.isEmpty, names.x.count <= 12,
      names.y.count <= 16
    else { return [] }
    let digits = max(map.shades.upperBound, -map.shades.lowerBound) < 10 ? 2 : 1
    return map.values.enumerated().flatMap { row, values in
      values.enumerated().filter { !$1.isNaN }.map { column, value in
        let colour = map.shade(value) < 0.5 ? theme.palette.text : theme.palette.background
        let pen = isText ? "" : "\(font(12)) textcolor rgb '\(colour)'"
        let shown = Quoting.literal(number(value, digits: digits))
        return "set label \(shown) at \(column + 1),\(row + 1) center front\(pen)"
      }
    }
  }

  // MARK: The scale

  /// The scale of the shades, at the right of the frame or, in characters, above its end.
  var shades: [String] {
    guard let map = plot.heatMap, !map.isEmpty else { return [] }
    guard !isText else {
      let end = { (value: Double) in french(String(format: "%.3g", value)) }
      let key =
        "\(end(map.shades.lowerBound)) \(String(signs(of: map.scale))) \(end(map.shades.upperBound))"
      let name = Quoting.shortened(map.label, to: max(1, theme.lettersAcross / 2 - key.count))
      return [
        "set label 3 \(Quoting.literal("\(name)\u{A0}: \(key)")) at graph 1,1 right offset 0,1"
      ]
    }
    let letter = 1 / lettersBetweenMargins
    return palette(of: map)
      + (panel?.sharesShades == true
        ? ["unset colorbox"]
        : scale(
          of: map, at: "graph \(1 + 1.3 * letter), graph 0 size graph \(1.5 * letter), graph 1"))
  }

  func palette(of map: HeatMap) -> [String] {
    let colours = theme.palette.shades(map.scale).enumerated().map { "\($0) '\($1)'" }
    return [
      "set palette defined (\(colours.joined(separator: ", ")))",
      "set cbrange [\(map.shades.lowerBound):\(map.shades.upperBound)]",
    ]
  }

  func scale(of map: HeatMap, at place: String) -> [String] {
    let axis = Axis.shades(of: map, room: theme.room.down)
    return [
      "set style line 1 \(edge)",
      "set colorbox vertical user origin \(place) border 1",
      "set cbtics nomirror out scale 0.4\(font(13)) \(ticks(axis, "cb"))",
      "set cblabel \(fitted(map.label, size: 14, room: down(34))) offset 1,0",
    ]
  }

  /// What the scale takes at the right, in letters.
  var roomForShades: Double? {
    guard let map = plot.heatMap, !map.isEmpty, panel?.sharesShades != true else { return nil }
    return Self.lettersOfScale(map, room: theme.room.down)
  }

  static func lettersOfScale(_ map: HeatMap, room: Double) -> Double {
    let numbers = Axis.shades(of: map, room: room).ticks.map { $0.label?.count ?? 0 }.max() ?? 0
    return 5 + 0.95 * Double(numbers) + (map.label.isEmpty ? 0 : 3)
  }

  // MARK: What lies upon the cells

  /// What is drawn upon cells has a rim of the ground's colour: one of both is seen on any shade.
  func haloed(_ drawings: [Drawing]) -> [Drawing] {
    guard plot.heatMap != nil, !isText else { return drawings }
    return drawings.flatMap { drawing in
      drawing.rims.map { Drawing(style: $0, points: drawing.points) } + [drawing]
    }
  }

  func rim(ofLine width: Double) -> String {
    "lines linecolor '\(theme.palette.background)' linewidth \((width + 2.5) * theme.lines)"
  }

  func rim(ofMark mark: String, size: Double) -> String {
    "points linecolor '\(theme.palette.background)' \(mark) pointsize \((size + 0.5) * theme.marks)"
  }
}
