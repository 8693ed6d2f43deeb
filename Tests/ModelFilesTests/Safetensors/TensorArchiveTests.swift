import Foundation
import Testing

@testable import ModelFiles

@Suite("Safetensors files of any origin")
struct TensorArchiveTests {
  @Test(
    "the same numbers come out of each type", arguments: ["F16", "BF16", "F32", "F64"])
  func types(type: String) throws {
    var builder = ArchiveBuilder()
    builder.add("t", [2, 3], [0, 1, -2, 0.5, -0.25, 1.5], as: type)
    let archive = try TensorArchive(decoding: builder.data)
    let entry = try #require(archive.entries.first)
    #expect(entry.type == type && entry.shape == [2, 3] && entry.count == 6 && entry.hasNumbers)
    let tensor = try archive.tensor(entry)
    #expect(tensor.elements.numbers(as: Double.self) == [0, 1, -2, 0.5, -0.25, 1.5])
    #expect(try TensorFile(decoding: builder.data).tensors["t"] == tensor)
  }

  @Test(
    "other types are told by name and shape, and give no numbers",
    arguments: [
      ("I64", [3], 24), ("U8", [2, 2], 4), ("BOOL", [5], 5), ("F8_E4M3", [3], 3), ("C64", [1], 8),
      ("F4", [4], 2), ("F6_E2M3", [4], 3), ("I32", [], 4), ("I32", [0, 3], 0),
      ("TYPE_DE_DEMAIN", [7, 9], 11),
    ])
  func others(type: String, shape: [Int], bytes: Int) throws {
    var builder = ArchiveBuilder()
    builder.add("a", [1])
    builder.add("t", type, shape, bytes: Data(count: bytes))
    let archive = try TensorArchive(decoding: builder.data)
    let entry = try #require(archive.entries.last)
    #expect(entry.type == type && entry.shape == shape && !entry.hasNumbers)
    #expect(throws: TensorFileError.type(type, tensor: "t")) { try archive.tensor(entry) }
    #expect(throws: TensorFileError.type(type, tensor: "t")) { try archive.statistics(of: entry) }
    #expect(throws: TensorFileError.type(type, tensor: "t")) {
      try TensorFile(decoding: builder.data)
    }
  }

  @Test(
    "the bytes of a type that is known are those that its shape calls for",
    arguments: [
      ("F16", [3], 5, 6), ("BF16", [1], 4, 2), ("I64", [1], 4, 8), ("F4", [3], 2, 2),
      ("F4", [3], 1, 2), ("F6_E3M2", [4], 4, 3),
    ])
  func ranges(type: String, shape: [Int], bytes: Int, needed: Int) {
    var builder = ArchiveBuilder()
    builder.add("t", type, shape, bytes: Data(count: bytes))
    #expect(
      throws: TensorFileError.range(begin: 0, end: bytes, tensor: "t", needed: needed)
    ) { try TensorArchive(decoding: builder.data) }
  }

  @Test("a file cut off, or with a byte changed, is refused or read, without a trap")
  func damage() throws {
    var builder = ArchiveBuilder()
    builder.add("a", [3], [1, 2, 3], as: "F16")
    builder.add("b", [1], [1], as: "BF16")
    builder.add("c", "F4", [4], bytes: Data(count: 2))
    let data = builder.data
    for length in 0..<data.count {
      #expect(throws: TensorFileError.self) { try TensorArchive(decoding: data.prefix(length)) }
    }
    for place in data.indices {
      for byte: UInt8 in [0x2D, 0x31, 0x36, 0x39, 0x5B, 0xFF] {
        var changed = data
        changed[place] = byte
        guard let archive = try? TensorArchive(decoding: changed) else { continue }
        for entry in archive.entries { _ = try? archive.statistics(of: entry) }
      }
    }
  }

  @Test("statistics are those of the finite numbers; the others are counted")
  func statistics() throws {
    var builder = ArchiveBuilder()
    builder.add("t", [6], [3, .nan, -1, .infinity, 4, -.infinity])
    builder.add("vide", [0, 4])
    let long = (0..<200_000).map { Float($0 % 7) }
    builder.add("long", [200_000], long)
    let archive = try TensorArchive(decoding: builder.data)
    let found = Dictionary(
      uniqueKeysWithValues: try archive.entries.map { ($0.name, try archive.statistics(of: $0)) })
    let t = try #require(found["t"])
    #expect(t.minimum == -1 && t.maximum == 4 && t.mean == 2)
    #expect(t.notNumbers == 1 && t.infinities == 2)
    #expect(found["vide"] == TensorStatistics())
    #expect(found["long"]?.mean == long.reduce(0.0) { $0 + Double($1) } / 200_000)
  }
}
