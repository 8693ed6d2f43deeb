import Foundation

/// Safetensors files as other libraries write them, by hand.
struct ArchiveBuilder {
  private var header: [String] = []
  private var content = Data()

  init(metadata: [String: String] = ["format": "pt"]) {
    let notes = metadata.sorted { $0.key < $1.key }.map { #""\#($0.key)":"\#($0.value)""# }
    header.append(#""__metadata__":{\#(notes.joined(separator: ","))}"#)
  }

  mutating func add(_ name: String, _ type: String, _ shape: [Int], bytes: Data) {
    let end = content.count + bytes.count
    header.append(
      #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":[\#(content.count),\#(end)]}"#
    )
    content += bytes
  }

  /// Adds a tensor of numbers, F32 if nothing else is said.
  mutating func add(_ name: String, _ shape: [Int], _ numbers: [Float], as type: String = "F32") {
    var bytes = Data()
    for number in numbers {
      switch type {
      case "F64": withUnsafeBytes(of: Double(number).bitPattern.littleEndian) { bytes += $0 }
      case "BF16":
        let bits = UInt16(number.bitPattern >> 16)
        withUnsafeBytes(of: bits.littleEndian) { bytes += $0 }
      case "F16": withUnsafeBytes(of: Self.half(number).littleEndian) { bytes += $0 }
      default: withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    add(name, type, shape, bytes: bytes)
  }

  /// Adds zeros.
  mutating func add(_ name: String, _ shape: [Int], as type: String = "F32") {
    add(name, shape, [Float](repeating: 0, count: shape.reduce(1, *)), as: type)
  }

  var data: Data {
    let text = Data("{\(header.joined(separator: ","))}".utf8)
    return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) } + text + content
  }

  /// The bits of a normal F16 that holds the number exactly, or of zero.
  private static func half(_ number: Float) -> UInt16 {
    if number == 0 { return 0 }
    let sign: UInt16 = number < 0 ? 0x8000 : 0
    return sign | UInt16(number.exponent + 15) << 10 | UInt16(number.significandBitPattern >> 13)
  }
}
