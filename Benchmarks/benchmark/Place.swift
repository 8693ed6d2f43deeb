import Foundation

/// Where the benchmark's files are: beside its sources.
enum Place {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent()
  static let cases = folder.appending(path: "cases.json")
  static let results = folder.appending(path: "RESULTATS.md")
  static let figure = folder.appending(path: "temps.png")
  /// Python with the peers' packages, which `Benchmarks/run` installs.
  static let python = folder.appending(path: ".venv/bin/python").path
  static let workbook = root.appending(path: ".build/release/workbook").path
  static func peer(_ name: String) -> String {
    folder.appending(path: "peers/\(name)").path
  }
}

/// What stops the benchmark: one sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
