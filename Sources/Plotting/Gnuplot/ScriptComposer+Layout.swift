/// What is around a frame, in letters across and lines down.
struct Margins: Equatable {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var statements: [String] {
    [
      "set lmargin \(left)", "set rmargin \(right)", "set tmargin \(top)",
      "set bmargin \(bottom)",
    ]
  }

  /// Enough for both.
  func union(_ other: Margins) -> Margins {
    Margins(
      left: max(left, other.left), right: max(right, other.right), top: max(top, other.top),
      bottom: max(bottom, other.bottom))
  }
}

/// Where things stand: gnuplot's own margins let a legend run into the name of the axis.
extension ScriptComposer {
  var margins: Margins {
    let names = namesAreTurned ? 0.2 * Double(longestName) : 0
    let name = plot.xAxis.label.isEmpty ? 0 : 1.6
    let legend = hasLegend ? 0.8 + 1.25 * Double(min(legendRows, 9)) : 0.6
    return Margins(
      left: leftMargin, right: rightMargin,
      top: plot.title.isEmpty ? 1.5 : isPanel ? 2.6 : 3.2,
      bottom: tenths(2 + names + name + legend))
  }

  var isTextMap: Bool { isText && plot.heatMap != nil }

  /// Margins that are known, in characters: each cell of the map takes whole ones.
  var textMargins: [String] {
    let margins = charactersAround
    return [
      "set lmargin \(margins.left)", "set rmargin \(margins.right)",
      "set tmargin \(margins.top)", "set bmargin \(margins.bottom)",
    ]
  }

  /// The columns and the rows of characters from one end of the axes to the other.
  var charactersBetweenAxes: (columns: Int, rows: Int) {
    let (size, margins) = (theme.size, charactersAround)
    return (
      size.columns - margins.left - margins.right, size.rows - margins.top - margins.bottom
    )
  }

  private var charactersAround: (left: Int, right: Int, top: Int, bottom: Int) {
    let numbers = vertical.ticks.map { shown($0, "y").count }.max() ?? 0
    return (numbers + 2, 3, 3, hasLegend ? 3 + legendRows : 2)
  }

  private var rightMargin: Double { roomForShades.map(tenths) ?? (isPanel ? 2.5 : 4) }

  /// What is between the margins, by gnuplot's measure.
  var lettersBetweenMargins: Double {
    let margins = panel?.margins ?? margins
    return max(5, 70 * theme.room.across - margins.left - margins.right)
  }

  private var leftMargin: Double {
    let numbers = vertical.ticks.map { shown($0, "y").count }.max() ?? 0
    return tenths(0.95 * Double(numbers) + (plot.yAxis.label.isEmpty ? 3 : 5.5))
  }

  /// One labelled series is what the title says already.
  var legend: [String] {
    guard hasLegend else { return ["unset key"] }
    let columns = isText && plot.heatMap == nil ? "" : " maxcols \(legendColumns)"
    return [
      "set key bmargin center horizontal Left reverse samplen 3 spacing 1.15"
        + "\(columns)\(font(13))\(ink)"
    ]
  }

  /// The letters under or beside a mark of an axis.
  func shown(_ tick: Tick, _ name: String) -> String {
    // A terminal has this many columns for each name; elsewhere the long ones are turned.
    let room = name == "x" && hasNames ? theme.roomForName(among: horizontal.ticks.count) : 24
    return Quoting.shortened(tick.label ?? "", to: room)
  }

  var namesAreTurned: Bool {
    guard hasNames, !isText else { return false }
    let letters = horizontal.ticks.map { shown($0, "x").count }
    let room = across(70) / max(1, letters.count)
    return letters.reduce(0) { $0 + $1 + 2 } > across(70)
      || zip(letters, letters.dropFirst()).contains { $0 + $1 + 2 > 2 * room }
  }

  private var longestName: Int {
    horizontal.ticks.map { shown($0, "x").count }.max() ?? 0
  }

  private var labels: [String] { plot.series.compactMap(\.label) }

  private var hasLegend: Bool { labels.count > 1 && panel?.sharesLegend != true }

  /// As many columns of equal width as hold between the margins, by gnuplot's own measure.
  private var legendColumns: Int {
    let widest = labels.map { min($0.count, 60) }.max() ?? 0
    if isText { return max(1, min(labels.count, (theme.lettersAcross - 12) / (widest + 7))) }
    return max(1, min(labels.count, (across(72) - Int(leftMargin + rightMargin)) / (widest + 6)))
  }

  private var legendRows: Int { (labels.count + legendColumns - 1) / legendColumns }

  private func tenths(_ value: Double) -> Double { (10 * value).rounded() / 10 }
}
