import CPicture
import Foundation

/// What a picture's file announces before it is decoded: enough to refuse what would take too much
/// memory or time.
struct PictureHeader {
  let format: CPictureFormat
  let width: Int
  let height: Int
  /// The place in a GIF's palette that is transparent.
  let transparent: Int?

  /// The fewest and the most pixels of a side.
  static let sides = 8...10_000
  /// More passes over its pixels than any JPEG in use has, and what they may go over together.
  static let mostScans = 200
  static let mostScanned = 4_000_000_000

  /// - Throws: `PictureFault`.
  init(_ data: Data) throws(PictureFault) {
    let bytes = [UInt8](data)
    let header = bytes.withUnsafeBufferPointer { cpicture_header($0.baseAddress, $0.count) }
    format = header.format
    var sides: (width: Int, height: Int)? = (Int(header.width), Int(header.height))
    var transparent: Int?
    switch format {
    case CPictureUnknown: throw .unknownFormat
    case CPictureBMP: sides = Self.sidesOfBMP(bytes)
    case CPictureGIF:
      let blocks = GIFBlocks(bytes)
      (sides, transparent) = (blocks.largestSides, blocks.transparent)
    case CPicturePNM: sides = PNMFile(bytes).map { ($0.width, $0.height) }
    default: break
    }
    guard let sides, sides.width > 0, sides.height > 0 else { throw .corrupted }
    (width, height) = sides
    self.transparent = transparent
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw .size(width: width, height: height)
    }
    if format == CPictureJPEG {
      let scans = JPEGMarkers(bytes).scans
      guard scans <= Self.mostScans, scans * width * height <= Self.mostScanned else {
        throw .corrupted
      }
    }
  }

  /// The sides in the header of 40 bytes or more; a negative height means from top to bottom.
  private static func sidesOfBMP(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 26 else { return nil }
    func number(at place: Int) -> Int {
      let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
      return Int(Int32(bitPattern: word))
    }
    guard number(at: 14) >= 40 else { return nil }
    return (number(at: 18), abs(number(at: 22)))
  }

  /// A BMP of 32 bits whose masks say what is usual, as one that says nothing: Leptonica takes any mask
  /// for compression.
  static func withoutUsualMasks(_ data: Data) -> Data {
    let usual: [UInt8] = [0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0]
    var bytes = [UInt8](data)
    guard bytes.count > 66, bytes[28] == 32, bytes[30] == 3, Array(bytes[54..<66]) == usual
    else { return data }
    bytes[30] = 0
    // After a header of 40 bytes, they stand where a palette would.
    if bytes[14] == 40, bytes[10] == 66 {
      bytes.removeSubrange(54..<66)
      bytes[10] = 54
    }
    return Data(bytes)
  }
}
