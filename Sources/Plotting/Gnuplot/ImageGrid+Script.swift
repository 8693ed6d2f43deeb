import Foundation

extension ImageGrid: Drawable {
  public func drawn(
    by gnuplot: Gnuplot, as format: FigureFormat, textSize: (columns: Int, rows: Int)
  ) throws -> Data {
    try check()
    guard format != .text else { return Data(text(columns: textSize.columns).utf8) }
    return try gnuplot.draw(script(as: format), as: format)
  }

  /// What gnuplot is told to draw: one mosaic of all images, whose point (k, s) is its pixel number
  /// k, counted row after row, of shade s.
  func script(as format: FigureFormat) -> GnuplotScript {
    let theme = Theme.theme(format, textSize: (76, 20))
    let palette = theme.palette
    let mosaic = Mosaic(self)
    let letters = { (size: Double, bold: Bool) in
      "font 'DejaVu Sans\(bold ? ":Bold" : ""),\(Int((size * theme.letters).rounded()))'"
        + " textcolor rgb '\(palette.text)'"
    }
    let labels = images.enumerated().map { index, image in
      let place = mosaic.labelPlace(of: index)
      let text = Quoting.literal(Quoting.shortened(image.label, to: 20))
      return
        "set label \(index + 1) \(text) at \(place.x),\(place.y) center front \(letters(12, false))"
    }
    let title = Quoting.literal(Quoting.shortened(self.title, to: 80))
    let notice =
      images.isEmpty
      ? ["set label 1 'aucune image' at graph 0.5,0.5 center front \(letters(14, false))"] : []
    let colours = [
      "\(Mosaic.nothing) '\(palette.background)'", "-0.5 '\(palette.background)'",
      "-0.5 '\(palette.image.paper)'", "0 '\(palette.image.paper)'", "1 '\(palette.image.ink)'",
    ].joined(separator: ", ")
    let statements =
      [
        "set encoding utf8", "set terminal \(theme.terminal)",
        "set title \(title) \(letters(16, true))",
        "unset border", "unset tics", "unset colorbox", "unset key", "set size ratio -1",
        "set palette defined (\(colours))", "set cbrange [\(Mosaic.nothing):1]",
        "set xrange [-0.5:\(Double(mosaic.width) - 0.5)]",
        "set yrange [\(Double(mosaic.height) - 0.5):-0.5]",
      ] + labels + notice + [
        "plot '-' using (int($1) % \(mosaic.width)):(int($1) / \(mosaic.width)):2 with image"
      ]
    let shades = mosaic.shades
    return GnuplotScript([
      .init(statements, [.init(x: shades.indices.map(Double.init), y: shades)])
    ])
  }
}

/// The images of a grid as one large image, with nothing between them.
struct Mosaic {
  /// The shade of what is no image.
  static let nothing = -1.0

  private static let gap = 4
  private static let roomForLabel = 9

  private let grid: ImageGrid
  private let side: (width: Int, height: Int)
  let width: Int
  let height: Int

  init(_ grid: ImageGrid) {
    self.grid = grid
    side = (grid.images.first?.width ?? 1, grid.images.first?.height ?? 1)
    let columns = max(1, min(grid.columns, grid.images.count))
    let rows = max(1, (grid.images.count + grid.columns - 1) / grid.columns)
    width = columns * (side.width + Self.gap)
    height = rows * (side.height + Self.roomForLabel)
  }

  /// The shades, row after row from the top.
  var shades: [Double] {
    var shades = [Double](repeating: Self.nothing, count: width * height)
    for (index, image) in grid.images.enumerated() {
      let corner = corner(of: index)
      for (pixel, shade) in image.shades.enumerated() {
        let (x, y) = (corner.x + pixel % side.width, corner.y + pixel / side.width)
        shades[y * width + x] = shade
      }
    }
    return shades
  }

  /// Below the middle of an image.
  func labelPlace(of index: Int) -> (x: Double, y: Double) {
    let corner = corner(of: index)
    return (
      Double(corner.x) + Double(side.width - 1) / 2,
      Double(corner.y + side.height) + Double(Self.roomForLabel) / 2 - 1
    )
  }

  private func corner(of index: Int) -> (x: Int, y: Int) {
    (
      index % grid.columns * (side.width + Self.gap) + Self.gap / 2,
      index / grid.columns * (side.height + Self.roomForLabel)
    )
  }
}
