import CPicture
import Files
import Foundation

/// A picture as its file gives it, turned as its author saw it, and reduced where it is large.
public struct Picture: Sendable {
  /// The sides as seen, before the reduction.
  public let width: Int
  public let height: Int
  /// The sides of what is kept.
  let columns: Int
  let rows: Int
  /// Four bytes a pixel: red, green, blue, opacity; row after row.
  let pixels: [UInt8]

  /// The largest file that is read: 10,000 × 10,000 pixels of three bytes, and some.
  static let largestFile = 320 << 20
  /// What is kept of a large picture: a digit of a fiftieth of its width keeps twenty pixels.
  static let mostPixels = 1_000_000

  /// Reads a PNG, JPEG, WebP, TIFF, GIF, BMP, PGM, PPM or PBM file of 8 to 10,000 pixels a side.
  ///
  /// - Throws: `InputFileError` or `PictureError`; the sides are checked before memory is taken.
  public static func read(_ path: String) throws -> Picture {
    let data = try InputFile.read(path, limit: largestFile)
    do {
      return try Picture(decoding: data)
    } catch {
      throw PictureError(path: path, fault: error)
    }
  }

  /// Decodes a file's bytes.
  ///
  /// - Throws: `PictureFault`.
  public init(decoding data: Data) throws(PictureFault) {
    let header = try PictureHeader(data)
    let readable: Data? =
      switch header.format {
      case CPictureBMP: PictureHeader.withoutUsualMasks(data)
      case CPicturePNG: PNGChunks.needed(of: data)
      case CPicturePNM: PNMFile([UInt8](data))?.withBytes()
      default: data
      }
    guard let data = readable else { throw .corrupted }
    var picture = CPicture()
    let isRead = data.withUnsafeBytes { bytes -> Bool in
      let start = bytes.bindMemory(to: UInt8.self).baseAddress
      let orientation =
        header.format == CPictureJPEG ? cpicture_orientation(start, bytes.count) : 1
      return cpicture_decode(
        start, bytes.count, orientation, Int32(header.transparent ?? -1), Self.mostPixels, &picture)
        != 0
    }
    guard isRead, let bytes = picture.pixels else { throw .corrupted }
    defer { free(bytes) }
    (width, height) = (Int(picture.width), Int(picture.height))
    (columns, rows) = (Int(picture.columns), Int(picture.rows))
    pixels = Array(UnsafeBufferPointer(start: bytes, count: 4 * columns * rows))
  }

  /// A picture of these grey pixels.
  public init(_ image: GrayImage) {
    (width, height, columns, rows) = (image.columns, image.rows, image.columns, image.rows)
    pixels = image.pixels.flatMap { [$0, $0, $0, 255] }
  }

  /// The picture's own grey, on the ground that its transparent parts suggest.
  var gray: GrayImage {
    let channel = flattened(.luminance)
    return GrayImage(rows: rows, columns: columns, pixels: channel)
  }
}
