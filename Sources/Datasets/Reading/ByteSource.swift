/// Bytes that come one after the other from a file, expanded where the file is compressed.
protocol ByteSource: AnyObject {
  /// The file's path, for errors to name.
  var file: String { get }
  /// A number of bytes that the source cannot exceed, known before it is read.
  var mostBytes: Int { get }
  /// Writes the next bytes at the start of `buffer` and returns how many they are: 0 at the end,
  /// possibly fewer than the buffer holds before it.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
  /// Reads until `buffer` is full or the source has ended; returns the number of bytes written.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The next `count` bytes, fewer where the source ends before.
  func bytes(_ count: Int) throws -> [UInt8] {
    // Without capacity, it would be written into the one empty array that all threads share.
    try [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, initialized in
      let wanted = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      initialized = try fill(UnsafeMutableRawBufferPointer(wanted))
    }
  }
}
