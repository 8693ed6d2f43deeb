import CPicture
import Foundation

/// What a picture's file announces before it is decoded: enough to refuse what would take too much
/// memory or time.
struct PictureHeader {
  let format: CPictureFormat
  let width: Int
  let height: Int
  /// What the samples of a PNM go up to; 0 elsewhere.
  let maximum: Int

  /// The fewest and the most pixels of a side.
  static let sides = 8...10_000
  /// More passes over its pixels than any JPEG in use has; each may cost seconds.
  static let mostScans = 200

  /// - Throws: `PictureFault`.
  init(_ data: Data) throws(PictureFault) {
    let bytes = [UInt8](data)
    let header = bytes.withUnsafeBufferPointer { cpicture_header($0.baseAddress, $0.count) }
    format = header.format
    var sides: (width: Int, height: Int)? = (Int(header.width), Int(header.height))
    var maximum = 0
    switch format {
    case CPictureUnknown: throw .unknownFormat
    case CPictureBMP: sides = Self.sidesOfBMP(bytes)
    case CPictureGIF: sides = GIFBlocks(bytes).largestSides
    case CPictureJPEG:
      guard Self.scans(in: bytes) <= Self.mostScans else { throw .corrupted }
    case CPicturePNM: maximum = Self.maximumOfPNM(bytes)
    default: break
    }
    guard let sides, sides.width > 0, sides.height > 0 else { throw .corrupted }
    (width, height, self.maximum) = (sides.width, sides.height, maximum)
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw .size(width: width, height: height)
    }
  }

  /// The sides in the header of 40 bytes or more; a negative height means from top to bottom.
  private static func sidesOfBMP(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 26 else { return nil }
    func number(at place: Int) -> Int {
      let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
      return Int(Int32(bitPattern: word))
    }
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
    return Data(bytes)
  }

  /// Inside a scan, the byte after 0xFF is 0 or a restart mark: this pair is only found before one.
  private static func scans(in bytes: [UInt8]) -> Int {
    zip(bytes, bytes.dropFirst()).count { $0 == 0xFF && $1 == 0xDA }
  }

  /// The third number after the format's two letters, past the comments.
  private static func maximumOfPNM(_ bytes: [UInt8]) -> Int {
    guard bytes.count > 2, "2356".utf8.contains(bytes[1]) else { return 0 }
    var numbers: [Int] = []
    var isComment = false
    var isInNumber = false
    for byte in bytes.dropFirst(2).prefix(4096) {
      if isComment {
        isComment = byte != UInt8(ascii: "\n")
      } else if case UInt8(ascii: "0")...UInt8(ascii: "9") = byte {
        let digit = Int(byte - UInt8(ascii: "0"))
        if isInNumber {
          numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 1 << 20)
        } else {
          numbers.append(digit)
        }
        isInNumber = true
      } else {
        if numbers.count == 3 { break }
        isInNumber = false
        isComment = byte == UInt8(ascii: "#")
      }
    }
    return numbers.count == 3 && numbers[2] <= 65535 ? numbers[2] : 0
  }
}
