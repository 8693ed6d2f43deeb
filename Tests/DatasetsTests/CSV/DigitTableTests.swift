import Testing

@testable import Datasets

@Suite("Digits in CSV files")
struct DigitTableTests {
  private let file = "mémoire"

  private func read(_ bytes: [UInt8], piece: Int = .max) throws -> LabeledImages {
    try DigitTable.digits(from: MemoryBytes(bytes, piece: piece))
  }

  @Test("the digits are the same in every layout", arguments: SmallTables.good)
  func layouts(table: SmallTables.Good) throws {
    let digits = try read(table.bytes)
    #expect(digits.labels == SmallTables.labels && digits.pixels == SmallTables.pixels)
  }

  @Test("a table of many pieces is read whole, and compressed")
  func pieces() throws {
    let count = 200
    let rows = (0..<count).map { SmallTables.rows[$0 % 3] }
    let bytes = Array(SmallTables.text(rows).utf8)
    let digits = try read(bytes, piece: 1000)
    #expect(digits.labels == (0..<count).map { SmallTables.labels[$0 % 3] })
    #expect(digits.pixels.suffix(784) == SmallTables.pixels[784..<1568])
    let packed = try DigitTable.digits(from: GzipBytes(MemoryBytes(gzip(bytes))))
    #expect(packed == digits)
  }

  @Test("each fault is told with its line", arguments: SmallTables.bad)
  func faults(table: SmallTables.Bad) {
    #expect(throws: DatasetError.table(file: file, table.fault)) {
      try read(Array(table.text.utf8))
    }
  }

  @Test("a fault after many pieces still names its line")
  func lateFault() {
    var rows = (0..<200).map { SmallTables.rows[$0 % 3] }
    rows[190][7] = "x"
    #expect(throws: DatasetError.table(file: file, .pixel("x", line: 191, column: 8))) {
      try read(Array(SmallTables.text(rows).utf8))
    }
  }

  @Test("a file without a row holds no image, one without a byte is empty")
  func empty() {
    #expect(throws: DatasetError.empty(file: file)) { try read([]) }
    for text in ["\n", " \r\n\n", SmallTables.text([SmallTables.head]), "\u{FEFF}"] {
      #expect(throws: DatasetError.noImages(file: file)) { try read(Array(text.utf8)) }
    }
  }

  @Test("a line without end is refused after a piece")
  func boundedMemory() throws {
    let source = MemoryBytes([UInt8](repeating: 0x37, count: 10 << 20))
    #expect(throws: DatasetError.table(file: file, .longLine(1))) {
      try DigitTable.digits(from: source)
    }
    #expect(try source.bytes(10 << 20).count > 9 << 20)
  }

  @Test("the first row tells what a table is")
  func kinds() throws {
    let directory = try TemporaryDirectory()
    let unlabelled = SmallTables.rows.map { Array($0.dropFirst()) }
    let kinds: [(String, DigitTable.Kind)] = [
      (SmallTables.text(), .labelled), (SmallTables.text([SmallTables.head]), .labelled),
      (SmallTables.text(unlabelled), .unlabelled), ("ImageId,Label\n1,0\n", .other), ("", .other),
      (SmallTables.text { $0[1] = ["x"] }, .labelled),
      ("\"" + String(repeating: "a", count: 200_000), .other),
    ]
    for (text, kind) in kinds {
      #expect(DigitTable.kind(of: try directory.write(Array(text.utf8), as: "a.csv")) == kind)
    }
    #expect(DigitTable.kind(of: directory.path) == .other)
  }

  @Test("thousands of altered tables are read or refused, never worse")
  func survivesMutations() {
    var random = FixedRandom(seed: 3)
    let original = SmallTables.good[10].bytes
    var refused = 0
    for _ in 0..<1000 {
      var altered = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        altered[.random(in: altered.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      do {
        #expect(try read(altered).pixels.count.isMultiple(of: 784))
      } catch {
        #expect(error is DatasetError)
        refused += 1
      }
    }
    #expect(refused > 500)
  }
}
