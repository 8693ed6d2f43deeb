import Files
import FrenchText

extension ImageGrid {
  private static let shades = Array(" ░▒▓█")

  /// The images in characters, each standing for 2 × 4 pixels, as many in a row as `columns`
  /// characters hold.
  func text(columns textColumns: Int) -> String {
    guard let first = images.first else { return "\(title)\n\naucune image\n" }
    let width = (first.width + 1) / 2
    let perRow = max(1, min(columns, (textColumns + 1) / (width + 1)))
    let rows = stride(from: 0, to: images.count, by: perRow).flatMap { start in
      let row = images[start..<min(start + perRow, images.count)]
      let lines = (0..<(first.height + 3) / 4).map { line in
        row.map { $0.characters(line: line) }.joined(separator: " ")
      }
      return lines + [row.map { Self.centred($0.label, in: width) }.joined(separator: " "), ""]
    }
    let lines = [Quoting.shortened(title, to: max(1, textColumns)), ""] + rows.dropLast()
    return lines.map { line in
      String(line.reversed().drop(while: \.isWhitespace).reversed()) + "\n"
    }.joined()
  }

  private static func centred(_ text: String, in width: Int) -> String {
    let shown = Quoting.shortened(text.withoutControlCharacters, to: max(1, width))
    let before = (width - shown.count) / 2
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: width - shown.count - before)
  }

  fileprivate static func character(of shade: Double) -> Character {
    shades[Int((shade * Double(shades.count - 1)).rounded())]
  }
}

extension ImageGrid.Image {
  /// The characters of four rows of pixels, each the mean shade of its pixels.
  fileprivate func characters(line: Int) -> String {
    let rows = 4 * line..<min(4 * line + 4, height)
    return String(
      stride(from: 0, to: width, by: 2).map { x in
        let pixels = rows.flatMap { y in
          (x..<min(x + 2, width)).map { shades[y * width + $0] }
        }
        return ImageGrid.character(of: pixels.reduce(0, +) / Double(max(1, pixels.count)))
      })
  }
}
