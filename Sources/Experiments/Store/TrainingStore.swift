import Files
import Foundation
import LinearAlgebra
import NeuralNetwork
import Synchronization

/// A directory of finished trainings, each under the name of its recipe's key.
///
/// Entries appear whole or not at all and are checked when they are read, so several programs may use
/// it at once, and one that is killed spoils nothing. Once it is larger than its limit, the entries
/// that were used longest ago go.
public final class TrainingStore: Sendable {
  public let directory: String
  /// The most bytes that the entries may take together.
  public let limit: Int
  /// The bytes of all entries, as far as this program knows; `nil` before it has looked.
  private let size = Mutex<Int?>(nil)

  /// The most bytes of one entry.
  static let largestEntry = 128 << 20
  private static let suffix = ".training"

  public init(directory: String, limit: Int = 1_000_000_000) {
    (self.directory, self.limit) = (directory, limit)
  }

  enum Finding<Scalar: MatrixScalar> {
    case found(StoredTraining<Scalar>)
    case missing
    /// There is a file, and it is not what was written.
    case spoilt
  }

  func find<Scalar: MatrixScalar>(
    _ recipe: TrainingRecipe, start: Network<Scalar>
  ) -> Finding<Scalar> {
    let path = path(of: recipe)
    guard let data = try? InputFile.read(path, limit: Self.largestEntry) else {
      return FileManager.default.fileExists(atPath: path) ? .spoilt : .missing
    }
    guard let training = StoredTraining(decoding: data, recipe, start: start) else {
      return .spoilt
    }
    // The date of a file says when it was used last, and nothing else.
    utimensat(AT_FDCWD, path, nil, 0)
    return .found(training)
  }

  /// Keeps a training, and lets others go where the store would be too large.
  ///
  /// - Throws: `FileError`.
  func keep<Scalar: MatrixScalar>(
    _ training: StoredTraining<Scalar>, as recipe: TrainingRecipe
  ) throws {
    let data = try training.encoded(recipe)
    guard data.count <= min(limit, Self.largestEntry) else { return }
    // Lost in a power cut, an entry is computed again: there is no need to wait for the disk.
    try WholeFile.write(data, to: path(of: recipe), waitsForDisk: false)
    size.withLock { size in
      let known = size.map { $0 + data.count } ?? Self.sum(entries())
      size = known > limit ? makeRoom() : known
    }
  }

  private func path(of recipe: TrainingRecipe) -> String {
    "\(directory)/\(recipe.key)\(Self.suffix)"
  }

  /// Deletes the entries that were used longest ago, down to nine tenths of the limit; returns the
  /// bytes that are left.
  private func makeRoom() -> Int {
    var entries = entries().sorted { $0.lastUse > $1.lastUse }
    var size = Self.sum(entries)
    while size > limit / 10 * 9, let oldest = entries.popLast() {
      unlink(oldest.path)
      size -= oldest.size
    }
    return size
  }
}

extension TrainingStore {
  private struct Entry {
    let path: String
    let size: Int
    let lastUse: Date
    let isEntry: Bool
  }

  /// How many trainings there are, and their bytes.
  public var contents: (count: Int, bytes: Int) {
    let entries = entries().filter(\.isEntry)
    return (entries.count, Self.sum(entries))
  }

  /// Deletes all trainings, what interrupted writers left, and what is known of earlier runs.
  ///
  /// - Throws: `FileError` for a file that cannot be deleted.
  public func empty() throws {
    for entry in entries() where unlink(entry.path) != 0 && errno != ENOENT {
      throw FileError.cannotWrite(path: entry.path, code: errno)
    }
    try TrainingHistory.forgetAll(in: directory)
    size.withLock { $0 = nil }
  }

  /// The trainings, and the temporary files that killed writers left an hour ago or more.
  private func entries() -> [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.compactMap { name in
      let isEntry = name.hasSuffix(Self.suffix)
      guard isEntry || name.hasSuffix(".tmp"),
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)"),
        let size = attributes[.size] as? Int, let date = attributes[.modificationDate] as? Date
      else { return nil }
      if !isEntry, date.timeIntervalSinceNow > -3600 { return nil }
      return Entry(
        path: "\(directory)/\(name)", size: size, lastUse: isEntry ? date : .distantPast,
        isEntry: isEntry)
    }
  }

  private static func sum(_ entries: [Entry]) -> Int { entries.reduce(0) { $0 + $1.size } }
}
