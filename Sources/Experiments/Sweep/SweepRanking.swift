/// The combinations of a sweep, best first, by their accuracy on the images kept apart.
public struct SweepRanking: Sendable {
  /// One combination of the values of all options but the seed.
  public struct Combination: Sendable {
    /// The options, with the seed of its first training.
    public let options: ExperimentSettings.Options
    /// The results of its seeds, in the grid's order.
    public let results: [ExperimentResult]
    /// Its seeds that diverged.
    public let divergedSeeds: [String]
    /// Over the seeds that did not diverge, in percent.
    public let dev, test, training: Spread
    /// Whether its difference from the first combination may be luck; `nil` where nobody can tell.
    public fileprivate(set) var isWithinLuckOfFirst: Bool?

    init(_ results: [ExperimentResult], options: ExperimentSettings.Options) {
      (self.results, self.options) = (results, options)
      divergedSeeds = results.filter(\.diverged).map(\.settings.seed)
      let sound = results.filter { !$0.diverged }
      dev = Spread(sound.map { $0.devAccuracy ?? .nan })
      test = Spread(sound.map(\.testAccuracy))
      training = Spread(sound.map(\.trainingAccuracy))
    }

    /// Whether no seed gave a result to rank by.
    public var hasDiverged: Bool { dev.count == 0 }
  }

  /// Those without a diverged seed first, since the others cannot be relied on; then by the mean.
  public let combinations: [Combination]
  /// The options that tell combinations apart.
  public let varying: [SweepOption]
  /// The trainings whose result is not there.
  public let missing: Int

  /// - Parameter results: those of the grid's trainings, in its order; `nil` where there is none.
  public init(_ grid: SweepGrid, results: [ExperimentResult?]) {
    varying = grid.varying.filter { $0 != .seed }
    missing = results.count { $0 == nil }
    let seeds = grid[.seed].count
    var combinations = stride(from: 0, to: results.count, by: seeds).compactMap { start in
      let there = results[start..<start + seeds].compactMap(\.self)
      return there.isEmpty ? nil : Combination(there, options: grid.options(start))
    }
    // Equal ones stay in the grid's order.
    combinations = combinations.enumerated().sorted { one, other in
      let keys = [one, other].map { rank($0.element, at: $0.offset) }
      return keys[0] < keys[1]
    }.map(\.element)
    if let first = combinations.first, !first.hasDiverged {
      for index in combinations.indices.dropFirst() where !combinations[index].hasDiverged {
        combinations[index].isWithinLuckOfFirst = combinations[index].dev.isWithinLuck(
          of: first.dev)
      }
    }
    self.combinations = combinations
  }
}

private func rank(
  _ combination: SweepRanking.Combination, at place: Int
) -> (reliability: Int, mean: Double, place: Int) {
  let reliability =
    combination.hasDiverged ? 2 : combination.divergedSeeds.isEmpty ? 0 : 1
  return (reliability, combination.hasDiverged ? 0 : -combination.dev.mean, place)
}

extension SweepFolder {
  /// The results that are there, in the grid's order.
  public func results(of trainings: [PlannedTraining]) -> [ExperimentResult?] {
    trainings.map { result(of: $0) }
  }
}
