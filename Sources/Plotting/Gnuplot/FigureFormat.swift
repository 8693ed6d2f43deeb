import Foundation

/// What a figure can be drawn as.
public enum FigureFormat: String, CaseIterable, Sendable {
  case png
  case svg
  /// Characters of a terminal, in UTF-8, without colours.
  case text

  /// Whether `data` begins and ends as a finished figure of this format does.
  func isComplete(_ data: Data) -> Bool {
    switch self {
    case .png:
      data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && data.suffix(8).elementsEqual([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    case .svg:
      data.starts(with: Data("<?xml".utf8))
        && String(decoding: data.suffix(32), as: UTF8.self)
          .trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("</svg>")
    case .text:
      !data.isEmpty
    }
  }
}
