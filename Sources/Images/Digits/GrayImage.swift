/// A grey image: one byte per pixel, 0 black to 255 white, row after row.
public struct GrayImage: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  public let pixels: [UInt8]

  /// An image of `rows` × `columns` pixels.
  public init(rows: Int, columns: Int, pixels: [UInt8]) {
    precondition(pixels.count == rows * columns, "as many pixels as the sides say")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }
}
