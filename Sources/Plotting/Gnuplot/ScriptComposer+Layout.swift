/// Where things stand: gnuplot's own margins let a legend run into the name of the axis.
extension ScriptComposer {
  /// In letters across and lines down.
  var margins: [String] {
    let names = namesAreTurned ? 0.2 * Double(longestName) : 0
    let name = plot.xAxis.label.isEmpty ? 0 : 1.6
    let legend = hasLegend ? 0.8 + 1.25 * Double(min(legendRows, 9)) : 0.6
    return [
      "set lmargin \(leftMargin)",
      "set rmargin 4",
      "set tmargin \(plot.title.isEmpty ? 1.5 : 3.2)",
      "set bmargin \(tenths(2 + names + name + legend))",
    ]
  }

  private var leftMargin: Double {
    let numbers = vertical.ticks.map { $0.label?.count ?? 0 }.max() ?? 0
    return tenths(0.95 * Double(numbers) + (plot.yAxis.label.isEmpty ? 3 : 5.5))
  }

  /// One labelled series is what the title says already.
  var legend: [String] {
    guard hasLegend else { return ["unset key"] }
    let columns = isText ? "" : " maxcols \(legendColumns)"
    return [
      "set key bmargin center horizontal Left reverse samplen 3 spacing 1.15"
        + "\(columns)\(font(13))\(ink)"
    ]
  }

  /// The letters under or beside a mark of an axis.
  func shown(_ tick: Tick, _ name: String) -> String {
    // A terminal has this many columns for each name; elsewhere the long ones are turned.
    let room = name == "x" && hasBars ? theme.roomForName(among: horizontal.ticks.count) : 24
    return Quoting.shortened(tick.label ?? "", to: room)
  }

  var namesAreTurned: Bool {
    guard hasBars, !isText else { return false }
    let letters = horizontal.ticks.map { shown($0, "x").count }
    let room = 70 / max(1, letters.count)
    return letters.reduce(0) { $0 + $1 + 2 } > 70
      || zip(letters, letters.dropFirst()).contains { $0 + $1 + 2 > 2 * room }
  }

  private var longestName: Int {
    horizontal.ticks.map { shown($0, "x").count }.max() ?? 0
  }

  private var labels: [String] { plot.series.compactMap(\.label) }

  private var hasLegend: Bool { labels.count > 1 }

  /// As many columns of equal width as hold between the margins, by gnuplot's own measure.
  private var legendColumns: Int {
    let widest = labels.map { min($0.count, 60) }.max() ?? 0
    return max(1, min(labels.count, (68 - Int(leftMargin)) / (widest + 6)))
  }

  private var legendRows: Int { (labels.count + legendColumns - 1) / legendColumns }

  private func tenths(_ value: Double) -> Double { (10 * value).rounded() / 10 }
}
