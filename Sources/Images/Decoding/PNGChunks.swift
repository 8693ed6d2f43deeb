import Foundation

/// The chunks of a PNG file that say what its pixels are.
///
/// The reader unpacks all of the others too, for nothing: a hundred kilobytes of comments may take
/// gigabytes. Format: W3C, *Portable Network Graphics*, 2003.
enum PNGChunks {
  private static let needed = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].map { Array($0.utf8) }

  /// The file without the other chunks; what is cut off stays so.
  static func needed(of data: Data) -> Data {
    let bytes = [UInt8](data)
    var result = Data(bytes.prefix(8))
    var start = 8
    while start + 8 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      // The length, the name, what is in it, the checksum.
      let end = min(start + 12 + length, bytes.count)
      if needed.contains(Array(bytes[start + 4..<start + 8])) { result += bytes[start..<end] }
      start = end
    }
    return result
  }
}
