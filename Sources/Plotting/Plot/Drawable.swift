import Foundation

/// What a figure can show: a `Plot`, `Panels` of them, an `ImageGrid`, a `NetworkDiagram`.
public protocol Drawable: Sendable {
  /// The numbers of the figure, in CSV (RFC 4180).
  ///
  /// Throws `PlottingError` if its parts do not hold together.
  func table() throws -> String

  /// The whole figure in a format other than `.csv`, as `Gnuplot.render` gives it.
  ///
  /// Throws `PlottingError`.
  func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data
}

extension Plot: Drawable {
  public func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data {
    try gnuplot.draw(GnuplotScript(self, as: format, textSize: textSize), as: format)
  }
}
