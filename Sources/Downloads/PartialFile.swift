import Files
import Foundation

/// The bytes of a download that has not ended, kept on disk under a name that no reader takes.
///
/// A line of JSON says where they come from, the bytes follow. The file is locked for as long as
/// this value lives, so that a second download of the same file waits for its turn.
final class PartialFile {
  /// Where the bytes come from, and what tells whether the server still has the same file.
  struct Origin: Codable, Equatable {
    let url: URL
    /// The `ETag` or `Last-Modified` of the answer, for `If-Range`.
    let validator: String?
    /// The number of bytes of the whole file, where the server said it.
    let total: Int?
  }

  private static let longestHeader = 8192

  /// The most bytes of the file that are taken.
  let limit: Int
  private let path: String
  private let descriptor: Int32
  private var start = 0
  private(set) var origin: Origin?
  /// The number of bytes of the file that are there.
  private(set) var count = 0

  /// Opens or creates the partial file of `name`; waits while another process has it, calling
  /// `waiting` once.
  ///
  /// Throws a `FileError` where the directory takes no file, or `CancellationError`.
  init(of name: String, in directory: String, limit: Int, waiting: () -> Void) async throws {
    self.limit = limit
    path = NSString(string: directory).appendingPathComponent(".\(name).partial")
    var opened = try Self.openLocked(path)
    if opened == nil { waiting() }
    while opened == nil {
      try await Task.sleep(for: .milliseconds(100))
      opened = try Self.openLocked(path)
    }
    descriptor = opened ?? -1
    readHeader()
  }

  deinit { close(descriptor) }

  /// Forgets all bytes and starts over, from `origin` where it is known.
  func restart(from origin: Origin?) throws {
    guard ftruncate(descriptor, 0) == 0 else { throw failure() }
    (self.origin, count, start) = (nil, 0, 0)
    guard let origin else { return }
    let header = try JSONEncoder().encode(origin) + Data("\n".utf8)
    try write(header, at: 0)
    start = header.count
    self.origin = origin
  }

  /// Adds bytes after those that are there; throws `MirrorFailure.tooLarge` past the limit.
  func append(_ data: Data) throws {
    guard data.count <= limit - count else { throw MirrorFailure.tooLarge(limit: limit) }
    try write(data, at: start + count)
    count += data.count
  }

  /// The bytes of the file so far.
  func contents() throws -> Data {
    try InputFile.read(path, limit: Self.longestHeader + limit).dropFirst(start)
  }

  func delete() { unlink(path) }

  /// A descriptor of the file and its lock; `nil` where another process has the lock.
  private static func openLocked(_ path: String) throws -> Int32? {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { throw FileError.cannotWrite(path: path, code: errno) }
    var (mine, named) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, mine.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError.notRegular(path: path)
    }
    let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    let code = errno
    // Whoever had the lock may have ended and deleted the file since it was opened here.
    if isLocked, stat(path, &named) == 0, named.st_ino == mine.st_ino { return descriptor }
    close(descriptor)
    guard isLocked || code == EWOULDBLOCK || code == EINTR else {
      throw FileError.cannotWrite(path: path, code: code)
    }
    return nil
  }

  /// Takes up what an earlier download left; a file that makes no sense counts as empty.
  private func readHeader() {
    guard let bytes = try? InputFile.read(path, limit: Self.longestHeader + limit),
      let end = bytes.prefix(Self.longestHeader).firstIndex(of: UInt8(ascii: "\n")),
      let origin = try? JSONDecoder().decode(Origin.self, from: bytes[..<end]),
      bytes.count - end - 1 <= limit
    else { return }
    (self.origin, start, count) = (origin, end + 1, bytes.count - end - 1)
  }

  private func write(_ data: Data, at offset: Int) throws {
    try data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let result = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        if result < 0 && errno == EINTR { continue }
        guard result > 0 else { throw failure() }
        written += result
      }
    }
  }

  private func failure() -> FileError { .cannotWrite(path: path, code: errno) }
}
