import Foundation

/// Bytes already in memory, read as a file would be.
final class DataBytes: ByteSource {
  let file: String
  let mostBytes: Int
  private var rest: Data

  /// - Parameter file: what errors call these bytes.
  init(_ data: Data, file: String) {
    self.file = file
    mostBytes = data.count
    rest = data
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = rest.copyBytes(to: buffer)
    rest = rest.dropFirst(count)
    return count
  }
}
