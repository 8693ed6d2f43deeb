import Foundation

/// A PBM, PGM or PPM file: its header, and its samples as bytes, which is all that Leptonica reads of
/// the many kinds. Format: J. Poskanzer, *Netpbm*, pages pbm(5), pgm(5) and ppm(5).
struct PNMFile {
  private let bytes: [UInt8]
  /// The digit after the P: 1 to 3 in text, 4 to 6 packed; bits, greys, colours.
  private let kind: Int
  private var place = 2
  private(set) var width = 0
  private(set) var height = 0
  private var maximum = 1

  /// `nil` for a header that is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "P") else { return nil }
    self.bytes = bytes
    kind = Int(bytes[1]) - 48
    guard 1...6 ~= kind, let width = number(), let height = number() else { return nil }
    (self.width, self.height) = (width, height)
    guard kind % 3 != 1 else { return }
    guard let maximum = number(), 1...65535 ~= maximum else { return nil }
    self.maximum = maximum
  }

  /// The same picture in a byte a sample, up to 255; `nil` where samples are missing.
  func withBytes() -> Data? {
    if kind == 4 || kind > 4 && maximum == 255 { return Data(bytes) }
    let isColoured = kind == 3 || kind == 6
    let count = width * height * (isColoured ? 3 : 1)
    // A sample takes a byte at least: the file bounds the memory.
    guard count <= bytes.count - place else { return nil }
    var walk = self
    var result = Data("P\(isColoured ? 6 : 5) \(width) \(height) 255\n".utf8)
    result.reserveCapacity(result.count + count)
    if kind > 4 { walk.place += 1 }
    for _ in 0..<count {
      guard let sample = kind > 4 ? walk.packed() : kind == 1 ? walk.bit() : walk.number() else {
        return nil
      }
      result.append(UInt8((min(sample, maximum) * 255 + maximum / 2) / maximum))
    }
    return result
  }

  private mutating func packed() -> Int? {
    let size = maximum > 255 ? 2 : 1
    guard place + size <= bytes.count else { return nil }
    defer { place += size }
    return size == 1 ? Int(bytes[place]) : Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  /// 1 is black; bits need no space between them.
  private mutating func bit() -> Int? {
    skipSpace()
    guard place < bytes.count, 48...49 ~= bytes[place] else { return nil }
    defer { place += 1 }
    return 49 - Int(bytes[place])
  }

  private mutating func number() -> Int? {
    skipSpace()
    let start = place
    var value = 0
    while place < bytes.count, 48...57 ~= bytes[place] {
      value = min(value * 10 + Int(bytes[place]) - 48, 1 << 30)
      place += 1
    }
    return place > start ? value : nil
  }

  /// Past spaces and comments.
  private mutating func skipSpace() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "#") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if bytes[place] == 32 || 9...13 ~= bytes[place] {
        place += 1
      } else {
        return
      }
    }
  }
}
