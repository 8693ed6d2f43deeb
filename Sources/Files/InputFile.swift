import Foundation
import FrenchText

/// Small files read whole, with a bound on what they may take.
public enum InputFile {
  /// The bytes of a regular file of at most `limit` bytes.
  ///
  /// - Throws: `InputFileError`; a file too large is refused before memory is taken for it.
  public static func read(_ path: String, limit: Int) throws(InputFileError) -> Data {
    let (descriptor, size) = try open(path, limit: limit)
    defer { close(descriptor) }
    var data = Data(count: size)
    let (count, code) = data.withUnsafeMutableBytes { fill($0, from: descriptor) }
    guard code == 0 else { throw .cannotRead(path: path, code: code) }
    return data.prefix(count)
  }

  /// Opens a regular file of at most `limit` bytes, which the caller has to close.
  ///
  /// - Throws: `InputFileError`.
  public static func open(
    _ path: String, limit: Int
  ) throws(InputFileError) -> (descriptor: Int32, size: Int) {
    guard !path.utf8.contains(0) else { throw .cannotRead(path: path, code: EINVAL) }
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that may never come.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotRead(path: path, code: errno) }
    do throws(InputFileError) {
      guard let status = FileStatus(descriptor: descriptor) else {
        throw .cannotRead(path: path, code: errno)
      }
      guard status.isRegular else { throw .notRegular(path: path) }
      guard status.size <= limit else { throw .tooLarge(path: path, limit: limit) }
      return (descriptor, status.size)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Reads until the buffer is full or the file ends, which may be sooner than its size said.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) -> (count: Int, code: Int32) {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = Foundation.read(descriptor, rest.baseAddress, rest.count)
      if count == 0 { break }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return (filled, errno) }
      filled += count
    }
    return (filled, 0)
  }
}

/// Why a file could not be read.
public enum InputFileError: ReportedError, Equatable {
  /// A system call failed with this `errno`.
  case cannotRead(path: String, code: Int32)
  /// The path leads to a directory, a device, a pipe or a socket.
  case notRegular(path: String)
  /// The file has more bytes than the reader takes.
  case tooLarge(path: String, limit: Int)

  public var exitStatus: ExitStatus {
    if case .tooLarge = self { .data } else { .noInput }
  }

  public var description: String {
    switch self {
    case .cannotRead(let path, let code):
      "Impossible de lire \(quoted(path)) : \(systemCause(code)) ; "
        + "vérifie le chemin, puis recommence."
    case .notRegular(let path):
      "Impossible de lire \(quoted(path)) : ce n’est pas un fichier "
        + "ordinaire ; choisis un autre nom."
    case .tooLarge(let path, let limit):
      "\(quoted(path)) dépasse les \(limit) octets qu’un tel fichier peut "
        + "avoir ; choisis-en un autre."
    }
  }
}
