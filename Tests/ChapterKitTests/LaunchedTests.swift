import Synchronization
import Testing

@testable import ChapterKit

@Suite("Work that a cell launches")
@MainActor
struct LaunchedTests {
  /// Work that goes on until it is cancelled, and says when it has ended.
  private final class Endless: Sendable {
    let hasEnded = Atomic(false)

    func run() async throws {
      defer { hasEnded.store(true, ordering: .sequentiallyConsistent) }
      while true {
        try Task.checkCancellation()
        await Task.yield()
      }
    }

    var ended: Bool { hasEnded.load(ordering: .sequentiallyConsistent) }
  }

  @Test("gives its value when it is asked for")
  func value() async throws {
    try await Weaving { context in
      let first = context.launch { 1 }
      let second = context.launch { 2 }
      let values = [try await second.value, try await first.value]
      #expect(values == [2, 1])
    }.run()
  }

  @Test("throws its error where its value is asked for")
  func failure() async throws {
    struct Broken: Error {}
    let error = await #expect(throws: (any Error).self) {
      try await Weaving { context in
        let work: Launched<Int> = context.launch { throw Broken() }
        _ = try await work.value
      }.run()
    }
    #expect(error is Broken)
  }

  @Test("has ended once its chapter has ended, failed or not", arguments: [false, true])
  func end(fails: Bool) async {
    struct Broken: Error {}
    let work = Endless()
    try? await Weaving { context in
      _ = context.launch { try await work.run() }
      if fails { throw Broken() }
    }.run()
    #expect(work.ended)
  }

  @Test("ends when the chapter is cancelled while it waits for it")
  func cancellation() async {
    let work = Endless()
    let run = Task { @MainActor in
      try await Weaving { context in
        try await context.launch { try await work.run() }.value
      }.run()
    }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
    #expect(work.ended)
  }

  @Test("ends at once when the chapter is cancelled already")
  func late() async {
    let work = Endless()
    let run = Task { @MainActor in
      try await Weaving { context in
        while !Task.isCancelled { await Task.yield() }
        try await context.launch { try await work.run() }.value
      }.run()
    }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
    #expect(work.ended)
  }
}
