import CZlib
import Datasets
import Files
import Foundation
import TestServer
import Testing

@testable import Downloads

/// A tiny published file, and what servers send for it.
struct TinyFile: Sendable {
  let content: Data
  let published: PublishedFile
  let packed: Data

  /// `size` bytes that gzip can hardly shorten.
  init(_ name: String = "tiny-idx1-ubyte", size: Int = 50_000) throws {
    var state: UInt64 = 88_172_645_463_325_252
    content = Data(
      (0..<size).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 32)
      })
    let sum = SHA256.hexadecimal(of: content)
    published = PublishedFile(name: name, size: size, sha256: sum)
    packed = try gzip(content)
  }
}

/// One gzip member that holds these bytes.
func gzip(_ data: Data) throws -> Data {
  var stream = z_stream()
  try #require(
    deflateInit2_(
      &stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)) == Z_OK)
  defer { deflateEnd(&stream) }
  var input = [UInt8](data)
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(data.count))))
  let count = output.count
  let result = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(count))
      return deflate(&stream, Z_FINISH)
    }
  }
  try #require(result == Z_STREAM_END)
  return Data(output.prefix(Int(stream.total_out)))
}

/// A directory that disappears with the test.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "downloads-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
  func data(_ name: String) -> Data? { try? Data(contentsOf: URL(filePath: file(name))) }
  /// Every name in it, hidden ones too.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// What a download said, and how it ended.
struct Outcome {
  var events: [Download.Event] = []
  var error: (any Error)?

  var failures: [MirrorFailure] {
    events.compactMap { if case .failed(_, _, let failure) = $0 { failure } else { nil } }
  }
}

extension DownloadLimits {
  /// Longer than anything that comes takes on a busy machine.
  static let patient = DownloadLimits(
    connection: .seconds(30), idle: .seconds(30), total: .seconds(60), resumptions: 3)
  /// Short enough to wait for what never comes.
  static let brief = DownloadLimits(
    connection: .seconds(2), idle: .seconds(2), total: .seconds(60), resumptions: 1)
}

/// Downloads tiny files into a directory from these servers, in their order.
func download(
  _ files: [TinyFile], from servers: [MisbehavingServer], into directory: TemporaryDirectory,
  replacesOthers: Bool = false, limits: DownloadLimits = .patient
) async throws -> Outcome {
  let mirrors = try servers.map { try #require(Mirror($0.address)) }
  let download = Download(
    files.map(\.published), from: mirrors, into: directory.path, replacesOthers: replacesOthers,
    limits: limits)
  var outcome = Outcome()
  let events = Recorder()
  do {
    try await download.run { events.add($0) }
  } catch {
    outcome.error = error
  }
  outcome.events = events.all
  return outcome
}

private final class Recorder: @unchecked Sendable {
  private let lock = NSLock()
  private var events: [Download.Event] = []
  var all: [Download.Event] { lock.withLock { events } }
  func add(_ event: Download.Event) { lock.withLock { events.append(event) } }
}
