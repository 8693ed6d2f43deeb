/// The kinds of sheets that people hand in.
public enum SheetKind: String, CaseIterable, Sendable {
  case clean, chalk, thick, thin
  case code, coloured, turned, formats, ruled
  case shadows, boxes, everything, touching
  case blank, emptyLines, emptyBoxes, dust, blob, text

  /// Whether there is nothing to read on it.
  public var isWithoutDigits: Bool {
    switch self {
    case .blank, .emptyLines, .emptyBoxes, .dust, .blob, .text: true
    default: false
    }
  }

  /// The digits in a row.
  public var length: Int {
    switch self {
    case .clean, .chalk, .thick, .thin: 1
    default: isWithoutDigits ? 0 : 5
    }
  }
}

/// How a sheet is made.
struct SheetStyle {
  /// The height of MNIST's box of 20 pixels, in pixels.
  var height = 100.0
  var paper = (red: 1.0, green: 1.0, blue: 1.0)
  var ink = (red: 0.05, green: 0.05, blue: 0.1)
  var noise = 0.0
  /// How much darker the darkest corner is.
  var gradient = 0.0
  /// How much darker a shadow with a soft edge is.
  var shadow = 0.0
  /// Of the whole sheet, in degrees.
  var rotation = 0.0
  /// A pen's width in MNIST's pixels, by the way it changes the strokes.
  var pen = Pen.own
  var gap = 0.5
  var rule = false
  var boxes = false
  var dust = 0
  var format = PictureFile.pnm

  enum Pen {
    case own
    case widened(Double)
    case line(Double)
  }

  init(_ kind: SheetKind, _ chance: inout Chance) {
    height = chance.number(60...180)
    gap = chance.number(0.25...0.7)
    switch kind {
    case .clean, .code, .blank: break
    case .chalk, .dust:
      (paper, ink) = ((0.16, 0.24, 0.2), (0.9, 0.9, 0.85))
      (noise, gradient) = (0.04, 0.15)
      if kind == .dust { dust = chance.whole(4...30) }
    case .thick: pen = .widened(chance.number(0.6...1.4))
    case .thin: pen = .line(chance.number(0.5...1.1))
    case .coloured: colour(&chance)
    case .turned: rotation = chance.number(-8...8)
    case .formats:
      height = chance.number(18...120)
      format = PictureFile.allCases[chance.whole(0...PictureFile.allCases.count - 1)]
    case .ruled, .emptyLines: (rule, noise) = (true, 0.01)
    case .boxes, .emptyBoxes: (boxes, noise) = (true, 0.01)
    case .shadows: (shadow, noise) = (chance.number(0.25...0.5), 0.015)
    case .everything:
      colour(&chance)
      (shadow, rotation) = (chance.number(0...0.3), chance.number(-8...8))
      (rule, dust, format) = (chance.whole(0...1) == 0, chance.whole(5...40), .jpeg)
      if !rule { boxes = chance.whole(0...1) == 0 }
    case .touching: gap = chance.number(-0.08 ... -0.01)
    case .blob, .text: noise = 0.02
    }
  }

  private mutating func colour(_ chance: inout Chance) {
    let papers = [(0.98, 0.93, 0.7), (0.8, 0.9, 0.98), (0.95, 0.8, 0.82), (0.82, 0.94, 0.8)]
    let inks = [(0.1, 0.15, 0.5), (0.05, 0.05, 0.05), (0.6, 0.1, 0.1), (0.1, 0.35, 0.15)]
    paper = papers[chance.whole(0...papers.count - 1)]
    ink = inks[chance.whole(0...inks.count - 1)]
    (gradient, noise) = (chance.number(0.2...0.5), chance.number(0.01...0.04))
    format = .jpeg
  }
}
