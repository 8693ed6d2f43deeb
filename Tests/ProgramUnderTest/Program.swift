import Foundation

/// The built program, run as a user runs it.
enum Program {
  /// The executable under test: `WORKBOOK_EXECUTABLE`, else the one built beside the tests.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WORKBOOK_EXECUTABLE"] { return path }
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return tests.appending(path: "workbook").path
  }()

  /// MNIST's directory, when the tests were given one and an optimized program.
  static let mnist: String? = {
    let environment = ProcessInfo.processInfo.environment
    return environment["WORKBOOK_EXECUTABLE"] == nil ? nil : environment["WORKBOOK_DATA"]
  }()

  /// What a run left; no-break spaces read as spaces.
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
  }

  /// A process that has not started, without the tests' own data directory and colours.
  static func process(
    _ arguments: [String], environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    var inherited = ProcessInfo.processInfo.environment
    for name in ["WORKBOOK_DATA", "XDG_CACHE_HOME", "NO_COLOR", "COLUMNS"] { inherited[name] = nil }
    process.environment = inherited.merging(environment) { $1 }
    return process
  }

  /// Runs the program to its end, on a thread of its own: a wait would hold up the other tests.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try runBlocking(arguments, environment: environment) })
      }
    }
  }

  private static func runBlocking(
    _ arguments: [String], environment: [String: String]
  ) throws -> Outcome {
    let process = process(arguments, environment: environment)
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    // Messages are few enough for the pipe's buffer: reading them last cannot hold the program up.
    process.standardError = messages
    try process.run()
    let outputData = try output.fileHandleForReading.readToEnd()
    let messageData = try messages.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: text(outputData), messages: text(messageData))
  }

  private static func text(_ data: Data?) -> String {
    String(decoding: data ?? Data(), as: UTF8.self).replacing("\u{A0}", with: " ")
  }
}

/// A directory that disappears with the test.
final class TemporaryDirectory {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The paths of all files in it, hidden ones too, relative to it.
  var files: [String] {
    let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
        && !isDirectory.boolValue
    }.sorted()
  }
}
