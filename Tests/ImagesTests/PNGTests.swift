import Files
import Foundation
import Testing

@testable import Images

@Suite("PNG images")
struct PNGTests {
  private static let size = ImageSize(rows: 2, columns: 3)
  private static let gray: [UInt8] = [0, 50, 255, 200, 128, 7]

  /// A PNG of 3 × 2 pixels as Pillow wrote it, in base 64 without its first bytes.
  private static func png(_ base64: String) throws -> Data {
    try #require(Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAMAAAAC" + base64))
  }

  private static let grayFile =
    "CAAAAAC4HznGAAAAEElEQVR4nGNgMPrPcmIHBwAKDwK+D931uwAAAABJRU5ErkJggg=="

  private static func read(_ base64: String) throws -> [UInt8] {
    try PNGReader(png(base64), expected: size).pixels()
  }

  @Test(
    "grey of any kind keeps its values",
    arguments: [
      grayFile,
      // red, green and blue
      "CAIAAAASFvFNAAAAHUlEQVR4nGNgYGAwMjL6//8/y4kTJ3bs2MHBwQEASpoIMC40J1EAAAAASUVORK5CYII=",
      // white, more or less opaque
      "CAYAAACddGYaAAAAIElEQVR4nAXBMQEAIAzAsBw70IN6JMxVSVSqWzVYPJwPz7gLtexZ2oEAAAAASUVORK5CYII=",
      // 16 bits
      "EAAAAADoj+WFAAAAFklEQVR4nGNgYDAy+v+f5cSJHTs4OAAi6wV3dxZ1gQAAAABJRU5ErkJggg==",
    ])
  func grays(base64: String) throws {
    #expect(try Self.read(base64) == Self.gray)
  }

  @Test("colours become grey, green lighter than red, red than blue")
  func colors() throws {
    let pixels = try Self.read(
      "CAIAAAASFvFNAAAAFklEQVR4nGP4z8DAAMMM////5+LiAgA8FAYZBncJPQAAAABJRU5ErkJggg==")
    #expect(pixels[1] > pixels[0] && pixels[0] > pixels[2] && pixels[2] > 0)
    #expect(pixels[3...] == [0, 255, 10])
  }

  @Test("another size is refused")
  func otherSize() throws {
    let data = try Self.png(Self.grayFile)
    let expected = ImageSize(rows: 28, columns: 28)
    #expect(throws: ImageFault.size(Self.size, expected: expected)) {
      try PNGReader(data, expected: expected).pixels()
    }
  }

  @Test("a file cut off before its pixels end is refused, one with changed bytes never traps")
  func hostileFiles() throws {
    let data = try Self.png(Self.grayFile)
    for length in 0..<data.count - 20 {
      #expect(throws: ImageFault.self, "\(length) bytes") {
        try PNGReader(data.prefix(length), expected: Self.size).pixels()
      }
    }
    for place in data.indices {
      for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = data
        changed[place] = byte
        _ = try? PNGReader(changed, expected: Self.size).pixels()
      }
    }
  }

  @Test("a file tells its format by its content; what is none is refused")
  func formats() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let png = try Self.png(Self.grayFile)
    for content in [png, Data("P2 3 2 255 0 50 255 200 128 7".utf8)] {
      try content.write(to: URL(filePath: path))
      let image = try GrayImage.read(path, rows: 2, columns: 3)
      #expect(image.pixels == Self.gray)
      #expect(image.inverted.pixels == [255, 205, 0, 55, 127, 248])
    }
    for content in [Data(), Data("GIF89a".utf8), Data("P".utf8)] {
      try content.write(to: URL(filePath: path))
      #expect(throws: ImageError(path: path, fault: .unknownFormat)) {
        try GrayImage.read(path, rows: 2, columns: 3)
      }
    }
    try Data(count: GrayImage.largestFile + 1).write(to: URL(filePath: path))
    #expect(throws: InputFileError.tooLarge(path: path, limit: GrayImage.largestFile)) {
      try GrayImage.read(path, rows: 2, columns: 3)
    }
  }
}
