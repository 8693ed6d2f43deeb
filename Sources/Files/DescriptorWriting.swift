import Foundation

/// A system call that failed, by its `errno`.
public struct SystemFailure: Error, Equatable {
  public let code: Int32

  public init(code: Int32) { self.code = code }
}

/// Writes every byte to an open file, pipe or terminal, however many calls that takes.
///
/// Throws `SystemFailure`; some of the bytes may then have been written.
public func writeAll(_ data: Data, to descriptor: Int32) throws {
  try data.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written > 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch written < 0 ? errno : EIO {
      case EINTR: continue
      // Another program that shares this terminal or pipe may have asked it not to wait.
      case EAGAIN:
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      case let code: throw SystemFailure(code: code)
      }
    }
  }
}
