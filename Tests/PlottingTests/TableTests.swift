import Foundation
import Testing

@testable import Plotting

@Suite struct TableTests {
  private func lines(_ plot: Plot) throws -> [String] {
    try plot.table().components(separatedBy: "\r\n")
  }

  @Test("Tables are those on record", arguments: Sample.plots.map(\.name))
  func snapshot(name: String) throws {
    let plot = try #require(Sample.plots.first { $0.name == name }?.plot)
    let table = try plot.table()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).csv")
    if ProcessInfo.processInfo.environment["WORKBOOK_RECORD_SNAPSHOTS"] != nil {
      try Data(table.utf8).write(to: file)
    }
    #expect(Data(table.utf8) == (try Data(contentsOf: file)))
  }

  @Test("Series over the same abscissas share a table; one without a label is y")
  func wide() throws {
    #expect(
      try lines(
        Plot("").line([0.1, 2], x: [0, 1e-7]).points([-3, .nan], x: [0, 1e-7], label: "b"))
        == ["x,y,b", "0,0.1,-3", "1e-07,2,nan", ""])
    #expect(
      try lines(Plot("").band(lower: [1], upper: [3], label: "q").errorBars([2], deviations: [1]))
        == ["x,q (bas),q (haut),y,y (écart)", "1,1,3,2,1", ""])
    #expect(try lines(Plot("").line([1]).line([2])) == ["x,y,y (2)", "1,1,2", ""])
  }

  @Test("Series over different abscissas have a row per point")
  func long() throws {
    let plot = Plot("").line([1, 2], label: "a").errorBars([4], deviations: [0.5], label: "b")
    #expect(
      try lines(plot) == ["série,x,y,écart", "a,1,1,", "a,2,2,", "b,1,4,0.5", ""])
    #expect(
      try lines(plot.band(lower: [0], upper: [9], x: [7])).suffix(2) == ["y,7,0,,9", ""])
  }

  @Test("Categories are named, also for a series that is beside the bars")
  func categories() throws {
    let plot = Plot("").bars([1, 2], categories: ["xavier", "he"], label: "a")
      .points([3, 4], label: "b")
    #expect(try lines(plot) == ["x,a,b", "xavier,1,3", "he,2,4", ""])
  }

  static let texts = [
    ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\r\nb", "a  b"), ("=1+1", "'=1+1"),
    ("+a", "'+a"), ("-1", "'-1"), ("@sum", "'@sum"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ("\t=1", "' =1"), ("=\u{301}", "'=\u{301}"), ("a=b", "a=b"),
    ("−1", "−1"), (",\u{301}", "\",\u{301}\""), ("", ""),
  ]

  @Test("A text is one cell, and no formula", arguments: texts)
  func text(text: String, written: String) throws {
    #expect(try lines(Plot("").line([], label: text)) == ["x,\(written)", ""])
  }

  @Test("Numbers come back as they were")
  func precision() throws {
    let numbers: [Double] = [
      0.1 + 0.2, 1e250, -1 / 3, .leastNonzeroMagnitude, 60_000, 9_007_199_254_740_992, 0,
      -.infinity,
    ]
    let read = try lines(Plot("").line(numbers)).dropFirst().dropLast()
      .map { Double($0.split(separator: ",")[1]) }
    #expect(read == numbers)
  }

  @Test("Every image of a grid has its row")
  func grid() throws {
    let grid = ImageGrid(
      "g", columns: 1,
      images: [
        .init(width: 2, shades: [0, 0.5], label: "=7"), .init(width: 2, shades: [1, 1 / 3.0]),
      ])
    #expect(try grid.table() == "'=7,0,0.5\r\n,1,0.3333333333333333\r\n")
    #expect(throws: PlottingError.self) { try ImageGrid("g", columns: 0, images: []).table() }
    #expect(throws: PlottingError.self) { try Plot("").line([1], x: []).table() }
  }

  @Test("A table needs no gnuplot")
  func withoutGnuplot() throws {
    let gnuplot = Gnuplot(executable: "no-such-gnuplot")
    #expect(try gnuplot.render(Plot("").line([1]), as: .csv) == Data("x,y\r\n1,1\r\n".utf8))
  }

  @Test("The name of a file tells its format")
  func fileNames() {
    let format = { FigureFormat(fileName: $0) }
    #expect(format("a/Coût.PNG") == .png && format("a.svg") == .svg)
    #expect(format("a.dark.svg") == .darkSVG && format("a.csv") == .csv)
    #expect(format("a.text") == nil && format("svg") == nil && format("a.gif") == nil)
  }
}
