import Document

/// What the documents published, as the tables of `chapters/published/` hold it.
///
/// `RUN.csv` has the costs of a run by epoch, `accuracies.csv` percentages, `outputs.csv` single values,
/// `misprints.csv` the printed numbers that are known to be wrong. All numbers stay the texts that the
/// documents print. A row that does not parse is an error at its line.
public struct PublishedTables: Sendable, Equatable {
  /// The printed costs of each run, epoch after epoch.
  public private(set) var costs: [String: [String]] = [:]
  public private(set) var accuracies: [String: [String]] = [:]
  public private(set) var outputs: [String: [[String]]] = [:]
  /// For a run's epoch, what the document must have meant.
  public private(set) var corrections: [String: [Int: String]] = [:]

  /// - Parameter files: the tables' paths and texts.
  /// - Throws: `ChapterError` for the first row that does not do.
  public init(_ files: [(path: String, text: String)]) throws {
    let files = files.map { (table: PublishedTable($0.path), path: $0.path, text: $0.text) }
    // The misprints last: they are checked against the costs.
    for misprints in [false, true] {
      for file in files where (file.table == .misprints) == misprints {
        for row in try file.table.rows(of: file.text, path: file.path) { try add(row, file.table) }
      }
    }
  }

  private mutating func add(_ row: PublishedTable.Row, _ table: PublishedTable) throws {
    let cells = row.cells
    switch table {
    case .costs(let run):
      let epoch = (costs[run]?.count ?? 0) + 1
      guard cells[0] == "\(epoch)" else {
        throw row.error("l’époque est « \(cells[0]) » où l’on attend \(epoch)")
      }
      try row.requireNumbers(1)
      costs[run, default: []].append(cells[1])
    case .accuracies:
      try row.requireNumbers(1, 2)
      guard accuracies[cells[0]] == nil else { throw row.error("« \(cells[0]) » est là deux fois") }
      accuracies[cells[0]] = [cells[1], cells[2]]
    case .outputs:
      try row.requireNumbers(2)
      outputs[cells[0], default: []].append([cells[1], cells[2]])
    case .misprints:
      try row.requireNumbers(2, 3)
      guard let printed = costs[cells[0]] else {
        throw row.error("aucune table « \(cells[0]).csv » ne donne cette série")
      }
      guard let epoch = Int(cells[1]), printed.indices.contains(epoch - 1) else {
        throw row.error("la série « \(cells[0]) » n’a pas d’époque « \(cells[1]) »")
      }
      guard printed[epoch - 1] == cells[2] else {
        throw row.error(
          "« \(cells[0]).csv » donne \(printed[epoch - 1]) à l’époque \(epoch), et non \(cells[2])")
      }
      corrections[cells[0], default: [:]][epoch] = cells[3]
    }
  }
}

/// One table's kind, known by its file's name.
private enum PublishedTable: Equatable {
  case costs(run: String)
  case accuracies, outputs, misprints

  struct Row {
    let cells: [String]
    let location: SourceLocation

    func error(_ message: String) -> ChapterError { ChapterError(.table(message), at: location) }

    func requireNumbers(_ columns: Int...) throws {
      for column in columns {
        guard cells[column].wholeMatch(of: /-?[0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?/) != nil,
          Double(cells[column])?.isFinite == true
        else { throw error("« \(cells[column]) » n’est pas un nombre") }
      }
    }
  }

  init(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch name {
    case "accuracies.csv": self = .accuracies
    case "outputs.csv": self = .outputs
    case "misprints.csv": self = .misprints
    default: self = .costs(run: String(name.dropLast(".csv".count)))
    }
  }

  private var header: String {
    switch self {
    case .costs: "epoch,cost"
    case .accuracies: "run,training_percent,test_percent"
    case .outputs: "run,input,printed"
    case .misprints: "run,epoch,printed,corrected"
    }
  }

  /// The rows below the header, cut at their commas.
  func rows(of text: String, path: String) throws -> [Row] {
    var lines = SourceText.withoutByteOrderMark(text)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let rows = lines.enumerated().map { index, line in
      Row(
        cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
        location: SourceLocation(file: path, line: index + 1))
    }
    guard lines.first.map(String.init) == header else {
      throw ChapterError(
        .table("la première ligne doit être « \(header) »"),
        at: SourceLocation(file: path, line: 1))
    }
    let columns = header.split(separator: ",").count
    for row in rows where row.cells.count != columns || row.cells.contains("") {
      throw row.error("cette ligne ne remplit pas les \(columns) colonnes « \(header) »")
    }
    if rows.count == 1 {
      throw ChapterError(
        .table("cette table n’a aucune ligne"), at: SourceLocation(file: path, line: 1))
    }
    return Array(rows.dropFirst())
  }
}

extension PublishedTables {
  /// The same results as a Swift expression, runs in the order of their names.
  var literal: String {
    func dictionary<Value>(_ values: [String: Value], _ literal: (Value) -> String) -> String {
      let entries = values.sorted { $0.key < $1.key }.map {
        "\n    \(SwiftLiteral.string($0.key)): \(literal($0.value)),"
      }
      return entries.isEmpty ? "[:]" : "[\(entries.joined())\n  ]"
    }
    func texts(_ texts: [String]) -> String {
      texts.map(SwiftLiteral.string).joined(separator: ", ")
    }
    return """
      PublishedResults(
        costs: \(dictionary(costs) { "[\(texts($0))]" }),
        accuracies: \(dictionary(accuracies) { "(\(texts($0)))" }),
        outputs: \(dictionary(outputs) { "[\($0.map { "(\(texts($0)))" }.joined(separator: ", "))]" }),
        corrections: \(
          dictionary(corrections) { epochs in
            let entries = epochs.sorted { $0.key < $1.key }
            return "[\(entries.map { "\($0.key): \(SwiftLiteral.string($0.value))" }.joined(separator: ", "))]"
          }))
      """
  }
}
