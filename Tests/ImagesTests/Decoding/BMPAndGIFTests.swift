import Foundation
import Sheets
import Testing

@testable import Images

/// Files of 10 × 9 pixels written by hand: red and a 16-step blue.
@Suite("BMP and GIF pictures")
struct BMPAndGIFTests {
  private static let width = 10
  private static let height = 9

  private static func colour(_ x: Int, _ y: Int) -> [Int] { [20 * x, 100, 25 * y] }

  private static func expect(
    _ data: Data, _ wanted: (Int, Int) -> [Int], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let picture = try Picture(decoding: data)
    #expect(picture.width == width && picture.height == height, sourceLocation: place)
    let isRight = (0..<width * height).allSatisfy {
      picture.pixel($0 % width, $0 / width) == wanted($0 % width, $0 / width)
    }
    #expect(isRight, sourceLocation: place)
  }

  private static func word(_ value: Int, _ size: Int = 4) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A BMP of the rows as they are stored, each a whole number of four bytes.
  private static func bmp(
    bits: Int, height: Int, compression: Int = 0, masks: [Int] = [], palette: [UInt8] = [],
    headerSize: Int = 40, _ rows: [UInt8]
  ) -> Data {
    let more = masks.flatMap { word($0) } + palette
    let start = 14 + headerSize + (headerSize == 40 ? more.count : palette.count)
    var header = word(headerSize) + word(width) + word(height) + word(1, 2) + word(bits, 2)
    header += word(compression) + word(rows.count) + word(2835) + word(2835)
    header += word(palette.count / 4) + word(0) + more
    if headerSize > 40 { header += [UInt8](repeating: 0, count: headerSize - header.count) }
    return Data("BM".utf8 + word(start + rows.count) + word(0) + word(start) + header + rows)
  }

  /// A row of pixels: blue, green, red, and a byte more.
  private static func row(_ y: Int, _ more: [UInt8]) -> [UInt8] {
    (0..<width).flatMap { x -> [UInt8] in
      let colour = colour(x, y).map { UInt8($0) }
      return colour.reversed() + more
    }
  }

  private static let rows32: [UInt8] = (0..<height).reversed().flatMap { row($0, [0]) }

  @Test("24 bits, from below and from above")
  func colours() throws {
    let rows = (0..<Self.height).map { Self.row($0, []) + [0, 0] }
    let below = Self.bmp(bits: 24, height: Self.height, Array(rows.reversed().joined()))
    let above = Self.bmp(bits: 24, height: -Self.height, Array(rows.joined()))
    for data in [below, above] { try Self.expect(data) { Self.colour($0, $1) + [255] } }
  }

  @Test("32 bits, with the usual masks, in headers of both sizes, and without any")
  func masks() throws {
    let usual = [0xFF0000, 0xFF00, 0xFF]
    let files = [
      Self.bmp(bits: 32, height: Self.height, Self.rows32),
      Self.bmp(bits: 32, height: Self.height, compression: 3, masks: usual, Self.rows32),
      Self.bmp(
        bits: 32, height: Self.height, compression: 3, masks: usual + [0], headerSize: 108,
        Self.rows32),
    ]
    for data in files { try Self.expect(data) { Self.colour($0, $1) + [255] } }
    let odd = Self.bmp(
      bits: 32, height: Self.height, compression: 3, masks: [0xF0, 0xF00, 0xF], Self.rows32)
    #expect(Picture.fault(of: odd) == .corrupted)
  }

  @Test("8 bits with a palette")
  func palette() throws {
    let palette = (UInt8(0)...255).flatMap { index -> [UInt8] in [index, 255 - index, index / 2, 0]
    }
    let rows = (0..<Self.height).reversed().flatMap { y -> [UInt8] in
      (0..<Self.width).map { UInt8(20 * $0 + y) } + [0, 0]
    }
    try Self.expect(Self.bmp(bits: 8, height: Self.height, palette: palette, rows)) { x, y in
      let index = 20 * x + y
      return [index / 2, 255 - index, index, 255]
    }
  }

  /// A GIF of frames of indices into a palette of 128 greys, not compressed.
  private static func gif(frames: [(Int, Int) -> Int], transparent: Int? = nil) -> Data {
    var bytes = Array("GIF89a".utf8) + word(width, 2) + word(height, 2) + [0xF6, 0, 0]
    bytes += (0..<128).flatMap { [UInt8](repeating: UInt8(2 * $0), count: 3) }
    for frame in frames {
      if let transparent { bytes += [0x21, 0xF9, 4, 1, 0, 0, UInt8(transparent), 0] }
      bytes += [0x2C] + word(0) + word(width, 2) + word(height, 2) + [0, 7]
      for y in 0..<height {
        // A clear code before every row: no code ever needs a ninth bit.
        bytes += [UInt8(width + 1), 128] + (0..<width).map { UInt8(frame($0, y)) }
      }
      bytes += [1, 129, 0]
    }
    return Data(bytes + [0x3B])
  }

  @Test("of an animation, the first image")
  func animation() throws {
    let first = { (x: Int, y: Int) in 10 * x + y }
    let one = Self.gif(frames: [first])
    for data in [one, Self.gif(frames: [first, { _, _ in 127 }])] {
      try Self.expect(data) { x, y in [20 * x + 2 * y, 20 * x + 2 * y, 20 * x + 2 * y, 255] }
    }
  }

  @Test("a transparent index is transparent")
  func transparent() throws {
    let frame = { (x: Int, _: Int) in x < 5 ? 0 : 100 }
    let picture = try Picture(decoding: Self.gif(frames: [frame], transparent: 0))
    #expect(picture.pixel(2, 2)[3] == 0 && picture.pixel(7, 2) == [200, 200, 200, 255])
    // Black ink, and black that is transparent.
    let ink = { (x: Int, _: Int) in x < 4 ? 1 : 0 }
    let gray = try Picture(decoding: Self.gif(frames: [ink], transparent: 0)).gray
    #expect(gray.pixels[0] == 2 && gray.pixels[9] == 255)
  }

  @Test("animations that take more memory than a picture are refused by their total height")
  func largeAnimation() {
    var bytes = Array(Self.gif(frames: [{ _, _ in 0 }]).dropLast())
    let image: [UInt8] = [0x2C] + Self.word(0) + Self.word(9000, 2) + Self.word(9000, 2)
    for _ in 0..<2 { bytes += image + [0, 7, 1, 129, 0] }
    bytes.append(0x3B)
    #expect(Picture.fault(of: Data(bytes)) == .size(width: 10, height: (162_000_090) / 10))
  }
}
