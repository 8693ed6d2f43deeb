import Foundation
import Testing

@testable import Images

@Suite("PBM, PGM and PPM pictures")
struct PNMTests {
  private static let side = 8
  private static let count = side * side

  private static func gray(_ data: Data) throws -> [Int] {
    let picture = try Picture(decoding: data)
    #expect(picture.width == side && picture.height == side)
    return (0..<count).map { picture.pixel($0 % side, $0 / side)[0] }
  }

  private static func text(_ numbers: [Int]) -> Data {
    Data(numbers.map(String.init).joined(separator: "\n").utf8)
  }

  /// Samples in one byte, or in two where the greatest wants it.
  private static func bytes(_ numbers: [Int], _ maximum: Int) -> Data {
    let bytes = numbers.flatMap { number -> [UInt8] in
      let last = UInt8(number & 255)
      return maximum > 255 ? [UInt8(number >> 8), last] : [last]
    }
    return Data(bytes)
  }

  /// Whether grey values are the samples brought to 0…255, to rounding.
  private static func agree(_ values: [Int], _ samples: [Int], _ maximum: Int) -> Bool {
    zip(values, samples).allSatisfy { value, sample in
      abs(Double(value) - 255 * Double(sample) / Double(maximum)) <= 1
    }
  }

  @Test("bits, in text and packed: 1 is black")
  func bits() throws {
    let isBlack = (0..<Self.count).map { $0 % 3 == 0 || $0 / Self.side == 2 }
    let wanted = isBlack.map { $0 ? 0 : 255 }
    let plain = "P1\n# un commentaire\n8 8\n" + isBlack.map { $0 ? "1 " : "0 " }.joined()
    #expect(try Self.gray(Data(plain.utf8)) == wanted)
    let rows = (0..<Self.side).map { y in
      (0..<8).reduce(UInt8(0)) { byte, x in byte << 1 | (isBlack[8 * y + x] ? 1 : 0) }
    }
    #expect(try Self.gray(Data("P4 8 8\n".utf8 + rows)) == wanted)
  }

  @Test(
    "grey up to any maximum is brought to 0…255",
    arguments: [1, 3, 7, 15, 100, 255, 1000, 65535], ["\n", "\n# un commentaire\n# un autre\n"])
  func grays(maximum: Int, comment: String) throws {
    let samples = (0..<Self.count).map { $0 * maximum / (Self.count - 1) }
    let plain = Data("P2\(comment)8 8\n\(maximum)\n".utf8) + Self.text(samples)
    #expect(Self.agree(try Self.gray(plain), samples, maximum), "P2")
    let raw = Data("P5\(comment)8 8\n\(maximum)\n".utf8) + Self.bytes(samples, maximum)
    #expect(Self.agree(try Self.gray(raw), samples, maximum), "P5")
  }

  @Test("colours up to any maximum", arguments: [15, 100, 255, 1000, 65535])
  func colours(maximum: Int) throws {
    let samples = (0..<3 * Self.count).map { $0 * 37 % (maximum + 1) }
    let plain = Data("P3 8 8 \(maximum)\n".utf8) + Self.text(samples)
    let raw = Data("P6 8 8 \(maximum)\n".utf8) + Self.bytes(samples, maximum)
    for data in [plain, raw] {
      let picture = try Picture(decoding: data)
      let values = (0..<Self.count).flatMap { picture.pixel($0 % 8, $0 / 8).prefix(3) }
      #expect(Self.agree(values, samples, maximum))
    }
  }

  @Test(
    "what is no picture has its fault",
    arguments: [
      ("P5 8 8 255\nabc", PictureFault.corrupted), ("P7 8 8 255 abcdefgh", .corrupted),
      ("P2 999999999 8 255\n1 2 3", .size(width: 999_999_999, height: 8)),
      ("P2 8 0 255\n1 2 3 4", .corrupted),
    ])
  func faults(text: String, fault: PictureFault) {
    #expect(Picture.fault(of: Data(text.utf8)) == fault)
  }
}
