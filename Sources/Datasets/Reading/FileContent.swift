import Files
import Foundation

/// What a file of digits holds once unpacked: what tells two files apart, however they are packed.
public struct FileContent: Sendable, Equatable {
  /// The number of bytes, unpacked; where the content exceeds the limit, one more than the limit.
  public let size: Int
  /// The SHA-256 of the bytes read, in hexadecimal.
  public let sha256: String
  /// The number of images or labels that an IDX header announces; `nil` without such a header.
  public let items: Int?

  /// Reads a file, unpacked where it starts as gzip does, and stops after `limit` bytes of content.
  ///
  /// Throws a `DatasetError` where the file cannot be read or unpacked.
  public init(file: String, limit: Int) throws {
    try self.init(FileBytes.unpacked(file), limit: limit)
  }

  /// Reads bytes in memory, unpacked where they start as gzip does; `name` is theirs in errors.
  ///
  /// Throws a `DatasetError` where they cannot be unpacked.
  public init(_ data: Data, name: String, limit: Int) throws {
    let bytes = DataBytes(data, file: name)
    try self.init(Self.isGzip(data) ? GzipBytes(bytes) : bytes, limit: limit)
  }

  /// Whether the bytes start as a gzip file does (RFC 1952).
  public static func isGzip(_ data: Data) -> Bool { GzipBytes.isStart(data) }

  /// Whether a file starts so; `false` too where it cannot be read.
  static func isGzip(file: String) -> Bool {
    (try? FileBytes(file: file)).map { GzipBytes.isStart($0.start(2)) } ?? false
  }

  private init(_ source: any ByteSource, limit: Int) throws {
    var hash = SHA256()
    var head: [UInt8] = []
    var size = 0
    // One byte past the limit tells a content that fits from one that goes on.
    while size <= limit {
      let piece = try source.bytes(min(1 << 16, limit - size + 1))
      if piece.isEmpty { break }
      if head.isEmpty { head = Array(piece.prefix(8)) }
      hash.update(piece)
      size += piece.count
    }
    self.size = size
    sha256 = hash.hexadecimal()
    items = Self.items(head)
  }

  /// The first size of an IDX header of bytes: magic number 0, 0, 8, dimensions.
  private static func items(_ head: [UInt8]) -> Int? {
    guard head.count == 8, head.starts(with: [0, 0, 8]) else { return nil }
    return head[4...].reduce(0) { $0 << 8 | Int($1) }
  }
}
