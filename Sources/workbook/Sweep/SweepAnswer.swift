import Experiments

/// What `--json` says of a sweep.
struct SweepAnswer: Encodable {
  struct Combination: Encodable {
    struct Accuracy: Encodable {
      /// In percent; `nil` where every seed diverged.
      let mean, deviation: Double?

      init(_ spread: Spread) {
        mean = spread.count == 0 ? nil : spread.mean
        deviation = spread.count < 2 ? nil : spread.deviation
      }
    }

    let rank: Int
    /// Without the seed.
    let settings: [String: String]
    let seeds: Int
    let divergedSeeds: [String]
    let dev, test, training: Accuracy
    let withinLuckOfFirst: Bool?
  }

  let grid: SweepGrid
  let split: DigitSplit
  let missing: Int
  let combinations: [Combination]
  let trainings: [ExperimentResult]

  init(_ report: SweepReport) {
    (grid, split) = (report.manifest.grid, report.manifest.split)
    (missing, trainings) = (report.ranking.missing, report.results)
    combinations = report.ranking.combinations.enumerated().map { index, one in
      let settings = SweepOption.allCases.filter { $0 != .seed }.map {
        ($0.rawValue, $0.value(in: one.options))
      }
      return Combination(
        rank: index + 1, settings: Dictionary(uniqueKeysWithValues: settings),
        seeds: one.results.count, divergedSeeds: one.divergedSeeds,
        dev: .init(one.dev), test: .init(one.test), training: .init(one.training),
        withinLuckOfFirst: one.isWithinLuckOfFirst)
    }
  }
}
