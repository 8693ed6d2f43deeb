import Foundation

/// Files that appear whole or not at all.
public enum WholeFile {
  private static let lock = NSLock()

  /// Writes `data` at `path`, replacing what was there only once the new bytes are safe on disk.
  ///
  /// Missing parent directories are created. A link is followed; permissions of a replaced file are
  /// kept. Throws `FileError` and leaves no temporary file behind.
  ///
  /// - Parameter waitsForDisk: `false` for what can be made again: it may be lost in a power cut.
  public static func write(_ data: Data, to path: String, waitsForDisk: Bool = true) throws {
    try lock.withLock {
      try replace(path) { file, target in
        try file.fill(with: data, permissions: target.permissions, waitsForDisk: waitsForDisk)
        try file.rename(to: target.path)
      }
    }
  }

  /// Finds out whether `write` could write at `path`, before hours of work whose result goes there.
  ///
  /// Missing parent directories are created. Throws `FileError`.
  public static func check(_ path: String) throws {
    try lock.withLock { try replace(path) { file, _ in file.remove() } }
  }

  /// Keeps every write that has not begun from ever beginning, once those under way have ended.
  ///
  /// For the thread that answers an interruption, just before it calls `exit`: no temporary file
  /// can then be left behind. Call it once; it cannot be undone.
  public static func blockFurtherWrites() {
    lock.lock()
  }

  /// Calls `finish` with a temporary file beside the place that `path` leads to, and that place.
  private static func replace(
    _ path: String, finish: (TemporaryFile, _ target: Target) throws -> Void
  ) throws {
    func fail(_ code: Int32) -> FileError { .cannotWrite(path: path, code: code) }

    guard !path.isEmpty else { throw fail(ENOENT) }
    guard !path.utf8.contains(0) else { throw fail(EINVAL) }
    guard !path.hasSuffix("/") else { throw fail(EISDIR) }

    let existing = FileStatus(path)
    let target = existing == nil ? path : (resolved(path) ?? path)
    // Renaming over a device or a pipe would replace it by a file.
    if let existing, !existing.isRegular {
      throw existing.isDirectory ? fail(EISDIR) : FileError.notRegular(path: path)
    }

    let directory = parent(of: target)
    if let code = createDirectory(directory) { throw fail(code) }
    do {
      let temporary = try TemporaryFile(in: directory)
      do {
        try finish(temporary, Target(path: target, permissions: existing?.permissions))
      } catch {
        temporary.remove()
        throw error
      }
    } catch let error as SystemFailure {
      throw fail(error.code)
    }
  }

  /// Where the file goes, and the permissions of the one that it replaces.
  private struct Target {
    let path: String
    let permissions: mode_t?
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Creates `path` and the directories above it; returns the `errno` of a failure.
  private static func createDirectory(_ path: String) -> Int32? {
    if mkdir(path, 0o777) == 0 { return nil }
    var code = errno
    let above = parent(of: path)
    if code == ENOENT, above != path {
      if let failure = createDirectory(above) { return failure }
      code = mkdir(path, 0o777) == 0 ? 0 : errno
    }
    if code == 0 || FileStatus(path)?.isDirectory == true { return nil }
    return code == EEXIST ? ENOTDIR : code
  }
}
