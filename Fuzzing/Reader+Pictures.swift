import CZlib
import Foundation
import Images
import Sheets

extension Reader {
  /// The readers of pictures: what can be decoded is searched for digits too.
  static func pictures() -> [Reader] {
    PictureFile.allCases.map { format in
      Reader(name: format.rawValue, seeds: seeds(format)) { data, _ in
        // A changed byte would end at its checksum: what lies behind is reached with a true one.
        let isMended = format == .png && data.count % 4 != 0
        try readDigits(isMended ? withTrueChecksums(data) : data)
      }
    }
  }

  private static func readDigits(_ data: Data) throws {
    let picture = try Picture(decoding: data)
    try expect(
      8...10_000 ~= picture.width && 8...10_000 ~= picture.height, "des côtés hors des bornes")
    let content = try picture.content(
      inkIsDark: data.count % 3 == 0 ? true : nil,
      digitsPerRow: data.count % 5 == 0 ? 3 : nil,
      probabilities: { image in (0..<10).map { $0 == Int(image.pixels[400]) % 10 ? 0.91 : 0.01 } })
    guard case .digits(let rows) = content else { return }
    for digit in rows.joined() {
      try expect(digit.image.pixels.count == 784, "un chiffre qui n’a pas 28 × 28 pixels")
      try expect(
        0..<picture.width ~= digit.box.left && 0..<picture.height ~= digit.box.top,
        "un chiffre hors de l’image")
    }
  }

  /// A small sheet: grey, in colours, on nothing.
  private static func seeds(_ format: PictureFile) -> [Data] {
    let (width, height) = (40, 30)
    // A 7, a 1, and a speck.
    let isInk = (0..<width * height).map { place in
      let (x, y) = (place % width, place / width)
      let isBar = 6...7 ~= y && 6...18 ~= x
      let isStroke = 6...24 ~= y && abs(x - 18 + (y - 6) / 2) < 2
      return isBar || isStroke || (28...29 ~= x && 7...23 ~= y) || (x == 35 && y == 3)
    }
    let grey = isInk.map { UInt8($0 ? 20 : 240) }
    let colours = isInk.flatMap { $0 ? [30, 60, 160] : [250, 240, 180] as [UInt8] }
    let bare = isInk.flatMap { $0 ? [0, 0, 0, 255] : [0, 0, 0, 0] as [UInt8] }
    func file(_ pixels: [UInt8], channels: Int) -> Data {
      format.data(pixels, width: width, height: height, channels: channels)
    }
    let files = [file(grey, channels: 1), file(colours, channels: 3)]
    switch format {
    case .png, .webp: return files + [file(bare, channels: 4)]
    case .pnm:
      return files + [
        Data("P1\n# un chiffre\n40 30\n".utf8) + Data(isInk.flatMap { $0 ? "1 ".utf8 : "0 ".utf8 }),
        Data("P2 40 30 15\n".utf8) + Data(isInk.flatMap { $0 ? "1 ".utf8 : "15 ".utf8 }),
        Data("P4 40 30\n".utf8)
          + Data(
            (0..<150).map { byte in (0..<8).reduce(0) { $0 << 1 | (isInk[8 * byte + $1] ? 1 : 0) } }
          ),
        Data("P5 40 30 65535\n".utf8) + Data(grey.flatMap { [$0, 0] }),
      ]
    default: return files
    }
  }

  /// A PNG whose chunks all have the checksum of what they hold.
  private static func withTrueChecksums(_ data: Data) -> Data {
    var bytes = [UInt8](data)
    var start = 8
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 8 + length
      guard end + 4 <= bytes.count else { break }
      let sum = bytes[start + 4..<end].withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, UInt32($0.count))
      }
      for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * index)) }
      start = end + 4
    }
    return Data(bytes)
  }
}
