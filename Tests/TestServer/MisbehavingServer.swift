import Foundation
import Synchronization

/// An HTTP server on loopback that answers exactly the bytes it is told to, however wrong.
public final class MisbehavingServer: Sendable {
  /// What was asked.
  public struct Request: Sendable, Equatable {
    public let path: String
    /// The header's fields, names in lower case.
    public let fields: [String: String]

    /// The first byte of an open range.
    public var rangeStart: Int? {
      fields["range"].flatMap { $0.wholeMatch(of: /bytes=([0-9]+)-/) }.flatMap { Int($0.1) }
    }
  }

  /// What the connection does, step by step; it closes after the last one.
  public enum Step: Sendable {
    case send(Data)
    case pause(Duration)

    public static func text(_ text: String) -> Step { .send(Data(text.utf8)) }
  }

  public typealias Answer = @Sendable (Request) -> [Step]

  public let port: UInt16
  private let listener: Int32
  private let answer: Answer
  private let log = Mutex<[Request]>([])

  /// The address of the folder that it serves.
  public var address: String { "http://127.0.0.1:\(port)/mnist/" }
  /// What was asked so far.
  public var requests: [Request] { log.withLock { $0 } }

  public init(_ answer: @escaping Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread { [weak self] in
      // Closed by the one that waits on it: under a number that is free, it would soon wait on the
      // socket of another test's server, and take its connections.
      defer { close(descriptor) }
      while true {
        let connection = accept(descriptor, nil, nil)
        // A signal of the tests' other processes is no end of the server.
        if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard connection >= 0 else { break }
        guard let server = self else {
          close(connection)
          continue
        }
        Thread.detachNewThread { server.serve(connection) }
      }
    }
  }

  /// Ends the wait for connections, even one that has not begun.
  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = Self.read(connection) else { return }
    log.withLock { $0.append(request) }
    for step in answer(request) {
      switch step {
      case .pause(let duration):
        guard Self.isOpen(connection, after: duration) else { return }
      case .send(let data):
        var rest = data[...]
        while !rest.isEmpty {
          let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
          guard sent > 0 || errno == EINTR else { return }
          rest = rest.dropFirst(max(sent, 0))
        }
      }
    }
    // Closing at once could take back bytes that the client has not read yet.
    shutdown(connection, Int32(SHUT_WR))
    var byte: UInt8 = 0
    while Self.receive(from: connection, &byte) {}
  }

  /// Whether the client is still there at the end of a pause, which its leaving cuts short.
  private static func isOpen(_ connection: Int32, after duration: Duration) -> Bool {
    let end = ContinuousClock.now + duration
    while true {
      var watched = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      let rest = max(.zero, end - .now) / .milliseconds(1)
      let found = poll(&watched, 1, Int32(rest.rounded(.up)))
      // The tests' other processes send signals, which cut the wait short.
      if found >= 0 || errno != EINTR { return found == 0 }
    }
  }

  /// One byte; false at the connection's end. Signals of the tests' other processes do not count.
  private static func receive(from connection: Int32, _ byte: inout UInt8) -> Bool {
    while true {
      let count = recv(connection, &byte, 1, 0)
      if count >= 0 || errno != EINTR { return count == 1 }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8), head.count < 65_536 {
      guard receive(from: connection, &byte) else { return nil }
      head.append(byte)
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    let fields = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
    }
    return Request(path: String(words[1]), fields: Dictionary(fields) { first, _ in first })
  }
}

extension MisbehavingServer.Step {
  /// A status line and fields, then the empty line.
  public static func head(_ status: String, _ fields: [String] = []) -> Self {
    .text(
      (["HTTP/1.1 \(status)", "Connection: close"] + fields).joined(separator: "\r\n") + "\r\n\r\n")
  }
}
