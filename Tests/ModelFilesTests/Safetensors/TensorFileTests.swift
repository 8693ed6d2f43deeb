import Foundation
import ModelFiles
import Testing

@Suite("Safetensors files")
struct TensorFileTests {
  static let sample = TensorFile(
    tensors: [
      "W": Tensor(shape: [2, 3], .float64([1, -2, .infinity, 0.1, .leastNonzeroMagnitude, -0.0])),
      "b": Tensor(shape: [3], .float32([1.5, -2, 3])),
      "vide": Tensor(shape: [0, 4], .float32([])),
      "scalaire": Tensor(shape: [], .float64([42])),
    ],
    metadata: ["activation": "relu:max_value=6,threshold=1", "é": "\"\\\n"])

  /// A file of this header and content.
  static func file(_ header: String, content: Int = 0) -> Data {
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    return length + Data(header.utf8) + Data(count: content)
  }

  /// The header of one tensor of type F32.
  static func header(shape: String, offsets: String, type: String = "F32") -> String {
    #"{"t":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}}"#
  }

  @Test("what is written is read again, bit for bit")
  func roundTrip() throws {
    let data = try Self.sample.encoded()
    #expect(try TensorFile(decoding: data) == Self.sample)
    #expect(data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } % 8 == 0)
  }

  @Test("a slice of a larger buffer is read as well")
  func slice() throws {
    let data = Data(count: 5) + (try Self.sample.encoded())
    #expect(try TensorFile(decoding: data.dropFirst(5)) == Self.sample)
  }

  @Test("a file that Python's safetensors 0.8 wrote is read")
  func python() throws {
    // save({"W": np.array([[1, 2], [3, 4]], np.float32), "b": np.array([0.5])}, {"k": "v"})
    let header = #"""
      {"__metadata__":{"k":"v"},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},\#
      "W":{"dtype":"F32","shape":[2,2],"data_offsets":[8,24]}}
      """#
    let content: [UInt8] = [
      0, 0, 0, 0, 0, 0, 0xE0, 0x3F, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80,
      0x40,
    ]
    let file = try TensorFile(decoding: Self.file(header) + Data(content))
    #expect(file.metadata == ["k": "v"])
    #expect(file.tensors["b"] == Tensor(shape: [1], .float64([0.5])))
    #expect(file.tensors["W"] == Tensor(shape: [2, 2], .float32([1, 2, 3, 4])))
  }

  @Test("a file cut off anywhere is refused")
  func truncation() throws {
    let data = try Self.sample.encoded()
    for length in 0..<data.count {
      #expect(throws: TensorFileError.self, "\(length) bytes") {
        try TensorFile(decoding: data.prefix(length))
      }
    }
  }

  @Test("a byte changed anywhere is refused or changes what is read, without a trap")
  func mutations() throws {
    let data = try Self.sample.encoded()
    for place in data.indices {
      for byte: UInt8 in [0x2D, 0x39, 0x5B, 0xFF] {
        var changed = data
        changed[place] = byte
        _ = try? TensorFile(decoding: changed)
      }
    }
  }

  struct BadFile: Sendable, CustomTestStringConvertible {
    let file: Data
    let error: TensorFileError
    var testDescription: String { "\(error)" }
  }

  @Test(
    "each fault has its error",
    arguments: [
      BadFile(file: Data([1, 2]), error: .truncatedLength(bytes: 2)),
      BadFile(
        file: Data(repeating: 0xFF, count: 100), error: .headerTooLong(bytes: .max)),
      BadFile(
        file: Data([9, 0, 0, 0, 0, 0, 0, 0, 0x7B]),
        error: .truncatedHeader(announced: 9, found: 1)),
      BadFile(file: file("[]"), error: .notAHeader),
      BadFile(file: file("{"), error: .notAHeader),
      BadFile(file: file(String(repeating: "{\"a\":", count: 5000)), error: .notAHeader),
      BadFile(file: file(#"{"t":3}"#), error: .notAHeader),
      BadFile(file: file(header(shape: "[1]", offsets: "[0]")), error: .notAHeader),
      BadFile(file: file(header(shape: "[0.5]", offsets: "[0,4]")), error: .notAHeader),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[0,99999999999999999999]")), error: .notAHeader),
      BadFile(file: file(#"{"__metadata__":{"a":1}}"#), error: .notAHeader),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[0,8]", type: "I64"), content: 8),
        error: .type("I64", tensor: "t")),
      BadFile(
        file: file(header(shape: "[-1,-1]", offsets: "[0,4]"), content: 4),
        error: .shape([-1, -1], tensor: "t")),
      BadFile(
        file: file(header(shape: "[4294967296,4294967296]", offsets: "[0,0]")),
        error: .shape([1 << 32, 1 << 32], tensor: "t")),
      BadFile(
        file: file(header(shape: "[4611686018427387904]", offsets: "[0,0]")),
        error: .shape([1 << 62], tensor: "t")),
      BadFile(
        file: file(header(shape: "[2]", offsets: "[0,4]"), content: 4),
        error: .range(begin: 0, end: 4, tensor: "t", needed: 8)),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[4,0]"), content: 4),
        error: .range(begin: 4, end: 0, tensor: "t", needed: 4)),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[-9223372036854775808,4]"), content: 4),
        error: .range(begin: .min, end: 4, tensor: "t", needed: 4)),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[4,8]"), content: 8), error: .hole(tensor: "t")),
      BadFile(
        file: file(header(shape: "[2]", offsets: "[0,8]"), content: 7),
        error: .truncatedTensor("t")),
      BadFile(
        file: file(header(shape: "[1]", offsets: "[0,4]"), content: 7), error: .surplus(bytes: 3)),
      BadFile(
        file: file(
          #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
            + #""b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, content: 8),
        error: .overlap(tensor: "b")),
    ])
  func faults(_ bad: BadFile) {
    #expect(throws: bad.error) { try TensorFile(decoding: bad.file) }
  }
}
