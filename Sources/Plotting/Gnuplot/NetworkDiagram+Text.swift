import Files
import FrenchText

extension NetworkDiagram {
  /// What a column needs to be read.
  private static let leastColumns = 14

  /// The diagram in characters: columns of neurons with an arrow from each to the next or, where
  /// there is no room for that, a line per layer.
  func text(columns textColumns: Int) -> String {
    let heading = title.isEmpty ? [] : [Self.shown(title, textColumns), ""]
    guard !layers.isEmpty else { return Self.text(heading + ["aucune couche"]) }
    let width = textColumns / layers.count
    return Self.text(heading + (width < Self.leastColumns ? list(textColumns) : drawing(width)))
  }

  private func list(_ textColumns: Int) -> [String] {
    layers.indices.map { index in
      let arrow = index == 0 ? "  " : "▶ "
      let words = lines(under: index).joined(separator: ", ")
      return Self.shown("\(arrow)\(layers[index].name)\u{A0}: \(words)", textColumns)
    }
  }

  private func drawing(_ width: Int) -> [String] {
    // An odd number: arrows are in the middle.
    let height = layers.map { Self.shown($0) / 2 * 2 + 1 }.max() ?? 1
    let middle = height / 2
    let rows = (0..<height).map { row in
      layers.indices.map { index in
        let sign = sign(index, row, of: height)
        return row == middle ? joined(sign, index, width) : Self.centred(sign, width)
      }.joined()
    }
    let words = layers.indices.map { lines(under: $0) }
    let below = (0..<(words.map(\.count).max() ?? 0)).map { row in
      words.map { Self.centred(row < $0.count ? $0[row] : "", width) }.joined()
    }
    let names = layers.map { Self.centred($0.name, width) }.joined()
    return [names, ""] + rows + [""] + below
  }

  private static func shown(_ layer: Layer) -> Int { min(layer.units, mostNeurons) }

  /// What a column has in this row: a neuron, a hint at more of them, nothing.
  private func sign(_ index: Int, _ row: Int, of height: Int) -> String {
    let distance = abs(row - height / 2)
    let count = Self.shown(layers[index])
    if distance == 0, count.isMultiple(of: 2) { return layers[index].isShortened ? "⋮" : "" }
    return distance <= count / 2 ? "●" : ""
  }

  /// A column with half of the arrow that comes to it and half of the one that leaves it.
  private func joined(_ sign: String, _ index: Int, _ width: Int) -> String {
    let before = (width - 1) / 2
    let after = width - 1 - before
    let line = { (count: Int) in String(repeating: "─", count: max(0, count)) }
    let space = "   "
    return
      (index == 0
      ? String(repeating: " ", count: before) : line(before - space.count - 1) + "▶" + space)
      + (sign.isEmpty ? " " : sign)
      + (index == layers.count - 1 ? "" : space + line(after - space.count))
  }

  private static func centred(_ text: String, _ width: Int) -> String {
    let text = shown(text, width - 1)
    let before = max(0, (width - text.count) / 2)
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: max(0, width - before - text.count))
  }

  private static func shown(_ text: String, _ limit: Int) -> String {
    Quoting.shortened(text.withoutControlCharacters, to: max(1, limit))
  }

  private static func text(_ lines: [String]) -> String {
    lines.map { line in
      String(line.reversed().drop(while: \.isWhitespace).reversed()) + "\n"
    }.joined()
  }
}
