/// The Python dictionary in the header of a `.npy` file, read and never evaluated.
///
/// Of Python's literals only what NumPy writes is taken: one dictionary with exactly the keys
/// `descr`, `fortran_order` and `shape`, strings without escapes, `True` and `False`, a tuple of
/// decimal integers; spaces and a last comma are free.
struct HeaderDictionary {
  private(set) var descr = ""
  private(set) var isFortranOrder = false
  private(set) var shape: [Int] = []
  private var rest: ArraySlice<UInt8>

  init(parsing text: ArraySlice<UInt8>) throws(NPYError) {
    rest = text
    var keys: Set<String> = []
    try expect("{")
    while !accept("}") {
      let key = try string()
      guard keys.insert(key).inserted else { throw .notAHeader }
      try expect(":")
      switch key {
      case "descr": descr = try type()
      case "fortran_order": isFortranOrder = try boolean()
      case "shape": shape = try tuple()
      default: throw .notAHeader
      }
      guard accept(",") else {
        try expect("}")
        break
      }
    }
    skipSpace()
    guard rest.isEmpty, keys.count == 3 else { throw .notAHeader }
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
  }

  /// Whether `word` came next; it is read then.
  private mutating func accept(_ word: String) -> Bool {
    skipSpace()
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func expect(_ word: String) throws(NPYError) {
    guard accept(word) else { throw .notAHeader }
  }

  private mutating func type() throws(NPYError) -> String {
    // A list of fields, or a pair of a type and a shape.
    if accept("[") || accept("(") { throw .structured }
    return try string()
  }

  private mutating func string() throws(NPYError) -> String {
    let quote: UInt8
    if accept("'") {
      quote = UInt8(ascii: "'")
    } else {
      try expect("\"")
      quote = UInt8(ascii: "\"")
    }
    let content = rest.prefix { $0 != quote }
    guard content.endIndex < rest.endIndex,
      content.allSatisfy({ $0 >= UInt8(ascii: " ") && $0 != UInt8(ascii: "\\") && $0 < 0x7F })
    else { throw .notAHeader }
    rest = rest[(content.endIndex + 1)...]
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func boolean() throws(NPYError) -> Bool {
    if accept("True") { return true }
    try expect("False")
    return false
  }

  private mutating func tuple() throws(NPYError) -> [Int] {
    var numbers: [Int] = []
    var commas = 0
    try expect("(")
    while !accept(")") {
      numbers.append(try integer())
      guard accept(",") else {
        try expect(")")
        break
      }
      commas += 1
    }
    // To Python, (3) is a number.
    guard numbers.count != 1 || commas == 1 else { throw .notAHeader }
    return numbers
  }

  private mutating func integer() throws(NPYError) -> Int {
    let sign = accept("-") ? "-" : ""
    let digits = String(
      decoding: rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self)
    guard let number = Int(sign + digits), digits == "0" || !digits.hasPrefix("0") else {
      throw .notAHeader
    }
    rest = rest.dropFirst(digits.utf8.count)
    return number
  }
}
