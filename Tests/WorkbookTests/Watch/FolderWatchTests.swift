import Foundation
import Synchronization
import Testing

@testable import workbook

/// With the system's notices, and without.
@Suite("Waiting for a change")
struct FolderWatchTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.put("un", at: "chapters/un.md")
  }

  private func watch(
    polls: Bool, quiet: Duration = .milliseconds(30), patience: Duration = .seconds(20)
  ) -> FolderWatch {
    FolderWatch(
      WatchedFolders(root: directory.path),
      settings: .init(
        polls: polls, interval: .milliseconds(20), quiet: quiet, patience: patience))
  }

  @Test("the system gives notices where it can, and none where they are not wanted")
  func method() {
    #if os(Linux)
      let isLocal = MountTable.current.givesNotices(of: directory.path)
      #expect(watch(polls: false).isNotified == isLocal)
    #endif
    #expect(!watch(polls: true).isNotified)
  }

  @Test("a change made before is seen at once", arguments: [false, true])
  func before(polls: Bool) throws {
    let watch = watch(polls: polls)
    try directory.put("deux", at: "chapters/un.md")
    #expect(watch.wait() == .changed)
    // Not remembered yet: it is still a change.
    #expect(watch.wait(orUntilReadable: closedPipe()) == .changed)
    watch.remember()
    #expect(watch.wait(orUntilReadable: closedPipe()) == .ended)
  }

  @Test("a change made meanwhile ends the wait", arguments: [false, true])
  func meanwhile(polls: Bool) async throws {
    let directory = directory
    let outcome = try await Program.waiting { [self] in
      let watch = watch(polls: polls)
      Thread.detachNewThread {
        usleep(100_000)
        try? directory.put("deux", at: "Plugins/New/deux.swift")
      }
      return watch.wait()
    }
    #expect(outcome == .changed)
  }

  @Test("a folder made after the watch began is watched too", arguments: [false, true])
  func newFolder(polls: Bool) throws {
    let watch = watch(polls: polls)
    for name in ["Sources/New/Deep/a.swift", "Sources/New/Deep/b.swift", "exercices/1.1.swift"] {
      try directory.put("", at: name)
      #expect(watch.wait() == .changed)
      watch.remember()
    }
  }

  @Test("saves in quick succession are one change", arguments: [false, true])
  func burst(polls: Bool) async throws {
    let directory = directory
    let outcome = try await Program.waiting { [self] in
      let watch = watch(polls: polls, quiet: .seconds(1))
      Thread.detachNewThread {
        for number in 1...20 {
          try? directory.put("\(number)", at: "chapters/\(number).md")
          usleep(10_000)
        }
      }
      #expect(watch.wait() == .changed)
      watch.remember()
      return watch.wait(orUntilReadable: closedPipe())
    }
    #expect(outcome == .ended)
    #expect(directory.files.count == 21)
  }

  @Test("saves without end do not put the change off for ever", arguments: [false, true])
  func endless(polls: Bool) async throws {
    let directory = directory
    let outcome = try await Program.waiting { [self] in
      let watch = watch(polls: polls, quiet: .milliseconds(50), patience: .milliseconds(200))
      let isOver = Flag()
      Thread.detachNewThread {
        while !isOver.isSet {
          try? directory.put(UUID().uuidString, at: "chapters/un.md")
          usleep(5000)
        }
      }
      defer { isOver.set() }
      return watch.wait()
    }
    #expect(outcome == .changed)
  }

  @Test("an editor's own files are no change", arguments: [false, true])
  func temporary(polls: Bool) throws {
    let watch = watch(polls: polls)
    for name in ["chapters/.un.md.swp", "chapters/4913", "chapters/un.md~"] {
      try directory.put("", at: name)
    }
    #expect(watch.wait(orUntilReadable: closedPipe()) == .ended)
  }

  #if os(Linux)
    @Test("while it waits, it does next to nothing", arguments: [false, true])
    func idle(polls: Bool) async throws {
      let directory = directory
      let busy = try await Program.waiting {
        let watch = FolderWatch(
          WatchedFolders(root: directory.path), settings: .init(polls: polls))
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let bell = ends[1]
        Thread.detachNewThread {
          sleep(2)
          close(bell)
        }
        let start = threadSeconds()
        #expect(watch.wait(orUntilReadable: ends[0]) == .ended)
        close(ends[0])
        return threadSeconds() - start
      }
      #expect(busy < 0.1)
    }
  #endif
}

/// The reading end of a pipe that nobody writes to any more: it is readable at once, and for ever.
private func closedPipe() -> Int32 {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return -1 }
  close(ends[1])
  return ends[0]
}

#if os(Linux)
  /// The processor time of this thread.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
#endif

private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
