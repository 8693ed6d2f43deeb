import Foundation

/// A hidden file beside the one that it will become.
final class TemporaryFile {
  private let path: String
  private var descriptor: Int32

  /// Creates a file that did not exist, under a name that nobody can foresee.
  init(in directory: String) throws {
    // The name owes nothing to the final one, which may already be as long as names can be.
    let name = ".workbook-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    path = directory + "/" + name
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  }

  /// Writes every byte, waits until they are on disk unless told not to, and closes.
  func fill(with data: Data, permissions: mode_t?, waitsForDisk: Bool) throws {
    try writeAll(data, to: descriptor)
    if let permissions { try check(fchmod(descriptor, permissions)) }
    if waitsForDisk { try check(fsync(descriptor)) }
    guard FileStatus(descriptor: descriptor)?.size == data.count else {
      throw SystemFailure(code: EIO)
    }
    let closing = descriptor
    descriptor = -1
    try check(close(closing))
  }

  /// Gives the file its final name, in the place of what had it.
  func rename(to target: String) throws {
    try check(Foundation.rename(path, target))
  }

  /// Closes and deletes the file.
  func remove() {
    if descriptor >= 0 { close(descriptor) }
    unlink(path)
  }

  private func check(_ result: Int32) throws {
    if result != 0 { throw SystemFailure(code: errno) }
  }
}
