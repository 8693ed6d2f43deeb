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

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw DatasetError.unreadable(file: file, code: errno) }
    }
  }
}
