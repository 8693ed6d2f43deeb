import Files
import Foundation
import FrenchText

extension Panels {
  /// What a panel needs to be read.
  private static let leastColumns = 45
  private static let gap = 2

  /// The panels in characters, as many side by side as `textSize.columns` hold.
  func text(drawnBy gnuplot: Gnuplot, textSize: (columns: Int, rows: Int)) throws -> String {
    let shown = Quoting.shortened(title, to: max(1, textSize.columns)).withoutControlCharacters
    let heading = shown.isEmpty ? "" : "\(shown)\n\n"
    guard !plots.isEmpty else { return "\(heading)aucun panneau\n" }
    let fitting = (textSize.columns + Self.gap) / (Self.leastColumns + Self.gap)
    let perRow = max(1, min(columns, fitting))
    let width = (textSize.columns - Self.gap * (perRow - 1)) / perRow
    let panels = try plots.map { plot in
      let text = try gnuplot.render(plot, as: .text, textSize: (width, min(textSize.rows, 18)))
      return String(decoding: text, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .dropLast().map(String.init)
    }
    let rows = stride(from: 0, to: panels.count, by: perRow).map { start in
      Self.joined(Array(panels[start..<min(start + perRow, panels.count)]), width: width)
    }
    return heading + rows.joined(separator: "\n")
  }

  /// Blocks of lines side by side; a shorter one stands on the same floor as the others.
  private static func joined(_ blocks: [[String]], width: Int) -> String {
    let height = blocks.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let line = blocks.map { block in
        let shown = row < block.count ? block[row] : ""
        return shown + String(repeating: " ", count: max(0, width + gap - shown.count))
      }.joined()
      return String(line.reversed().drop(while: \.isWhitespace).reversed()) + "\n"
    }.joined()
  }
}
