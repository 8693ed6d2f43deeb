import Foundation
import FoundationXML
import Testing

@testable import Plotting

@Suite struct PanelsTests {
  private static let curves = Plot("un").line([1, 2], label: "a").line([2, 1], label: "b")
  private static let map = Plot("carte").heatMap(
    [[0, 1]], x: 0...2, y: 0...1, label: "v", shades: 0...1)
  static let samples = [
    Panels(
      "Mêlés", columns: 2, [curves, map, Plot("<l'autre>").histogram([1, 2, 2]), Plot("rien")]),
    Panels("Pareils", columns: 3, [map, map, map]),
    Panels(Sample.hostile, columns: 1, [curves, curves]),
    Panels("Aucun", columns: 5, []),
  ]

  @Test("Each panel is in its place, with its own points after its own plot")
  func sections() throws {
    let panels = Panels("t", columns: 2, [Self.curves, Self.map, Self.curves])
    let script = panels.script(as: .svg)
    // The sheet, three panels, what is around them, the end.
    #expect(script.sections.map { $0.data.count } == [0, 2, 1, 2, 1, 0])
    let origins = script.commands.split(separator: "\n").filter { $0.hasPrefix("set origin") }
      .compactMap {
        $0.split(separator: " ").last?.split(separator: ",").map { Double($0) ?? .nan }
      }
    #expect(origins.count == 4)
    #expect(origins[0][0] == 0 && origins[1][0] == 0.5 && origins[2][0] == 0)
    #expect(origins[0][1] == origins[1][1] && origins[2][1] < origins[0][1])
    #expect(abs(origins[2][1]) < 1e-12)
  }

  @Test("Panels that name the same series share one legend, drawn once")
  func legend() {
    let keys = { (panels: Panels) in
      panels.script(as: .svg).commands.split(separator: "\n").count { $0.hasPrefix("set key") }
    }
    #expect(keys(Panels("", columns: 2, [Self.curves, Self.curves])) == 1)
    let other = Plot("deux").line([1], label: "a").line([1], label: "c")
    #expect(keys(Panels("", columns: 2, [Self.curves, other])) == 2)
    #expect(keys(Panels("", columns: 2, [Self.curves, Self.curves, Self.map])) == 2)
  }

  @Test("Maps whose shades mean the same share one scale")
  func scale() {
    let scales = { (panels: Panels) in
      panels.script(as: .png).commands.split(separator: "\n").count {
        $0.hasPrefix("set colorbox")
      }
    }
    #expect(scales(Panels("", columns: 2, [Self.map, Self.map])) == 1)
    let other = Plot("").heatMap([[0, 2]], x: 0...2, y: 0...1, label: "v")
    #expect(scales(Panels("", columns: 2, [Self.map, other])) == 2)
    #expect(scales(Panels("", columns: 2, [Self.map, Self.curves])) == 1)
  }

  @Test("Frames are of one size and within their sheet", arguments: samples.indices)
  func frames(index: Int) {
    let panels = Self.samples[index]
    let layout = PanelLayout(panels)
    let margins = Margins(left: 8, right: 4, top: 3, bottom: 5)
    let frames = panels.plots.indices.map { layout.frame(of: $0, margins) }
    for frame in frames {
      #expect(frame.x.lowerBound > 0 && frame.x.upperBound < 1)
      #expect(frame.y.lowerBound > 0 && frame.y.upperBound < 1)
      let width = { (range: ClosedRange<Double>) in range.upperBound - range.lowerBound }
      #expect(abs(width(frame.x) - width(frames[0].x)) < 1e-12)
      #expect(abs(width(frame.y) - width(frames[0].y)) < 1e-12)
      #expect(frames.count { $0.x.overlaps(frame.x) && $0.y.overlaps(frame.y) } == 1)
    }
  }

  @Test(
    "gnuplot draws them in every format", .enabled(if: Installed.gnuplot),
    arguments: samples.indices, FigureFormat.allCases)
  func renders(index: Int, format: FigureFormat) throws {
    let figure = try Gnuplot().render(Self.samples[index], as: format)
    #expect(format.isComplete(figure))
    switch format {
    case .png, .darkPNG: #expect(Array(figure[16..<20]) == [0, 0, 0x06, 0x40])
    case .svg, .darkSVG:
      #expect(XMLParser(data: figure).parse())
      #expect(try Gnuplot().render(Self.samples[index], as: format) == figure)
    case .sixel, .darkSixel, .text, .csv: break
    }
  }

  @Test(
    "In characters they are side by side where there is room", .enabled(if: Installed.gnuplot),
    arguments: [(76, 3), (140, 1)])
  func text(columns: Int, titles: Int) throws {
    let panels = Panels(
      "Trois", columns: 3, ["gauche", "milieu", "droite"].map { Plot($0).line([1]) })
    let text = String(
      decoding: try Gnuplot().render(panels, as: .text, textSize: (columns, 20)), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Trois")
    #expect(lines.allSatisfy { $0.count <= columns && $0.last != " " })
    let named = lines.filter { line in
      ["gauche", "milieu", "droite"].contains { line.contains($0) }
    }
    #expect(named.count == titles)
  }

  @Test("A table names the panel of each point")
  func table() throws {
    let panels = Panels("", columns: 1, [Plot("p").line([4], label: "a"), Self.map])
    #expect(
      try panels.table() == """
        panneau,série,x,y,valeur\r
        p,a,1,4,\r
        carte,v,0.5,0.5,0\r
        carte,v,1.5,0.5,1\r

        """)
  }

  static let refused: [(Panels, PlottingError, String)] = [
    (Panels("g", columns: 0, []), .gridColumns(plot: "g", count: 0), "0 colonnes"),
    (
      Panels("g", columns: 6, []), .tooMany(.columns, plot: "g", count: 6, limit: 5),
      "6 colonnes, pour 5 au plus"
    ),
    (
      Panels("g", columns: 5, Array(repeating: curves, count: 21)),
      .tooMany(.panels, plot: "g", count: 21, limit: 20), "21 panneaux"
    ),
    (
      Panels("g", columns: 1, [Plot("g").line([1], x: [])]),
      .lengths(plot: "g", series: 1, first: 0, of: "abscisses", second: 1), "0 abscisses"
    ),
  ]

  @Test("What cannot be side by side is refused, in French", arguments: refused.indices)
  func refuses(index: Int) {
    let (panels, error, message) = Self.refused[index]
    for format in FigureFormat.allCases {
      #expect(throws: error) { try Gnuplot().render(panels, as: format) }
    }
    #expect(error.description.contains(message))
    #expect(error.description.hasPrefix("Figure «\u{A0}g\u{A0}»\u{A0}: "))
  }
}
