import Foundation

/// What a figure can be drawn as.
public enum FigureFormat: String, CaseIterable, Sendable {
  case png
  /// A PNG whose colours are made for a dark page.
  case darkPNG = "dark.png"
  case svg
  /// An SVG whose colours are made for a dark page.
  case darkSVG = "dark.svg"
  /// What terminals of the kind of DEC's VT340 show; as wide as the columns of the text version, of
  /// eight pixels each.
  case sixel
  case darkSixel = "dark.sixel"
  /// The numbers of the figure instead of its drawing.
  case csv
  /// Characters of a terminal, in UTF-8, without colours.
  case text

  /// The format that the name of a file ends with, if any; `.text` has no files.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let candidates = Self.allCases.filter { $0 != .text && name.hasSuffix(".\($0.rawValue)") }
    guard let longest = candidates.max(by: { $0.rawValue.count < $1.rawValue.count }) else {
      return nil
    }
    self = longest
  }

  /// Whether `data` begins and ends as a finished figure of this format does.
  func isComplete(_ data: Data) -> Bool {
    switch self {
    case .png, .darkPNG:
      data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && data.suffix(8).elementsEqual([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    case .svg, .darkSVG:
      data.starts(with: Data("<?xml".utf8))
        && String(decoding: data.suffix(32), as: UTF8.self)
          .trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("</svg>")
    case .sixel, .darkSixel:
      data.starts(with: Data("\u{1B}P".utf8)) && data.suffix(2).elementsEqual("\u{1B}\\".utf8)
    case .csv:
      // A grid without images has no row.
      data.isEmpty || data.suffix(2).elementsEqual("\r\n".utf8)
    case .text:
      !data.isEmpty
    }
  }
}
