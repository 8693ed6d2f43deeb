import Foundation

/// The system's word that something happens in some folders (Linux's inotify).
///
/// It says when to look, not what has changed: notices may be lost, doubled or about nothing.
final class FolderNotices {
  /// Readable when there is a notice.
  let descriptor: Int32
  /// Whether the system agreed to watch every folder so far: it sets a limit to their number.
  private(set) var isComplete = true

  #if os(Linux)
    /// Everything but reading.
    private static let events = UInt32(
      IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO
        | IN_DELETE_SELF | IN_MOVE_SELF)

    /// Fails where the system has no descriptor for this left.
    init?() {
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
    }

    /// Watches a folder, also when it is being watched already; one that is not there is no matter.
    func watch(_ folder: String) {
      guard inotify_add_watch(descriptor, folder, Self.events) < 0 else { return }
      if ![ENOENT, ENOTDIR, EACCES].contains(errno) { isComplete = false }
    }
  #else
    init?() { return nil }

    func watch(_ folder: String) {}
  #endif

  /// Forgets the notices so far.
  func discard() {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  deinit { close(descriptor) }
}
