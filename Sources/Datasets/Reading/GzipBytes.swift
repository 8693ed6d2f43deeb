import CZlib
import Foundation

/// The content of a gzip file (RFC 1952), expanded piece by piece.
///
/// Members that follow one another are one content, as for `gzip -d`; zlib checks the length and
/// CRC of each. Anything else after a member is an error.
final class GzipBytes: ByteSource {
  let file: String
  let mostBytes: Int
  private let compressed: any ByteSource
  private let input: UnsafeMutableRawBufferPointer
  // zlib keeps the address of this structure, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInsideMember = false
  private var membersRead = 0

  init(_ compressed: any ByteSource, pieceSize: Int = 1 << 17) throws {
    self.compressed = compressed
    file = compressed.file
    // Deflate never does better than 1032 bytes for one.
    let (product, overflow) = compressed.mostBytes.multipliedReportingOverflow(by: 1032)
    mostBytes = overflow ? .max : product
    input = .allocate(byteCount: pieceSize, alignment: 1)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipWrapperOnly = MAX_WBITS + 16
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, gzipWrapperOnly, ZLIB_VERSION, size) == Z_OK else {
      throw DatasetError.unreadable(file: file, code: ENOMEM)
    }
  }

  /// Whether a file that begins so is gzip's (RFC 1952).
  static func isStart(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let room = min(buffer.count, Int(UInt32.max))
    guard room > 0 else { return 0 }
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_out = UInt32(room)
    while stream.pointee.avail_out > 0, try hasInput() {
      if !isInsideMember { try startMember() }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK: break
      case Z_STREAM_END: isInsideMember = false
      case Z_MEM_ERROR: throw DatasetError.unreadable(file: file, code: ENOMEM)
      default: throw fault()
      }
    }
    return room - Int(stream.pointee.avail_out)
  }

  /// Whether compressed bytes remain; throws where they end inside a member.
  private func hasInput() throws -> Bool {
    if stream.pointee.avail_in > 0 { return true }
    let count = try compressed.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_in = UInt32(count)
    guard count == 0 else { return true }
    if isInsideMember { throw DatasetError.truncatedGzip(file: file) }
    if membersRead == 0 { throw DatasetError.empty(file: file) }
    return false
  }

  private func startMember() throws {
    guard inflateReset(stream) == Z_OK else { throw DatasetError.corruptedGzip(file: file) }
    isInsideMember = true
    membersRead += 1
  }

  /// What is wrong where zlib refuses to go on: its two first bytes tell a member from a stranger.
  private func fault() -> DatasetError {
    guard stream.pointee.total_in <= 2, stream.pointee.total_out == 0 else {
      return .corruptedGzip(file: file)
    }
    return membersRead == 1 ? .corruptedGzip(file: file) : .bytesAfterGzip(file: file)
  }
}
