import Foundation

/// A safetensors file of any origin: what it says of its tensors, and the numbers of those that have
/// some.
public struct TensorArchive: Sendable {
  /// A tensor as the header describes it.
  public struct Entry: Sendable, Equatable {
    public let name: String
    /// As the format names it, `F32`.
    public let type: String
    public let shape: [Int]
    /// The number of elements.
    public let count: Int
    let elements: ElementType
    let begin, end: Int

    /// Whether the elements are read here: those of type F16, BF16, F32 and F64 are.
    public var hasNumbers: Bool { elements.hasNumbers }
  }

  /// The tensors in the order of their elements in the file.
  public let entries: [Entry]
  /// Notes in the file, `__metadata__` in its header.
  public let metadata: [String: String]
  private let content: Data

  /// Reads the header of a file, and checks that the rest is what it describes.
  ///
  /// - Throws: `TensorFileError` for anything that is not exactly the format; the size of a type that
  ///   is not known cannot be checked.
  public init(decoding file: Data) throws(TensorFileError) {
    let lengthSize = 8
    guard file.count >= lengthSize else { throw .truncatedLength(bytes: file.count) }
    let length = file.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= TensorFile.longestHeader else { throw .headerTooLong(bytes: length) }
    let rest = file.dropFirst(lengthSize)
    guard length <= rest.count else {
      throw .truncatedHeader(announced: Int(length), found: rest.count)
    }
    let header = try TensorFileHeader(decoding: rest.prefix(Int(length)))
    content = rest.dropFirst(Int(length))
    entries = try header.checkedEntries(content: content.count)
    metadata = header.metadata
  }

  /// A tensor with its numbers; those of 16 bits come as `Float`, which holds them exactly.
  ///
  /// - Throws: `TensorFileError.type` where its elements are not read here.
  public func tensor(_ entry: Entry) throws(TensorFileError) -> Tensor {
    Tensor(shape: entry.shape, try elements(of: entry, 0..<entry.count))
  }

  /// Some of a tensor's elements.
  func elements(
    of entry: Entry, _ range: Range<Int>
  ) throws(TensorFileError) -> Tensor.Elements {
    guard entry.hasNumbers, let bits = entry.elements.bits else {
      throw .type(entry.type, tensor: entry.name)
    }
    let bytes = content.dropFirst(entry.begin + range.lowerBound * (bits / 8))
      .prefix(range.count * (bits / 8))
    return Tensor.Elements(bytes, of: entry.elements)
  }
}

extension Tensor.Elements {
  fileprivate init(_ bytes: Data, of type: ElementType) {
    self = bytes.withUnsafeBytes { bytes in
      switch type {
      case .float16:
        .float32(bytes.littleEndianWords(UInt16.self).map { Float(halfBits: $0) })
      case .bfloat16:
        .float32(bytes.littleEndianWords(UInt16.self).map { Float(brainBits: $0) })
      case .float32:
        .float32(bytes.littleEndianWords(UInt32.self).map { Float(bitPattern: $0) })
      case .float64:
        .float64(bytes.littleEndianWords(UInt64.self).map { Double(bitPattern: $0) })
      case .other: .float32([])
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as words; they need not be aligned.
  fileprivate func littleEndianWords<Word: FixedWidthInteger & BitwiseCopyable>(
    _ word: Word.Type
  ) -> some Sequence<Word> {
    stride(from: 0, to: count, by: MemoryLayout<Word>.size).lazy.map { place in
      Word(littleEndian: loadUnaligned(fromByteOffset: place, as: word))
    }
  }
}
