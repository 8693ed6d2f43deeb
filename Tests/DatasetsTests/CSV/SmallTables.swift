import Testing

@testable import Datasets

/// Tables of a few digits, good and bad.
enum SmallTables {
  struct Good: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String) { (testDescription, bytes) = (name, Array(text.utf8)) }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let text: String
    let fault: TableFault
    var testDescription: String { "\(fault)" }

    init(_ text: String, _ fault: TableFault) { (self.text, self.fault) = (text, fault) }
  }

  static let labels: [UInt8] = [5, 0, 9]
  static let pixels = (0..<3 * 784).map { UInt8(truncatingIfNeeded: $0 / 3) }
  static let head = ["label"] + (0..<784).map { "pixel\($0)" }
  static let rows = (0..<3).map { row in
    ["\(labels[row])"] + pixels[row * 784..<(row + 1) * 784].map(String.init)
  }

  /// These rows as lines; `change` may spoil their fields first.
  static func text(
    _ rows: [[String]] = rows, by separator: String = ",", end: String = "\n",
    _ change: (inout [[String]]) -> Void = { _ in }
  ) -> String {
    var rows = rows
    change(&rows)
    return rows.map { $0.joined(separator: separator) + end }.joined()
  }

  /// The label after the pixels.
  private static func turned(_ rows: [[String]]) -> [[String]] {
    rows.map { Array($0.dropFirst()) + $0.prefix(1) }
  }

  static let good = [
    Good("no head", text()),
    Good("Kaggle's head", text([head] + rows)),
    Good(
      "a head of rows and columns",
      text([["label"] + (0..<784).map { "\($0 / 28)x\($0 % 28)" }] + rows)),
    Good("the head that pandas numbers", text([(0..<785).map(String.init)] + rows)),
    Good("a head with one name over two lines", text([["\"la\nbel\""] + head.dropFirst()] + rows)),
    Good("OpenML's, the label last", text(turned([["class"] + head.dropFirst()] + rows))),
    Good("CR LF", text([head] + rows, end: "\r\n")),
    Good("CR", text(end: "\r")),
    Good("no last line end", String(text().dropLast())),
    Good("empty lines", text().replacing("\n", with: "\n\n") + "\n \n"),
    Good("quotes and spaces", text { $0 = $0.map { $0.map { " \"\($0)\" " } } }),
    Good("semicolons", text([head] + rows, by: ";")),
    Good("tabs", text([head] + rows, by: "\t")),
    Good("a byte order mark", "\u{FEFF}" + text()),
    Good("a byte order mark and a head", "\u{FEFF}" + text([head] + rows)),
  ]

  static let bad = [
    Bad(text { $0[2][3] = "256" }, .pixel("256", line: 3, column: 4)),
    Bad(text { $0[0][1] = "-1" }, .pixel("-1", line: 1, column: 2)),
    Bad(text([head] + rows) { $0[3][784] = "0.5" }, .pixel("0.5", line: 4, column: 785)),
    Bad(text([head] + rows, end: "\r\n") { $0[2][9] = "" }, .pixel("", line: 3, column: 10)),
    Bad("\n\n" + text { $0[1][2] = "0012" }, .pixel("0012", line: 4, column: 3)),
    Bad(
      text([["\"a\nb\""] + head.dropFirst()] + rows) { $0[1][1] = "x" },
      .pixel("x", line: 3, column: 2)),
    Bad(text { $0[1][0] = "10" }, .label("10", line: 2)),
    Bad(text { $0[1][0] = "sept" }, .label("sept", line: 2)),
    Bad(text { $0[0][0] = "nan" }, .label("nan", line: 1)),
    Bad(text { $0[1].removeLast() }, .columns(784, line: 2)),
    Bad(text { $0[2].append("0") }, .columns(786, line: 3)),
    Bad("x,y\n", .columns(2, line: 1)),
    Bad(text(by: "|"), .columns(1, line: 1)),
    Bad(text(rows.map { Array($0.dropFirst()) }), .noLabels),
    Bad(text([Array(head.dropFirst())]), .noLabels),
    Bad(text { $0[1][5] = "\"7" }, .quote(line: 2)),
    Bad(text { $0[1][5] = "\"7\"7" }, .quote(line: 2)),
    Bad(text { $0[1][5] = "7\"" }, .quote(line: 2)),
    Bad(text { $0[2][784] = "\"7" }, .quote(line: 3)),
    Bad(text { $0[1][5] = "\"" + String(repeating: "\n", count: 10_000) }, .quote(line: 2)),
    Bad(text { $0[1][5] = String(repeating: "7", count: 10_000) }, .longLine(2)),
    Bad(text() + String(repeating: "7,", count: 100_000), .longLine(4)),
    Bad(String(repeating: "7", count: 100_000), .longLine(1)),
  ]
}
