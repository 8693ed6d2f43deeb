import Foundation
import Testing

/// Texts recorded beside the tests, to compare with what is produced now.
enum Snapshot {
  /// Expects the recorded text, or records this one when `WORKBOOK_RECORD_SNAPSHOTS` is set.
  static func check(
    _ text: String, named name: String, directory: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: directory).deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["WORKBOOK_RECORD_SNAPSHOTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = lines(try String(contentsOf: file, encoding: .utf8))
    for (line, expected) in zip(lines(text), recorded) where line != expected {
      Issue.record("\(name): \(line) ≠ \(expected)", sourceLocation: sourceLocation)
    }
    #expect(lines(text).count == recorded.count, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
