import Testing

@testable import Plotting

@Suite struct SpreadTests {
  @Test("A band has the colour of the series after it, and lies behind every series")
  func bandColour() throws {
    let plot = Plot("").line([1, 2]).band(lower: [1, 1], upper: [2, 2]).line([1.5, 1.5])
    let plotted = try #require(
      try GnuplotScript(plot, as: .png).commands.split(separator: "\n").last)
    let parts = plotted.split(separator: ", ")
    #expect(parts.count == 3)
    #expect(parts[0].contains("filledcurves closed fillcolor '\(Palette.light.series[1])'"))
    #expect(parts[1].contains("linecolor '\(Palette.light.series[0])'"))
    #expect(parts[2].contains("linecolor '\(Palette.light.series[1])'"))
  }

  @Test("A gap cuts a band in two polygons")
  func bandGap() throws {
    let plot = Plot("").band(lower: [1, 2, .nan, 4, 5], upper: [6, 7, 8, 9, 10])
    let outline = try #require(try GnuplotScript(plot, as: .png).data.first)
    let corners = zip(outline.x, outline.y).map { $0.isNaN ? "/" : "\(Int($0)),\(Int($1))" }
    #expect(corners.joined(separator: " ") == "1,1 2,2 2,7 1,6 / 4,4 5,5 5,10 4,9 /")
  }

  @Test("On a logarithmic axis, what reaches zero stands on the bottom")
  func bottom() throws {
    let plot = Plot("").band(lower: [0, 1], upper: [10, 10])
      .errorBars([1, 5], deviations: [2, 1])
      .axes(x: "", y: "", yScale: .logarithmic, yRange: 0.01...100)
    let script = try GnuplotScript(plot, as: .svg)
    #expect(script.data[0].y[0] == 0.01)
    #expect(script.data[1].y.prefix(5) == [0.01, 0.01, 0.01, 0.01, 3])
  }

  @Test("The vertical axis has room for bands and whiskers")
  func room() {
    let plot = Plot("").band(lower: [-7], upper: [3]).errorBars([4], deviations: [-5])
    let range = Axis.vertical(of: plot).range
    #expect(range.contains(-7) && range.contains(9))
  }

  @Test("Error bars over categories stand side by side, and need not start from zero")
  func categories() throws {
    let plot = Plot("")
      .errorBars([95, 96], deviations: [1, .nan], categories: ["a", "b"])
      .errorBars([94, 97], deviations: [1, 1], categories: ["a", "b"])
    let script = try GnuplotScript(plot, as: .png)
    #expect(script.data.count == 4)
    #expect(script.data[1].x == [0.8, 1.8] && script.data[3].x == [1.2, 2.2])
    // A whisker that is not finite is left out, its point is not.
    #expect(script.data[0].x.filter { $0 > 1.5 }.isEmpty)
    #expect(script.data[1].y == [95, 96])
    #expect(Axis.vertical(of: plot).range.lowerBound > 90)
  }

  @Test(
    "In characters, a whisker leaves no line out",
    .enabled(if: Installed.gnuplot, "gnuplot is not installed"))
  func characters() throws {
    let plot = Plot("").errorBars([5], deviations: [5]).axes(x: "", y: "", yRange: 0...10)
    let text = String(decoding: try Gnuplot().render(plot, as: .text), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("|") }
    let strokes = lines.filter { $0.dropFirst(12).contains("|") || $0.contains("*") }
    #expect(strokes.count >= 10)
  }
}
