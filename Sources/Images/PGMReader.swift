import Foundation
import FrenchText

/// A portable greymap: `P2` (numbers in decimal) or `P5` (one byte each, or two).
///
/// Format: https://netpbm.sourceforge.net/doc/pgm.html.
struct PGMReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ data: Data) { bytes = Array(data) }

  /// The pixels, brought from 0…maximum to 0…255.
  mutating func pixels(expected size: ImageSize) throws -> [UInt8] {
    let magic = bytes.prefix(2)
    guard magic.elementsEqual("P2".utf8) || magic.elementsEqual("P5".utf8) else {
      throw ImageFault.unknownFormat
    }
    place = 2
    let columns = try number()
    let found = ImageSize(rows: try number(), columns: columns)
    guard found == size else { throw ImageFault.size(found, expected: size) }
    let maximum = try number()
    guard 1...65535 ~= maximum else { throw ImageFault.maximum(maximum) }
    let isText = magic.elementsEqual("P2".utf8)
    if !isText { try skipOneSpace() }
    let pixels = try (0..<size.rows * size.columns).map { _ in
      let value = isText ? try number() : try sample(bytes: maximum < 256 ? 1 : 2)
      guard value <= maximum else { throw ImageFault.pixel(value, maximum: maximum) }
      return UInt8((value * 255 + maximum / 2) / maximum)
    }
    guard bytes[place...].allSatisfy(\.isSpace) else { throw ImageFault.surplus }
    return pixels
  }

  /// The next decimal number, after spaces and comments.
  private mutating func number() throws -> Int {
    while place < bytes.count, bytes[place].isSpace || bytes[place] == UInt8(ascii: "#") {
      if bytes[place] == UInt8(ascii: "#") {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      } else {
        place += 1
      }
    }
    guard place < bytes.count else { throw ImageFault.truncatedPGM }
    let digits = bytes[place...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    place += digits.count
    // Nine digits never overflow, and nothing here needs more.
    guard 1...9 ~= digits.count, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw ImageFault.notANumber
    }
    return number
  }

  private mutating func skipOneSpace() throws {
    guard place < bytes.count else { throw ImageFault.truncatedPGM }
    guard bytes[place].isSpace else { throw ImageFault.notANumber }
    place += 1
  }

  private mutating func sample(bytes count: Int) throws -> Int {
    guard place + count <= bytes.count else { throw ImageFault.truncatedPGM }
    defer { place += count }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}
