extension NPYArray {
  /// The bytes of a `.npy` file of version 1.0: little-endian, in C order, with the header that
  /// NumPy writes, padded so that the elements start at a multiple of 64.
  public func encoded() -> [UInt8] {
    let order = type.size == 1 ? "|" : "<"
    // Python's tuple of one number needs its comma.
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let dictionary =
      "{'descr': '\(order)\(type.rawValue)', 'fortran_order': False, 'shape': (\(sizes)), }"
    let unpadded = NPYHeader.magic.count + 4 + dictionary.utf8.count + 1
    let padding = String(repeating: " ", count: -unpadded & 63)
    let text = Array((dictionary + padding + "\n").utf8)
    return NPYHeader.magic + [1, 0] + Self.littleEndianBytes([UInt16(text.count)]) + text
      + littleEndianElements
  }

  private var littleEndianElements: [UInt8] {
    if !isFortranOrder, !isBigEndian { return Array(bytes[start...]) }
    return switch type.size {
    case 1: mapWords(UInt8.self) { $0 }
    case 2: Self.littleEndianBytes(mapWords(UInt16.self) { $0 })
    case 4: Self.littleEndianBytes(mapWords(UInt32.self) { $0 })
    default: Self.littleEndianBytes(mapWords(UInt64.self) { $0 })
    }
  }
}
