import Foundation
import Synchronization

/// A directory of this program alone, for files that nobody asked for; it goes with its owner.
public final class ScratchDirectory: Sendable {
  private static let paths = Mutex<Set<String>>([])

  public let path: String

  /// Makes a directory among the system's temporary ones (`TMPDIR`); throws `FileError`.
  public init() throws(FileError) {
    let path = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID())").path
    // Unlike FileManager, it says why it cannot, and takes nothing over that is there already.
    guard mkdir(path, 0o700) == 0 else { throw .cannotWrite(path: path, code: errno) }
    self.path = path
    _ = Self.paths.withLock { $0.insert(path) }
  }

  deinit {
    _ = Self.paths.withLock { $0.remove(path) }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Has a folder that is being filled go as well, should the program be cut short.
  static func watch(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  static func unwatch(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  /// Removes every one of them: for the end of a program that an interruption cuts short.
  public static func removeAll() {
    paths.withLock { paths in paths.forEach { try? FileManager.default.removeItem(atPath: $0) } }
  }
}
