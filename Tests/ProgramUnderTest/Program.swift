import Datasets
import Foundation

/// The built program, run as a user runs it.
public enum Program {
  /// The executable under test: `WORKBOOK_EXECUTABLE`, else the one built beside the tests.
  public static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WORKBOOK_EXECUTABLE"] { return path }
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return tests.appending(path: "workbook").path
  }()

  /// Where MNIST is, looked for as the program does; `nil` where it is not, or where the program is
  /// not the optimized one.
  public static let mnist: String? = {
    let environment = ProcessInfo.processInfo.environment
    guard environment["WORKBOOK_EXECUTABLE"] != nil else { return nil }
    return try? DataLocation(option: nil, environment: environment).find()
  }()

  /// Why a suite on MNIST does not run.
  public static let needsMNIST =
    "needs MNIST (./workbook data fetch) and the optimized program (./workbook test)"

  /// Makes a processor with AVX-512 compute as one with AVX2 does; nothing where it has only that.
  public static let narrowVectors = ["WORKBOOK_VECTORS": "avx2", "LIBXSMM_TARGET": "hsw"]

  /// What a run left; no-break spaces read as spaces.
  public struct Outcome: Sendable {
    /// The exit status, or 128 and the number of the signal, as a shell gives it.
    public let status: Int32
    public let output: String
    public let messages: String
  }

  /// A process that has not started, without the tests' own data directory and colours.
  public static func process(
    _ arguments: [String], environment: [String: String] = [:]
  ) -> Process {
    process(executable: path, arguments, environment: environment)
  }

  /// Runs the program, or another executable, to its end.
  public static func run(
    _ arguments: [String], environment: [String: String] = [:], executable: String = path
  ) async throws -> Outcome {
    try await waiting {
      try waitForEnd(of: process(executable: executable, arguments, environment: environment))
    }
  }

  /// Runs a line of shell, in which `workbook` is the program: for redirections and limits.
  ///
  /// - Parameter arguments: what the line calls `"$@"`.
  public static func shell(
    _ line: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in directory: String? = nil
  ) async throws -> Outcome {
    let script = #"workbook() { exec "$WORKBOOK" "$@"; }; "# + line
    return try await waiting {
      let process = process(
        executable: "/bin/sh", ["-c", script, "sh"] + arguments,
        environment: environment.merging(["WORKBOOK": path]) { $1 })
      if let directory { process.currentDirectoryURL = URL(filePath: directory) }
      return try waitForEnd(of: process)
    }
  }

  /// Runs the program and sends it a signal once `moment` returns.
  public static func run(
    _ arguments: [String], environment: [String: String] = [:], interruptedBy signal: Int32,
    at moment: @escaping @Sendable () -> Void
  ) async throws -> Outcome {
    try await waiting {
      let process = process(arguments, environment: environment)
      return try waitForEnd(of: process) {
        moment()
        kill(process.processIdentifier, signal)
      }
    }
  }

  /// The same for another executable.
  public static func process(
    executable: String, _ arguments: [String], environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    var inherited = ProcessInfo.processInfo.environment
    for name in ["WORKBOOK_DATA", "XDG_CACHE_HOME", "NO_COLOR", "COLUMNS"] { inherited[name] = nil }
    // A program that traps is a failed test, not a debugging session.
    inherited["SWIFT_BACKTRACE"] = "enable=no"
    // No mirrors but those that a test names: nothing here waits for the network.
    inherited["WORKBOOK_MIRRORS"] = ""
    // What another test computed is computed again, and nothing is left to the user.
    inherited["WORKBOOK_STORE"] = ""
    process.environment = inherited.merging(environment) { $1 }
    return process
  }

  /// Does something that waits on a thread of its own: it would hold up the other tests.
  public static func waiting<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
  }

  private static func waitForEnd(
    of process: Process, meanwhile: () -> Void = {}
  ) throws -> Outcome {
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    // Messages are few enough for the pipe's buffer: reading them last cannot hold the program up.
    process.standardError = messages
    try process.run()
    meanwhile()
    let outputData = try output.fileHandleForReading.readToEnd()
    let messageData = try messages.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return Outcome(
      status: process.shellStatus, output: text(outputData), messages: text(messageData))
  }

  private static func text(_ data: Data?) -> String {
    String(decoding: data ?? Data(), as: UTF8.self).replacing("\u{A0}", with: " ")
  }
}

extension Process {
  /// How a shell would number the end of the process: 128 and the signal where one killed it.
  public var shellStatus: Int32 {
    terminationReason == .exit ? terminationStatus : 128 + terminationStatus
  }
}

public enum Gnuplot {
  public static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/gnuplot") }
}
