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

  /// Each tensor has the bytes that its shape calls for, and together they are the whole content:
  /// none overlaps another, none is left out.
  func checkRanges(content: Int) throws(TensorFileError) {
    var reached = 0
    let inOrder = entries.sorted { ($0.value.begin, $0.value.end) < ($1.value.begin, $1.value.end) }
    for (name, entry) in inOrder {
      guard let count = Tensor.count(of: entry.shape),
        case let (size, overflows) = count.multipliedReportingOverflow(by: entry.type.size),
        !overflows
      else { throw .shape(entry.shape, tensor: name) }
      guard entry.begin >= 0, entry.begin <= entry.end, entry.end - entry.begin == size else {
        throw .range(begin: entry.begin, end: entry.end, tensor: name, needed: size)
      }
      guard entry.end <= content else { throw .truncatedTensor(name) }
      guard entry.begin == reached else {
        throw entry.begin < reached ? .overlap(tensor: name) : .hole(tensor: name)
      }
      reached = entry.end
    }
    guard reached == content else { throw .surplus(bytes: content - reached) }
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
    guard let type = ElementType(rawValue: typeName) else {
      throw TensorFileError.type(typeName, tensor: key.stringValue)
    }
    let offsets = try fields.decode([Int].self, forKey: Key("data_offsets"))
    guard offsets.count == 2 else { throw TensorFileError.notAHeader }
    return Entry(
      type: type, shape: try fields.decode([Int].self, forKey: Key("shape")),
      begin: offsets[0], end: offsets[1])
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Self.metadataKey) }
    for (name, entry) in entries {
      var fields = container.nestedContainer(keyedBy: Key.self, forKey: Key(name))
      try fields.encode(entry.type, forKey: Key("dtype"))
      try fields.encode(entry.shape, forKey: Key("shape"))
      try fields.encode([entry.begin, entry.end], forKey: Key("data_offsets"))
    }
  }
}
