/// What gnuplot is told to draw one plot: commands, then the points of each series.
///
/// Nothing here reads or starts anything: the same plot always gives the same script.
public struct GnuplotScript: Sendable, Equatable {
  /// The points of one series; what cannot be shown is `nan`, which gnuplot leaves out.
  public struct Points: Sendable, Equatable {
    public let x: [Double]
    public let y: [Double]
  }

  /// One statement per line; the last one, `plot`, awaits the points.
  public let commands: String
  public let data: [Points]

  /// Describes `plot`; `textSize` counts for `.text` only and is brought within 40…400 × 10…200.
  ///
  /// Throws `PlottingError` if the parts of the plot do not hold together.
  public init(
    _ plot: Plot, as format: FigureFormat, textSize: (columns: Int, rows: Int) = (76, 20)
  ) throws {
    try plot.check()
    let composer = ScriptComposer(plot, Theme.theme(format, textSize: textSize))
    commands = composer.statements.map { $0 + "\n" }.joined()
    data = composer.drawings.map(\.points)
  }

  init(commands: String, data: [Points]) {
    self.commands = commands
    self.data = data
  }

  /// The whole script as a text to read; each series ends with `e`.
  public var text: String {
    let blocks = data.map { points in
      zip(points.x, points.y).map { "\($0) \($1)\n" }.joined() + "e\n"
    }
    return commands + blocks.joined()
  }
}
