import Cores
import Synchronization
import Testing

@Suite("A crew of threads")
struct CrewTests {
  @Test(
    "Each thread does its part of every piece, and all parts are done on return", arguments: 1...5)
  func everyPart(threads: Int) {
    let crew = Crew(threads: threads)
    #expect(crew.threads == threads)
    // Without a lock, as trainings use it: the thread sanitizer sees whether the crew orders it.
    let parts = UnsafeMutableBufferPointer<Int>.allocate(capacity: threads)
    defer { parts.deallocate() }
    parts.initialize(repeating: 0)
    for piece in 1...2_000 {
      crew.run { parts[$0] += 1 }
      #expect(parts.allSatisfy { $0 == piece })
    }
  }

  @Test("Threads that fell asleep between two pieces are woken")
  func wakes() async throws {
    let crew = Crew(threads: 3)
    let count = Atomic(0)
    for _ in 0..<5 {
      crew.run { _ in count.add(1, ordering: .relaxed) }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(count.load(ordering: .relaxed) == 15)
  }

  @Test("A crew of fewer than one thread is the calling thread alone", arguments: [0, -3])
  func atLeastOne(threads: Int) {
    let crew = Crew(threads: threads)
    var numbers: [Int] = []
    crew.run { numbers.append($0) }
    #expect(numbers == [0])
  }

  @Test("Shares divide the cores, at least one thread each, and give back when they end")
  func shares() async {
    // In a process of its own: the limit is the whole program's.
    await #expect(processExitsWith: .success) {
      ThreadBudget.limit = 4
      let first = ThreadBudget.Share()
      #expect(first.threads == 4)
      do {
        let second = ThreadBudget.Share()
        #expect(first.threads == 2 && second.threads == 2)
        let more = (0..<7).map { _ in ThreadBudget.Share() }
        #expect(first.threads == 1 && more.count == 7)
      }
      #expect(first.threads == 4)
      ThreadBudget.limit = -1
      #expect(ThreadBudget.limit == 1 && first.threads == 1)
    }
  }
}
