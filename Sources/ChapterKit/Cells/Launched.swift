import Synchronization

/// Work that a cell started, to be asked for later.
///
///     let training = launch { try await self.train(network, …) }
///     …
///     let result = try await training.value
public struct Launched<Value: Sendable>: Sendable {
  let task: Task<Value, any Error>

  /// What the work gave; waits until it has ended.
  ///
  /// - Throws: the error that ended it, `CancellationError` where the chapter was interrupted.
  public var value: Value {
    get async throws { try await task.value }
  }
}

extension ChapterContext {
  /// Starts work beside the cells that follow, off the main thread.
  ///
  /// It never outlives its chapter: a chapter that fails, is interrupted or simply ends cancels what
  /// still runs and waits for it. A throwing `async let` would do the same, but the compiler ends it
  /// anew at every later `try` of the chapter, and takes a minute for that.
  public func launch<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) -> Launched<Value> {
    let task = Task.detached(operation: work)
    launchedWork.add(task)
    return Launched(task: task)
  }
}

/// What a chapter launched.
final class LaunchedWork: Sendable {
  private struct State {
    var isCancelled = false
    var cancellations: [@Sendable () -> Void] = []
    var ends: [@Sendable () async -> Void] = []
  }

  private let state = Mutex(State())

  func add<Value>(_ task: Task<Value, any Error>) {
    state.withLock { state in
      state.cancellations.append { task.cancel() }
      state.ends.append { _ = await task.result }
      if state.isCancelled { task.cancel() }
    }
  }

  /// Asks all of it to end, and what is launched from now on too.
  func cancel() {
    let cancellations = state.withLock { state in
      state.isCancelled = true
      return state.cancellations
    }
    for cancel in cancellations { cancel() }
  }

  /// Ends all of it and waits until it has ended.
  func end() async {
    cancel()
    for end in state.withLock({ $0.ends }) { await end() }
  }
}
