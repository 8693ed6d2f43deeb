import Foundation

extension AnnotatedPicture: Drawable {
  public func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data {
    try check()
    guard format != .text else {
      return Data(([title] + marks.map(\.label)).map { "\($0)\n" }.joined().utf8)
    }
    return try gnuplot.draw(script(as: format), as: format)
  }

  /// What gnuplot is told to draw: the picture, whose point (k, c) is its pixel number k of colour c,
  /// under boxes with their labels on them.
  func script(as format: FigureFormat) -> GnuplotScript {
    let theme = Theme.theme(format, textSize: (76, 20))
    let palette = theme.palette
    let letters = { (size: Double, colour: String) in
      "font 'DejaVu Sans:Bold,\(Int((size * theme.letters).rounded()))' textcolor rgb '\(colour)'"
    }
    let boxes = marks.enumerated().flatMap { index, mark -> [String] in
      let colour = Self.colour(of: mark)
      let (right, bottom) = (mark.left + mark.width, mark.top + mark.height)
      let dash = mark.isDoubtful ? " dashtype (4,3)" : ""
      return [
        "set object \(index + 1) rectangle from \(mark.left),\(mark.top) to \(right),\(bottom)"
          + " front fillstyle empty border rgb '\(colour)' linewidth \(2 * theme.lines)\(dash)",
        "set label \(index + 1) \(Quoting.literal(Quoting.shortened(mark.label, to: 20)))"
          + " at \(mark.left + mark.width / 2),\(mark.top) center offset 0,0.7 front"
          + " boxed \(letters(14, colour))",
      ]
    }
    // Room above the first row for its labels.
    let above = -0.12 * Double(height)
    let statements =
      [
        "set encoding utf8", "set terminal \(theme.terminal)",
        "set title \(Quoting.literal(Quoting.shortened(title, to: 60)))"
          + " \(letters(15, palette.text))",
        "unset border", "unset tics", "unset key", "set size ratio -1",
        "set style textbox opaque fillcolor '\(palette.background)' noborder margins 0.5,0.3",
        "set xrange [-0.5:\(Double(width) - 0.5)]", "set yrange [\(Double(height) - 0.5):\(above)]",
      ] + boxes + [
        "plot '-' using (int($1) % \(width)):(int($1) / \(width)):(int($2) / 65536)"
          + ":(int($2) / 256 % 256):(int($2) % 256) with rgbimage"
      ]
    let points = GnuplotScript.Points(
      x: colours.indices.map(Double.init), y: colours.map(Double.init))
    return GnuplotScript([.init(statements, [points])])
  }

  /// Blue, or orange where there is doubt: both stand out on paper and on a board.
  private static func colour(of mark: Mark) -> String { mark.isDoubtful ? "#DC5A03" : "#0072C8" }
}
