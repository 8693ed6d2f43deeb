/// The IDX format of the MNIST files: a header that announces sizes, then one byte per value.
///
/// The header is `00 00 08 d`, where `d` is the number of dimensions, then `d` sizes of 32 bits,
/// all big-endian. A file that gzip packed is expanded as it is read. Source: Y. LeCun, C. Cortes,
/// C. J. C. Burges, *The MNIST database of handwritten digits*, 1998.
public enum IDX {
  /// Grey images as a file of magic number `0x00000803` holds them.
  public struct Images: Sendable, Equatable {
    public let count: Int
    public let rows: Int
    public let columns: Int
    /// `count` × `rows` × `columns` bytes, image after image, row by row.
    public let pixels: [UInt8]
  }

  /// The most bytes of content that a file may announce: 1 GiB.
  public static let largestContent = 1 << 30

  /// Reads a file of images; throws a `DatasetError` where the file is not exactly that.
  public static func images(file: String) throws -> Images {
    try images(from: FileBytes.unpacked(file))
  }

  /// Reads a file of labels (magic number `0x00000801`); throws a `DatasetError` where the file is
  /// not exactly that.
  public static func labels(file: String) throws -> [UInt8] {
    try labels(from: FileBytes.unpacked(file))
  }

  static func images(from source: any ByteSource) throws -> Images {
    let (sizes, pixels) = try array(dimensions: 3, from: source)
    return Images(count: sizes[0], rows: sizes[1], columns: sizes[2], pixels: pixels)
  }

  static func labels(from source: any ByteSource) throws -> [UInt8] {
    try array(dimensions: 1, from: source).content
  }

  private static func array(
    dimensions: Int, from source: any ByteSource
  ) throws -> (sizes: [Int], content: [UInt8]) {
    let magic = try source.bytes(4)
    if magic.isEmpty { throw DatasetError.empty(file: source.file) }
    guard magic == [0, 0, 8, UInt8(dimensions)] else {
      throw DatasetError.wrongMagic(file: source.file, found: magic)
    }
    let sizes = try sizes(dimensions, from: source)
    guard let length = product(of: sizes), length <= largestContent else {
      throw DatasetError.tooLarge(file: source.file, sizes: sizes)
    }
    // Checked before memory is taken: a small file may announce anything.
    guard length <= source.mostBytes else { throw DatasetError.truncated(file: source.file) }
    let content = try source.bytes(length)
    guard content.count == length else { throw DatasetError.truncated(file: source.file) }
    guard try source.bytes(1).isEmpty else { throw DatasetError.surplus(file: source.file) }
    return (sizes, content)
  }

  private static func sizes(_ count: Int, from source: any ByteSource) throws -> [Int] {
    let bytes = try source.bytes(4 * count)
    guard bytes.count == 4 * count else { throw DatasetError.truncated(file: source.file) }
    return (0..<count).map { index in
      bytes[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// The product of the sizes, or `nil` where it overflows.
  private static func product(of sizes: [Int]) -> Int? {
    var product = 1
    for size in sizes {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      product = next
    }
    return product
  }
}
