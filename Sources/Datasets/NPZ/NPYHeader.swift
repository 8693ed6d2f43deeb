/// What a `.npy` file says of its elements before they start.
struct NPYHeader: Equatable {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The longest header that is read, NumPy's own limit (`max_header_size` of `np.load`).
  static let longest = 10_000
  /// The most dimensions of an array of NumPy 2.
  static let mostDimensions = 64

  let type: NPYType
  let isBigEndian: Bool
  let isFortranOrder: Bool
  let shape: [Int]
  /// The bytes before the first element.
  let length: Int

  /// Reads the start of a file, of which the elements are not looked at.
  init(startOf file: [UInt8]) throws(NPYError) {
    let magic = Self.magic
    guard file.count >= magic.count, file.starts(with: magic) else { throw .notNPY }
    guard file.count >= magic.count + 2 else { throw .truncatedHeader }
    let version = (file[magic.count], file[magic.count + 1])
    guard (1...3).contains(version.0), version.1 == 0 else {
      throw .version(major: version.0, minor: version.1)
    }
    let rest = file.dropFirst(magic.count + 2)
    let lengthSize = version.0 == 1 ? 2 : 4
    guard rest.count >= lengthSize else { throw .truncatedHeader }
    let textLength = rest.prefix(lengthSize).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard textLength <= Self.longest else { throw .headerTooLong(bytes: textLength) }
    let text = rest.dropFirst(lengthSize).prefix(textLength)
    guard text.count == textLength else { throw .truncatedHeader }

    let fields = try HeaderDictionary(parsing: text)
    (type, isBigEndian) = try Self.type(fields.descr)
    guard fields.shape.count <= Self.mostDimensions else { throw .shape(fields.shape) }
    isFortranOrder = fields.isFortranOrder
    shape = fields.shape
    length = text.endIndex
  }

  /// The type that NumPy's array-protocol string names, `<f8` for instance.
  private static func type(_ descr: String) throws(NPYError) -> (NPYType, isBigEndian: Bool) {
    let order = descr.prefix(1)
    let code = descr.drop { "<>|=".contains($0) }
    if code.hasPrefix("O") { throw .objects }
    if code.hasPrefix("U") || code.hasPrefix("S") || code.hasPrefix("a") { throw .text(descr) }
    if code.hasPrefix("V") { throw .structured }
    guard descr.count == 3, let type = NPYType(rawValue: String(descr.dropFirst())) else {
      throw .type(descr)
    }
    switch order {
    case "<": return (type, false)
    case ">": return (type, true)
    case "|" where type.size == 1: return (type, false)
    default: throw .type(descr)
    }
  }
}
