import ChapterKit
import Foundation

/// How many files the system lets this program have open at once (`ulimit -n`).
enum OpenFiles {
  /// What a figure and the threads of Swift's own libraries need; short of them, those libraries trap.
  private static let fewest: rlim_t = 16
  private static let comfortable: rlim_t = 256

  /// Asks for enough of them; throws `TooFewOpenFiles`.
  static func prepare() throws {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < comfortable else { return }
    limit.rlim_cur = min(comfortable, limit.rlim_max)
    setrlimit(resource, &limit)
    guard limit.rlim_cur >= fewest else {
      throw TooFewOpenFiles(allowed: Int(limit.rlim_cur), fewest: Int(fewest))
    }
  }

  #if canImport(Glibc)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif
}

/// The system allows too few open files for anything to work.
struct TooFewOpenFiles: Error, CustomStringConvertible {
  let allowed, fewest: Int

  var description: String {
    "Le système n’accorde à ce programme que \(allowed) fichiers ouverts à la fois, et il lui en "
      + "faut \(fewest) ; lance d’abord « ulimit -n 256 » ou demande à l’administrateur."
  }
}
