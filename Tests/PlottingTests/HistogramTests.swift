import Testing

@testable import Plotting

@Suite struct HistogramTests {
  @Test("Each value is in one bin, and both ends of the range are in it")
  func counts() {
    let plot = Plot("").histogram([0, 0.9, 1, 1.5, 4], bins: 4, range: 0...4)
    let series = plot.series[0]
    #expect(series.x == [0, 1, 2, 3] && series.ends == [1, 2, 3, 4])
    #expect(series.y == [40, 40, 0, 20])
  }

  @Test("What is outside the range or not finite is in no bin, and counts among all")
  func outside() {
    let plot = Plot("").histogram([-1, 0.5, .nan, .infinity, 9], bins: 2, range: 0...1)
    #expect(plot.series[0].y == [0, 20])
  }

  @Test("Histograms without a range of their own share that of all their values")
  func commonRange() {
    let plot = Plot("").histogram([0, 1], bins: 2).line([1]).histogram([-3, .nan], bins: 4)
      .histogram([7], bins: 1, range: 6...8)
    #expect(plot.series.map { $0.x.first } == [-3, 1, -3, 6])
    #expect(plot.series.map { $0.ends?.last } == [1, nil, 1, 8])
    #expect(plot.series[0].y == [0, 100] && plot.series[2].y == [50, 0, 0, 0])
  }

  @Test("Values that are all the same have bins around them")
  func constant() {
    let series = Plot("").histogram([2, 2], bins: 3).series[0]
    #expect(series.y == [0, 100, 0])
    #expect((series.x.first ?? 2) < 2 && (series.ends?.last ?? 2) > 2)
  }

  @Test("Shares stand on zero, or on the bottom of a logarithmic axis")
  func outline() throws {
    let plot = Plot("").histogram([0, 1, 1, 1], bins: 2, range: 0...1)
    #expect(Axis.vertical(of: plot).range.lowerBound == 0)
    let script = try GnuplotScript(plot, as: .png)
    #expect(script.data.count == 2)
    #expect(script.data.allSatisfy { $0.x == [0, 0, 0.5, 0.5, 1, 1] })
    #expect(script.data.allSatisfy { $0.y == [0, 25, 25, 75, 75, 0] })
    let logarithmic = Plot("").histogram([1, 1], bins: 2, range: 0...1)
      .axes(x: "", y: "", yScale: .logarithmic, yRange: 10...100)
    #expect(try GnuplotScript(logarithmic, as: .png).data[0].y == [10, 10, 10, 100, 100, 10])
  }

  @Test("Nothing to count is an empty frame that says so", arguments: [[], [.nan]] as [[Double]])
  func empty(values: [Double]) throws {
    let plot = Plot("p").histogram(values)
    #expect(plot.series[0].x.count == 40)
    for format in FigureFormat.allCases where Installed.gnuplot {
      #expect(format.isComplete(try Gnuplot().render(plot, as: format)))
    }
    #expect(
      try GnuplotScript(Plot("p").histogram([]), as: .png).commands.contains("aucune valeur"))
  }

  @Test(
    "In characters, one is filled and several are outlined without a hole",
    .enabled(if: Installed.gnuplot))
  func characters() throws {
    let one = Plot("").histogram([0, 0, 0, 1], bins: 2)
    let drawn = { (plot: Plot) in
      String(decoding: try Gnuplot().render(plot, as: .text), as: UTF8.self)
        .split(separator: "\n")
    }
    let filled = try drawn(one)
    #expect(filled.count { $0.count { $0 == "*" } > 20 } >= 10)
    let several = try drawn(one.histogram([1, 1], bins: 2))
    #expect(several.count { $0.contains("*") } >= 6)
    #expect(several.count { $0.contains("#") } >= 3)
  }

  @Test("A table says where each bin begins and ends")
  func table() throws {
    let plot = Plot("").histogram([0, 1], bins: 2)
    #expect(try plot.table() == "de,à,part (%)\r\n0,0.5,50\r\n0.5,1,50\r\n")
    #expect(
      try plot.histogram([0, 0], bins: 2, label: "a").table()
        == "de,à,part (%),a\r\n0,0.5,50,100\r\n0.5,1,50,0\r\n")
    #expect(
      try plot.line([5], label: "b").table()
        == "série,x,y,fin\r\npart (%),0,50,0.5\r\npart (%),0.5,50,1\r\nb,1,5,\r\n")
  }

  static let refused: [(Plot, PlottingError, String)] = [
    (
      Plot("p").histogram([1], bins: 0), .bins(plot: "p", count: 0, limit: 1000),
      "donne-lui-en de 1 à 1000."
    ),
    (
      Plot("p").histogram([1], bins: .max), .bins(plot: "p", count: .max, limit: 1000),
      "un histogramme n’a pas"
    ),
    (
      Plot("p").histogram([1], range: 0 ... .infinity),
      .range(plot: "p", axis: "x", end: .infinity, logarithmic: false), "bornes finies."
    ),
    (
      Plot("p").histogram([1]).axes(x: "", y: "", xScale: .logarithmic),
      .logarithmicBins(plot: "p"), "compte les logarithmes"
    ),
    (
      Plot("p").histogram([1]).bars([1], categories: ["a"]), .binsOverCategories(plot: "p"),
      "fais-en deux figures."
    ),
  ]

  @Test("What no histogram can show is refused, in French", arguments: refused.indices)
  func refuses(index: Int) {
    let (plot, error, message) = Self.refused[index]
    #expect(throws: error) { try GnuplotScript(plot, as: .svg) }
    #expect(error.description.contains(message))
  }
}
