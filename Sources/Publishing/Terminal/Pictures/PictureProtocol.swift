import Foundation

/// A way by which terminals take pictures.
public enum PictureProtocol: Sendable, Equatable {
  /// PNG files in base64 (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
  case kitty
  /// DEC's strips of six pixels, as gnuplot writes them.
  case sixel

  /// What shows a picture; the next line begins below.
  ///
  /// - Parameters:
  ///   - columns: its width, where the terminal can set that.
  ///   - cellShape: the width of a letter's place divided by its height.
  func display(_ picture: [UInt8], columns: Int, cellShape: Double) -> String {
    switch self {
    case .sixel: String(decoding: picture, as: UTF8.self) + "\n"
    case .kitty: Self.kittyCommands(picture, columns, cellShape).joined() + "\n"
    }
  }

  /// One command per 4096 characters, all but the last of which announce another.
  private static func kittyCommands(
    _ picture: [UInt8], _ columns: Int, _ cellShape: Double
  ) -> [String] {
    let text = Array(Data(picture).base64EncodedString().utf8)
    // Some versions stretch what is given a width alone.
    let rows = max(1, Int((Double(columns) * cellShape * shape(ofPNG: picture)).rounded()))
    return stride(from: 0, to: text.count, by: 4096).map { start in
      let end = min(start + 4096, text.count)
      // q=2: no answer, which nobody would read.
      let keys = start == 0 ? "a=T,f=100,t=d,q=2,c=\(columns),r=\(rows)," : ""
      let chunk = String(decoding: text[start..<end], as: UTF8.self)
      return "\u{1B}_G\(keys)m=\(end < text.count ? 1 : 0);\(chunk)\u{1B}\\"
    }
  }

  /// The height of a PNG divided by its width, from its first chunk.
  private static func shape(ofPNG picture: [UInt8]) -> Double {
    let number = { (start: Int) in
      picture.dropFirst(start).prefix(4).reduce(0) { 256 * $0 + Double($1) }
    }
    let (width, height) = (number(16), number(20))
    return width > 0 && height > 0 ? min(height / width, 5) : 0.625
  }
}
