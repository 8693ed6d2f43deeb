import Datasets
import Testing

@Suite("Hostile NPY files")
struct NPYErrorTests {
  struct BadFile: Sendable, CustomTestStringConvertible {
    let file: [UInt8]
    let error: NPYError
    var testDescription: String { "\(error)" }

    init(_ file: [UInt8], _ error: NPYError) { (self.file, self.error) = (file, error) }
    init(type: String, _ error: NPYError) { self.init(npy(descr: type, "(1,)", [0]), error) }
    init(header: String) { self.init(npy(header: header, [0]), .notAHeader) }
    init(shape: String) { self.init(npy(shape, [0]), .notAHeader) }
  }

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private static let bad = [
    BadFile([], .notNPY),
    BadFile(Array("PK\u{3}\u{4}".utf8), .notNPY),
    BadFile(magic, .truncatedHeader),
    BadFile(magic + [1, 0, 9], .truncatedHeader),
    BadFile(magic + [0, 0, 0, 0], .version(major: 0, minor: 0)),
    BadFile(magic + [1, 1, 0, 0], .version(major: 1, minor: 1)),
    BadFile(magic + [4, 0, 0, 0], .version(major: 4, minor: 0)),
    BadFile(magic + [1, 0, 0xFF, 0xFF], .headerTooLong(bytes: 65535)),
    BadFile(magic + [3, 0, 0xFF, 0xFF, 0xFF, 0xFF], .headerTooLong(bytes: 4_294_967_295)),
    // np.save(file, np.array([{}], dtype=object), allow_pickle=True)
    BadFile(type: "'|O'", .objects),
    BadFile(type: "'O'", .objects),
    BadFile(type: "[('a', '<f4'), ('b', '|O')]", .structured),
    BadFile(type: "('<f4', (2,))", .structured),
    BadFile(type: "'|V4'", .structured),
    BadFile(type: "'<U3'", .text("<U3")),
    BadFile(type: "'|S3'", .text("|S3")),
    BadFile(type: "'<c16'", .type("<c16")),
    BadFile(type: "'<f16'", .type("<f16")),
    BadFile(type: "'<M8[s]'", .type("<M8[s]")),
    BadFile(type: "'|f8'", .type("|f8")),
    BadFile(type: "'=f8'", .type("=f8")),
    BadFile(type: "'f8'", .type("f8")),
    BadFile(type: "'<<f8'", .type("<<f8")),
    BadFile(type: "''", .type("")),
    BadFile(type: "'<i3'", .type("<i3")),
    BadFile(type: "'<f8", .notAHeader),
    BadFile(type: "'<\\x66 8'", .notAHeader),
    BadFile(type: "np.float64", .notAHeader),
    BadFile(type: "None", .notAHeader),
    BadFile(npy(fortran: "'True'", "(1,)", [0]), .notAHeader),
    BadFile(npy(fortran: "1", "(1,)", [0]), .notAHeader),
    BadFile(npy(fortran: "not False", "(1,)", [0]), .notAHeader),
    BadFile(npy(fortran: "Truely", "(1,)", [0]), .notAHeader),
    BadFile(shape: "(1)"),
    BadFile(shape: "1"),
    BadFile(shape: "[1]"),
    BadFile(shape: "(,)"),
    BadFile(shape: "(1,,)"),
    BadFile(shape: "(1.0,)"),
    BadFile(shape: "(0x1,)"),
    BadFile(shape: "(01,)"),
    BadFile(shape: "(+1,)"),
    BadFile(shape: "(--1,)"),
    BadFile(shape: "(nan,)"),
    BadFile(shape: "(1e0,)"),
    BadFile(shape: "(99999999999999999999,)"),
    BadFile(shape: "(__import__('os').system('touch /tmp/x'),)"),
    BadFile(shape: "(" + String(repeating: "(", count: 5000)),
    BadFile(npy("(-1,)", [0]), .shape([-1])),
    BadFile(npy("(-1, -1)", [0]), .shape([-1, -1])),
    BadFile(npy("(4294967296, 4294967296)", [0]), .shape([1 << 32, 1 << 32])),
    BadFile(npy(descr: "'<f8'", "(2305843009213693952,)", []), .shape([1 << 61])),
    BadFile(
      npy("(" + String(repeating: "1, ", count: 65) + ")", [0]),
      .shape([Int](repeating: 1, count: 65))),
    BadFile(npy("(1000000000000,)", [0]), .truncated(needed: 1_000_000_000_000, found: 1)),
    BadFile(npy(descr: "'<f8'", "(1,)", [0]), .truncated(needed: 8, found: 1)),
    BadFile(npy("()", []), .truncated(needed: 1, found: 0)),
    BadFile(npy("(1,)", [0, 1, 2]), .surplus(bytes: 2)),
    BadFile(npy("(0,)", [0]), .surplus(bytes: 1)),
    BadFile(header: ""),
    BadFile(header: "{}"),
    BadFile(header: "{'descr': '|u1', 'fortran_order': False}"),
    BadFile(header: "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'x': 1}"),
    BadFile(header: "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (1,)}"),
    BadFile(header: "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} + {}"),
    BadFile(header: "{'descr': '|u1' 'fortran_order': False, 'shape': (1,)}"),
    BadFile(header: "{'descr' '|u1', 'fortran_order': False, 'shape': (1,)}"),
    BadFile(header: "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)"),
    BadFile(header: "{,}"),
    BadFile(header: "\u{0}{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}"),
  ]

  @Test("each fault has its error", arguments: bad)
  func faults(_ bad: BadFile) {
    #expect(throws: bad.error) { try NPYArray(decoding: bad.file) }
  }

  @Test("a file cut off anywhere is refused")
  func truncation() {
    let file = npy(descr: "'<f4'", "(2, 3)", [UInt8](repeating: 0, count: 24))
    for length in file.indices {
      #expect(throws: NPYError.self, "\(length) bytes") {
        try NPYArray(decoding: Array(file.prefix(length)))
      }
    }
  }

  @Test("a byte changed anywhere is refused or changes what is read, without a trap")
  func mutations() {
    let file = npy(descr: "'<i2'", fortran: "True", "(2, 3)", [UInt8](repeating: 9, count: 12))
    for place in file.indices {
      for byte: UInt8 in [0, 0x20, 0x27, 0x2C, 0x2D, 0x30, 0x39, 0x4F, 0x7D, 0xFF] {
        var changed = file
        changed[place] = byte
        let numbers = try? NPYArray(decoding: changed).mapNumbers { $0 }
        #expect(numbers == nil || numbers?.count == 6 || numbers?.count == 12, "\(place): \(byte)")
      }
    }
  }

  @Test("each message is the end of a French sentence", arguments: bad)
  func sentences(_ bad: BadFile) {
    let text = bad.error.description
    #expect(text.first?.isLowercase == true && !text.hasSuffix("."))
    #expect(text.count < 200 && !text.contains(/[ ][:;!?»]|«[ ]|'/))
  }
}
