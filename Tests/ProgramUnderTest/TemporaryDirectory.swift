import Foundation

/// A directory that disappears with the test.
public final class TemporaryDirectory: Sendable {
  public let path: String

  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The paths of all files in it, hidden ones too, relative to it.
  public var files: [String] { Self.files(in: path) }

  /// The paths of all files in a directory, hidden ones too, relative to it.
  public static func files(in path: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
        && !isDirectory.boolValue
    }.sorted()
  }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A program of this name in the subdirectory `bin`: a line of shell. Returns the `PATH` that
  /// finds it first.
  public func program(_ name: String, _ line: String) throws -> String {
    let bin = file("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try runShell(
      #"printf '#!/bin/sh\n%s\n' "$2" > "$1"; chmod 755 "$1""#, "\(bin)/\(name)", line)
    return "\(bin):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
  }

  /// Copies a program into it, under its own name.
  public func copyProgram(_ original: String) throws {
    try runShell(#"cp -p "$1" "$2""#, original, path)
  }

  /// Programs are written by another process: a file that this one has open for writing could be
  /// inherited by the child of another test, and could then not be run ("Text file busy").
  private func runShell(_ line: String, _ arguments: String...) throws {
    let shell = try Process.run(
      URL(filePath: "/bin/sh"), arguments: ["-c", line, "sh"] + arguments)
    shell.waitUntilExit()
    guard shell.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
