import Foundation

/// What a terminal answered to the question what it can show.
public struct TerminalAnswers: Sendable {
  /// How the terminal takes pictures, if it does.
  public var pictures: PictureProtocol?
  /// Whether its letters stand on a dark ground.
  public var isDark = false
  /// The size of its page in pixels, where it tells.
  public var pixels: (width: Int, height: Int)?
  /// The width of a letter's place divided by its height.
  public var cellShape = 0.5

  /// The questions, each of which a terminal that does not know it passes over in silence: kitty's
  /// pictures, the background's colour (OSC 11), the page's pixels (XTWINOPS 14), and last the one
  /// that all answer, with sixel among the answers (DA1).
  static let questions =
    "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}]11;?\u{1B}\\" + "\u{1B}[14t"
    + "\u{1B}[c"

  /// A terminal that shows letters and nothing else.
  public init() {}

  /// Reads answers as they came, among which there may be keys that somebody pressed.
  /// - Parameters:
  ///   - columns, rows: the size of its page in letters.
  init(_ text: String, columns: Int = 80, rows: Int = 24) {
    if let attributes = text.firstMatch(of: Self.attributes)?.output.1 {
      pictures = attributes.split(separator: ";").contains("4") ? .sixel : nil
    }
    // A failure would be an answer too: it begins with a name such as ENOTSUP.
    if text.contains("\u{1B}_Gi=31;OK") { pictures = .kitty }
    if let colour = text.firstMatch(
      of: /\u{1B}\]11;rgba?:([0-9a-fA-F]{1,4})\/([0-9a-fA-F]{1,4})\/([0-9a-fA-F]{1,4})/)
    {
      let shares = [colour.output.1, colour.output.2, colour.output.3].map(Self.share)
      // Rec. 709 weighs the eye's answer to red, green and blue.
      isDark = 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2] < 0.5
    }
    if let size = text.firstMatch(of: /\u{1B}\[4;([0-9]{1,5});([0-9]{1,5})t/),
      let height = Int(size.output.1), let width = Int(size.output.2), width > 0, height > 0
    {
      pixels = (width, height)
      let cell = (Double(width) / Double(max(1, columns)), Double(height) / Double(max(1, rows)))
      cellShape = min(max(cell.0 / cell.1, 0.2), 2)
    }
  }

  /// Whether the last of the questions is answered.
  static func areComplete(_ text: String) -> Bool { text.firstMatch(of: attributes) != nil }

  private static var attributes: Regex<(Substring, Substring)> { /\u{1B}\[\?([0-9;]{1,64})c/ }

  /// A part of a colour, of one to four hexadecimal digits, between 0 and 1.
  private static func share(_ digits: Substring) -> Double {
    let most = (1 << (4 * digits.count)) - 1
    return Double(Int(digits, radix: 16) ?? 0) / Double(most)
  }
}
