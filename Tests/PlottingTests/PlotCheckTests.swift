import Testing

@testable import Plotting

@Suite struct PlotCheckTests {
  static let refused: [(Plot, PlottingError, String)] = [
    (
      Plot("p").line([1]).points([1, 2], x: [1]),
      .lengths(plot: "p", series: 2, first: 1, of: "abscisses", second: 2),
      "Figure «\u{A0}p\u{A0}»\u{A0}: la série 2 a 1 abscisses pour 2 valeurs\u{A0}; donnes-en autant."
    ),
    (
      Plot("p").bars([1], categories: ["a", "b"]),
      .lengths(plot: "p", series: 1, first: 2, of: "catégories", second: 1), "2 catégories"
    ),
    (
      Plot("p").band(lower: [1, 2], upper: [1]),
      .lengths(plot: "p", series: 1, first: 1, of: "bords supérieurs", second: 2),
      "la série 1 a 1 bords supérieurs pour 2 valeurs"
    ),
    (
      Plot("p").errorBars([1, 2], deviations: [], x: [1, 2]),
      .lengths(plot: "p", series: 1, first: 0, of: "écarts", second: 2), "0 écarts pour 2"
    ),
    (
      Plot("p").errorBars([1], deviations: [1], categories: ["a", "b"]),
      .lengths(plot: "p", series: 1, first: 2, of: "catégories", second: 1), "2 catégories"
    ),
    (
      Plot("p").bars([1], categories: ["a"]).errorBars([1], deviations: [1], categories: ["b"]),
      .differentCategories(plot: "p", series: 2), "dans le même ordre."
    ),
    (
      Plot("p").bars([1], categories: ["a"]).bars([1], categories: ["b"]),
      .differentCategories(plot: "p", series: 2), "dans le même ordre."
    ),
    (
      Plot("p").bars([1], categories: ["a"]).axes(x: "", y: "", xScale: .logarithmic),
      .logarithmicCategories(plot: "p"), "garde l’axe x linéaire."
    ),
    (
      Plot("p").line(Array(repeating: 0, count: Plot.maximumPoints + 1)),
      .tooMany(.points, plot: "p", count: 1_000_001, limit: 1_000_000), "montres-en moins."
    ),
    (
      Plot("p").line([1]).axes(x: "", y: "", yScale: .logarithmic, yRange: 0...1),
      .range(plot: "p", axis: "y", end: 0, logarithmic: true), "strictement positives et finies."
    ),
    (
      Plot("p").line([1]).axes(x: "", y: "", xRange: 0.5 ... .infinity),
      .range(plot: "p", axis: "x", end: .infinity, logarithmic: false), "jusqu’à ∞\u{A0}; "
    ),
  ]

  @Test("What no figure can show is refused, in French", arguments: refused.indices)
  func refuses(index: Int) throws {
    let (plot, error, message) = Self.refused[index]
    #expect(throws: error) { try GnuplotScript(plot, as: .png) }
    #expect(error.description.contains(message))
  }

  @Test("The largest plot that is allowed is allowed")
  func largest() throws {
    let plot = Plot("p").line(Array(repeating: 0, count: Plot.maximumPoints))
    #expect(throws: Never.self) { try GnuplotScript(plot, as: .png) }
  }
}
