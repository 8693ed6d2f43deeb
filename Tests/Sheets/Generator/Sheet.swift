import Datasets
import Foundation

/// A composed picture, and what is written on it.
public struct Sheet: Sendable {
  public let text: [Int]
  public let data: Data

  /// The sheet of this number: the same digits, paper and light each time.
  ///
  /// - Parameter digits: those to write; the sheet takes as many as it has from a place on.
  public init(_ kind: SheetKind, number: Int, digits: LabeledImages, from first: Int) {
    let index = SheetKind.allCases.firstIndex(of: kind) ?? 0
    var chance = Chance(seed: UInt64(1000 + index), index: number)
    let style = SheetStyle(kind, &chance)
    let places = (0..<kind.length).map { (first + $0) % max(digits.count, 1) }
    text = places.map { Int(digits.labels[$0]) }
    let glyphs = places.map { place in
      Glyph(digits.pixels[784 * place..<784 * (place + 1)], pen: style.pen)
    }
    var canvas = Canvas(style, glyphs, &chance)
    if kind == .blob { canvas.drawBlob(&chance) }
    if kind == .text { canvas.drawText(&chance) }
    data = canvas.finished(&chance)
  }
}
