import Document

/// Sets the words of parsed Markdown in French without flattening it, its values in place.
struct FrenchInlines {
  let values: InlineValues
  /// Names a measured text.
  let measure: (String) -> String

  /// A part of the text that keeps its characters together: its inline with what typography made of it.
  private struct Part {
    var inline: Inline
    var text = ""

    var finished: Inline {
      switch inline {
      case .text: .text(text)
      case .measured(_, let name): .measured(text, name: name)
      default: inline
      }
    }
  }

  private struct Source {
    var text = StyledText()
    var parts: [Part] = []

    mutating func add(_ inline: Inline, as words: String, _ role: StyledText.Role) {
      text.append(words.safeOnOneLine, .plain, role, part: parts.count)
      parts.append(Part(inline: inline))
    }
  }

  /// What stands for a measured text where there is no room for an element.
  private func mark(_ text: String) -> String { MeasureMark.text(measure(text)) }

  private func address(_ address: String) -> String {
    values.filled(address, mark: mark).safeForTerminal
  }

  func set(_ inlines: [Inline]) -> [Inline] {
    var source = Source()
    flatten(inlines, into: &source)
    for glyph in source.text.inFrench.glyphs
    where !glyph.isLineBreak && source.parts.indices.contains(glyph.part) {
      source.parts[glyph.part].text.append(glyph.character)
    }
    var rest = source.parts[...]
    return rebuilt(inlines, from: &rest)
  }

  /// - Parameter isForeign: whether the words are of another language, and stay as they are.
  private func flatten(
    _ inlines: [Inline], into source: inout Source, isForeign: Bool = false
  ) {
    for inline in inlines {
      switch inline {
      case .text(let text):
        for piece in values.pieces(of: text) {
          let name = piece.isMeasured ? measure(piece.text) : ""
          source.add(
            piece.isMeasured ? .measured("", name: name) : .text(""), as: piece.text,
            isForeign ? .fixed : piece.isValue ? .value : .prose)
        }
      case .code(let code):
        let filled = values.filled(code, mark: mark).safeOnOneLine
        source.add(.code(filled), as: filled, .fixed)
      case .formula(let tex, let isDisplay):
        let filled = values.filledFormula(tex, mark: mark).safeOnOneLine
        source.add(.formula(filled, isDisplay: isDisplay), as: Formula(filled).inline, .fixed)
      case .measured(let text, _):
        source.add(.measured("", name: measure(text)), as: text, .value)
      case .lineBreak: source.text.appendLineBreak()
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .link(let inlines, _), .image(let inlines, _):
        flatten(inlines, into: &source, isForeign: isForeign)
      case .foreign(let inlines, _): flatten(inlines, into: &source, isForeign: true)
      case .anchor: break
      }
    }
  }

  private func rebuilt(_ inlines: [Inline], from parts: inout ArraySlice<Part>) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .text(let text):
        values.pieces(of: text).compactMap { _ in parts.popFirst()?.finished }
      case .code, .formula, .measured: parts.popFirst().map { [$0.finished] } ?? []
      case .emphasis(let inlines): [.emphasis(rebuilt(inlines, from: &parts))]
      case .strong(let inlines): [.strong(rebuilt(inlines, from: &parts))]
      case .strikethrough(let inlines): [.strikethrough(rebuilt(inlines, from: &parts))]
      case .link(let inlines, let address):
        [.link(rebuilt(inlines, from: &parts), address: self.address(address))]
      case .image(let inlines, let address):
        [.image(rebuilt(inlines, from: &parts), address: self.address(address))]
      case .foreign(let inlines, let language):
        [.foreign(rebuilt(inlines, from: &parts), language: language)]
      case .lineBreak, .anchor: [inline]
      }
    }
  }
}

extension [Inline] {
  /// The words alone, formulas on one line, a mark in the place of what a clock gave.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .measured(_, let name): MeasureMark.text(name)
      case .formula(let tex, _): Formula(tex).inline
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .link(let inlines, _), .image(let inlines, _), .foreign(let inlines, _):
        inlines.plainText
      case .lineBreak: " "
      case .anchor: ""
      }
    }.joined()
  }
}
