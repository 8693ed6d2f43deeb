import Foundation

/// Waits until the files of some folders are no longer what they were.
///
/// The system's notices wake it up; where there are none, it looks once in a while. Either way, only
/// a comparison with the files remembered decides.
final class FolderWatch {
  enum Outcome: Equatable {
    /// The files have changed, and then stayed as they are for a moment.
    case changed
    /// The other thing waited for has happened, and the files are the same.
    case ended
  }

  /// How it looks, and how patiently.
  struct Settings {
    /// Looks once in a while even where the system would give notice.
    var polls = false
    var interval: Duration = .seconds(1)
    /// Saves that follow each other closer than this are one change…
    var quiet: Duration = .milliseconds(150)
    /// … up to this long.
    var patience: Duration = .seconds(3)
  }

  private let folders: WatchedFolders
  private let settings: Settings
  private var notices: FolderNotices?
  private var remembered = Snapshot()

  init(_ folders: WatchedFolders, settings: Settings = Settings()) {
    self.folders = folders
    self.settings = settings
    let mounts = MountTable.current
    if !settings.polls, folders.paths.allSatisfy(mounts.givesNotices) { notices = FolderNotices() }
    remember()
  }

  /// Whether the system gives notice of changes.
  var isNotified: Bool { notices != nil }

  /// Takes the files as they are now for those to compare with.
  func remember() {
    notices?.discard()
    remembered = look()
  }

  /// Waits for a change, or until another descriptor is readable.
  func wait(orUntilReadable other: Int32 = -1) -> Outcome {
    while true {
      let ready = pause(isNotified ? nil : settings.interval, until: other)
      if ready.isNoticed { settle() }
      var now = look()
      if now != remembered {
        if !isNotified { now = settled(from: now) }
        if now != remembered { return .changed }
      }
      if ready.isEnded { return .ended }
    }
  }

  /// The files now; folders that are new are watched from here on.
  private func look() -> Snapshot {
    let snapshot = folders.snapshot { notices?.watch($0) }
    if notices?.isComplete == false { notices = nil }
    return snapshot
  }

  /// Waits until no notice comes any more.
  private func settle() {
    let deadline = ContinuousClock.now + settings.patience
    repeat {
      notices?.discard()
    } while pause(settings.quiet).isNoticed && ContinuousClock.now < deadline
  }

  /// Waits until the files stay as they are.
  private func settled(from snapshot: Snapshot) -> Snapshot {
    let deadline = ContinuousClock.now + settings.patience
    var (last, now) = (Snapshot(), snapshot)
    while now != last, ContinuousClock.now < deadline {
      _ = pause(settings.quiet)
      (last, now) = (now, look())
    }
    return now
  }

  /// Sleeps until a notice comes or the other descriptor is readable, no longer than `duration`.
  private func pause(
    _ duration: Duration?, until other: Int32 = -1
  ) -> (isNoticed: Bool, isEnded: Bool) {
    // poll leaves out a negative descriptor.
    var descriptors = [notices?.descriptor ?? -1, other].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = duration.map { Int32($0 / .milliseconds(1)) } ?? -1
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else {
      return (false, false)
    }
    return (descriptors[0].revents != 0, descriptors[1].revents != 0)
  }
}
