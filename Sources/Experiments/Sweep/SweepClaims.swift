import Foundation

/// Who does which training of a folder, among the programs that work on it at once.
///
/// A claim is a lock on one byte of the file `claims`, at a place that the training's key gives: it goes
/// with the program that has it, however that ends. Where a file system has no locks, two programs
/// may do the same training; they give the same result.
final class SweepClaims: Sendable {
  private let descriptor: Int32

  #if os(Linux)
    /// Locks of the open file rather than of the process (`F_OFD_SETLK`): two sweeps of one program are
    /// as apart as two programs.
    private static let (set, get) = (Int32(37), Int32(36))
  #else
    private static let (set, get) = (F_SETLK, F_GETLK)
  #endif

  init(_ folder: SweepFolder) {
    descriptor = open("\(folder.path)/claims", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Claims a training; `false` where another program has it.
  func take(_ key: String) -> Bool {
    var lock = Self.lock(F_WRLCK, key)
    return fcntl(descriptor, Self.set, &lock) == 0 || (errno != EAGAIN && errno != EACCES)
  }

  func release(_ key: String) {
    var lock = Self.lock(F_UNLCK, key)
    _ = fcntl(descriptor, Self.set, &lock)
  }

  /// The number of trainings that other programs are doing now.
  var count: Int {
    var (count, start) = (0, off_t(0))
    while true {
      var lock = flock()
      (lock.l_type, lock.l_whence, lock.l_start) = (Int16(F_WRLCK), Int16(SEEK_SET), start)
      guard fcntl(descriptor, Self.get, &lock) == 0, lock.l_type != Int16(F_UNLCK) else {
        return count
      }
      (count, start) = (count + 1, lock.l_start + 1)
    }
  }

  private static func lock(_ type: some BinaryInteger, _ key: String) -> flock {
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(type), Int16(SEEK_SET))
    (lock.l_start, lock.l_len) = (off_t(key.prefix(15), radix: 16) ?? 0, 1)
    return lock
  }
}
