import Foundation
import Testing

@testable import Plotting

@Suite struct HeatMapTests {
  private static let values: [[Double]] = [[1, 2, 3], [4, .nan, 6]]
  private static let plot = Plot("p").heatMap(values, x: 0...3, y: 0...2, label: "v")

  @Test("A cell is where its row and its column say, from the bottom up")
  func places() throws {
    let script = try GnuplotScript(Self.plot, as: .png)
    #expect(script.data.first?.y.map { $0.isNaN ? -1 : $0 } == [1, 2, 3, 4, -1, 6])
    #expect(
      script.commands.contains(
        "plot '-' using (0.5 + 1.0 * (int($1) % 3)):(0.5 + 1.0 * (int($1) / 3)):2 with image"))
  }

  @Test("Without values of its own, the scale spans those that are shown")
  func shades() {
    let shades = { (values: [Double], scale: ShadeScale) in
      HeatMap([values], x: 0...1, y: 0...1, label: "", shades: nil, scale: scale).shades
    }
    #expect(shades([2, .nan, 5, .infinity], .sequential) == 2...5)
    #expect(shades([-1, 4], .diverging) == -4...4)
    #expect(shades([3, 3], .sequential).contains(3) && shades([3], .sequential) != 3...3)
    #expect(shades([0], .diverging) == -1...1)
    #expect(shades([], .sequential) == 0...1)
  }

  @Test("The axes end where the map does, unless a series goes further or a range is asked for")
  func ranges() {
    #expect(Axis.horizontal(of: Self.plot).range == 0...3)
    #expect(Axis.vertical(of: Self.plot).range == 0...2)
    #expect(Axis.vertical(of: Self.plot.points([-1], x: [1])).range == -1...2)
    #expect(Axis.horizontal(of: Self.plot.axes(x: "", y: "", xRange: 1...2)).range == 1...2)
  }

  @Test("Names stand at the middles of columns and rows, and each cell shows its value")
  func names() throws {
    let plot = Plot("p").heatMap(
      [[91.27, .nan], [8.5, 20]], columns: ["0,1", "0,3"], rows: ["tanh 50", "l’autre"], label: "v")
    let script = try GnuplotScript(plot, as: .png).commands
    #expect(script.contains("set xtics nomirror ('0,1' 1.0 0, '0,3' 2.0 0)"))
    #expect(script.contains("set ytics nomirror ('tanh 50' 1.0 0, 'l’autre' 2.0 0)"))
    #expect(script.contains("set label '91,3' at 1,1 center") && !script.contains("at 2,1 center"))
    #expect(script.contains("set label '8,5' at 1,2 center"))
    #expect(try plot.table().hasPrefix("x,y,v\r\n\"0,1\",tanh 50,91.27\r\n"))
    let text = try GnuplotScript(plot, as: .text).commands
    #expect(text.contains("set label '20,0' at 2,2 center"))
  }

  @Test("A map of names has one for each row and each column", arguments: [(1, 2), (2, 3)])
  func missingNames(rows: Int, columns: Int) {
    let plot = Plot("p").heatMap(
      [[1, 2], [3, 4]], columns: Array(repeating: "c", count: columns),
      rows: Array(repeating: "r", count: rows), label: "v")
    #expect(throws: PlottingError.self) { try GnuplotScript(plot, as: .png) }
  }

  @Test("Nothing is drawn beyond the frame, and a cell that it cuts keeps its value")
  func cut() throws {
    let map = try #require(Self.plot.heatMap)
    #expect(map.cut(to: -1...4, -1...3) == map)
    let part = try #require(map.cut(to: 0.5...5, 0.5...1.5))
    #expect(part.x == 0.5...3 && part.y == 0.5...1.5)
    for (x, y) in [(0.6, 0.6), (1.2, 0.9), (2.9, 1.4), (0.9, 1.1)] {
      #expect(part.value(x: x, y: y) == map.value(x: x, y: y))
    }
    #expect(part.value(x: 1.5, y: 1.4)?.isNaN == true)
    #expect(map.cut(to: 3...4, 0...2) == nil)
    let empty = Self.plot.axes(x: "", y: "", xRange: 10...20)
    #expect(try GnuplotScript(empty, as: .png).commands.contains("aucune valeur à tracer"))
  }

  @Test("What lies upon the cells has a rim of the ground's colour", arguments: ["light", "dark"])
  func rims(name: String) throws {
    let palette = try #require(PaletteTests.palettes.first { $0.name == name }?.palette)
    let plot = Self.plot.points([1], x: [1], label: "a").line([1, 2], x: [1, 2])
      .errorBars([1], deviations: [1], x: [2])
    let script = try GnuplotScript(plot, as: name == "light" ? .svg : .darkSVG)
    let parts = try #require(script.commands.split(separator: "\n").last).components(
      separatedBy: ", '-'")
    let ground = "linecolor '\(palette.background)'"
    // The image; a rim and its points; two rims, the line; a rim and its whiskers, a rim and points.
    #expect(
      parts.map { $0.contains(ground) }
        == [false, true, false, true, true, false, true, false, true, false])
    #expect(parts.count == script.data.count)
    #expect(!(try GnuplotScript(Plot("").line([1]), as: .svg).commands.contains(ground)))
  }

  @Test(
    "In characters, every place between the axes has its cell's", arguments: [40, 76, 111, 400])
  func characters(columns: Int) throws {
    let map = Plot("p").heatMap([[1, 2], [3, 4]], x: 0...2, y: 0...2, label: "v")
    let script = try GnuplotScript(map, as: .text, textSize: (columns, 20))
    let (width, height) = (columns - 3 - 5, 20 - 3 - 2)
    #expect(script.data.reduce(0) { $0 + $1.x.count } == width * height)
    guard Installed.gnuplot else { return }
    let text = try Gnuplot().render(map, as: .text, textSize: (columns, 20))
    let rows = String(decoding: text, as: UTF8.self).split(separator: "\n").dropFirst(2).dropLast(2)
    #expect(rows.count == height - 1)
    for row in rows {
      let cells = row.drop { $0 != "|" && $0 != "+" }.dropFirst()
      #expect(cells.count == width - 1)
      #expect(cells.allSatisfy { "·░▓█".contains($0) }, "\(row)")
    }
  }

  @Test("A map that is not finite anywhere says so, and one of a single cell is drawn")
  func extremes() throws {
    for values in [[], [[]], [[.nan]]] as [[[Double]]] {
      let plot = Plot("p").heatMap(values, x: 0...1, y: 0...1, label: "v")
      #expect(try GnuplotScript(plot, as: .svg).commands.contains("aucune valeur à tracer"))
      for format in FigureFormat.allCases where Installed.gnuplot {
        #expect(format.isComplete(try Gnuplot().render(plot, as: format)))
      }
    }
    let single = Plot("p").heatMap([[7]], x: 0...1, y: 0...1, label: "v")
    #expect(try GnuplotScript(single, as: .png).data.first?.y == [7, 7, 7, 7])
  }

  @Test(
    "An SVG stands alone and stays small", .enabled(if: Installed.gnuplot),
    arguments: [FigureFormat.svg, .darkSVG])
  func weight(format: FigureFormat) throws {
    let values = (0..<60).map { y in (0..<60).map { x in sin(Double(x * y)) } }
    let plot = Plot("p").heatMap(values, x: 0...1, y: 0...1, label: "v", scale: .diverging)
    let figure = try Gnuplot().render(plot, as: format)
    #expect(figure.count < 100_000)
    let text = String(decoding: figure, as: UTF8.self)
    #expect(text.contains("<image image-rendering=\"pixelated\" "))
    #expect(text.contains("xlink:href='data:image/png;base64,"))
  }

  @Test("A table has a row per cell, and then those of the series")
  func table() throws {
    #expect(
      try Self.plot.table()
        == "x,y,v\r\n0.5,0.5,1\r\n1.5,0.5,2\r\n2.5,0.5,3\r\n0.5,1.5,4\r\n1.5,1.5,nan\r\n2.5,1.5,6\r\n"
    )
    let plot = Plot("p").heatMap([[9]], x: 0...1, y: 0...1, label: "v").points([1], label: "a")
    #expect(try plot.table() == "série,x,y,valeur\r\nv,0.5,0.5,9\r\na,1,1,\r\n")
  }

  static let refused: [(Plot, PlottingError, String)] = [
    (
      plot.heatMap(values, x: 0...1, y: 0...1, label: ""), .heatMaps(plot: "p", count: 2),
      "donne à chacune sa figure."
    ),
    (
      Plot("p").heatMap([[1, 2], [3]], x: 0...1, y: 0...1, label: ""),
      .heatMapRow(plot: "p", row: 2, count: 1, first: 2),
      "la ligne 2 de la carte de chaleur a 1 cases"
    ),
    (
      Plot("p").heatMap(
        Array(repeating: Array(repeating: 0, count: 501), count: 500), x: 0...1, y: 0...1, label: ""
      ),
      .tooMany(.cells, plot: "p", count: 250_500, limit: 250_000), "250500 cases"
    ),
    (
      Plot("p").heatMap(values, x: 0...1, y: 2...2, label: ""),
      .heatMapWithoutWidth(plot: "p", axis: "y"), "deux bornes différentes."
    ),
    (
      Plot("p").heatMap(values, x: 0 ... .infinity, y: 0...1, label: ""),
      .range(plot: "p", axis: "x", end: .infinity, logarithmic: false), "bornes finies."
    ),
    (
      Plot("p").heatMap(values, x: 0...1, y: 0...1, label: "", shades: -.infinity...0),
      .range(plot: "p", axis: "des teintes", end: -.infinity, logarithmic: false),
      "l’axe des teintes ne peut pas"
    ),
    (
      plot.bars([1], categories: ["a"]), .heatMapOverCategories(plot: "p"), "fais-en deux figures."
    ),
    (
      plot.axes(x: "", y: "", yScale: .logarithmic), .logarithmicHeatMap(plot: "p"),
      "garde ses deux axes linéaires."
    ),
  ]

  @Test("What is no map is refused, in French", arguments: refused.indices)
  func refuses(index: Int) {
    let (plot, error, message) = Self.refused[index]
    for format in FigureFormat.allCases {
      #expect(throws: error) { try Gnuplot().render(plot, as: format) }
    }
    #expect(error.description.contains(message))
    #expect(error.description.hasPrefix("Figure «\u{A0}p\u{A0}»\u{A0}: "))
  }
}
