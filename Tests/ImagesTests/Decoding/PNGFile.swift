import CZlib
import Foundation

/// A PNG of any colour type and depth, written by hand.
struct PNGFile {
  enum Kind: UInt8 { case gray = 0, colours = 2, indexed = 3, grayAndOpacity = 4, all = 6 }

  let kind: Kind
  let depth: Int
  let side: Int
  var palette: [UInt8] = []
  var opacities: [UInt8] = []
  var isInterlaced = false
  /// Texts of this many zeros, packed.
  var texts: [Int] = []
  /// What the header says of the sides, instead of the truth.
  var announced: Int?

  /// The file's bytes.
  ///
  /// - Parameter samples: those of the pixel of a column and a row.
  func data(_ samples: (Int, Int) -> [Int]) -> Data {
    var content: [UInt8] = []
    let passes = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
      (0, 1, 1, 2),
    ]
    for (left, top, across, down) in isInterlaced ? passes : [(0, 0, 1, 1)] {
      for y in stride(from: top, to: side, by: down) {
        let row = stride(from: left, to: side, by: across).flatMap { samples($0, y) }
        content += [0] + packed(row)
      }
    }
    let sides = Self.number(announced ?? side)
    var file = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let header = sides + sides + [UInt8(depth), kind.rawValue, 0, 0, isInterlaced ? 1 : 0]
    file += Self.chunk("IHDR", header)
    if !palette.isEmpty { file += Self.chunk("PLTE", palette) }
    if !opacities.isEmpty { file += Self.chunk("tRNS", opacities) }
    for length in texts {
      let zeros = [UInt8](repeating: 0, count: length)
      file += Self.chunk("zTXt", Array("k\0\0".utf8) + Self.deflated(zeros))
    }
    return file + Self.chunk("IDAT", Self.deflated(content)) + Self.chunk("IEND", [])
  }

  private func packed(_ samples: [Int]) -> [UInt8] {
    if depth == 16 { return samples.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
    let perByte = 8 / depth
    return stride(from: 0, to: samples.count, by: perByte).map { start in
      (0..<perByte).reduce(UInt8(0)) { byte, index in
        let sample = start + index < samples.count ? samples[start + index] : 0
        return byte | UInt8(sample) << UInt8(8 - depth * (index + 1))
      }
    }
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> Data {
    let body = Array(name.utf8) + content
    return Data(number(content.count) + body + number(Int(crc32(0, body, UInt32(body.count)))))
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    compress(&packed, &count, bytes, UInt(bytes.count))
    return Array(packed.prefix(Int(count)))
  }
}
