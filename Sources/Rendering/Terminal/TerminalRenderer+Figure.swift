import Literate

extension TerminalRenderer {
  /// The caption, then the paths, each whole on its line so that it can be opened or copied; the
  /// text version where there is one, else the description.
  func lines(of figure: Figure) -> [StyledText] {
    var lines = captionLines(figure.caption)
    if let text = figure.text {
      lines += text.verbatimLines.flatMap { StyledText($0, .plain, .verbatim).folded(width: width) }
    } else if !figure.alternative.isEmpty {
      let description = StyledText(figure.alternative.safeOnOneLine, .description).inFrench
      lines += description.wrapped(width: measure - 2).prefixed(with: "  ")
    }
    lines += figure.files.map { StyledText("  ") + StyledText($0, .address, .address) }
    return lines
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
  private func captionLines(_ caption: Caption) -> [StyledText] {
    let label = "\(caption.kind.rawValue)\u{A0}\(caption.number.safeOnOneLine)"
    let text = StyledText(label, .captionLabel) + StyledText("\u{A0}– ")
    return (text + StyledText(caption.text.safeOnOneLine)).inFrench.wrapped(width: measure)
  }
}
