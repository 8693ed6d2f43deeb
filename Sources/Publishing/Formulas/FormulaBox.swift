/// A rectangle of text with a line on which its neighbours stand.
struct FormulaBox: Equatable, Sendable {
  enum Alignment {
    case left, center, right
  }

  /// Lines of equal display width.
  private(set) var lines: [String]
  private(set) var width: Int
  /// The index of the line on which relations sit.
  var baseline: Int

  init(_ line: String) {
    self.init([line], baseline: 0)
  }

  /// Pads lines to the width of the widest.
  init(_ lines: [String], baseline: Int, alignment: Alignment = .left) {
    let width = lines.map(\.displayWidth).max() ?? 0
    self.lines = lines.map { Self.padded($0, to: width, alignment) }
    self.width = width
    self.baseline = baseline
  }

  var height: Int { lines.count }
  /// The lines below the baseline.
  var depth: Int { height - 1 - baseline }

  /// The box in a wider rectangle.
  func padded(to width: Int, _ alignment: Alignment) -> FormulaBox {
    guard width > self.width else { return self }
    return FormulaBox(
      lines.map { Self.padded($0, to: width, alignment) }, baseline: baseline)
  }

  /// Boxes side by side, their baselines on one line.
  static func beside(_ boxes: [FormulaBox]) -> FormulaBox {
    let baseline = boxes.map(\.baseline).max() ?? 0
    let height = baseline + 1 + (boxes.map(\.depth).max() ?? 0)
    let lines = (0..<height).map { index in
      boxes.map { box in
        let line = index - baseline + box.baseline
        return box.lines.indices.contains(line)
          ? box.lines[line] : String(repeating: " ", count: box.width)
      }.joined()
    }
    return FormulaBox(lines, baseline: baseline)
  }

  /// Boxes one above the other; `main` is the one that gives the baseline.
  static func stack(
    _ boxes: [FormulaBox], main: Int, alignment: Alignment = .center
  ) -> FormulaBox {
    let above = boxes[..<main].reduce(0) { $0 + $1.height }
    let width = boxes.map(\.width).max() ?? 0
    let lines = boxes.flatMap { $0.padded(to: width, alignment).lines }
    return FormulaBox(lines, baseline: above + boxes[main].baseline)
  }

  private static func padded(_ line: String, to width: Int, _ alignment: Alignment) -> String {
    let missing = width - line.displayWidth
    guard missing > 0 else { return line }
    let left =
      switch alignment {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: left) + line
      + String(repeating: " ", count: missing - left)
  }
}
