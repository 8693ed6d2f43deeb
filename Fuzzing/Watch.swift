import Foundation

/// Stops the process at the first crash, hang or greed, and says which input did it.
enum Watch {
  /// Where the input under way is, for the message of a crash.
  nonisolated(unsafe) private static var message: UnsafeMutablePointer<CChar>?

  /// Seconds that one input may take.
  private static let patience: UInt32 = 10

  /// - Parameter bytes: the address space that the process may have.
  static func begin(input file: String, bytes: UInt) {
    message = strdup("\nUn lecteur est tombé ; son entrée est gardée dans \(file)\n")
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] {
      signal(number) { _ in
        if let message = Watch.message { write(STDERR_FILENO, message, strlen(message)) }
        _exit(70)
      }
    }
  }

  static func nextInput() { alarm(patience) }

  static func end() { alarm(0) }
}
