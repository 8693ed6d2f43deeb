/// Labels and pixels, gathered from the fields of a table as they come.
///
/// A row is a label and 784 pixels. The first may be a head instead, which tells whether the label
/// comes first or, as in OpenML's table, last.
struct DigitRows {
  static let pixels = MNIST.side * MNIST.side
  static let columns = pixels + 1
  /// The number of fields after which a row is read no further.
  static let mostFields = 10_000

  private(set) var digits: (pixels: [UInt8], labels: [UInt8]) = ([], [])
  /// What is wrong with the first bad row; nothing is gathered after it.
  private(set) var fault: TableFault?
  /// The number of fields of the first row that has any.
  private(set) var width: Int?
  /// The line that is being read, counted from 1.
  private(set) var line = 1

  /// The first row, which may hold names.
  private var head: [String] = []
  private var row = [UInt8](repeating: 0, count: columns)
  private var column = 0
  private var labelColumn = 0
  private var lastEnd: UInt8?

  /// - Parameter bytes: about as many as the table has, where that is known.
  init(bytes: Int = 0) {
    // The shortest row has a digit and a separator in each column.
    let rows = min(bytes / (2 * Self.columns), 60_000)
    digits.pixels.reserveCapacity(rows * Self.pixels)
    digits.labels.reserveCapacity(rows)
  }

  /// Takes the next field of the row.
  mutating func take(_ field: UnsafeBufferPointer<UInt8>) {
    lastEnd = nil
    guard fault == nil else { return }
    if width == nil {
      if column <= Self.columns { head.append(String(decoding: field, as: UTF8.self)) }
      line += field.count { $0 == UInt8(ascii: "\n") }
    } else if column < Self.columns {
      guard let byte = Self.byte(field) else {
        return refuse(String(decoding: field, as: UTF8.self), at: column)
      }
      row[column] = byte
    }
    column += 1
    if column > Self.mostFields { fault = .longLine(line) }
  }

  /// Ends the row; `end` is the character that did, `nil` at the end of the file.
  mutating func endRow(_ end: UInt8?) {
    // CR LF are two ends of one line.
    let isSecondHalf = end == UInt8(ascii: "\n") && lastEnd == UInt8(ascii: "\r") && column == 0
    lastEnd = end
    guard fault == nil, !isSecondHalf else { return }
    if column > 0 { finishRow() }
    column = 0
    line += 1
  }

  private mutating func finishRow() {
    let isFirst = width == nil
    if isFirst { width = column }
    guard column == Self.columns else {
      fault = isFirst && column == Self.pixels ? .noLabels : .columns(column, line: line)
      return
    }
    if isFirst {
      if Self.areNames(head) {
        labelColumn = Self.isPixel(head[0]) && !Self.isPixel(head[Self.pixels]) ? Self.pixels : 0
        return
      }
      for (column, text) in head.enumerated() {
        guard let byte = Array(text.utf8).withUnsafeBufferPointer(Self.byte) else {
          return refuse(text, at: column)
        }
        row[column] = byte
      }
    }
    let label = row[labelColumn]
    guard label <= 9 else { return refuse("\(label)", at: labelColumn) }
    guard digits.pixels.count + Self.pixels <= IDX.largestContent else { return fault = .tooLarge }
    digits.labels.append(label)
    digits.pixels.append(contentsOf: labelColumn == 0 ? row[1...] : row[..<Self.pixels])
  }

  private mutating func refuse(_ text: String, at column: Int) {
    let shown = String(text.prefix(40))
    fault =
      column == labelColumn
      ? .label(shown, line: line) : .pixel(shown, line: line, column: column + 1)
  }

  /// Whether a first row names its columns, by words or, as pandas does by itself, by 0, 1, 2….
  private static func areNames(_ row: [String]) -> Bool {
    if Double(row[0]) == nil, row[0].contains(where: \.isLetter) { return true }
    if isPixel(row[0]) { return true }
    return zip(row, 0...).allSatisfy { $0 == "\($1)" }
  }

  /// "pixel0", "pixel1", "1x1"…
  private static func isPixel(_ name: String) -> Bool {
    name.lowercased().hasPrefix("pix") || name.wholeMatch(of: /\d+x\d+/) != nil
  }

  private static func byte(_ field: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard (1...3).contains(field.count) else { return nil }
    var value = 0
    for digit in field {
      guard digit &- 0x30 <= 9 else { return nil }
      value = 10 * value + Int(digit &- 0x30)
    }
    return UInt8(exactly: value)
  }
}
