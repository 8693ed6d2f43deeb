import Document
import Experiments
import Foundation
import FrenchText
import Plotting

/// What there is to say of a sweep's results: a ranking on the screen, a table for other programs.
struct SweepReport {
  let manifest: SweepManifest
  let ranking: SweepRanking
  let results: [ExperimentResult]

  private static let mostRows = 40

  init(_ manifest: SweepManifest, _ results: [ExperimentResult?]) {
    self.manifest = manifest
    self.results = results.compactMap(\.self)
    ranking = SweepRanking(manifest.grid, results: results)
  }

  /// The options that tell combinations apart, in the order of columns.
  var varying: [SweepOption] {
    SweepOption.displayed.filter { ranking.varying.contains($0) }
  }

  var blocks: [WovenBlock] {
    guard !ranking.combinations.isEmpty else {
      return [.notice("Aucun résultat n’est encore là.")]
    }
    return [.table(table)] + notes.map { .prose(Prose($0)) } + best
  }

  private var table: Table {
    let counts = ranking.combinations.contains { !$0.divergedSeeds.isEmpty }
    let seeds = manifest.grid[.seed].count
    let isPartial = ranking.missing > 0
    var columns: [Table.Column] = [.init("Rang", .right)]
    columns += varying.map { .init($0.header, $0.isNumber ? .right : .left) }
    columns.append(.init("Exactitude dev", .right))
    if isPartial { columns.append(.init("Graines", .right)) }
    if counts { columns.append(.init("Divergés")) }
    if seeds > 1 { columns.append(.init("Écart")) }
    let rows = ranking.combinations.prefix(Self.mostRows).enumerated().map { index, one in
      var row = ["\(index + 1)"] + varying.map { $0.shown($0.value(in: one.options)) }
      row.append(accuracy(one.dev))
      if isPartial { row.append("\(one.results.count)/\(seeds)") }
      if counts { row.append(diverged(one)) }
      if seeds > 1 { row.append(index == 0 ? "–" : difference(one)) }
      return row
    }
    return Table(columns: columns, rows: rows)
  }

  private func accuracy(_ spread: Spread) -> String {
    switch spread.count {
    case 0: "–"
    case 1: percent(spread.mean / 100)
    default:
      "\(number(spread.mean, digits: 2)) ± \(number(spread.deviation, digits: 2)) %"
    }
  }

  private func diverged(_ one: SweepRanking.Combination) -> String {
    guard !one.divergedSeeds.isEmpty else { return "–" }
    guard one.results.count > 1 else { return "oui" }
    let seeds = one.divergedSeeds
    let named = seeds.prefix(4).joined(separator: ", ") + (seeds.count > 4 ? "…" : "")
    return seeds.count == one.results.count
      ? "tous" : "\(seeds.count) (graine\(seeds.count > 1 ? "s" : "") \(named))"
  }

  private func difference(_ one: SweepRanking.Combination) -> String {
    switch one.isWithinLuckOfFirst {
    case true?: "≈ hasard"
    case false?: "net"
    case nil: "–"
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    let shown = min(ranking.combinations.count, Self.mostRows)
    if shown < ranking.combinations.count {
      notes.append(
        "Voilà les \(shown) premières combinaisons sur \(number(ranking.combinations.count)) ; "
          + "`--csv` les donne toutes.")
    }
    if ranking.missing > 0 {
      let missing = counted(
        ranking.missing, "entraînement manque encore", "entraînements manquent encore")
      notes.append("\(missing) : ce classement n’est que provisoire.")
    }
    if manifest.grid[.seed].count == 1, ranking.combinations.count > 1 {
      notes.append(
        "Avec une seule graine, rien ne dit si un écart vient du réglage ou du hasard : "
          + "redemande le balayage avec `--seed 0..4`.")
    } else if ranking.combinations.contains(where: { $0.isWithinLuckOfFirst == true }) {
      notes.append(
        "« ≈ hasard » : l’écart au premier n’est pas plus grand que ce que le hasard des graines "
          + "explique (test de Welch, à 99 %).")
    }
    if ranking.combinations.contains(where: { !$0.divergedSeeds.isEmpty }) {
      notes.append(
        "Un entraînement diverge quand un de ses coûts n’est plus un nombre fini. La moyenne ne compte "
          + "que les autres, et une combinaison dont une graine a divergé passe après celles où toutes "
          + "tiennent.")
    }
    return notes
  }

  /// The first of the ranking, and what the test images say of it, which chose nothing.
  private var best: [WovenBlock] {
    guard let first = ranking.combinations.first, !first.hasDiverged else { return [] }
    let test =
      "Sur les images de test, qui n’ont servi à rien choisir, la première combinaison obtient "
      + "\(accuracy(first.test)). Pour la refaire :"
    return [.prose(Prose(test)), .output(command(first))]
  }

  /// The command that does the first training of a combination again.
  private func command(_ one: SweepRanking.Combination) -> String {
    let defaults = ExperimentSettings.Options()
    var words = ["./workbook train"]
    for option in SweepOption.displayed {
      let value = option.value(in: one.results.first?.settings ?? one.options)
      if value != option.value(in: defaults) { words.append("\(option.argument) \(value)") }
    }
    let split = manifest.split
    words.append("--images \(split.images) --dev \(split.dev)")
    return words.joined(separator: " ")
  }

  // MARK: For other programs

  /// A row per combination, best first.
  var csv: Data {
    let settings = SweepOption.displayed.filter { $0 != .seed }
    let head =
      ["rank"] + settings.map(\.rawValue) + [
        "seeds", "diverged", "divergedSeeds", "devMean", "devDeviation", "withinLuckOfFirst",
        "testMean", "testDeviation", "trainingMean", "trainingDeviation",
      ]
    let rows = ranking.combinations.enumerated().map { index, one in
      [CSV.Cell.number(Double(index + 1))]
        + settings.map { .text($0.value(in: one.options)) } + [
          .number(Double(one.results.count)), .number(Double(one.divergedSeeds.count)),
          .text(one.divergedSeeds.joined(separator: " ")),
        ] + numbers(one.dev) + [one.isWithinLuckOfFirst.map { .text("\($0)") } ?? .empty]
        + numbers(one.test) + numbers(one.training)
    }
    return Data(CSV.text([head.map { .text($0) }] + rows).utf8)
  }

  private func numbers(_ spread: Spread) -> [CSV.Cell] {
    [
      spread.count > 0 ? .number(spread.mean) : .empty,
      spread.count > 1 ? .number(spread.deviation) : .empty,
    ]
  }
}
