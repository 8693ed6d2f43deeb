import Foundation
import Synchronization

/// Threads that do one short piece of work after another together.
///
/// Between two pieces they stay awake for a moment, for a training step takes some ten microseconds
/// and waking a thread takes as long. Only one thread at a time may call `run`.
public final class Crew {
  /// The number of threads, the calling one included.
  public let threads: Int
  private let state = State()

  /// A crew of `threads`, or of as many as the system lets start: to wait for one that does not
  /// exist would take for ever.
  public init(threads: Int) {
    var started = 1
    while started < threads, DetachedThread.start({ [state, started] in state.help(as: started) }) {
      started += 1
    }
    self.threads = started
  }

  deinit { state.dismiss() }

  /// Calls `work` once for each number in 0..<threads, at the same time, and waits for all of them;
  /// number 0 runs on the calling thread.
  public func run(_ work: (_ number: Int) -> Void) {
    guard threads > 1 else { return work(0) }
    withoutActuallyEscaping(work) { work in
      state.begin(work, helpers: threads - 1)
      work(0)
      state.waitForHelpers()
    }
  }
}

/// What the threads of a crew share.
///
/// Unchecked: `work` changes only while no helper runs, and the change of `piece` makes it visible.
private final class State: @unchecked Sendable {
  private typealias Work = (Int) -> Void

  /// The number of the piece of work under way; −1 once the crew is dismissed.
  private let piece = Atomic(0)
  private let running = Atomic(0)
  private let sleeping = Atomic(0)
  private let condition = NSCondition()
  private var work: Work?
  private var begun = 0

  /// About 200 microseconds on a processor of today.
  private static let patience = 200_000

  func begin(_ work: @escaping (Int) -> Void, helpers: Int) {
    self.work = work
    begun += 1
    running.store(helpers, ordering: .relaxed)
    announce(begun)
  }

  func dismiss() { announce(-1) }

  private func announce(_ number: Int) {
    piece.store(number, ordering: .sequentiallyConsistent)
    if sleeping.load(ordering: .sequentiallyConsistent) > 0 {
      condition.withLock { condition.broadcast() }
    }
  }

  func waitForHelpers() {
    var patience = Self.patience
    while running.load(ordering: .acquiring) > 0 {
      patience -= 1
      if patience < 0 { sched_yield() }
    }
    work = nil
  }

  func help(as number: Int) {
    var done = 0
    while true {
      let next = waitForPiece(after: done)
      if next < 0 { return }
      done = next
      work?(number)
      running.subtract(1, ordering: .releasing)
    }
  }

  private func waitForPiece(after done: Int) -> Int {
    for _ in 0..<Self.patience {
      let next = piece.load(ordering: .acquiring)
      if next != done { return next }
    }
    return condition.withLock {
      sleeping.add(1, ordering: .sequentiallyConsistent)
      defer { sleeping.subtract(1, ordering: .sequentiallyConsistent) }
      while true {
        let next = piece.load(ordering: .sequentiallyConsistent)
        if next != done { return next }
        condition.wait()
      }
    }
  }
}
