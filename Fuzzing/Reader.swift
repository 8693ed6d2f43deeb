import Foundation

/// One of the program's readers of what comes from outside, with good inputs to begin with.
struct Reader {
  let name: String
  let seeds: [Data]
  /// Reads a file's content, given as a file too, or refuses it by throwing.
  let read: (_ content: Data, _ file: String) throws -> Void

  static func all() throws -> [Reader] { try files() + pictures() + archives() + texts() }
}

/// What a reader let through although it must not.
struct Breach: Error, CustomStringConvertible {
  let description: String
}
