import Foundation
import Sheets
import Testing

@testable import Images

@Suite("JPEG pictures")
struct JPEGTests {
  /// Red and green above, blue and grey below.
  private static let data: Data = {
    let colours: [[UInt8]] = [[200, 30, 30], [30, 180, 40], [20, 40, 200], [128, 128, 128]]
    let pixels = (0..<48 * 32).flatMap { place -> [UInt8] in
      colours[(place % 48 < 24 ? 0 : 1) + (place / 48 < 16 ? 0 : 2)]
    }
    return PictureFile.jpeg.data(pixels, width: 48, height: 32, channels: 3, quality: 95)
  }()

  /// The file with an EXIF segment that says how it was held.
  private static func held(_ orientation: UInt8, bigEndian: Bool) -> Data {
    let tiff: [UInt8] =
      bigEndian
      ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    let body = Array("Exif\0\0".utf8) + tiff + [0, 0, 0, 0]
    return data.prefix(2) + Data([0xFF, 0xE1, 0, UInt8(body.count + 2)] + body) + data.dropFirst(2)
  }

  /// The letter of the colour at a corner.
  private static func letter(_ pixel: [Int]) -> Character {
    let channels = pixel.prefix(3)
    guard let most = channels.max(), let least = channels.min(), most - least > 80 else {
      return "w"
    }
    return pixel[0] == most ? "r" : pixel[1] == most ? "g" : "b"
  }

  private static func corners(_ data: Data) throws -> String {
    let picture = try Picture(decoding: data)
    let (right, bottom) = (picture.width - 1, picture.height - 1)
    let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
    return "\(picture.width) \(String(corners.map { letter(picture.pixel($0, $1)) }))"
  }

  // The upper corners from left to right, then the lower ones: EXIF 2.3, figure of tag 274.
  @Test(
    "a picture is turned as it was held",
    arguments: [
      (1, "48 rgbw"), (2, "48 grwb"), (3, "48 wbgr"), (4, "48 bwrg"), (5, "32 rbgw"),
      (6, "32 brwg"), (7, "32 wgbr"), (8, "32 gwrb"), (0, "48 rgbw"), (9, "48 rgbw"),
    ] as [(UInt8, String)])
  func orientation(number: UInt8, wanted: String) throws {
    #expect(try Self.corners(Self.held(number, bigEndian: false)) == wanted)
    #expect(try Self.corners(Self.held(number, bigEndian: true)) == wanted)
  }

  @Test("grey, and no EXIF at all")
  func plain() throws {
    #expect(try Self.corners(Self.data) == "48 rgbw")
    let pixels = (0..<256).map { UInt8($0 % 16 < 8 ? 20 : 220) }
    let picture = try Picture(
      decoding: PictureFile.jpeg.data(pixels, width: 16, height: 16, channels: 1, quality: 95))
    #expect(picture.pixel(3, 3).prefix(3).allSatisfy { abs($0 - 20) < 8 })
    #expect(picture.pixel(12, 3).prefix(3).allSatisfy { abs($0 - 220) < 8 })
  }

  @Test("more passes than a picture has are refused before the first")
  func scans() {
    let scan = Data([0xFF, 0xDA, 0, 2])
    let most = PictureHeader.mostScans
    let many = Data((0..<most).flatMap { _ in scan })
    #expect(Picture.fault(of: Self.data.dropLast(2) + many) == .corrupted)
    // What a telephone appends is no part of the picture.
    #expect(Picture.fault(of: Self.data + many) == nil)
    #expect(JPEGMarkers([UInt8](Self.data + many)).scans == 1)
    #expect(JPEGMarkers([UInt8](Self.data.dropLast(2) + many)).scans == most + 1)
  }
}
