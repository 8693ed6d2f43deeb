import Foundation
import TestServer
import Testing

@testable import Downloads

@Suite("Downloads from servers that lie")
struct HostileServerTests {
  struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let failure: MirrorFailure
    let answer: @Sendable (_ packed: Data, _ limit: Int) -> [Step]
    var limits: DownloadLimits { failure == .silent ? .brief : .patient }

    init(
      _ name: String, _ failure: MirrorFailure,
      _ answer: @escaping @Sendable (_ packed: Data, _ limit: Int) -> [Step]
    ) {
      (testDescription, self.failure, self.answer) = (name, failure, answer)
    }
  }

  static let limit = 50_000 + 50 + 4096
  /// Until the client leaves, however long a loaded machine keeps it.
  static let forever = Duration.seconds(3600)

  static let lies = [
    Lie("404", .status(404)) { _, _ in [.head("404 Not Found"), .text("nothing here")] },
    Lie("500", .status(500)) { _, _ in [.head("500 Internal Server Error")] },
    Lie("206 unasked", .status(206)) { packed, _ in
      [.head("206 Partial Content", ["Content-Range: bytes 0-9/10"]), .send(packed)]
    },
    Lie("416 unasked", .status(416)) { _, _ in [.head("416 Range Not Satisfiable")] },
    Lie("wrong bytes", .wrongContent) { packed, _ in
      [.head("200 OK", ["Content-Length: \(packed.count)"]), .send(Data(count: packed.count))]
    },
    Lie("a page", .wrongContent) { _, _ in [.head("200 OK"), .text("<html>log in</html>")] },
    Lie("nothing", .wrongContent) { _, _ in [.head("200 OK", ["Content-Length: 0"])] },
    Lie("a gzip of something else", .wrongContent) { _, _ in
      [.head("200 OK"), .send((try? gzip(Data("autre".utf8))) ?? Data())]
    },
    Lie("a gzip bomb", .wrongContent) { _, _ in
      [.head("200 OK"), .send((try? gzip(Data(count: 40_000_000))) ?? Data())]
    },
    Lie("a length too short", .wrongContent) { packed, _ in
      [.head("200 OK", ["Content-Length: 1000"]), .send(packed)]
    },
    Lie("a length too long", .silent) { packed, _ in
      [
        .head("200 OK", ["Content-Length: \(packed.count + 100)"]), .send(packed),
        .pause(forever),
      ]
    },
    Lie("an announced length above the limit", .tooLarge(limit: limit)) { packed, limit in
      [.head("200 OK", ["Content-Length: \(limit + 1)"]), .send(packed)]
    },
    Lie("more than the limit, unannounced", .tooLarge(limit: limit)) { _, limit in
      [.head("200 OK"), .send(Data(count: 10 * limit))]
    },
    Lie("a gzip bomb by an encoding", .wrongContent) { _, _ in
      [
        .head("200 OK", ["Content-Encoding: gzip"]),
        .send((try? gzip(Data(count: 40_000_000))) ?? Data()),
      ]
    },
    Lie("no answer", .silent) { _, _ in [.pause(forever)] },
    Lie("silence in the middle", .silent) { packed, _ in
      [
        .head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed.prefix(100)),
        .pause(forever),
      ]
    },
    Lie("an end before the answer", .noAnswer) { _, _ in [] },
    Lie("no HTTP at all", .noAnswer) { _, _ in [.text("SSH-2.0-OpenSSH_9.2\r\n")] },
    Lie("a redirection without end", .redirected) { _, _ in
      [.head("302 Found", ["Location: /mnist/tiny-idx1-ubyte.gz"])]
    },
    Lie("a redirection to a local file", .redirected) { _, _ in
      [.head("302 Found", ["Location: file:///etc/hostname"])]
    },
    Lie("a redirection to another protocol", .redirected) { _, _ in
      [.head("302 Found", ["Location: ftp://127.0.0.1/x"])]
    },
    Lie("a redirection to nowhere", .status(302)) { _, _ in [.head("302 Found")] },
  ]

  @Test("a lie is named, leaves no file, and the next mirror is asked", arguments: lies)
  func next(lie: Lie) async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    #expect(FileDownload.mostBytes(of: file.published) == Self.limit)
    let packed = file.packed
    let liar = try MisbehavingServer { _ in lie.answer(packed, Self.limit) }
    let good = try MisbehavingServer(goodAnswer(packed))
    let outcome = try await download(
      [file], from: [liar, good], into: directory, limits: lie.limits)
    #expect(outcome.error == nil)
    #expect(outcome.failures == [lie.failure])
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
    #expect(directory.data("tiny-idx1-ubyte.gz") == packed)
  }

  @Test("only bytes that can be taken up stay when every mirror lies", arguments: lies)
  func alone(lie: Lie) async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    let packed = file.packed
    let liar = try MisbehavingServer { _ in lie.answer(packed, Self.limit) }
    let outcome = try await download([file], from: [liar], into: directory, limits: lie.limits)
    guard case .noMirror(_, let kept) = outcome.error as? DownloadError else {
      Issue.record("\(String(describing: outcome.error))")
      return
    }
    #expect(directory.names == (kept > 0 ? [".tiny-idx1-ubyte.partial"] : []))
    #expect(kept == 0 || lie.failure == .silent)
  }

  @Test(
    "no redirection crashes the client, however odd its address",
    arguments: [
      "", " ", "?", "#", "//", "///", "http://", "http:", "http:///x", "https://[::1", "//[::1",
      "http://127.0.0.1:99999/", "//127.0.0.1:0/", "//%00/", "//a b/", "?%zz", "?%", "#%zz", "%",
      "\u{1}", "é", "//é/?é#é", "javascript:alert(1)", "data:,x", "::", "http://user:p@/", "..//..",
      "//%5B::1%5D/", "http://\u{202E}/", "///etc/passwd", "file:", "file://", "?\\", "//\\\\",
    ])
  func oddRedirection(location: String) async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    let packed = file.packed
    let odd = try MisbehavingServer { _ in [.head("302 Found", ["Location: \(location)"])] }
    let good = try MisbehavingServer(goodAnswer(packed))
    let outcome = try await download([file], from: [odd, good], into: directory, limits: .brief)
    #expect(outcome.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
  }

  @Test(
    "no head crashes the client, however odd its lines",
    arguments: [
      "HTTP/1.1 200", "HTTP/1.1 999 x", "HTTP/1.1 -1 x", "HTTP/1.1 0 x", "HTTP/1.1 99999999999 x",
      "HTTP/1.1 100 Continue", "HTTP/1.1 204 No Content", "HTTP/1.1 304 Not Modified",
      "HTTP/1.1 401 x\r\nWWW-Authenticate: Basic", "HTTP/1.1 401 x\r\nWWW-Authenticate: \"\\",
      "HTTP/1.1 407 x", "HTTP/1.1 200 OK\r\nno colon", "HTTP/1.1 200 OK\r\n: no name",
      "HTTP/1.1 200 OK\r\nContent-Length: -5",
      "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999",
      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2", "HTTP/2 200", "HTTP/9.9 200 OK",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
      "HTTP/1.1 200 OK\r\nContent-Encoding: br",
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip",
      "HTTP/1.1 200 OK\r\nX: \u{0}\u{1}\u{FF}", "HTTP/1.1 200 OK\r\nSet-Cookie: ;=;;;\u{7F}",
      "HTTP/1.1 200 OK\r\n folded", "HTTP/1.1 200 \u{1B}]0;title\u{7}", "\r\n\r\n\r\n", "HTTP/1.1",
    ])
  func oddHead(head: String) async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    let odd = try MisbehavingServer { _ in [.text(head + "\r\n\r\n")] }
    let good = try MisbehavingServer(goodAnswer(file.packed))
    let outcome = try await download([file], from: [odd, good], into: directory, limits: .brief)
    #expect(outcome.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
  }

  @Test("a mirror that drips is left when its time is over")
  func drip() async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    let packed = file.packed
    let dripping = try MisbehavingServer { _ in
      [.head("200 OK", ["Content-Length: \(packed.count)"])]
        + packed.prefix(100).flatMap { [Step.send(Data([$0])), .pause(.milliseconds(500))] }
        + [.pause(Self.forever)]
    }
    var limits = DownloadLimits.patient
    (limits.total, limits.resumptions) = (.milliseconds(400), 0)
    let outcome = try await download([file], from: [dripping], into: directory, limits: limits)
    #expect(outcome.failures == [.tooSlow])
  }
}
