import Foundation
import TestServer
import Testing

@testable import Downloads

@Suite("Downloads that break off")
struct ResumptionTests {
  let directory: TemporaryDirectory
  let file: TinyFile

  init() throws { (directory, file) = (try TemporaryDirectory(), try TinyFile()) }

  @Test("the rest of the file is asked for where the connection broke")
  func range() async throws {
    let server = try MisbehavingServer(
      breakingAnswer(file.packed, after: 20_000, then: goodAnswer(file.packed)))
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil && outcome.failures.isEmpty)
    #expect(directory.data("tiny-idx1-ubyte.gz") == file.packed)
    #expect(server.requests.map(\.rangeStart) == [nil, 20_000])
    #expect(server.requests.last?.fields["if-range"] == "\"v1\"")
  }

  @Test("a download that failed is taken up by the next one, in another process as well")
  func later() async throws {
    let packed = file.packed
    let broken = try MisbehavingServer { request in
      request.rangeStart == nil
        ? [.head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed.prefix(7000))]
        : [.head("503 Service Unavailable")]
    }
    let first = try await download([file], from: [broken], into: directory)
    #expect(first.error as? DownloadError == .noMirror(file: "tiny-idx1-ubyte", kept: 7000))
    #expect(first.failures == [.status(503)])
    #expect(directory.names == [".tiny-idx1-ubyte.partial"])

    // The same address serves again: the partial file names the mirror that it comes from.
    let good = try MisbehavingServer(goodAnswer(packed, validator: nil))
    let partial = try #require(directory.data(".tiny-idx1-ubyte.partial"))
    let moved = String(decoding: partial.prefix { $0 != 10 }, as: UTF8.self)
      .replacing(":\(broken.port)", with: ":\(good.port)")
    try (Data(moved.utf8) + partial.drop { $0 != 10 })
      .write(to: URL(filePath: directory.file(".tiny-idx1-ubyte.partial")))
    let second = try await download([file], from: [good], into: directory)
    #expect(second.error == nil)
    #expect(good.requests.map(\.rangeStart) == [7000])
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
  }

  @Test("a server that ignores ranges starts again")
  func ignoresRange() async throws {
    let packed = file.packed
    let server = try MisbehavingServer(
      breakingAnswer(packed, after: 20_000) { _ in
        [.head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed)]
      })
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil && outcome.failures.isEmpty)
    #expect(directory.data("tiny-idx1-ubyte.gz") == packed)
  }

  @Test(
    "a rest that does not fit what is there makes the download start over",
    arguments: [
      "bytes 19999-%d/%d", "bytes 20000-%d/999999", "bytes */%d", "", "bytes 20000-20001",
    ])
  func misfit(range: String) async throws {
    let packed = file.packed
    let asked = Counter()
    let server = try MisbehavingServer { request in
      guard asked.next() == 1, request.rangeStart == nil else {
        guard request.rangeStart != nil else { return goodAnswer(packed)(request) }
        let line = "Content-Range: " + range.replacing("%d", with: "\(packed.count - 1)")
        return [.head("206 Partial Content", [line]), .send(packed.dropFirst(20_000))]
      }
      return [
        .head("200 OK", ["Content-Length: \(packed.count)"]), .send(packed.prefix(20_000)),
      ]
    }
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil && outcome.failures.isEmpty)
    #expect(directory.data("tiny-idx1-ubyte.gz") == packed)
    #expect(server.requests.map(\.rangeStart) == [nil, 20_000, nil])
  }

  @Test("two halves of different files are found out, and the file taken in one go")
  func halves() async throws {
    let packed = file.packed
    let asked = Counter()
    let server = try MisbehavingServer { request in
      if let start = request.rangeStart {
        let range = "Content-Range: bytes \(start)-\(packed.count - 1)/\(packed.count)"
        return [.head("206 Partial Content", [range]), .send(Data(count: packed.count - start))]
      }
      let body = asked.next() == 1 ? packed.prefix(9000) : packed
      return [.head("200 OK", ["Content-Length: \(packed.count)"]), .send(body)]
    }
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil && outcome.failures.isEmpty)
    #expect(server.requests.map(\.rangeStart) == [nil, 9000, nil])
  }

  @Test("a server that breaks off again and again is left for the next mirror")
  func never() async throws {
    let packed = file.packed
    let broken = try MisbehavingServer { request in
      let start = request.rangeStart ?? 0
      let range = "Content-Range: bytes \(start)-\(packed.count - 1)/\(packed.count)"
      let length = "Content-Length: \(packed.count - start)"
      return [
        .head(start == 0 ? "200 OK" : "206 Partial Content", [range, length]),
        .send(packed.dropFirst(start).prefix(100)),
      ]
    }
    let good = try MisbehavingServer(goodAnswer(packed))
    let outcome = try await download([file], from: [broken, good], into: directory)
    #expect(outcome.error == nil)
    #expect(outcome.failures == [.brokenOff])
    #expect(broken.requests.count == 1 + DownloadLimits.patient.resumptions)
    #expect(directory.data("tiny-idx1-ubyte.gz") == packed)
  }

  @Test(
    "a partial file that makes no sense counts as empty",
    arguments: [
      "", "\n", "{}\n", "{\"url\":\"x\"}", "[1]\nabc", String(repeating: "x", count: 20_000),
    ])
  func nonsense(content: String) async throws {
    try Data(content.utf8).write(to: URL(filePath: directory.file(".tiny-idx1-ubyte.partial")))
    let server = try MisbehavingServer(goodAnswer(file.packed))
    let outcome = try await download([file], from: [server], into: directory)
    #expect(outcome.error == nil)
    #expect(directory.names == ["tiny-idx1-ubyte.gz"])
  }
}

/// Counts from 1, on any thread.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
