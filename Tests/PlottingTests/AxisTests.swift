import Foundation
import Testing

@testable import Plotting

@Suite struct AxisTests {
  private func labels(_ ticks: [Tick]) -> [String] { ticks.compactMap(\.label) }

  static let linearCases: [(ClosedRange<Double>, String)] = [
    (0...2.4, "0,0 0,5 1,0 1,5 2,0"),
    (-0.5...0.5, "−0,4 −0,2 0,0 0,2 0,4"),
    (
      0...60_000,
      "0 10\u{202F}000 20\u{202F}000 30\u{202F}000 40\u{202F}000 50\u{202F}000 60\u{202F}000"
    ),
    (900...2100, "1000 1200 1400 1600 1800 2000"),
    (0...3e-7, "0 0,5×10⁻⁷ 1,0×10⁻⁷ 1,5×10⁻⁷ 2,0×10⁻⁷ 2,5×10⁻⁷ 3,0×10⁻⁷"),
    (0...6e22, "0 1×10²² 2×10²² 3×10²² 4×10²² 5×10²² 6×10²²"),
    (1.00000001...1.00000005, "1,00000001 1,00000002 1,00000003 1,00000004 1,00000005"),
  ]

  @Test("Linear ticks are round numbers, written as in French", arguments: linearCases)
  func linear(range: ClosedRange<Double>, expected: String) {
    let ticks = LinearTicks(in: range, count: 5, integersOnly: false).ticks
    #expect(labels(ticks).joined(separator: " ") == expected)
  }

  @Test("Ticks are the decimal numbers nearest to what their labels say")
  func exactPositions() {
    let ticks = LinearTicks(in: 0...1, count: 10, integersOnly: false).ticks
    #expect(ticks.map(\.position) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test("There are no half epochs")
  func integers() {
    let axis = Axis.horizontal(of: Plot("").line([1, 2, 3]))
    #expect(labels(axis.ticks) == ["1", "2", "3"])
  }

  static let logarithmicCases: [(ClosedRange<Double>, String)] = [
    (1e-16...1, "10⁻¹⁶ 10⁻¹⁴ 10⁻¹² 10⁻¹⁰ 10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 10⁰"),
    (1e-3...1, "10⁻³ 10⁻² 10⁻¹ 10⁰"),
    (0.05...2.3, "0,05 0,1 0,2 0,5 1 2"),
    (1e-7...1e-5, "1×10⁻⁷ 2×10⁻⁷ 5×10⁻⁷ 1×10⁻⁶ 2×10⁻⁶ 5×10⁻⁶ 1×10⁻⁵"),
    (0.3...0.9, "0,3 0,4 0,5 0,6 0,7 0,8 0,9"),
  ]

  @Test(
    "Logarithmic ticks are powers of ten, with 2 and 5 where those are few",
    arguments: logarithmicCases)
  func logarithmic(range: ClosedRange<Double>, expected: String) {
    #expect(labels(LogarithmicTicks(in: range).ticks).joined(separator: " ") == expected)
  }

  static let extremes: [[Double]] = [
    [], [0], [2], [-3, -3], [.leastNonzeroMagnitude], [0, .leastNonzeroMagnitude], [1e250, -1e250],
    [1e249, 1e250],
    [1e-250, 1e250],
    [.greatestFiniteMagnitude, -.infinity, .nan], [1, 1 + .ulpOfOne], [1e-250], [-1e-300, 1e-290],
  ]

  @Test("Any values give a range with ticks inside", arguments: extremes, [true, false])
  func anyValues(values: [Double], bars: Bool) {
    for scale in [Scale.linear, .logarithmic] {
      let series =
        bars
        ? Plot("").bars(values, categories: values.map { "\($0)" }) : Plot("").line(values)
      let plot = series.axes(x: "", y: "", yScale: scale)
      let axis = Axis.vertical(of: plot)
      #expect(axis.range.lowerBound < axis.range.upperBound)
      #expect(axis.range.lowerBound.isFinite && axis.range.upperBound.isFinite)
      #expect((1...60).contains(axis.ticks.count))
      let slack = 1e-6 * (axis.range.upperBound - axis.range.lowerBound)
      for tick in axis.ticks {
        #expect(tick.position >= axis.range.lowerBound - slack)
        #expect(tick.position <= axis.range.upperBound + slack)
      }
      for value in values where AxisRange.shows(value, on: scale) {
        #expect(axis.range.contains(value))
      }
    }
  }
}
