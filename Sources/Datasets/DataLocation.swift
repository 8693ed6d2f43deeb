import Foundation

/// The directory or file where MNIST is looked for: `--data`, else `WORKBOOK_DATA`, else the user's
/// cache.
///
/// A place that the user gave is the only one looked at: falling back to another would compute on
/// other data than asked for.
public struct DataLocation: Sendable, Equatable {
  /// Who chose the place.
  public enum Origin: Sendable, Equatable {
    /// The command line, `--data`.
    case option
    /// The environment, `WORKBOOK_DATA`.
    case environment
    /// Nobody: `$XDG_CACHE_HOME/workbook`, or `~/.cache/workbook` where that variable is not set.
    case cache
  }

  /// The directory or file as it was given, or the absolute path of the cache.
  public let path: String
  public let origin: Origin

  /// Chooses the place without looking at the disk; an empty variable counts as not set, and
  /// so does a relative `XDG_CACHE_HOME`, as the XDG specification asks.
  public init(option: String?, environment: [String: String]) {
    if let option {
      (path, origin) = (option, .option)
    } else if let given = environment["WORKBOOK_DATA"], !given.isEmpty {
      (path, origin) = (given, .environment)
    } else {
      (path, origin) = (Self.cache(environment), .cache)
    }
  }

  /// The path, once digits in one of the forms that `MNIST.load` reads are seen to be there; throws a
  /// `DatasetError` that says what is missing and what to do otherwise.
  public func find() throws -> String {
    _ = try DigitSource(at: path, origin: origin)
    return path
  }

  /// The directory that the four files are in or, where they are in none, are to be put in: the one
  /// below that has them already rather than the given one.
  public var folder: String {
    guard case .files(let files) = try? DigitSource(at: path, origin: origin) else { return path }
    return files.directory
  }

  /// Whether the program's own digits stand in for MNIST: nobody gave a place, and the cache does
  /// not hold the four files.
  ///
  /// Files that are there and cannot be read are not missing: reading them says what is wrong.
  public var needsSyntheticDigits: Bool {
    guard origin == .cache else { return false }
    do {
      _ = try find()
      return false
    } catch DatasetError.missing {
      return true
    } catch {
      return false
    }
  }

  private static func cache(_ environment: [String: String]) -> String {
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return NSString(string: caches).appendingPathComponent("workbook")
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return NSString(string: home).appendingPathComponent(".cache/workbook")
  }
}
