/// A grey image drawn with characters, two rows of pixels per line of text.
public struct PixelDrawing: Sendable {
  private let rows: Int
  private let columns: Int
  private let pixels: [UInt8]

  /// - Parameter pixels: `rows` × `columns` bytes, 0 black to 255 white, row after row.
  public init(rows: Int, columns: Int, pixels: [UInt8]) {
    precondition(pixels.count == rows * columns, "as many pixels as the sides say")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }

  /// The lines: in colour, half blocks in the 24 greys of terminals of 256 colours; without, half
  /// blocks where a pixel is light.
  public func lines(color: Bool) -> [String] {
    stride(from: 0, to: rows, by: 2).map { row in
      let pairs = (0..<columns).map { column in
        (pixel(row, column), row + 1 < rows ? pixel(row + 1, column) : 0)
      }
      return color ? Self.shaded(pairs) : String(pairs.map(Self.block))
    }
  }

  private func pixel(_ row: Int, _ column: Int) -> UInt8 { pixels[row * columns + column] }

  private static func block(upper: UInt8, lower: UInt8) -> Character {
    switch (upper > 127, lower > 127) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  private static func shaded(_ pairs: [(upper: UInt8, lower: UInt8)]) -> String {
    pairs.map { "\u{1B}[38;5;\(grey($0.upper));48;5;\(grey($0.lower))m▀" }.joined() + "\u{1B}[0m"
  }

  /// The nearest of the greys 232 to 255 of the palette.
  private static func grey(_ pixel: UInt8) -> Int { 232 + (Int(pixel) * 23 + 127) / 255 }
}
