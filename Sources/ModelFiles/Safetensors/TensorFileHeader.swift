import Foundation

/// The JSON header of a safetensors file.
struct TensorFileHeader {
  /// Where a tensor's elements are, from the end of the header on, and what they are.
  struct Entry: Equatable {
    let type: ElementType
    let shape: [Int]
    let begin: Int
    let end: Int
  }

  var entries: [String: Entry]
  var metadata: [String: String]

  /// The tensors in the order of their elements.
  ///
  /// Each has the bytes that its shape calls for, and together they are the whole content: none
  /// overlaps another, none is left out.
  func checkedEntries(content: Int) throws(TensorFileError) -> [TensorArchive.Entry] {
    var reached = 0
    var checked: [TensorArchive.Entry] = []
    let inOrder = entries.sorted {
      ($0.value.begin, $0.value.end, $0.key) < ($1.value.begin, $1.value.end, $1.key)
    }
    for (name, entry) in inOrder {
      guard let count = Tensor.count(of: entry.shape) else {
        throw .shape(entry.shape, tensor: name)
      }
      try entry.checkSize(of: count, tensor: name)
      guard entry.end <= content else { throw .truncatedTensor(name) }
      guard entry.begin == reached else {
        throw entry.begin < reached ? .overlap(tensor: name) : .hole(tensor: name)
      }
      reached = entry.end
      checked.append(
        TensorArchive.Entry(
          name: name, type: entry.type.name, shape: entry.shape, count: count,
          elements: entry.type, begin: entry.begin, end: entry.end))
    }
    guard reached == content else { throw .surplus(bytes: content - reached) }
    return checked
  }
}

extension TensorFileHeader.Entry {
  fileprivate func checkSize(of count: Int, tensor: String) throws(TensorFileError) {
    let isRange = begin >= 0 && begin <= end
    // Of a type that is not known, the size is not either.
    if type.bits == nil, isRange { return }
    guard let size = type.bits == nil ? (count: 0, isWhole: false) : type.bytes(count) else {
      throw .shape(shape, tensor: tensor)
    }
    guard isRange, size.isWhole, end - begin == size.count else {
      throw .range(begin: begin, end: end, tensor: tensor, needed: size.count)
    }
  }
}

extension TensorFileHeader: Codable {
  private static let metadataKey = Key("__metadata__")

  /// Any name: those of tensors are the file's own.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  init(decoding json: Data) throws(TensorFileError) {
    guard json.first == UInt8(ascii: "{"), String(validating: json, as: UTF8.self) != nil else {
      throw .notAHeader
    }
    do {
      self = try JSONDecoder().decode(TensorFileHeader.self, from: json)
    } catch let error as TensorFileError {
      throw error
    } catch {
      throw .notAHeader
    }
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    metadata =
      try container.decodeIfPresent([String: String].self, forKey: Self.metadataKey) ?? [:]
    entries = [:]
    for key in container.allKeys where key.stringValue != Self.metadataKey.stringValue {
      entries[key.stringValue] = try Self.entry(of: key, in: container)
    }
  }

  private static func entry(
    of key: Key, in container: KeyedDecodingContainer<Key>
  ) throws -> Entry {
    let fields = try container.nestedContainer(keyedBy: Key.self, forKey: key)
    let typeName = try fields.decode(String.self, forKey: Key("dtype"))
    let offsets = try fields.decode([Int].self, forKey: Key("data_offsets"))
    guard offsets.count == 2 else { throw TensorFileError.notAHeader }
    return Entry(
      type: ElementType(name: typeName), shape: try fields.decode([Int].self, forKey: Key("shape")),
      begin: offsets[0], end: offsets[1])
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Self.metadataKey) }
    for (name, entry) in entries {
      var fields = container.nestedContainer(keyedBy: Key.self, forKey: Key(name))
      try fields.encode(entry.type.name, forKey: Key("dtype"))
      try fields.encode(entry.shape, forKey: Key("shape"))
      try fields.encode([entry.begin, entry.end], forKey: Key("data_offsets"))
    }
  }
}
