import Files
import Foundation

/// The bytes of a regular file, as they are.
final class FileBytes: ByteSource {
  let file: String
  let mostBytes: Int
  private let descriptor: Int32

  /// Opens the file; throws where it is missing, unreadable or no regular file.
  init(file: String) throws {
    do throws(InputFileError) {
      (descriptor, mostBytes) = try InputFile.open(file, limit: .max)
    } catch {
      switch error {
      case .cannotRead(_, let code): throw DatasetError.unreadable(file: file, code: code)
      case .notRegular, .tooLarge: throw DatasetError.notAFile(file: file)
      }
    }
    self.file = file
  }

  deinit { close(descriptor) }

  /// The content of a file, expanded where its first bytes are gzip's, whatever its name says.
  static func unpacked(_ file: String) throws -> any ByteSource {
    let bytes = try FileBytes(file: file)
    return GzipBytes.isStart(bytes.start(2)) ? try GzipBytes(bytes) : bytes
  }

  /// The first bytes of the file, `count` at most, wherever reading has come to; none where they
  /// cannot be read, which reading on tells.
  func start(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = pread(descriptor, &bytes, count, 0)
    return Array(bytes.prefix(max(found, 0)))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw DatasetError.unreadable(file: file, code: errno) }
    }
  }
}
