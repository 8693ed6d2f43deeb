import Document
import Foundation
import Synchronization

/// Figures on their way, drawn beside the cells that follow, two at a time.
final class FigureQueue: Sendable {
  private struct State {
    var count = 0
    var failures: [(rank: Int, cell: CellHead, error: any Error)] = []
  }

  private let queue = OperationQueue()
  private let state = Mutex(State())

  init() { queue.maxConcurrentOperationCount = 2 }

  func add(_ work: @escaping @Sendable () throws -> Void, for cell: CellHead) {
    let rank = state.withLock { state in
      state.count += 1
      return state.count
    }
    queue.addOperation { [self] in
      do {
        try work()
      } catch {
        state.withLock { $0.failures.append((rank, cell, error)) }
      }
    }
  }

  /// Waits for all of them; the first failure in the order in which they were asked for.
  func finish() async -> (cell: CellHead, error: any Error)? {
    await withCheckedContinuation { done in
      queue.addBarrierBlock { done.resume() }
    }
    return state.withLock { state in
      state.failures.min { $0.rank < $1.rank }.map { ($0.cell, $0.error) }
    }
  }
}
