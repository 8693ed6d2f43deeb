import Foundation
import FrenchText

/// What the system lets this program have: short of it, Swift's own libraries trap or hang.
enum SystemLimits {
  private static let fewestFiles: rlim_t = 16
  private static let comfortableFiles: rlim_t = 256
  private static let leastMemory: rlim_t = 500 << 20

  /// Asks for enough open files and finds out about memory; throws `SystemTooNarrow`.
  static func check() throws {
    var files = limit(RLIMIT_NOFILE)
    if files.rlim_cur < comfortableFiles {
      files.rlim_cur = min(comfortableFiles, files.rlim_max)
      setrlimit(resource(RLIMIT_NOFILE), &files)
    }
    guard files.rlim_cur >= fewestFiles else {
      throw SystemTooNarrow(
        allowed: "\(files.rlim_cur) fichiers ouverts à la fois", needed: "\(fewestFiles)",
        remedy: "ulimit -n 256")
    }
    let memory = limit(RLIMIT_AS).rlim_cur
    guard memory >= leastMemory else {
      throw SystemTooNarrow(
        allowed: "\(memory >> 20) Mo de mémoire", needed: "500", remedy: "ulimit -v unlimited")
    }
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource

    private static func resource(_ resource: Resource) -> __rlimit_resource_t {
      __rlimit_resource_t(resource.rawValue)
    }
  #else
    private typealias Resource = Int32

    private static func resource(_ resource: Resource) -> Int32 { resource }
  #endif

  private static func limit(_ kind: Resource) -> rlimit {
    var limit = rlimit()
    return getrlimit(resource(kind), &limit) == 0
      ? limit : rlimit(rlim_cur: .max, rlim_max: .max)
  }
}

/// The system allows too little of something for anything to work.
struct SystemTooNarrow: ReportedError {
  let allowed, needed, remedy: String

  var exitStatus: ExitStatus { .system }

  var description: String {
    "Le système n’accorde à ce programme que \(allowed), et il lui en faut \(needed) ; "
      + "lance d’abord « \(remedy) » ou demande à l’administrateur."
  }
}
