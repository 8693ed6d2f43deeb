import Cores
import Foundation
import Synchronization
import Testing

@Suite("Runs side by side", .timeLimit(.minutes(1)))
struct ConcurrencyTests {
  private struct Failure: Error, Equatable {
    let item: Int
  }

  @Test("results come in the items' order, whichever ends first")
  func order() async throws {
    let results = try await concurrently(Array(0..<12)) { item in
      try await Task.sleep(for: .milliseconds(item.isMultiple(of: 2) ? 8 : 1))
      return item * item
    }
    #expect(results == (0..<12).map { $0 * $0 })
  }

  @Test("no items, no results; and `nil` is a result")
  func oddResults() async throws {
    #expect(try await concurrently([Int]()) { $0 }.isEmpty)
    let results: [Int?] = try await concurrently([1, 2, 3]) { $0 == 2 ? nil : $0 }
    #expect(results == [1, nil, 3])
  }

  @Test("no more run at once than the machine has cores")
  func bound() async throws {
    let counts = Mutex((running: 0, most: 0))
    _ = try await concurrently(Array(0..<40)) { _ in
      counts.withLock {
        $0.running += 1
        $0.most = max($0.most, $0.running)
      }
      try await Task.sleep(for: .milliseconds(2))
      counts.withLock { $0.running -= 1 }
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    #expect(counts.withLock { $0.most } == min(cores, 40))
  }

  @Test("the first error is thrown; who runs is cancelled and who waits is never started")
  func failure() async throws {
    let started = Mutex(0)
    let cancelled = Mutex(0)
    await #expect(throws: Failure(item: 0)) {
      try await concurrently(Array(0..<100)) { item in
        started.withLock { $0 += 1 }
        if item == 0 { throw Failure(item: item) }
        do {
          try await Task.sleep(for: .seconds(300))
        } catch {
          cancelled.withLock { $0 += 1 }
          throw error
        }
      }
    }
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    #expect(started.withLock { $0 } <= cores)
    #expect(cancelled.withLock { $0 } == started.withLock { $0 } - 1)
  }
}
