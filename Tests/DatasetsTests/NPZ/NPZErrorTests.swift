import Datasets
import Files
import Foundation
import Testing

@Suite("Hostile NPZ archives")
struct NPZErrorTests {
  private static let one = npy("(3,)", [1, 2, 3])

  private func read(_ file: Data, limit: Int = NPZArchive.largestArray) throws {
    let archive = try NPZArchive(decoding: file)
    for name in archive.names { _ = try archive.array(name, limit: limit).mapNumbers { $0 } }
  }

  @Test(
    "an archive cut off anywhere is refused",
    arguments: [NumPyArchives.stored, NumPyArchives.deflated])
  func truncation(file: Data) throws {
    try read(file)
    for length in 0..<file.count {
      #expect(throws: NPZError.self, "\(length) bytes") { try read(file.prefix(length)) }
    }
  }

  @Test(
    "a byte changed anywhere is refused or leaves the arrays as they were",
    arguments: [NumPyArchives.stored, NumPyArchives.deflated])
  func mutations(file: Data) throws {
    let numbers = try numbers(of: file)
    for place in file.indices {
      for byte: UInt8 in [0, 1, 0x50, 0x7F, 0xFF] {
        var changed = file
        changed[place] = byte
        guard let found = try? self.numbers(of: changed) else { continue }
        // Names and the length of the list are not covered by a checksum.
        for list in found { #expect(numbers.contains(list), "\(place): \(byte)") }
      }
    }
  }

  private func numbers(of file: Data) throws -> [[Double]] {
    let archive = try NPZArchive(decoding: file)
    return try archive.names.map { try archive.array($0).mapNumbers { $0 } }
  }

  struct BadArchive: Sendable, CustomTestStringConvertible {
    let file: Data
    let error: NPZError
    var testDescription: String { "\(error)" }

    init(_ file: Data, _ error: NPZError) { (self.file, self.error) = (file, error) }
    init(_ entry: ZIPEntry, _ error: NPZError) { self.init(zip([entry]), error) }
  }

  private static let bad = [
    BadArchive(Data(), .notAnArchive),
    BadArchive(Data("x,y\n1,2\n".utf8), .notAnArchive),
    BadArchive(Data(one), .notAnArchive),
    BadArchive(
      zip([ZIPEntry("x.npy", one), ZIPEntry("x.npy", one)]), .duplicate("x")),
    BadArchive(ZIPEntry("x.npy", one, flags: 1), .encrypted("x")),
    BadArchive(ZIPEntry("x.npy", one, method: 12), .method("x", 12)),
    BadArchive(ZIPEntry("x.npy", one, checksum: 7), .checksum("x")),
    BadArchive(
      ZIPEntry("x.npy", one, method: 8, announced: 4_000_000_000),
      .tooLarge("x", bytes: 4_000_000_000, limit: NPZArchive.largestArray)),
    BadArchive(ZIPEntry("x.npy", one, method: 8, announced: 400_000_000), .damaged("x")),
    BadArchive(ZIPEntry("x.npy", one, method: 8), .checksum("x")),
    BadArchive(
      ZIPEntry("x.npy", [UInt8](repeating: 0xFF, count: 200), method: 8), .damaged("x")),
    BadArchive(ZIPEntry("x.npy", one, announced: 140), .damaged("x")),
    BadArchive(ZIPEntry("x.npy", []), .array("x", .notNPY)),
    BadArchive(
      ZIPEntry("x.npy", npy(descr: "'|O'", "(1,)", Array("\u{80}\u{4}K*.".utf8))),
      .array("x", .objects)),
    BadArchive(
      ZIPEntry("x.npy", npy(descr: "'<f8'", "(9999999999,)", [1])),
      .array("x", .truncated(needed: 79_999_999_992, found: 1))),
  ]

  @Test("each fault has its error", arguments: bad)
  func faults(_ bad: BadArchive) {
    #expect(throws: bad.error) { try read(bad.file) }
  }

  @Test("entries that are no arrays are passed over")
  func otherEntries() throws {
    let archive = try NPZArchive(
      decoding: zip([ZIPEntry("LISEZ-MOI.txt", [1]), ZIPEntry("x.npy", Self.one)]))
    #expect(archive.names == ["x"])
    #expect(try archive.array("x").elements(as: UInt8.self) == [1, 2, 3])
    #expect(throws: NPZError.missing("LISEZ-MOI.txt", found: ["x"])) {
      try archive.array("LISEZ-MOI.txt")
    }
  }

  @Test("a bomb is refused by its size, whatever its compressed bytes")
  func bomb() throws {
    let zeros = NPYArray(shape: [3_000_000], [UInt8](repeating: 0, count: 3_000_000))
    let file = try NPZArchive.encoded([("x", zeros)], compression: .deflated)
    #expect(file.count < 4000)
    try read(file)
    #expect(throws: NPZError.tooLarge("x", bytes: 3_000_128, limit: 3_000_000)) {
      try read(file, limit: 3_000_000)
    }
  }

  @Test("what is no file, or no file at all, is told by the system's words")
  func places() {
    #expect(throws: InputFileError.notRegular(path: "/dev/null")) {
      try NPZArchive(path: "/dev/null")
    }
    #expect(throws: InputFileError.cannotRead(path: "/nulle/part.npz", code: ENOENT)) {
      try NPZArchive(path: "/nulle/part.npz")
    }
  }

  @Test("each message is the end of a French sentence", arguments: bad)
  func sentences(_ bad: BadArchive) {
    let text = bad.error.description
    #expect(text.first?.isLowercase == true && !text.hasSuffix("."))
    #expect(!text.contains(/[ ][:;!?»]|«[ ]|'/))
  }

  @Test("names from the archive are shown short and harmless")
  func names() {
    let hostile = "\u{1B}[31m\n" + String(repeating: "a", count: 500)
    let text = NPZError.missing("x", found: [hostile]).description
    #expect(!text.contains("\u{1B}") && !text.contains("\n") && text.count < 200)
  }
}
