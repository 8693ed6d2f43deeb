#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the reader's terminal offers.
public struct TerminalCapabilities: Sendable, Equatable {
  /// The width in columns.
  public var width: Int
  /// Whether colours are wanted.
  public var color: Bool
  /// Whether lines already written can be written anew, as progress bars do.
  public var movesCursor: Bool

  public init(width: Int, color: Bool, movesCursor: Bool = false) {
    self.width = width
    self.color = color
    self.movesCursor = movesCursor
  }

  /// The capabilities of what a file descriptor writes to.
  ///
  /// The width is the terminal's, else that of `COLUMNS`, else 80. Colours are for terminals only,
  /// never with `NO_COLOR` (https://no-color.org), nor with a terminal that is dumb or that `TERM`
  /// does not name.
  public static func detect(
    fileDescriptor: Int32, environment: [String: String]
  ) -> TerminalCapabilities {
    let isTerminal = isatty(fileDescriptor) == 1
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let width = (isTerminal ? windowWidth(fileDescriptor) : nil) ?? columns ?? 80
    let isCapable = isTerminal && !["", "dumb", "unknown"].contains(environment["TERM"] ?? "")
    let isColorUnwanted = environment["NO_COLOR"]?.isEmpty == false
    return TerminalCapabilities(
      width: width, color: isCapable && !isColorUnwanted, movesCursor: isCapable)
  }

  private static func windowWidth(_ fileDescriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
