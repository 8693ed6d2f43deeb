import Foundation
import FrenchText
import Testing

@testable import Plotting

@Suite(.enabled(if: Installed.gnuplot, "gnuplot is not installed"))
struct GnuplotTests {
  @Test("gnuplot accepts every script", arguments: Sample.plots.map(\.name), FigureFormat.allCases)
  func renders(name: String, format: FigureFormat) throws {
    let plot = try #require(Sample.plots.first { $0.name == name }?.plot)
    #expect(format.isComplete(try Gnuplot().render(plot, as: format)))
  }

  @Test("A PNG is 1600 × 1000")
  func pngSize() throws {
    let png = try Gnuplot().render(Plot("p").line([1, 2]), as: .png)
    #expect(Array(png[16..<24]) == [0, 0, 0x06, 0x40, 0, 0, 0x03, 0xE8])
  }

  @Test("Hostile texts are shown as they are, and run nothing", arguments: FigureFormat.drawn)
  func hostile(format: FigureFormat) throws {
    // The real gnuplot, in a directory where anything that it created would be seen.
    let fake = try FakeGnuplot("cd \"$(dirname \"$0\")\" && exec gnuplot \"$@\"")
    let plot = Plot(Sample.hostile).line([1, 2], label: Sample.hostile)
      .bars([3], categories: [Sample.hostile], label: Sample.hostile)
      .axes(x: Sample.hostile, y: Sample.hostile)
    let figure = try fake.gnuplot.render(plot, as: format)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fake.directory) == ["gnuplot"])
    guard FigureFormat.readable.contains(format) else { return }
    let shown = String(decoding: figure, as: UTF8.self)
    let text = "it's `touch back` $(touch dollar) \"q\" @macro %d 100 % _a^b{c} "
    #expect(shown.contains(text + (format != .text ? "&amp; &lt;b" : "&")))
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\0" })
  }

  @Test("A category may hold a percent sign")
  func percent() throws {
    let plot = Plot("p").bars([1], categories: ["100 % %g"])
    let text = String(decoding: try Gnuplot().render(plot, as: .text), as: UTF8.self)
    #expect(text.contains("100 % %g"))
  }

  @Test("The text version is plain lines within its size")
  func text() throws {
    let plot = Plot("Coût par époque").line(Sample.costs, label: "entraînement")
      .line([1, 1, 1], label: "évaluation").axes(x: "époque", y: "coût")
    let text = String(
      decoding: try Gnuplot().render(plot, as: .text, textSize: (76, 20)), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 20)
    #expect(lines.allSatisfy { $0.count <= 76 && $0.last != " " })
    #expect(!text.contains("\u{0C}") && !text.contains("\u{1B}"))
    for expected in ["Coût par époque", "époque", "*  entraînement", "#  évaluation", "2,0 |"] {
      #expect(text.contains(expected))
    }
  }

  @Test("Several threads may draw at once, and no descriptor is left open")
  func concurrent() async throws {
    // In a process of its own: the other tests open and close descriptors meanwhile.
    await #expect(processExitsWith: .success) {
      let open = { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
      _ = try Gnuplot().render(Sample.plots[0].plot, as: .svg)
      let before = try open()
      try await withThrowingTaskGroup(of: Data.self) { group in
        for _ in 0..<6 {
          group.addTask { try Gnuplot().render(Sample.plots[0].plot, as: .svg) }
        }
        var figures: Set<Data> = []
        for try await figure in group { figures.insert(figure) }
        #expect(figures.count == 1)
      }
      #expect(try open() == before)
    }
  }

  @Test("A figure is written whole, directories included")
  func writes() throws {
    let fake = try FakeGnuplot("")
    let path = fake.directory + "/a/figure.svg"
    try Gnuplot().write(Sample.plots[0].plot, as: .svg, to: path)
    let written = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(FigureFormat.svg.isComplete(written))
    #expect(!String(decoding: written, as: UTF8.self).contains("Sans:Bold"))
  }
}
