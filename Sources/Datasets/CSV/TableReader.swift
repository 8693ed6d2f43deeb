import CCSV
import Foundation

/// Reads a file of comma-separated values (RFC 4180) piece by piece, through libcsv.
///
/// Semicolons and tabs separate where the first line has more of them than commas. Memory is bounded
/// by a piece and a field, whatever the file holds.
final class TableReader {
  private static let pieceSize = 1 << 16
  /// The most bytes of a field.
  private static let longestField = 4096

  private let source: any ByteSource
  private var parser = csv_parser()
  private var bytesRead = 0

  init(_ source: any ByteSource) {
    self.source = source
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_realloc_func(&parser) { $1 > TableReader.longestField ? nil : realloc($0, $1) }
  }

  deinit { csv_free(&parser) }

  /// Gives the fields of the next piece to `rows`; returns whether more may follow.
  ///
  /// - Throws: `DatasetError`, for the first bad row too.
  func readPiece(into rows: inout DigitRows) throws -> Bool {
    var piece = try source.bytes(Self.pieceSize)[...]
    if bytesRead == 0 {
      if piece.isEmpty { throw DatasetError.empty(file: source.file) }
      if piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece = piece.dropFirst(3) }
      csv_set_delim(&parser, Self.separator(in: piece))
    }
    // A compressed file may go on for ever, and say nothing.
    bytesRead += max(piece.count, 1)
    guard bytesRead < 8 * IDX.largestContent else { throw refusal(.tooLarge) }
    let isRead = parse(piece, into: &rows)
    if let fault = rows.fault { throw refusal(fault) }
    if !isRead {
      let isQuoted = parser.quoted != 0 || csv_error(&parser) == CSV_EPARSE
      throw refusal(isQuoted ? .quote(line: rows.line) : .longLine(rows.line))
    }
    return !piece.isEmpty
  }

  /// Whether libcsv took all of the piece, or of what an empty one leaves at the end.
  private func parse(_ piece: ArraySlice<UInt8>, into rows: inout DigitRows) -> Bool {
    withUnsafeMutablePointer(to: &rows) { rows in
      if piece.isEmpty { return csv_fini(&parser, Self.field, Self.row, rows) == 0 }
      return piece.withUnsafeBytes { bytes in
        csv_parse(&parser, bytes.baseAddress, bytes.count, Self.field, Self.row, rows)
          == bytes.count
      }
    }
  }

  private static let field: FieldCallback = { bytes, count, rows in
    let field = UnsafeBufferPointer(
      start: bytes?.assumingMemoryBound(to: UInt8.self), count: bytes == nil ? 0 : count)
    rows?.assumingMemoryBound(to: DigitRows.self).pointee.take(field)
  }

  private static let row: RowCallback = { end, rows in
    rows?.assumingMemoryBound(to: DigitRows.self).pointee.endRow(UInt8(exactly: end))
  }

  private func refusal(_ fault: TableFault) -> DatasetError { .table(file: source.file, fault) }

  /// The most frequent of the usual separators in the first line.
  private static func separator(in piece: ArraySlice<UInt8>) -> UInt8 {
    let line = piece.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    func count(_ separator: UInt8) -> Int { line.count { $0 == separator } }
    var best = UInt8(ascii: ",")
    for other in [UInt8(ascii: ";"), UInt8(ascii: "\t")] where count(other) > count(best) {
      best = other
    }
    return best
  }
}

private typealias FieldCallback =
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void
private typealias RowCallback = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void
