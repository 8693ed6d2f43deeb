/// What panels have in common: a title above them, a legend below and a scale at their right, all
/// around a plot of nothing.
struct PanelHeading {
  let panels: Panels
  let layout: PanelLayout
  let margins: Margins
  let composer: ScriptComposer

  var section: GnuplotScript.Section {
    let legends = layout.legend == 0 ? [] : composer.drawings.filter { $0.legend != nil }
    // The scale is only drawn beside something that has a shade.
    let nothing = panels.sharedShades == nil ? "1:2 with dots" : "1:2:2 with points palette"
    let curves = ["'-' using \(nothing) notitle"] + legends.map(\.command)
    return GnuplotScript.Section(
      ["reset", "set origin 0,0", "set size 1,1", "unset border", "unset tics"]
        + title + notice + scale + legend(legends.count) + [
          "set xrange [0:1]", "set yrange [0:1]", "plot \(curves.joined(separator: ", "))",
        ],
      curves.map { _ in GnuplotScript.Points(x: [2], y: [2]) })
  }

  private var height: Double { Double(layout.sheet.height) }

  /// Letters of the size that they have in a figure of one plot.
  private func font(_ size: Double, bold: Bool = false) -> String {
    composer.font(size / layout.sheet.letters, bold: bold) + composer.ink
  }

  private var title: [String] {
    let shown = Quoting.shortened(panels.title, to: 90)
    let size = 16 * min(1, 58 / Double(max(1, shown.count)))
    let middle = 1 - 0.55 * layout.title / height
    return [
      "set label 1 \(Quoting.literal(shown)) at screen 0.5,\(middle) center\(font(size, bold: true))"
    ]
  }

  private var notice: [String] {
    guard panels.plots.isEmpty else { return [] }
    return ["set label 2 'aucun panneau' at screen 0.5,0.5 center\(font(14))"]
  }

  private func legend(_ count: Int) -> [String] {
    guard count > 0 else { return ["unset key"] }
    return [
      "set key at screen 0.5,\(layout.legend / height) center top horizontal Left reverse samplen 3 "
        + "maxcols \(count)\(font(13))"
    ]
  }

  /// As high as one panel, in the middle of them all.
  private var scale: [String] {
    guard let map = panels.sharedShades else { return [] }
    let (first, last) = (
      layout.frame(of: 0, margins), layout.frame(of: panels.plots.count - 1, margins)
    )
    let size = first.y.upperBound - first.y.lowerBound
    let lower = (first.y.upperBound + last.y.lowerBound - size) / 2
    let left = 1 - layout.scale / Double(layout.sheet.width)
    return composer.palette(of: map)
      + composer.scale(
        of: map, at: "screen \(left), screen \(lower) size screen 0.018, screen \(size)")
  }
}
