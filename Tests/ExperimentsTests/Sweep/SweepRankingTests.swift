import Testing

@testable import Experiments

@Suite("The ranking of a sweep")
struct SweepRankingTests {
  /// The results of a grid of three rates and as many seeds as there are accuracies.
  private static func ranking(_ accuracies: [[Double?]], diverged: [[Int]] = [[], [], []]) throws
    -> SweepRanking
  {
    let grid = try SweepGrid([
      .learningRate: ["0.1,0.2,0.3"], .seed: ["0..\(accuracies[0].count - 1)"],
    ])
    let results = (0..<grid.count).map { number -> ExperimentResult? in
      let (rate, seed) = (number / accuracies[0].count, number % accuracies[0].count)
      return accuracies[rate][seed].map { accuracy in
        ExperimentResult(
          settings: grid.options(number), trainingImages: 50, devImages: 10,
          costs: [1, diverged[rate].contains(seed) ? .nan : 0.5], trainingAccuracy: 99,
          devAccuracy: accuracy, testAccuracy: accuracy - 1, parameters: 3,
          usesSyntheticDigits: false)
      }
    }
    return SweepRanking(grid, results: results)
  }

  private static func rates(_ ranking: SweepRanking) -> [String] {
    ranking.combinations.map(\.options.learningRate)
  }

  @Test("the best mean comes first, and equal ones stay in order")
  func order() throws {
    let ranking = try Self.ranking([[90, 92], [95, 95.5], [91, 91]])
    #expect(Self.rates(ranking) == ["0.2", "0.1", "0.3"])
    #expect(ranking.combinations[0].dev.mean == 95.25)
    #expect(ranking.combinations[0].test.mean == 94.25)
    #expect(ranking.missing == 0 && ranking.varying == [.learningRate])
  }

  @Test("a difference that the seeds explain is told apart from one that they do not")
  func luck() throws {
    let ranking = try Self.ranking([[90, 91, 92, 93], [91, 91.5, 92, 92.5], [80, 80.5, 81, 81]])
    #expect(Self.rates(ranking) == ["0.2", "0.1", "0.3"])
    #expect(ranking.combinations.map(\.isWithinLuckOfFirst) == [nil, true, false])
    let alone = try Self.ranking([[90], [80], [70]])
    #expect(alone.combinations.allSatisfy { $0.isWithinLuckOfFirst == nil })
  }

  @Test("diverged seeds are named, left out of the mean, and put behind those that all hold")
  func divergence() throws {
    let ranking = try Self.ranking(
      [[97, 98, 10], [90, 91, 92], [10, 10, 10]], diverged: [[2], [], [0, 1, 2]])
    #expect(Self.rates(ranking) == ["0.2", "0.1", "0.3"])
    #expect(ranking.combinations[1].divergedSeeds == ["2"])
    #expect(ranking.combinations[1].dev.mean == 97.5)
    #expect(ranking.combinations[2].hasDiverged && ranking.combinations[2].dev.count == 0)
  }

  @Test("what is missing is counted, and a combination is ranked by what is there")
  func partial() throws {
    let ranking = try Self.ranking([[90, nil], [nil, nil], [91, 92]])
    #expect(Self.rates(ranking) == ["0.3", "0.1"] && ranking.missing == 3)
  }
}

@Suite("Luck between two lists")
struct LuckTests {
  @Test("Welch’s test, at one in a hundred")
  func welch() {
    // t = −2.58 and −4.27 with 13.6 degrees of freedom, where 99 times in 100 it is below 3.
    let one = Spread([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6])
    let near = Spread([23.1, 22.0, 25.2, 24.1, 25.9, 21.9, 26.4, 21.3, 24.4, 23.8])
    let far = Spread([25.1, 24.0, 27.2, 26.1, 27.9, 23.9, 28.4, 23.3, 26.4, 25.8])
    #expect(one.isWithinLuck(of: near) == true && near.isWithinLuck(of: one) == true)
    #expect(one.isWithinLuck(of: far) == false)
  }

  @Test("without deviation, only equal means are alike; one value says nothing")
  func edges() {
    #expect(Spread([1, 1]).isWithinLuck(of: Spread([1, 1])) == true)
    #expect(Spread([1, 1]).isWithinLuck(of: Spread([2, 2])) == false)
    #expect(Spread([1]).isWithinLuck(of: Spread([1, 2])) == nil)
  }
}
