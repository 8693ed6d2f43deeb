import Foundation
import Sheets
import Testing

@testable import Images

@Suite("PNG pictures")
struct PNGTests {
  private static let side = 11

  /// A value of so many bits that differs from its neighbours'.
  private static func sample(_ x: Int, _ y: Int, bits: Int) -> Int {
    (7 * x + 13 * y * y + x * y) * 40_503 % (1 << bits)
  }

  private static func expect(
    _ data: Data, _ wanted: (Int, Int) -> [Int], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let picture = try Picture(decoding: data)
    #expect(picture.width == side && picture.height == side, sourceLocation: place)
    for y in 0..<side {
      for x in 0..<side {
        #expect(picture.pixel(x, y) == wanted(x, y), "\(x), \(y)", sourceLocation: place)
      }
    }
  }

  @Test("grey of every depth is stretched to 0…255", arguments: [1, 2, 4, 8, 16], [false, true])
  func gray(depth: Int, isInterlaced: Bool) throws {
    let file = PNGFile(kind: .gray, depth: depth, side: Self.side, isInterlaced: isInterlaced)
    try Self.expect(file.data { [Self.sample($0, $1, bits: depth)] }) { x, y in
      let value = Self.sample(x, y, bits: depth)
      let gray = depth == 16 ? value >> 8 : value * 255 / (1 << depth - 1)
      return [gray, gray, gray, 255]
    }
  }

  @Test("colours, with and without opacity", arguments: [8, 16], [false, true])
  func colours(depth: Int, isInterlaced: Bool) throws {
    func samples(_ x: Int, _ y: Int) -> [Int] {
      (0..<4).map { Self.sample(x + $0, y, bits: depth) }
    }
    let shift = depth - 8
    let plain = PNGFile(kind: .colours, depth: depth, side: Self.side, isInterlaced: isInterlaced)
    try Self.expect(plain.data { Array(samples($0, $1).prefix(3)) }) { x, y in
      samples(x, y).prefix(3).map { $0 >> shift } + [255]
    }
    let all = PNGFile(kind: .all, depth: depth, side: Self.side, isInterlaced: isInterlaced)
    try Self.expect(all.data(samples)) { x, y in samples(x, y).map { $0 >> shift } }
    let gray = PNGFile(
      kind: .grayAndOpacity, depth: depth, side: Self.side, isInterlaced: isInterlaced)
    try Self.expect(gray.data { Array(samples($0, $1).prefix(2)) }) { x, y in
      let values = samples(x, y).map { $0 >> shift }
      return [values[0], values[0], values[0], values[1]]
    }
  }

  @Test("a palette of every depth, opaque or not", arguments: [1, 2, 4, 8], [false, true])
  func palette(depth: Int, isTransparent: Bool) throws {
    let colours = (0..<1 << depth).map { [($0 * 97 + 5) % 256, ($0 * 31) % 256, 255 - $0] }
    // The last colours have no opacity of their own: they are opaque.
    let opacities = isTransparent ? (0..<max(1, 1 << depth - 1)).map { $0 * 50 % 256 } : []
    let file = PNGFile(
      kind: .indexed, depth: depth, side: Self.side, palette: colours.joined().map(UInt8.init),
      opacities: opacities.map(UInt8.init))
    try Self.expect(file.data { [Self.sample($0, $1, bits: depth)] }) { x, y in
      let index = Self.sample(x, y, bits: depth)
      return colours[index] + [index < opacities.count ? opacities[index] : 255]
    }
  }

  @Test("what a file says beside its pixels is not unpacked")
  func texts() throws {
    let file = PNGFile(kind: .gray, depth: 8, side: Self.side, texts: [10, 1 << 20, 10])
    let data = file.data { [Self.sample($0, $1, bits: 8)] }
    try Self.expect(data) { x, y in
      let gray = Self.sample(x, y, bits: 8)
      return [gray, gray, gray, 255]
    }
    let plain = PNGFile(kind: .gray, depth: 8, side: Self.side)
    #expect(PNGChunks.needed(of: data) == plain.data { [Self.sample($0, $1, bits: 8)] })
    for length in stride(from: 0, to: data.count, by: 10) {
      #expect(PNGChunks.needed(of: data.prefix(length)).count <= length)
    }
  }

  @Test("under ink on nothing lies its contrary, under a sheet with holes its own shade")
  func grounds() throws {
    func gray(_ ink: UInt8, inked: Int) throws -> [UInt8] {
      let pixels = (0..<100).flatMap { place -> [UInt8] in [ink, ink, ink, place < inked ? 255 : 0]
      }
      let data = PictureFile.png.data(pixels, width: 10, height: 10, channels: 4)
      return try Picture(decoding: data).gray.pixels
    }
    #expect(
      try gray(0, inked: 20) == Array(repeating: 0, count: 20) + Array(repeating: 255, count: 80))
    #expect(
      try gray(255, inked: 20) == Array(repeating: 255, count: 20) + Array(repeating: 0, count: 80))
    #expect(try gray(200, inked: 80) == Array(repeating: 200, count: 100))
  }
}
