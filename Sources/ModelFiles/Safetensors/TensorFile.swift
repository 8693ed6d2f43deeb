import Foundation

/// The content of a safetensors file: tensors by name, and notes on them.
///
/// The file is a header's length (8 bytes, little-endian), the header in JSON, and the elements of
/// all tensors, one after the other without holes. Format:
/// https://huggingface.co/docs/safetensors, readable by Python's `safetensors`.
public struct TensorFile: Sendable, Equatable {
  public var tensors: [String: Tensor]
  /// Notes in the file, `__metadata__` in its header.
  public var metadata: [String: String]

  /// The longest header that is read: some ten thousand tensors.
  public static let longestHeader = 1 << 20

  public init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `TensorFileError` for anything that is not exactly the format, with elements of
  ///   type F16, BF16, F32 or F64.
  public init(decoding file: Data) throws(TensorFileError) {
    try self.init(TensorArchive(decoding: file))
  }

  /// The tensors of a file that is open.
  ///
  /// - Throws: `TensorFileError.type` where the elements of one are not read here.
  init(_ archive: TensorArchive) throws(TensorFileError) {
    metadata = archive.metadata
    tensors = [:]
    for entry in archive.entries { tensors[entry.name] = try archive.tensor(entry) }
  }

  /// The bytes of the file: tensors in the order of their names, the header padded with spaces so
  /// that the elements start at a multiple of 8.
  public func encoded() throws -> Data {
    var entries: [String: TensorFileHeader.Entry] = [:]
    var content = Data()
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let begin = content.count
      tensor.elements.append(to: &content)
      entries[name] = TensorFileHeader.Entry(
        type: tensor.elements.type, shape: tensor.shape, begin: begin, end: content.count)
    }
    var header = try TensorFileHeader(entries: entries, metadata: metadata).encoded()
    header.append(contentsOf: repeatElement(UInt8(ascii: " "), count: -header.count & 7))
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) }
    return length + header + content
  }
}

extension Tensor.Elements {
  fileprivate func append(to data: inout Data) {
    switch self {
    case .float32(let elements):
      elements.map(\.bitPattern.littleEndian).withUnsafeBytes { data.append(contentsOf: $0) }
    case .float64(let elements):
      elements.map(\.bitPattern.littleEndian).withUnsafeBytes { data.append(contentsOf: $0) }
    }
  }
}
