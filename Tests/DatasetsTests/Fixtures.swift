import CZlib
import Foundation
import Testing

@testable import Datasets

/// Bytes in memory as a source, delivered at most `piece` at a time.
final class MemoryBytes: ByteSource {
  let file = "mémoire"
  let mostBytes: Int
  /// The most bytes asked for at once.
  private(set) var largestRequest = 0
  private var rest: ArraySlice<UInt8>
  private let piece: Int

  init(_ bytes: [UInt8], piece: Int = .max) {
    rest = bytes[...]
    mostBytes = bytes.count
    self.piece = piece
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    largestRequest = max(largestRequest, buffer.count)
    let next = rest.prefix(min(piece, buffer.count))
    buffer.copyBytes(from: next)
    rest = rest.dropFirst(next.count)
    return next.count
  }
}

/// An IDX file of these sizes; `content` need not fit them.
func idx(_ sizes: [UInt32], _ content: [UInt8]) -> [UInt8] {
  let header = sizes.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
  }
  return [0, 0, 8, UInt8(sizes.count)] + header + content
}

/// `count` images of 28 × 28 whose pixels go through all values.
func idxImages(_ count: Int, rows: Int = 28, columns: Int = 28) -> [UInt8] {
  idx(
    [UInt32(count), UInt32(rows), UInt32(columns)],
    (0..<count * rows * columns).map { UInt8(truncatingIfNeeded: $0 / 3) })
}

func idxLabels(_ labels: [UInt8]) -> [UInt8] { idx([UInt32(labels.count)], labels) }

/// One gzip member that holds these bytes.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  var stream = z_stream()
  try #require(
    deflateInit2_(
      &stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)) == Z_OK)
  defer { deflateEnd(&stream) }
  var input = bytes
  let bound = Int(deflateBound(&stream, uLong(bytes.count)))
  return try input.withUnsafeMutableBufferPointer { input in
    try [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(bound)
      try #require(deflate(&stream, Z_FINISH) == Z_STREAM_END)
      count = Int(stream.total_out)
    }
  }
}

/// A directory that is removed with the value that holds it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "datasets-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Writes a set of three training images and two test images under the published names.
  func writeSmallMNIST(suffix: String = "", encode: ([UInt8]) throws -> [UInt8] = { $0 }) throws {
    let contents = [idxImages(3), idxLabels([5, 0, 9]), idxImages(2), idxLabels([7, 2])]
    for (name, content) in zip(MNISTFiles.names, contents) {
      try write(encode(content), as: name + suffix)
    }
  }
}

/// SplitMix64: the same numbers in every run.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
