import Foundation
import FoundationXML
import Testing

@testable import Plotting

@Suite(.enabled(if: Installed.gnuplot, "gnuplot is not installed"))
struct SVGFigureTests {
  private static let grid = ImageGrid(
    "Deux", columns: 2,
    images: [0, 1].map { .init(width: 2, shades: [0, 1, 0.5, Double($0)], label: "<\($0)>") })

  private static var drawings: [any Drawable] { Sample.plots.map(\.plot) + [grid] }

  @Test("The same figure is the same bytes", arguments: [FigureFormat.svg, .darkSVG])
  func reproducible(format: FigureFormat) throws {
    for drawing in Self.drawings {
      let first = try Gnuplot().render(drawing, as: format)
      #expect(try Gnuplot().render(drawing, as: format) == first)
    }
  }

  @Test("Nothing in it is gnuplot's own words", arguments: [FigureFormat.svg, .darkSVG])
  func wordless(format: FigureFormat) throws {
    for drawing in Self.drawings {
      let figure = String(
        decoding: try Gnuplot().render(drawing, as: format), as: UTF8.self)
      for word in ["<title", "<desc", "GNUPLOT", "Gnuplot", NSHomeDirectory(), "/tmp"] {
        #expect(!figure.contains(word))
      }
    }
  }

  @Test("It is well-formed, and its text is text", arguments: [FigureFormat.svg, .darkSVG])
  func wellFormed(format: FigureFormat) throws {
    for drawing in Self.drawings {
      #expect(XMLParser(data: try Gnuplot().render(drawing, as: format)).parse())
    }
    let plot = Plot("Coût</title>").line([1], label: "<desc>a</desc>").line([2], label: "b")
    let figure = String(decoding: try Gnuplot().render(plot, as: format), as: UTF8.self)
    #expect(figure.contains("Coût&lt;/title></text>"))
    #expect(figure.contains("&lt;desc>a&lt;/desc></text>"))
  }
}
