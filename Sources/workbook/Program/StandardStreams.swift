import Foundation

/// Standard input, output and error, as whoever started the program left them.
enum StandardStreams {
  /// Makes them fit to use: called before any file is opened.
  ///
  /// A closed one is occupied: the next file opened would take its number, and with it what the
  /// program prints. A reader who left and a limit on the size of files become errors of `write`,
  /// which clean up and say what happened, instead of signals.
  static func prepare() {
    // Standard output the wrong way round: to write to it must still fail.
    let modes = [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ]
    for (descriptor, mode) in modes where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
