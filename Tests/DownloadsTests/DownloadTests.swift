import Datasets
import Files
import Foundation
import TestServer
import Testing

@testable import Downloads

typealias Step = MisbehavingServer.Step

/// A server that behaves: whole files, and ranges of them.
func goodAnswer(_ data: Data, validator: String? = "\"v1\"") -> MisbehavingServer.Answer {
  { request in
    let tag = validator.map { ["ETag: \($0)"] } ?? []
    if let start = request.rangeStart, request.fields["if-range"] == validator, start < data.count {
      let range = "Content-Range: bytes \(start)-\(data.count - 1)/\(data.count)"
      let rest = data.dropFirst(start)
      return [
        .head("206 Partial Content", tag + [range, "Content-Length: \(rest.count)"]), .send(rest),
      ]
    }
    return [.head("200 OK", tag + ["Content-Length: \(data.count)"]), .send(data)]
  }
}

/// The same, but the first answer stops in the middle of the body.
func breakingAnswer(
  _ data: Data, after count: Int, then: @escaping MisbehavingServer.Answer
) -> MisbehavingServer.Answer {
  { request in
    guard request.rangeStart == nil else { return then(request) }
    return [
      .head("200 OK", ["ETag: \"v1\"", "Content-Length: \(data.count)"]), .send(data.prefix(count)),
    ]
  }
}

@Suite("Downloads from mirrors that behave")
struct DownloadTests {
  let directory: TemporaryDirectory
  let file: TinyFile

  init() throws { (directory, file) = (try TemporaryDirectory(), try TinyFile()) }

  @Test("a packed file is stored as it came, and nothing else stays")
  func packed() async throws {
    let server = try MisbehavingServer(goodAnswer(file.packed))
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
    #expect(directory.data("tiny-idx1-ubyte.gz") == file.packed)
    #expect(server.requests.map(\.path) == ["/mnist/tiny-idx1-ubyte.gz"])
    #expect(server.requests.first?.fields["accept-encoding"] == "identity")
  }

  @Test("a folder of unpacked files is a mirror too")
  func unpacked() async throws {
    let plain = file.content
    let server = try MisbehavingServer { request in
      request.path.hasSuffix(".gz") ? [.head("404 Not Found")] : goodAnswer(plain)(request)
    }
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte"])
  }

  @Test("a server that calls the packing an encoding delivers the same content")
  func contentEncoding() async throws {
    let packed = file.packed
    let server = try MisbehavingServer { _ in
      [
        .head("200 OK", ["Content-Encoding: gzip", "Content-Length: \(packed.count)"]),
        .send(packed),
      ]
    }
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil)
    #expect(directory.data("tiny-idx1-ubyte.gz") == file.packed)
  }

  @Test("files that are there are left alone, and the network with them")
  func present() async throws {
    let server = try MisbehavingServer(goodAnswer(file.packed))
    let path = directory.file("tiny-idx1-ubyte")
    try file.content.write(to: URL(filePath: path))
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil)
    #expect(outcome.events == [.present(path: path)])
    #expect(server.requests.isEmpty)
  }

  @Test("a file with another content stops the download, and goes only when that is asked for")
  func occupied() async throws {
    let server = try MisbehavingServer(goodAnswer(file.packed))
    let path = directory.file("tiny-idx1-ubyte")
    try Data("mine".utf8).write(to: URL(filePath: path))
    let refused = try await download([file], from: [server], into: directory)
    #expect(refused.error as? DownloadError == .occupied(path: path))
    #expect(directory.data("tiny-idx1-ubyte") == Data("mine".utf8) && server.requests.isEmpty)

    let replaced = try await download(
      [file], from: [server], into: directory, replacesOthers: true)
    #expect(replaced.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
  }

  @Test("the mirror that served one file is the first asked for the next")
  func order() async throws {
    let other = try TinyFile("other-idx1-ubyte", size: 3000)
    let (first, second) = (file.packed, other.packed)
    let broken = try MisbehavingServer { _ in [.head("500 Internal Server Error")] }
    let good = try MisbehavingServer { request in
      goodAnswer(request.path.contains("tiny") ? first : second)(request)
    }
    let outcome = try await download([file, other], from: [broken, good], into: directory)
    #expect(outcome.error == nil)
    #expect(directory.names == ["other-idx1-ubyte.gz", "tiny-idx1-ubyte.gz"])
    #expect(broken.requests.count == 1)
  }

  @Test("silent mirrors share the time for a start, and none is asked once it is over")
  func start() async throws {
    let servers = try (0..<3).map { _ in
      try MisbehavingServer { _ in [.pause(.seconds(3600))] }
    }
    let limits = DownloadLimits(connection: .seconds(1), start: .milliseconds(1500))
    let outcome = try await download([file], from: servers, into: directory, limits: limits)
    #expect(outcome.error as? DownloadError == .noMirror(file: "tiny-idx1-ubyte", kept: 0))
    #expect(outcome.failures.allSatisfy { $0 == .silent } && outcome.failures.count <= 2)
    #expect(servers[2].requests.isEmpty && directory.names.isEmpty)
  }

  @Test("a file that has begun to come is not hurried")
  func begun() async throws {
    let packed = file.packed
    let server = try MisbehavingServer { _ in
      [
        .head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed.prefix(1000)),
        .pause(.milliseconds(2500)), .send(packed.dropFirst(1000)),
      ]
    }
    let limits = DownloadLimits(start: .seconds(2))
    let outcome = try await download([file], from: [server], into: directory, limits: limits)
    #expect(outcome.error == nil && directory.names == ["tiny-idx1-ubyte.gz"])
  }

  @Test("two downloads at once bring one whole file, and one of them waits")
  func together() async throws {
    let packed = file.packed
    let server = try MisbehavingServer { _ in
      [
        .head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed.prefix(1000)),
        .pause(.milliseconds(300)), .send(packed.dropFirst(1000)),
      ]
    }
    let (directory, file) = (directory, file)
    async let one = download([file], from: [server], into: directory)
    async let two = download([file], from: [server], into: directory)
    let outcomes = try await [one, two]
    #expect(outcomes.allSatisfy { $0.error == nil })
    #expect(server.requests.count == 1)
    #expect(outcomes.flatMap(\.events).contains(.waiting(file: "tiny-idx1-ubyte")))
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
    #expect(directory.data("tiny-idx1-ubyte.gz") == file.packed)
  }

  @Test("a directory that takes no file is told before any mirror is asked")
  func unwritable() async throws {
    let server = try MisbehavingServer(goodAnswer(file.packed))
    let mirror = try #require(Mirror(server.address))
    let download = Download([file.published], from: [mirror], into: "/proc/nowhere")
    await #expect(throws: FileError.self) { try await download.run { _ in } }
    #expect(server.requests.isEmpty)
  }
}
