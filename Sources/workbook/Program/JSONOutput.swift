import Files
import Foundation

/// Results as JSON: every digit of a number, `"nan"` and `"inf"` as texts.
enum JSONOutput {
  /// Writes the value to a file, which appears whole, or to standard output where it is "-".
  static func write(_ value: some Encodable, to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let text = try encoder.encode(value) + Data("\n".utf8)
    if file == "-" {
      try StandardOutput.write(text: String(decoding: text, as: UTF8.self))
    } else {
      try WholeFile.write(text, to: file)
    }
  }
}
