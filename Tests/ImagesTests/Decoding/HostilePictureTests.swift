import Files
import Foundation
import Sheets
import Testing

@testable import Images

@Suite("Pictures too large, too small, broken")
struct HostilePictureTests {
  private static func picture(_ format: PictureFile, _ width: Int, _ height: Int) -> Data {
    // No palette can be made for a narrow GIF in colours.
    let channels = format == .gif ? 1 : 3
    let pixels = (0..<channels * width * height).map { place -> UInt8 in
      let (channel, band) = (place % 3, place / 300 % 2)
      return UInt8(60 * channel + 90 * band)
    }
    return format.data(pixels, width: width, height: height, channels: channels, quality: 50)
  }

  @Test("every format is read", arguments: PictureFile.allCases)
  func formats(_ format: PictureFile) throws {
    let pixels = (0..<20 * 16).flatMap { place -> [UInt8] in
      place % 20 < 10 ? [250, 240, 200] : [30, 40, 90]
    }
    let data = format.data(pixels, width: 20, height: 16, channels: 3, quality: 95)
    let picture = try Picture(decoding: data)
    #expect(picture.width == 20 && picture.height == 16)
    for (x, wanted) in [(3, [250, 240, 200]), (16, [30, 40, 90])] {
      let isNear = zip(picture.pixel(x, 8), wanted).allSatisfy { abs($0 - $1) <= 10 }
      #expect(isNear, "\(picture.pixel(x, 8))")
    }
  }

  @Test("a side has 8 to 10,000 pixels", arguments: PictureFile.allCases)
  func sides(_ format: PictureFile) {
    #expect(Picture.fault(of: Self.picture(format, 7, 8)) == .size(width: 7, height: 8))
    #expect(Picture.fault(of: Self.picture(format, 8, 8)) == nil)
    #expect(Picture.fault(of: Self.picture(format, 10_000, 8)) == nil)
    let tall = Picture.fault(of: Self.picture(format, 8, 10_001))
    #expect(tall == .size(width: 8, height: 10_001))
  }

  /// Headers that announce 60,000 × 60,000 pixels, with next to none behind.
  private static let announced: [Data] = {
    let side: [UInt8] = [0x60, 0xEA, 0, 0]
    let bmp =
      Data("BM".utf8) + Data(count: 12) + Data([40, 0, 0, 0] + side + side + [1, 0, 24, 0])
    let gif = Data("GIF89a".utf8) + Data([10, 0, 10, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0])
    return [
      PNGFile(kind: .all, depth: 8, side: 8, announced: 60_000).data { _, _ in [0, 0, 0, 0] },
      bmp + Data(count: 100), gif + Data(side[..<2] + side[..<2] + [0, 7, 1, 129, 0, 0x3B]),
      Data("P6 60000 60000 255\n".utf8) + Data(count: 100),
    ]
  }()

  @Test("what a header announces is refused before it is decoded", arguments: announced)
  func huge(_ data: Data) {
    let fault = Picture.fault(of: data)
    #expect(fault == .size(width: 60_000, height: 60_000))
    let sentence = fault.map {
      "\($0)".replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
    #expect(
      sentence
        == "a 60 000 × 60 000 pixels : chaque côté doit en avoir de 8 à 10 000, redimensionne-la.")
  }

  @Test(
    "cut off at any place, or changed, a file is read or refused", arguments: PictureFile.allCases)
  func broken(_ format: PictureFile) {
    let data = Self.picture(format, 33, 21)
    for length in stride(from: 0, to: data.count, by: 10) {
      let fault = Picture.fault(of: data.prefix(length))
      let isExpected = fault == nil || fault == .corrupted || fault == .unknownFormat
      #expect(isExpected, "\(length) bytes: \(String(describing: fault))")
    }
    for place in stride(from: 0, to: data.count, by: 7) {
      for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = data
        changed[place] = byte
        guard let picture = try? Picture(decoding: changed) else { continue }
        #expect(picture.pixels.count == 4 * picture.columns * picture.rows)
      }
    }
  }

  @Test("a file tells its format by its content; errors name it")
  func files() throws {
    let folder = try ScratchDirectory()
    let path = folder.path + "/chiffre.txt"
    try WholeFile.write(Self.picture(.png, 12, 10), to: path)
    let picture = try Picture.read(path)
    #expect(picture.width == 12 && picture.height == 10)
    for text in ["", "P", "un texte qui n’est pas une image"] {
      try WholeFile.write(Data(text.utf8), to: path)
      #expect(throws: PictureError(path: path, fault: .unknownFormat)) { try Picture.read(path) }
    }
    let error = PictureError(path: path, fault: .corrupted)
    #expect("\(error)".contains("chiffre.txt") && error.exitStatus == .data)
    #expect(throws: InputFileError.self) { try Picture.read(path + "x") }
  }

  @Test("a large picture is reduced, but keeps its sides", arguments: [PictureFile.png, .jpeg])
  func large(_ format: PictureFile) throws {
    let picture = try Picture(decoding: Self.picture(format, 2000, 1500))
    #expect(picture.width == 2000 && picture.height == 1500)
    #expect(picture.columns * picture.rows <= Picture.mostPixels + 2000)
    #expect(abs(Double(picture.columns) / Double(picture.rows) - 4.0 / 3) < 0.01)
  }
}
