import Foundation

@testable import Plotting

/// A script that stands for gnuplot, in a directory of its own, removed with it.
final class FakeGnuplot {
  let directory: String
  var path: String { directory + "/gnuplot" }

  init(_ commands: String) throws {
    directory = NSTemporaryDirectory() + "/fake-gnuplot-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let body = directory + "/body"
    try Data("#!/bin/sh\n\(commands)\n".utf8).write(to: URL(fileURLWithPath: body))
    // Copied by another process: a file that this one has open for writing could be inherited by
    // the child of another test, and could then not be run.
    let copy = try Process.run(
      URL(fileURLWithPath: "/bin/sh"),
      arguments: [
        "-c", "cp \"$1/body\" \"$1/gnuplot\"; chmod 755 \"$1/gnuplot\"; rm \"$1/body\"", "sh",
        directory,
      ])
    copy.waitUntilExit()
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  var gnuplot: Gnuplot { Gnuplot(executable: path, timeout: .seconds(20)) }
}

extension FigureFormat {
  /// Those that gnuplot draws.
  static let drawn = allCases.filter { $0 != .csv }
  /// The others are one of these in another palette or for another terminal.
  static let recorded = [FigureFormat.png, .svg, .darkSVG, .text]
  /// Those whose files are a text that shows the figure's own.
  static let readable = [FigureFormat.svg, .darkSVG, .text]
}

enum Installed {
  static let gnuplot = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: $0 + "/gnuplot") }
}

enum Sample {
  static let costs = [2.3, 1.2, 0.7, 0.4, 0.2, 0.05]

  /// Everything that a shell, gnuplot, its markup, a terminal or XML could take for an order.
  static let hostile =
    "it's `touch back` $(touch dollar) \"q\" @macro %d 100 % _a^b{c} & <b>]]> \u{0}\u{1B}[31m"
    + "\nsystem('touch newline')\r'.system('touch quote').'\u{301}' # \\"

  static let plots: [(name: String, plot: Plot)] = [
    ("curve", Plot("Coût par époque").line(costs).axes(x: "époque", y: "coût")),
    (
      "curves",
      Plot("Coût par époque").line(costs, label: "entraînement")
        .line([1, .nan, 0.5, .infinity], x: [1, 2, 4, 6], label: "évaluation")
        .axes(x: "époque", y: "coût", yScale: .logarithmic, yRange: 0.01...10)
    ),
    (
      "bars",
      Plot("Réussite").points([0.5, 0.6], label: "points")
        .bars([0.9, -0.1], categories: ["têtue", "100 %"], label: "un")
        .bars([0.8, 0.2], categories: ["têtue", "100 %"], label: "deux")
    ),
    (
      "hostile",
      Plot(hostile).line([1, 2], label: hostile).bars([3], categories: [hostile], label: hostile)
        .axes(x: hostile, y: hostile)
    ),
    (
      "spread",
      Plot("Quantiles").band(lower: [1, 0, .nan, 2, 3], upper: [10, 20, 30, 40, 50])
        .line([3, 5, .nan, 9, 12], label: "médiane")
        .errorBars([2, 4], deviations: [1, 5], x: [2, 4], label: "moyenne")
        .axes(x: "couche", y: "amplitude", yScale: .logarithmic)
    ),
    (
      "errorBars",
      Plot("Exactitude en test")
        .errorBars([95, 96.2], deviations: [0.4, .nan], categories: ["xavier", "he"], label: "2")
        .errorBars([40, 93], deviations: [-12, 1], categories: ["xavier", "he"], label: "10")
    ),
    (
      "heatMap",
      Plot("Sortie du réseau")
        .heatMap(
          [[0, 0.25, 0.5], [.nan, 0.75, 1]], x: -1...2, y: 0...1, label: "sortie l'une",
          shades: 0...1, scale: .diverging
        )
        .points([0, 1], x: [0, 1], label: "zéro").line([0.2, 0.8], x: [-1, 2], label: "frontière")
        .axes(x: "x₁", y: "x₂")
    ),
    (
      "histograms",
      Plot("Poids").histogram([0, 0, 0.1, 1], bins: 4, label: "avant")
        .histogram([-1, 0, 2, .nan], bins: 4, label: "après").axes(x: "poids", y: "part (%)")
    ),
    ("empty", Plot("Rien")),
    (
      "diverged",
      Plot("Divergence").line([.nan], label: "a").bars([.nan], categories: ["c"], label: "b")
    ),
  ]
}
