import Foundation
import Synchronization

/// All the processes that come from one, known by a variable of their environment.
///
/// The environment follows a process wherever it goes: compilers and gnuplot run in process groups
/// of their own, and what has lost its parent in no tree.
struct ProcessFamily {
  private static let count = Atomic(0)
  /// `NAME=value`, to be put into the environment of the first process.
  let mark: String

  init() {
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    mark = "WORKBOOK_RUN=\(getpid()).\(number)"
  }

  /// Asks all of them to end, and makes sure that they do.
  ///
  /// - Parameters:
  ///   - signal: what they are asked by. Those that it does not move are sent SIGTERM after a second,
  ///     and killed after three.
  ///   - hasEnded: whether the first of them has.
  func stop(by signal: Int32, hasEnded: () -> Bool) {
    let start = ContinuousClock.now
    var sent: [pid_t: Int32] = [:]
    var emptyLooks = 0
    // A process in the middle of an exec shows no environment: one look is not enough.
    while emptyLooks < 2 || !hasEnded() {
      let time = start.duration(to: .now)
      // What not even SIGKILL ends hangs in the system itself.
      if time > .seconds(6) { return }
      let demand = time > .seconds(3) ? SIGKILL : time > .seconds(1) ? SIGTERM : signal
      let members = members
      emptyLooks = members.isEmpty ? emptyLooks + 1 : 0
      for process in members where sent.updateValue(demand, forKey: process) != demand {
        kill(process, demand)
        // One that is suspended would not hear of it.
        kill(process, SIGCONT)
      }
      usleep(10_000)
    }
  }

  /// Their numbers, in ascending order: a parent mostly comes before its children, and does not
  /// complain about their end.
  private var members: [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.sorted().filter { process in
      let bytes = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
      return bytes.split(separator: 0).contains { $0.elementsEqual(mark.utf8) }
    }
  }
}
