import Foundation
import Synchronization

/// The threads that the processor's cores can keep busy, shared out among the pieces of work that run
/// at the same time.
public enum ThreadBudget {
  private static let shares = Mutex((limit: ProcessInfo.processInfo.activeProcessorCount, count: 0))

  /// The number of threads that the whole program may keep busy, at least 1; the number of cores
  /// unless something else is set.
  public static var limit: Int {
    get { shares.withLock { $0.limit } }
    set { shares.withLock { $0.limit = max(1, newValue) } }
  }

  /// One piece of work's claim to a part of the cores, for as long as this value lives.
  public final class Share: Sendable {
    public init() { shares.withLock { $0.count += 1 } }

    deinit { shares.withLock { $0.count -= 1 } }

    /// The threads that this piece of work may use now, at least 1: more once others have ended.
    public var threads: Int { shares.withLock { max(1, $0.limit / $0.count) } }
  }
}
