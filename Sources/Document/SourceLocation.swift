/// A place in a file that an author wrote.
public struct SourceLocation: Sendable, Equatable, CustomStringConvertible {
  /// The file's path relative to the package.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { "\(file):\(line)" }
}
