import Experiments
import FrenchText
import Plotting

extension SweepReport {
  private static let accuracy = "exactitude dev (%)"
  private static let mostCurves = 6
  private static let mostPoints = 24

  /// The ranking as a figure: a heat map where two options vary, else curves with the band of their
  /// seeds, or points with their whiskers where no option is a number.
  var plot: Plot {
    let title =
      "Balayage de \(counted(manifest.grid.count, "entraînement", "entraînements"))"
      + (results.first?.usesSyntheticDigits == true ? " (chiffres synthétiques)" : "")
    let plot = Plot(title)
    switch varying.count {
    case 0: return costs(on: plot)
    case 2: return map(on: plot)
    default:
      guard let axis = numericAxis else { return points(on: plot) }
      return curves(along: axis, on: plot)
    }
  }

  /// The option with the most numbers.
  private var numericAxis: SweepOption? {
    varying.filter(\.isNumber).max { manifest.grid[$0].count < manifest.grid[$1].count }
  }

  /// One combination: its costs, epoch after epoch, with the band of its seeds.
  private func costs(on plot: Plot) -> Plot {
    let costs = results.map(\.costs)
    let epochs = costs.map(\.count).max() ?? 0
    let spreads = (0..<epochs).map { epoch in
      Spread(costs.filter { epoch < $0.count }.map { $0[epoch] })
    }
    return banded(spreads, x: (1...max(1, epochs)).map(Double.init), label: nil, on: plot)
      .axes(x: "époque", y: "coût")
  }

  private func map(on plot: Plot) -> Plot {
    // Numbers go from left to right, names from top to bottom.
    let across = numericAxis ?? varying[1]
    let down = varying.first { $0 != across } ?? across
    let (columns, rows) = (values(of: across), Array(values(of: down).reversed()))
    let cells = rows.map { row in
      columns.map { column in
        ranking.combinations.first {
          across.value(in: $0.options) == column && down.value(in: $0.options) == row
        }.map { $0.hasDiverged ? .nan : $0.dev.mean } ?? .nan
      }
    }
    return plot.heatMap(
      cells, columns: columns.map(across.shown), rows: rows.map { Self.short(down.shown($0)) },
      label: Self.accuracy
    ).axes(x: across.words, y: down.words)
  }

  private func points(on plot: Plot) -> Plot {
    let shown = ranking.combinations.filter { !$0.hasDiverged }.prefix(Self.mostPoints)
    return plot.errorBars(
      shown.map(\.dev.mean), deviations: shown.map(\.dev.deviation),
      categories: shown.map { name($0, without: nil) }
    ).axes(x: "", y: Self.accuracy)
  }

  /// A curve for each combination of the other options, those with the best point first.
  private func curves(along axis: SweepOption, on plot: Plot) -> Plot {
    var names: [String] = []
    for one in ranking.combinations where !one.hasDiverged {
      let name = name(one, without: axis)
      if !names.contains(name) { names.append(name) }
    }
    let curves = names.prefix(Self.mostCurves).map { curve in
      (
        curve,
        ranking.combinations.filter { name($0, without: axis) == curve }
          .map { (x: Double(axis.value(in: $0.options)) ?? .nan, one: $0) }
          .sorted { $0.x < $1.x }
      )
    }
    let all = curves.flatMap { $0.1.map(\.x) }
    let isLogarithmic = (all.min() ?? 0) > 0 && (all.max() ?? 0) > 20 * (all.min() ?? 1)
    return curves.reduce(plot) { plot, curve in
      banded(
        curve.1.map(\.one.dev), x: curve.1.map(\.x),
        label: curve.0.isEmpty ? nil : curve.0, on: plot)
    }.axes(
      x: axis.words, y: Self.accuracy, xScale: isLogarithmic ? .logarithmic : .linear)
  }

  /// Means as a curve in a band of one deviation to each side; what no seed gave is a gap.
  private func banded(_ spreads: [Spread], x: [Double], label: String?, on plot: Plot) -> Plot {
    func bound(_ side: Double) -> [Double] {
      spreads.map { $0.count == 0 ? .nan : $0.mean + side * $0.deviation }
    }
    return plot.band(lower: bound(-1), upper: bound(1), x: x)
      .line(bound(0), x: x, label: label)
  }

  private func values(of option: SweepOption) -> [String] {
    let values = manifest.grid[option]
    return option.isNumber
      ? values.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : values
  }

  private func name(_ one: SweepRanking.Combination, without axis: SweepOption?) -> String {
    varying.filter { $0 != axis }.map { Self.short($0.shown($0.value(in: one.options))) }
      .joined(separator: ", ")
  }

  /// `relu:50,relu:25,sigmoid:10` without its output layer, which is everywhere.
  private static func short(_ layers: String) -> String {
    let parts = layers.split(separator: ",")
    return parts.count > 1 && parts.allSatisfy { $0.contains(":") }
      ? parts.dropLast().joined(separator: " ").replacing(":", with: " ") : layers
  }
}
