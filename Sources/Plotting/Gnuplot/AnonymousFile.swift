import CGnuplot
import Foundation

/// A file without a name, which only this program and those it hands it to can see.
///
/// A child can write as much as it likes into it, or read it at its own pace, and nobody waits.
final class AnonymousFile {
  let descriptor: Int32

  init() throws(PlottingError) {
    descriptor = cgnuplot_anonymous_file()
    guard descriptor >= 0 else { throw .cannotExchange(code: errno) }
  }

  deinit { close(descriptor) }

  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Another descriptor of the same file, for an owner who will close it.
  func duplicate() throws(PlottingError) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { throw .cannotExchange(code: errno) }
    return copy
  }

  func rewind() throws(PlottingError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .cannotExchange(code: errno) }
  }

  /// The first `limit` bytes at most.
  func read(upTo limit: Int) throws(PlottingError) -> Data {
    var data = Data(count: min(size, limit))
    var filled = 0
    while filled < data.count {
      let count = data.withUnsafeMutableBytes { bytes in
        pread(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]).baseAddress,
          bytes.count - filled, off_t(filled))
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .cannotExchange(code: errno) }
      if count == 0 { break }
      filled += count
    }
    return data.prefix(filled)
  }
}
