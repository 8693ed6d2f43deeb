import Experiments
import Testing

@Suite("The spread over seeds")
struct SpreadTests {
  @Test("mean, and deviation divided by n − 1")
  func moments() {
    let spread = Spread([1, 2, 3, 6])
    #expect(spread.mean == 3)
    #expect(abs(spread.deviation - (14.0 / 3).squareRoot()) < 1e-15)
    #expect(abs(spread.distance(to: 3 - 2 * spread.deviation) + 2) < 1e-12)
    #expect(Spread([5]).deviation == 0)
  }

  @Test(
    "the reach is that of a 99 % prediction interval",
    arguments: [(2, 77.964), (5, 5.0435), (10, 3.4086), (31, 2.7940), (100, 2.7637)])
  func reach(count: Int, expected: Double) {
    let values = (0..<count).map(Double.init)
    #expect(abs(Spread(values).reach - expected) < 1e-3)
  }

  @Test("one value reaches nowhere", arguments: [[], [1.0]])
  func single(values: [Double]) {
    #expect(Spread(values).reach == 0)
  }
}
