import Foundation
import Testing

@testable import Images

@Suite("PGM images")
struct PGMTests {
  private static let size = ImageSize(rows: 2, columns: 3)

  private static func read(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
    var reader = PGMReader(Data(bytes))
    return try reader.pixels(expected: size)
  }

  @Test("numbers in decimal, with comments")
  func plain() throws {
    let text = "P2 # un commentaire\n#un autre\n3 2\n255\n0 1 2\n3 4 255\n"
    #expect(try Self.read(text.utf8) == [0, 1, 2, 3, 4, 255])
  }

  @Test("bytes, and pairs of bytes, brought to 0…255")
  func raw() throws {
    #expect(
      try Self.read("P5 3 2 255\n".utf8 + [10, 32, 0, 255, 35, 9]) == [10, 32, 0, 255, 35, 9])
    #expect(try Self.read("P5\n3 2\n1\n".utf8 + [0, 1, 0, 1, 1, 0]) == [0, 255, 0, 255, 255, 0])
    let pairs: [UInt8] = [0, 0, 255, 255, 128, 128, 0, 128, 0, 129, 1, 1]
    #expect(try Self.read("P5 3 2 65535 ".utf8 + pairs) == [0, 255, 128, 0, 1, 1])
  }

  @Test(
    "each fault has its error",
    arguments: [
      ("P6 3 2 255\n", ImageFault.unknownFormat), ("P2", .truncatedPGM), ("P2 3", .truncatedPGM),
      ("P2 x 2 255", .notANumber), ("P2 9999999999 2 255", .notANumber),
      ("P2 2 2 255 0 0 0 0", .size(ImageSize(rows: 2, columns: 2), expected: size)),
      (
        "P2 999999999 999999999 255",
        .size(ImageSize(rows: 999_999_999, columns: 999_999_999), expected: size)
      ),
      ("P2 3 2 0 0 0 0 0 0 0", .maximum(0)), ("P2 3 2 65536 0 0 0 0 0 0", .maximum(65536)),
      ("P2 3 2 7 0 0 0 0 0 8", .pixel(8, maximum: 7)), ("P2 3 2 7 0 0 0 0 0", .truncatedPGM),
      ("P2 3 2 7 0 0 0 0 0 -1", .notANumber), ("P5 3 2 255 abcde", .truncatedPGM),
      ("P5 3 2 255", .truncatedPGM), ("P5 3 2 255#abcdef", .notANumber),
      ("P5 3 2 255 abcdefg", .surplus),
    ])
  func faults(text: String, fault: ImageFault) {
    #expect(throws: fault) { try Self.read(text.utf8) }
  }
}
