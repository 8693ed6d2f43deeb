import Foundation

/// The files that chapters are built from, at one moment.
struct Snapshot: Equatable {
  /// Their paths, relative to the folder that was watched.
  private(set) var files: [String: FileState] = [:]

  mutating func add(_ path: String, _ status: stat) { files[path] = FileState(status) }
}

/// What changes with a file's content.
///
/// A save that renames gives another inode, a copy that keeps an older date another time of change:
/// it takes them all.
struct FileState: Equatable {
  private let size: off_t
  private let inode: ino_t
  private let modified, changed: Moment

  init(_ status: stat) {
    size = status.st_size
    inode = status.st_ino
    #if canImport(Darwin)
      modified = Moment(status.st_mtimespec)
      changed = Moment(status.st_ctimespec)
    #else
      modified = Moment(status.st_mtim)
      changed = Moment(status.st_ctim)
    #endif
  }

  private struct Moment: Equatable {
    let seconds, nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec)) }
  }
}
