import ChapterKit
import LinearAlgebra
import Synchronization
import Testing

@Suite("Nanoseconds per value")
struct TimingTests {
  @Test("a thousand times the work takes longer")
  func order() throws {
    let cheap = try nanosecondsPerValue(passes: 20) { $0.map { -$0 } }
    let dear = try nanosecondsPerValue(count: 256, passes: 20) { values in
      (0..<1000).reduce(values) { result, _ in result.map { -$0 } }
    }
    #expect(cheap > 0)
    #expect(dear > 10 * cheap)
  }

  @Test("the function is called on values of both signs, as often as asked, at least once")
  func calls() throws {
    let calls = Mutex(0)
    let signs = Mutex(Set<Bool>())
    for passes in [7, 0] {
      _ = try nanosecondsPerValue(count: 64, passes: passes) { values in
        calls.withLock { $0 += 1 }
        values.withUnsafeElements { elements in
          for element in elements { _ = signs.withLock { $0.insert(element > 0) } }
        }
        return values
      }
    }
    #expect(calls.withLock { $0 } == 8)
    #expect(signs.withLock { $0 } == [true, false])
  }
}
