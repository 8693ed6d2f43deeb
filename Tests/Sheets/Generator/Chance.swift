@testable import Datasets

/// Random numbers that are the same everywhere.
struct Chance {
  private var stream: SplitMix64

  init(seed: UInt64, index: Int) { stream = SplitMix64(seed: seed, index: index) }

  mutating func number(_ range: ClosedRange<Double>) -> Double { stream.uniform(in: range) }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + stream.whole(below: range.count)
  }

  mutating func normal(_ deviation: Double) -> Double { stream.normal(deviation: deviation) }
}
