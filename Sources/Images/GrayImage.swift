import Files
import Foundation

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

  /// White for black, as ink on paper becomes light on a dark ground.
  public var inverted: GrayImage {
    GrayImage(rows: rows, columns: columns, pixels: pixels.map { 255 - $0 })
  }

  /// The largest file that is read: far more than any image of the size of a digit needs.
  static let largestFile = 1 << 20

  /// Reads a PNG or PGM file of exactly this size; colours become grey.
  ///
  /// - Throws: `InputFileError` or `ImageError`; the size is checked before memory is taken.
  public static func read(_ path: String, rows: Int, columns: Int) throws -> GrayImage {
    let data = try InputFile.read(path, limit: largestFile)
    do {
      let size = ImageSize(rows: rows, columns: columns)
      if data.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        return GrayImage(size, try PNGReader(data, expected: size).pixels())
      }
      if data.starts(with: [UInt8(ascii: "P")]) {
        var reader = PGMReader(data)
        return GrayImage(size, try reader.pixels(expected: size))
      }
      throw ImageFault.unknownFormat
    } catch let fault as ImageFault {
      throw ImageError(path: path, fault: fault)
    }
  }

  private init(_ size: ImageSize, _ pixels: [UInt8]) {
    self.init(rows: size.rows, columns: size.columns, pixels: pixels)
  }
}

/// The sides of an image.
public struct ImageSize: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
}
