import Foundation

/// An entry of a hand-made ZIP file, whose header need not tell the truth.
struct ZIPEntry: Sendable {
  let name: String
  let content: [UInt8]
  let method: UInt16
  let flags: UInt16
  let checksum: UInt32
  let announced: UInt32

  /// `announced` is the size that the content is said to expand to.
  init(
    _ name: String, _ content: [UInt8], method: UInt16 = 0, flags: UInt16 = 0,
    checksum: UInt32? = nil, announced: UInt32? = nil
  ) {
    (self.name, self.content, self.method, self.flags) = (name, content, method, flags)
    self.checksum = checksum ?? crc32(content)
    self.announced = announced ?? UInt32(content.count)
  }

  /// The fields that local header and central directory share.
  fileprivate var fields: [UInt8] {
    little(UInt16(20)) + little(flags) + little(method) + little(UInt32(33 << 16))
      + little(checksum) + little(UInt32(content.count)) + little(announced)
      + little(UInt16(name.utf8.count)) + little(UInt16(0))
  }
}

/// A ZIP file of these entries, their contents as they are.
func zip(_ entries: [ZIPEntry]) -> Data {
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for entry in entries {
    directory += Array("PK\u{1}\u{2}".utf8) + little(UInt16(20)) + entry.fields
    directory += [UInt8](repeating: 0, count: 10) + little(UInt32(file.count))
    directory += Array(entry.name.utf8)
    file += Array("PK\u{3}\u{4}".utf8) + entry.fields + Array(entry.name.utf8) + entry.content
  }
  let count = little(UInt16(entries.count))
  return Data(
    file + directory + Array("PK\u{5}\u{6}".utf8) + little(UInt32(0)) + count + count
      + little(UInt32(directory.count)) + little(UInt32(file.count)) + little(UInt16(0)))
}

private func little(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

/// The checksum of ZIP, bit by bit.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(UInt32.max) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
