import Foundation
import Testing

@testable import Publishing

@Suite("Pictures in a terminal")
struct TerminalPicturesTests {
  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\"
  private static let attributes = "\u{1B}[?62;4;22c"

  @Test(
    "a terminal is known by what it answers, and by nothing else",
    arguments: [
      ("", nil), (attributes, .sixel), ("\u{1B}[?62;22c", nil), ("\u{1B}[?64c", nil),
      (kitty + "\u{1B}[?62;c", .kitty), (kitty + attributes, .kitty),
      ("\u{1B}_Gi=31;ENOTSUP:no\u{1B}\\\u{1B}[?1;2c", nil), ("q\u{1B}[?1;4c\r", .sixel),
      ("\u{1B}[?14;40c", nil), ("\u{1B}[4c", nil), ("4;4;4", nil),
    ] as [(String, PictureProtocol?)])
  func protocols(text: String, pictures: PictureProtocol?) {
    #expect(TerminalAnswers(text).pictures == pictures)
  }

  @Test(
    "the background's colour tells dark from light, however many digits it has",
    arguments: [
      ("rgb:0000/0000/0000", true), ("rgb:ffff/ffff/ffff", false), ("rgb:1b/1e/23", true),
      ("rgb:f/f/e", false), ("rgba:0000/0000/0000/ffff", true), ("rgb:00/ff/00", false),
      ("rgb:00/00/ff", true), ("rgb:red", false), ("", false),
    ])
  func background(colour: String, isDark: Bool) {
    #expect(TerminalAnswers("\u{1B}]11;\(colour)\u{1B}\\" + Self.attributes).isDark == isDark)
  }

  @Test(
    "pixels give the shape of a letter's place, within reason",
    arguments: [
      ("\u{1B}[4;480;800t", 0.5), ("\u{1B}[4;240;800t", 1), ("\u{1B}[4;0;0t", 0.5), ("", 0.5),
      ("\u{1B}[4;99999;1t", 0.2), ("\u{1B}[4;999999999999;8t", 0.5),
    ])
  func cells(text: String, shape: Double) {
    let answers = TerminalAnswers(text, columns: 80, rows: 24)
    #expect(answers.cellShape == shape)
    #expect((answers.pixels == nil) == (shape == 0.5 && text != "\u{1B}[4;480;800t"))
  }

  @Test("no size of a page, however wrong, divides by zero")
  func noPage() {
    #expect(TerminalAnswers("\u{1B}[4;480;800t", columns: 0, rows: 0).cellShape.isFinite)
  }

  /// The head of a PNG of 1600 × 1000, and something after it.
  private let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 6, 0x40, 0, 0, 3, 0xE8] + (0..<20_000).map { UInt8($0 % 251) }

  @Test("kitty gets the whole file in chunks of 4096 characters, in the picture's own proportions")
  func kittyCommands() throws {
    let text = PictureProtocol.kitty.display(picture, columns: 100, cellShape: 0.5)
    let commands = text.matches(of: /\u{1B}_G([^;]*);([A-Za-z0-9+\/=]*)\u{1B}\\/)
    #expect(commands.first?.output.1 == "a=T,f=100,t=d,q=2,c=100,r=31,m=1")
    #expect(commands.dropFirst().dropLast().allSatisfy { $0.output.1 == "m=1" })
    #expect(commands.last?.output.1 == "m=0")
    #expect(commands.allSatisfy { $0.output.2.count <= 4096 })
    let joined = commands.map { String($0.output.2) }.joined()
    #expect(Data(base64Encoded: joined).map(Array.init) == picture)
    #expect(text.hasSuffix("\u{1B}\\\n"))
  }

  @Test("no picture, however short, has no proportions that trap", arguments: [0, 1, 17, 24])
  func shortPictures(count: Int) {
    let text = PictureProtocol.kitty.display(
      Array(repeating: 0, count: count), columns: 80, cellShape: 0.5)
    #expect(count == 0 || text.contains("r=25"))
  }
}
