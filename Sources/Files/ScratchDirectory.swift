import Foundation
import Synchronization

/// A directory of this program alone, for files that nobody asked for; it goes with its owner.
public final class ScratchDirectory: Sendable {
  private static let paths = Mutex<Set<String>>([])

  public let path: String

  /// Makes a directory among the system's temporary ones (`TMPDIR`); throws `FileError`.
  public init() throws(FileError) {
    let pattern = FileManager.default.temporaryDirectory.appending(path: "workbook-XXXXXX").path
    guard let bytes = strdup(pattern) else { throw .cannotWrite(path: pattern, code: ENOMEM) }
    defer { free(bytes) }
    guard mkdtemp(bytes) != nil else { throw .cannotWrite(path: pattern, code: errno) }
    let path = String(cString: bytes)
    self.path = path
    _ = Self.paths.withLock { $0.insert(path) }
  }

  deinit {
    _ = Self.paths.withLock { $0.remove(path) }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes every one of them: for the end of a program that an interruption cuts short.
  public static func removeAll() {
    paths.withLock { paths in paths.forEach { try? FileManager.default.removeItem(atPath: $0) } }
  }
}
