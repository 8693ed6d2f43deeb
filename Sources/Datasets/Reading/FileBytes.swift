import Foundation

/// The bytes of a regular file, as they are.
final class FileBytes: ByteSource {
  let file: String
  let mostBytes: Int
  private let descriptor: Int32

  /// Opens the file; throws where it is missing, unreadable or no regular file.
  init(file: String) throws {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that may never come.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DatasetError.unreadable(file: file, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw DatasetError.unreadable(file: file, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw DatasetError.notAFile(file: file)
    }
    self.file = file
    self.descriptor = descriptor
    mostBytes = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw DatasetError.unreadable(file: file, code: errno) }
    }
  }
}
