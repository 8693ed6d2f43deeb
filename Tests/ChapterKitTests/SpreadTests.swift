import ChapterKit
import Testing

@Suite("Spreads over seeds")
struct SpreadTests {
  @Test("mean and sample deviation are those of NumPy with ddof=1")
  func values() {
    let spread = Spread([1, 2, 3, 4])
    #expect(spread.mean == 2.5)
    #expect(spread.deviation == 1.2909944487358056)
    #expect(spread.count == 4)
  }

  @Test("a single value has no deviation, none no mean that traps")
  func few() {
    #expect(Spread([3]).deviation == 0)
    #expect(Spread([3]).distance(to: 3) == 0)
    #expect(Spread([3]).distance(to: 4) == .infinity)
    #expect(Spread([]).mean == 0)
  }

  @Test("a spread in percent has a French comma and no-break spaces")
  func words() {
    #expect(percent(Spread([0.25, 0.75]), digits: 1) == "50,0 ± 35,4 %")
  }
}
