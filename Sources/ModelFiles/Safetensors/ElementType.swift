/// The types of elements, by the names that the format gives them.
enum ElementType: Hashable, Sendable {
  case float16
  /// The first 16 bits of a `float32`.
  case bfloat16
  case float32
  case float64
  /// Integers, truth values and others, whose elements are not read here.
  case other(String)

  private static let numbers: [String: ElementType] = [
    "F16": .float16, "BF16": .bfloat16, "F32": .float32, "F64": .float64,
  ]

  /// The sizes of the format's other types, in bits.
  private static let sizes = [
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "F8_E5M2FNUZ": 8,
    "F8_E4M3FNUZ": 8, "I16": 16, "U16": 16, "I32": 32, "U32": 32, "I64": 64, "U64": 64, "C64": 64,
    "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
  ]

  init(name: String) { self = Self.numbers[name] ?? .other(name) }

  var name: String {
    switch self {
    case .float16: "F16"
    case .bfloat16: "BF16"
    case .float32: "F32"
    case .float64: "F64"
    case .other(let name): name
    }
  }

  /// The size of an element, in bits; nil for a type that is not known here.
  var bits: Int? {
    switch self {
    case .float16, .bfloat16: 16
    case .float32: 32
    case .float64: 64
    case .other(let name): Self.sizes[name]
    }
  }

  var hasNumbers: Bool {
    if case .other = self { false } else { true }
  }

  /// The size of `count` elements, in bytes, rounded up; nil where a computer cannot count them.
  func bytes(_ count: Int) -> (count: Int, isWhole: Bool)? {
    guard let bits else { return nil }
    let units = bits.isMultiple(of: 8) ? (size: bits / 8, perByte: 1) : (size: bits, perByte: 8)
    let (size, overflows) = count.multipliedReportingOverflow(by: units.size)
    if overflows { return nil }
    let isWhole = size.isMultiple(of: units.perByte)
    return (size / units.perByte + (isWhole ? 0 : 1), isWhole)
  }
}
