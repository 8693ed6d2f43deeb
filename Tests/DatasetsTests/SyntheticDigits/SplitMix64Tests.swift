import Testing

@testable import Datasets

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("normal numbers have mean 0, the asked deviation, and no far tails")
  func normal() {
    var random = SplitMix64(seed: 3, index: 0)
    let values = (0..<20_000).map { _ in random.normal(deviation: 2) }
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.06)
    #expect(abs(variance - 4) < 0.15)
    let farthest = values.map(abs).max() ?? .infinity
    #expect(farthest < 7)
  }

  @Test("uniform numbers fill their range and stay in it")
  func uniform() {
    var random = SplitMix64(seed: 3, index: 1)
    let values = (0..<10_000).map { _ in random.uniform(in: -1...3) }
    let isWithin = values.allSatisfy { (-1..<3).contains($0) }
    #expect(isWithin)
    #expect((values.min() ?? 0) < -0.99 && (values.max() ?? 0) > 2.99)
  }

  @Test("images have streams of their own, negative and huge numbers included")
  func streams() {
    let words = [Int.min, -1, 0, 1, 2, .max].map { index in
      var random = SplitMix64(seed: .max, index: index)
      return random.next()
    }
    #expect(Set(words).count == 6)
  }
}
