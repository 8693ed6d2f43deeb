import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What a terminal of a given width shows of a run.
public enum Terminal {
  /// Runs the program with its output and messages on a pseudo-terminal; returns its status and all
  /// that the terminal received. A variable without a value is unset.
  ///
  /// - Parameters:
  ///   - answer: what the terminal says when it is asked for its attributes (DA1); it is then the
  ///     standard input too.
  ///   - interruption: a signal, and the text whose appearance it answers.
  public static func run(
    _ arguments: [String], columns: UInt16, environment: [String: String?] = [:],
    answering answer: String? = nil,
    interruptedBy interruption: (signal: Int32, text: String)? = nil
  ) async throws -> (status: Int32, screen: String) {
    try await Program.waiting {
      try runBlocking(arguments, columns, environment, answer, interruption)
    }
  }

  private static func runBlocking(
    _ arguments: [String], _ columns: UInt16, _ environment: [String: String?],
    _ answer: String?, _ interruption: (signal: Int32, text: String)?
  ) throws -> (status: Int32, screen: String) {
    var (master, slave) = (Int32(-1), Int32(-1))
    var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw POSIXError(.ENODEV) }
    defer { close(master) }
    let process = Program.process(arguments)
    for (name, value) in environment { process.environment?[name] = value }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardOutput = terminal
    process.standardError = terminal
    if answer != nil { process.standardInput = terminal }
    try process.run()
    close(slave)
    var answer = answer
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // A terminal without a writer left ends in an error, not in an end of file.
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      shown += buffer[..<count]
      if let text = answer, String(decoding: shown, as: UTF8.self).contains("\u{1B}[c") {
        try FileHandle(fileDescriptor: master, closeOnDealloc: false).write(
          contentsOf: Data(text.utf8))
        answer = nil
      }
      if let interruption, String(decoding: shown, as: UTF8.self).contains(interruption.text) {
        kill(process.processIdentifier, interruption.signal)
      }
    }
    process.waitUntilExit()
    let screen = String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
    return (process.shellStatus, screen)
  }
}
