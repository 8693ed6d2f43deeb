import Foundation
import Synchronization

/// All the processes that come from one, known by a variable of their environment, and their children,
/// who may have been started without it.
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
      let members = members(besides: Set(sent.keys))
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
  ///
  /// - Parameter known: those that were found before, whose children belong to the family too.
  private func members(besides known: Set<pid_t>) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    var family = Set<pid_t>()
    for process in all.compactMap({ pid_t($0) }).sorted() {
      let bytes = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
      let isMarked = bytes.split(separator: 0).contains { $0.elementsEqual(mark.utf8) }
      let parent = Self.parent(of: process)
      let isChild = parent.map { family.contains($0) || known.contains($0) } ?? false
      // One that was found before has not ended as long as it is there and not waited for.
      if isMarked || isChild || known.contains(process) && parent != nil { family.insert(process) }
    }
    return family.sorted()
  }

  /// The parent of a process that has not ended: the fourth field of its state, after a name that may
  /// hold anything, in parentheses.
  private static func parent(of process: pid_t) -> pid_t? {
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat") else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?
      .split(separator: " ")
    guard let fields, fields.count > 1, fields[0] != "Z" else { return nil }
    return pid_t(fields[1])
  }
}
