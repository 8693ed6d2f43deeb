import ChapterKit
import Testing

@Suite("Quantiles")
struct QuantilesTests {
  @Test("are interpolated between neighbours, whatever the order of the list")
  func interpolated() {
    #expect(quantiles([0, 0.25, 0.5, 1], of: [8, 1, 4, 2]) == [1, 1.75, 3, 8])
    #expect(quantiles([0.05, 0.95], of: [7]) == [7, 7])
    #expect(quantiles([0.5], of: [.infinity, .infinity]) == [.infinity])
  }

  @Test("shares beyond 0…1 are brought within")
  func bounds() {
    #expect(quantiles([-1, 2], of: [1, 2, 3]) == [1, 3])
  }

  @Test("nothing, or a nan, gives nan", arguments: [[], [1, .nan, 2]])
  func undefined(values: [Double]) {
    let both = quantiles([0.1, 0.9], of: values)
    #expect(both.count == 2 && both.allSatisfy(\.isNaN))
  }
}
