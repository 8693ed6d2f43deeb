import ChapterKit
import FrenchText
import Testing

@Suite("Series")
struct SeriesTests {
  @Test("distances are relative, value by value, as far as both series go")
  func distances() {
    #expect(relativeDistances([3, 2, 7], [2, 2]) == [0.5, 0])
    #expect(relativeDistances([], [1]).isEmpty)
  }

  @Test(
    "an epoch that the run did not reach is a dash",
    arguments: [(1, "0,5"), (2, "nan"), (3, "–"), (0, "–"), (-4, "–"), (.max, "–")])
  func epoch(epoch: Int, text: String) {
    #expect(exact([0.5, .nan], epoch: epoch) == text)
  }
}
