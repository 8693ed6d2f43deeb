import Foundation
import FrenchText

/// Slurm's own programs, each run to its end.
enum SlurmProgram {
  struct Answer {
    let status: Int32
    let output, messages: String

    /// What it said of its failure, in one line.
    var complaint: String {
      let lines = (messages + "\n" + output).split(separator: "\n").map { line in
        line.trimmingPrefix(/\w+: (error: )?/).description
      }
      return lines.first { !$0.isEmpty } ?? "état \(status)"
    }
  }

  /// Longer than Slurm's own programs take to give up a controller or a configuration.
  private static let patience = 75.0

  /// Runs a program that is looked for as a shell does, without a shell.
  ///
  /// - Throws: `SlurmError` where it is missing or does not answer.
  static func run(_ name: String, _ arguments: [String]) throws -> Answer {
    guard let path = path(of: name) else { throw SlurmError.missing(program: name) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let (output, messages) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, messages)
    do {
      try process.run()
    } catch {
      throw SlurmError.missing(program: name)
    }
    let deadline = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: deadline)
    // Two pipes: the one that is read last must not fill up meanwhile.
    let collected = Mailbox()
    let reader = Thread { collected.put(messages.fileHandleForReading.readDataToEndOfFile()) }
    reader.start()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = collected.take()
    process.waitUntilExit()
    deadline.cancel()
    guard process.terminationReason == .exit else {
      let isFull = String(decoding: complaints, as: UTF8.self).contains("temporarily unable")
      throw isFull ? SlurmError.full : SlurmError.noAnswer(program: name)
    }
    return Answer(
      status: process.terminationStatus, output: String(decoding: answer, as: UTF8.self),
      messages: String(decoding: complaints, as: UTF8.self))
  }

  private static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}

/// One message from a thread to another.
private final class Mailbox: @unchecked Sendable {
  private let isFull = DispatchSemaphore(value: 0)
  private var data = Data()

  func put(_ data: Data) {
    self.data = data
    isFull.signal()
  }

  func take() -> Data {
    isFull.wait()
    return data
  }
}
