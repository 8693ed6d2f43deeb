import Foundation
import Testing

@testable import Plotting

@Suite struct GnuplotScriptTests {
  @Test("Scripts are those on record", arguments: Sample.plots.map(\.name), FigureFormat.recorded)
  func snapshot(name: String, format: FigureFormat) throws {
    let plot = try #require(Sample.plots.first { $0.name == name }?.plot)
    let script = try GnuplotScript(plot, as: format).text
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).\(format.rawValue).gnuplot")
    if ProcessInfo.processInfo.environment["WORKBOOK_RECORD_SNAPSHOTS"] != nil {
      try Data(script.utf8).write(to: file)
    }
    #expect(script == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("Whatever the texts, a script has one statement per line", arguments: FigureFormat.drawn)
  func oneStatementPerLine(format: FigureFormat) throws {
    let plot = Plot(Sample.hostile).line([1], label: Sample.hostile).line([2], label: "b")
      .axes(x: Sample.hostile, y: Sample.hostile)
    let plain = Plot("a").line([1], label: "a").line([2], label: "b").axes(x: "x", y: "y")
    let words = { (plot: Plot) in
      try GnuplotScript(plot, as: format).commands.split(separator: "\n")
        .map { $0.split(separator: " ").first }
    }
    #expect(try words(plot) == words(plain))
    let quotes = try GnuplotScript(plot, as: format).commands.split(separator: "\n")
      .map { line in line.unicodeScalars.count { $0 == "'" } }
    #expect(quotes.allSatisfy { $0.isMultiple(of: 2) })
  }

  @Test("What an axis cannot show is a gap, and never moves the range")
  func gaps() throws {
    let plot = Plot("").line([1, .nan, .infinity, 1e300, -5, 0, 100])
      .axes(x: "", y: "", yScale: .logarithmic)
    let script = try GnuplotScript(plot, as: .png)
    let y = try #require(script.data.first?.y)
    #expect(y.map(\.isNaN) == [false, true, true, true, true, true, false])
    #expect(script.commands.contains("set yrange [0.83"))
  }

  @Test("A legend needs two labelled series")
  func legend() throws {
    let one = Plot("").line([1], label: "seule").line([2])
    #expect(try GnuplotScript(one, as: .png).commands.contains("unset key\n"))
    let two = one.line([3], label: "autre")
    #expect(try GnuplotScript(two, as: .png).commands.contains("set key "))
  }

  @Test("Marks show epochs while there are few", arguments: [(40, true), (41, false)])
  func marks(count: Int, marked: Bool) throws {
    let plot = Plot("").line(Array(repeating: 1, count: count))
    #expect(try GnuplotScript(plot, as: .svg).commands.contains("linespoints") == marked)
  }

  @Test("The text's size is brought within bounds", arguments: [Int.min, 0, 100, Int.max])
  func textSize(size: Int) throws {
    let script = try GnuplotScript(Plot("").line([1]), as: .text, textSize: (size, size))
    let columns = size < 40 ? 40 : size > 400 ? 400 : size
    let rows = size < 10 ? 10 : size > 200 ? 200 : size
    #expect(script.commands.contains("size \(columns),\(rows) "))
  }
}
