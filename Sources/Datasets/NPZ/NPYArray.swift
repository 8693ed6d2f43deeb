/// An array of numbers of any number of dimensions, as NumPy's `.npy` files hold it.
///
/// Its elements stay as the file has them, in C or Fortran order, little- or big-endian, until they
/// are asked for; they are given in C order (the last index runs fastest).
public struct NPYArray: Sendable {
  public let type: NPYType
  /// The size of each dimension; none for a single number.
  public let shape: [Int]
  /// The product of `shape`.
  public let count: Int

  /// Whether the first index runs fastest in `bytes`.
  let isFortranOrder: Bool
  let isBigEndian: Bool
  /// The elements from `start` to the end; a file's header may stand before.
  let bytes: [UInt8]
  let start: Int

  /// An array of these elements in C order, as many as its shape calls for.
  public init<Element: NPYElement>(shape: [Int], _ elements: [Element]) {
    precondition(Self.count(of: shape) == elements.count, "as many elements as the shape says")
    self.shape = shape
    type = Element.npyType
    count = elements.count
    isFortranOrder = false
    isBigEndian = false
    bytes = elements as? [UInt8] ?? Self.littleEndianBytes(elements.lazy.map(\.npyWord))
    start = 0
  }

  /// Reads the bytes of a `.npy` file, format versions 1.0, 2.0 and 3.0.
  ///
  /// Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
  ///
  /// - Throws: `NPYError` for anything that is not exactly the format, with numbers as elements.
  public init(decoding file: [UInt8]) throws(NPYError) {
    let header = try NPYHeader(startOf: file)
    guard let count = Self.count(of: header.shape),
      case let (size, overflows) = count.multipliedReportingOverflow(by: header.type.size),
      !overflows
    else { throw .shape(header.shape) }
    let content = file.count - header.length
    guard size <= content else { throw .truncated(needed: size, found: content) }
    guard size == content else { throw .surplus(bytes: content - size) }
    type = header.type
    shape = header.shape
    self.count = count
    isFortranOrder = header.isFortranOrder
    isBigEndian = header.isBigEndian
    bytes = file
    start = header.length
  }

  private init(transposing array: NPYArray) {
    type = array.type
    shape = array.shape.reversed()
    count = array.count
    isFortranOrder = !array.isFortranOrder
    isBigEndian = array.isBigEndian
    bytes = array.bytes
    start = array.start
  }

  /// The array with its dimensions in reverse order, `a.T` in NumPy; it shares its bytes.
  public var transposed: NPYArray { NPYArray(transposing: self) }

  /// The number of elements of a shape; `nil` where a size is negative or the product too large.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for size in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      if size < 0 || overflows { return nil }
      count = product
    }
    return count
  }

  static func littleEndianBytes(_ words: some Collection<some FixedWidthInteger>) -> [UInt8] {
    words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }
}
