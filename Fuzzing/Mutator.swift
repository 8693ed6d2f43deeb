import Foundation

/// Spoils data in the ways that break readers: other bits, borders of integers, lost, doubled and
/// foreign pieces.
struct Mutator {
  private var random: SplitMix64

  /// The same seed gives the same inputs.
  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// One to eight changes of one of the seeds.
  mutating func mutate(_ seeds: [Data]) -> Data {
    guard let seed = seeds.randomElement(using: &random) else { return Data() }
    var bytes = [UInt8](seed)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      change(&bytes, foreign: seeds)
    }
    return Data(bytes.prefix(1 << 20))
  }

  private mutating func change(_ bytes: inout [UInt8], foreign seeds: [Data]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 0...64, using: &random), bytes.count - place)
    let piece = place..<place + length
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < bytes.count:
      bytes[place] = Self.borders.randomElement(using: &random) ?? 0
    case 2: overwrite(&bytes, at: place)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.removeSubrange(piece)
    case 5: bytes.insert(contentsOf: bytes[piece], at: place)
    case 6: bytes.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: place)
    case 7:
      let other = [UInt8](seeds.randomElement(using: &random) ?? Data())
      let start = Int.random(in: 0...other.count, using: &random)
      bytes.replaceSubrange(place..., with: other[start...])
    case 8: replaceNumber(&bytes, from: place)
    default:
      for index in piece { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    }
  }

  private static let borders: [UInt8] = [0, 1, 9, 10, 13, 27, 127, 128, 254, 255]

  /// What means something to one of the readers.
  private static let words: [[UInt8]] =
    [
      "\n", "\r\n", "\u{1B}[31m", "\"", "'", "`", "\\", "$(x)", "$$", "{", "}", ":", ",", "=", "-",
      "---\n", "```\n", "```swift\n", "//| ", "\u{202E}", "\u{E000}", "é", "\u{FEFF}", "nan", "inf",
      "1e999", "-0", "99999999999999999999", "&a", "*a", "!!", "[[[[", "|", "\\frac{", "^", "_",
      "\0", "\r", "<!--", "-->", "#| ", "{swift}", "[@fig-", "F16", "BF16", "I64", ".bias", "IDAT",
      "PLTE", "tRNS", "zTXt", "iCCP", "VP8X", "ALPH", "Exif\0\0", "GIF89a",
    ].map { Array($0.utf8) } + [
      [0xC3], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xFF, 0xDA], [0xFF, 0xC2],
    ]

  /// A border of an integer of 16, 32 or 64 bits, in either byte order.
  private mutating func overwrite(_ bytes: inout [UInt8], at place: Int) {
    let size = [2, 4, 8].randomElement(using: &random) ?? 4
    let values: [UInt64] = [
      0, 1, 10_000, 0x7FFF, 0x8000, 0x7FFF_FFFF, 0x8000_0000, 1 << 62, .max, .max - 1,
    ]
    let value = values.randomElement(using: &random) ?? 0
    var word = (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    if Bool.random(using: &random) { word.reverse() }
    for (index, byte) in word.enumerated() where place + index < bytes.count {
      bytes[place + index] = byte
    }
  }

  /// Another number where the next decimal number stands.
  private mutating func replaceNumber(_ bytes: inout [UInt8], from place: Int) {
    func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    let numbers = ["0", "-1", "256", "65536", "2147483648", "9223372036854775808", "1.5", "00", ""]
    let number = numbers.randomElement(using: &random) ?? ""
    bytes.replaceSubrange(start..<end, with: Array(number.utf8))
  }
}

/// A small generator of good quality: Steele, Lea, Flood 2014.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
