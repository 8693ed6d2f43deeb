/// What gnuplot is told to draw one figure: commands, then the points of each series.
///
/// Nothing here reads or starts anything: the same figure always gives the same script.
public struct GnuplotScript: Sendable, Equatable {
  /// The points of one series; what cannot be shown is `nan`, which gnuplot leaves out.
  public struct Points: Sendable, Equatable {
    public let x: [Double]
    public let y: [Double]
  }

  /// Commands, one statement per line; a last one that is `plot` awaits the points.
  struct Section: Sendable, Equatable {
    let commands: String
    var data: [Points] = []
  }

  let sections: [Section]

  /// Every statement of the script, one per line.
  public var commands: String { sections.map(\.commands).joined() }

  /// The points of every series.
  public var data: [Points] { sections.flatMap(\.data) }

  /// Describes `plot`; `textSize` counts for `.text` only and is brought within 40…400 × 10…200.
  ///
  /// Throws `PlottingError` if the parts of the plot do not hold together.
  public init(
    _ plot: Plot, as format: FigureFormat, textSize: (columns: Int, rows: Int) = (76, 20)
  ) throws {
    try plot.check()
    let composer = ScriptComposer(plot, Theme.theme(format, textSize: textSize))
    sections = [Section(composer.terminal + composer.statements, composer.drawings.map(\.points))]
  }

  init(_ sections: [Section]) { self.sections = sections }

  /// The whole script as a text to read; each series ends with `e`.
  public var text: String {
    sections.map { section in
      let blocks = section.data.map { points in
        zip(points.x, points.y).map { "\($0) \($1)\n" }.joined() + "e\n"
      }
      return section.commands + blocks.joined()
    }.joined()
  }
}

extension GnuplotScript.Section {
  init(_ statements: [String], _ data: [GnuplotScript.Points] = []) {
    self.init(commands: statements.map { $0 + "\n" }.joined(), data: data)
  }
}
