/// The types of numbers that NumPy's files hold, by their codes without the byte order.
public enum NPYType: String, CaseIterable, Sendable {
  case bool = "b1"
  case int8 = "i1"
  case int16 = "i2"
  case int32 = "i4"
  case int64 = "i8"
  case uint8 = "u1"
  case uint16 = "u2"
  case uint32 = "u4"
  case uint64 = "u8"
  case float16 = "f2"
  case float32 = "f4"
  case float64 = "f8"

  /// The bytes of one number.
  public var size: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16, .float16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64: 8
    }
  }
}

/// A Swift type whose values are the elements of an `NPYArray`.
public protocol NPYElement: Equatable, Sendable {
  /// The unsigned or signed integer with the same bits.
  associatedtype NPYWord: FixedWidthInteger & BitwiseCopyable

  static var npyType: NPYType { get }
  init(npyWord: NPYWord)
  var npyWord: NPYWord { get }
  /// The value as a `Double`, rounded to the nearest where it has more than 53 bits.
  var npyNumber: Double { get }
}

extension NPYElement where Self: FixedWidthInteger, NPYWord == Self {
  public init(npyWord: Self) { self = npyWord }
  public var npyWord: Self { self }
  public var npyNumber: Double { Double(self) }
}

extension Int8: NPYElement { public static var npyType: NPYType { .int8 } }
extension Int16: NPYElement { public static var npyType: NPYType { .int16 } }
extension Int32: NPYElement { public static var npyType: NPYType { .int32 } }
extension Int64: NPYElement { public static var npyType: NPYType { .int64 } }
extension UInt8: NPYElement { public static var npyType: NPYType { .uint8 } }
extension UInt16: NPYElement { public static var npyType: NPYType { .uint16 } }
extension UInt32: NPYElement { public static var npyType: NPYType { .uint32 } }
extension UInt64: NPYElement { public static var npyType: NPYType { .uint64 } }

extension Bool: NPYElement {
  public static var npyType: NPYType { .bool }
  public init(npyWord: UInt8) { self = npyWord != 0 }
  public var npyWord: UInt8 { self ? 1 : 0 }
  public var npyNumber: Double { self ? 1 : 0 }
}

extension Float16: NPYElement {
  public static var npyType: NPYType { .float16 }
  public init(npyWord: UInt16) { self.init(bitPattern: npyWord) }
  public var npyWord: UInt16 { bitPattern }
  public var npyNumber: Double { Double(self) }
}

extension Float: NPYElement {
  public static var npyType: NPYType { .float32 }
  public init(npyWord: UInt32) { self.init(bitPattern: npyWord) }
  public var npyWord: UInt32 { bitPattern }
  public var npyNumber: Double { Double(self) }
}

extension Double: NPYElement {
  public static var npyType: NPYType { .float64 }
  public init(npyWord: UInt64) { self.init(bitPattern: npyWord) }
  public var npyWord: UInt64 { bitPattern }
  public var npyNumber: Double { self }
}
