import CGnuplot
import Files
import Foundation

/// Draws plots with gnuplot, which must be installed.
///
/// gnuplot reads its commands and data from a file without a name and answers in another: no
/// shell, no path and no pipe is involved, so nothing that a plot contains can be run, nothing
/// can block and no signal can be raised. Several threads may draw at once; each call takes some
/// tenths of a second and waits on its thread.
public struct Gnuplot: Sendable {
  private let executable: String
  private let timeout: Duration

  /// `executable` is a name looked up in `PATH`, or a path; a run that exceeds `timeout` is stopped.
  public init(executable: String = "gnuplot", timeout: Duration = .seconds(60)) {
    self.executable = executable
    self.timeout = timeout
  }

  var process: GnuplotProcess { GnuplotProcess(executable: executable, timeout: timeout) }

  /// The whole figure: PNG, SVG, a table, or lines of text of at most `textSize.columns` characters.
  ///
  /// Throws `PlottingError`.
  public func render(
    _ drawing: some Drawable, as format: FigureFormat,
    textSize: (columns: Int, rows: Int) = (76, 20)
  ) throws -> Data {
    // Whatever reads numbers needs no gnuplot.
    guard format != .csv else { return Data(try drawing.table().utf8) }
    return try drawing.drawn(by: self, as: format, textSize: textSize)
  }

  /// Runs gnuplot on `script`.
  func draw(_ script: GnuplotScript, as format: FigureFormat) throws -> Data {
    let input = try AnonymousFile()
    try Self.send(script, to: input)
    let outcome = try process.run(input)
    if let signal = outcome.signal {
      // What the system sends for a file beyond the limit that the user set (ulimit -f).
      if signal == SIGXFSZ { throw PlottingError.cannotExchange(code: EFBIG) }
      throw PlottingError.killed(signal: signal, message: outcome.message)
    }
    if outcome.exitCode != 0 {
      throw whyUnfit(for: format, outcome.message)
        ?? PlottingError.failed(status: outcome.exitCode, message: outcome.message)
    }
    let figure = Self.tidied(outcome.output, format)
    guard format.isComplete(figure) else {
      throw PlottingError.incomplete(format, bytes: figure.count, message: outcome.message)
    }
    return figure
  }

  /// Stops every gnuplot under way and lets none start any more.
  ///
  /// For the thread that answers an interruption, just before it ends the program: threads that
  /// wait for a figure wait on. It cannot be undone.
  public static func stopForever() { ChildProcesses.stopForever() }

  /// Draws `drawing` into the file at `path`, which appears whole or not at all.
  ///
  /// Throws `PlottingError` or `FileError`.
  public func write(
    _ drawing: some Drawable, as format: FigureFormat, to path: String,
    textSize: (columns: Int, rows: Int) = (76, 20)
  ) throws {
    try WholeFile.write(render(drawing, as: format, textSize: textSize), to: path)
  }

  private static func tidied(_ output: Data, _ format: FigureFormat) -> Data {
    switch format {
    case .png, .darkPNG, .sixel, .darkSixel, .csv: output
    case .svg, .darkSVG: SVGFigure.tidied(output)
    case .text: TextFigure.tidied(output)
    }
  }

  private static func send(_ script: GnuplotScript, to file: AnonymousFile) throws {
    func check(_ code: Int32) throws {
      if code != 0 { throw PlottingError.cannotExchange(code: code) }
    }
    var session: OpaquePointer?
    try check(cgnuplot_open(try file.duplicate(), &session))
    do {
      for section in script.sections {
        try check(cgnuplot_send_commands(session, section.commands, section.commands.utf8.count))
        for points in section.data {
          try check(cgnuplot_send_points(session, points.x, points.y, points.x.count))
        }
      }
    } catch {
      _ = cgnuplot_close(session)
      throw error
    }
    try check(cgnuplot_close(session))
  }
}
