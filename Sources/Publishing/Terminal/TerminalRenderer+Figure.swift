import Document

extension TerminalRenderer {
  /// The caption, then the paths, each whole on its line so that it can be opened or copied; the
  /// text version where there is one and the page holds it, else the description.
  func lines(of figure: Figure) -> [StyledText] {
    var lines = captionLines(figure.caption)
    let drawing = (figure.text?.verbatimLines ?? []).map { StyledText($0, .plain, .verbatim) }
    // A drawing whose lines are cut shows nothing any more.
    if !drawing.isEmpty, drawing.allSatisfy({ $0.width <= width }) {
      lines += drawing
    } else if !figure.alternative.isEmpty {
      let description = StyledText(figure.alternative.safeOnOneLine, .description).inFrench
      lines += description.wrapped(width: measure - 2).prefixed(with: "  ")
    }
    return lines + fileLines(figure)
  }

  func fileLines(_ figure: Figure) -> [StyledText] {
    figure.files.map { StyledText("  ") + StyledText($0, .address, .address) }
  }

  func lines(of table: Table) -> [StyledText] {
    let layout = TableLayout(
      alignments: table.columns.map(\.alignment),
      header: table.columns.map {
        StyledText($0.header.safeOnOneLine, .heading, .value).inFrench
      },
      rows: table.rows.map { row in
        row.map { StyledText($0.safeOnOneLine, .plain, .value).inFrench }
      })
    let caption = table.caption.map(captionLines) ?? []
    return caption + layout.lines(width: width)
  }

  /// "Figure 3.1 – Coût par époque"
  func captionLines(_ caption: Caption) -> [StyledText] {
    let label = "\(caption.kind.rawValue)\u{A0}\(caption.number.safeOnOneLine)"
    let text = StyledText(label, .captionLabel) + StyledText("\u{A0}– ")
    return (text + StyledText(caption.text.safeOnOneLine)).inFrench.wrapped(width: measure)
  }
}
