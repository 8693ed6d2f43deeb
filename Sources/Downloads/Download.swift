import Datasets
import Files
import Foundation
import FrenchText

/// The files of a data set, fetched from the first mirrors that have them into a directory.
///
/// A file gets its name only once its content is seen to be the published one, in one step; what
/// breaks off stays beside as a hidden partial file, which the next download takes up.
public struct Download: Sendable {
  /// What the user may want to hear of.
  public enum Event: Sendable, Equatable {
    /// The directory already has this content.
    case present(path: String)
    /// Another download of the same file is under way: this one waits.
    case waiting(file: String)
    case progress(file: String, received: Int, total: Int?)
    /// A mirror did not bring a file; the next one is asked, where there is one.
    case failed(mirror: Mirror, file: String, MirrorFailure)
    case stored(path: String, bytes: Int)
  }

  private let files: [PublishedFile]
  private let mirrors: [Mirror]
  private let directory: String
  private let replacesOthers: Bool
  private let limits: DownloadLimits

  /// - Parameter replacesOthers: whether files of the same names with another content are deleted.
  public init(
    _ files: [PublishedFile] = MNIST.publishedFiles, from mirrors: [Mirror],
    into directory: String, replacesOthers: Bool = false, limits: DownloadLimits = .init()
  ) {
    (self.files, self.mirrors, self.directory) = (files, mirrors, directory)
    (self.replacesOthers, self.limits) = (replacesOthers, limits)
  }

  /// Fetches what the directory has not.
  ///
  /// Throws a `DownloadError`, or a `FileError` where the directory cannot be written.
  public func run(report: @escaping (Event) -> Void) async throws {
    let stored = files.map { StoredFile($0, in: directory) }
    if !replacesOthers, let other = stored.first(where: Self.isInTheWay) {
      throw DownloadError.occupied(path: other.path ?? directory + "/" + other.published.name)
    }
    var mirrors = mirrors
    for file in stored {
      if let path = file.rightPath {
        report(.present(path: path))
      } else {
        // The mirror that served one file is the first asked for the next.
        let index = try await fetch(file.published, from: mirrors, report)
        mirrors = Array(mirrors[index...] + mirrors[..<index])
      }
    }
  }

  private static func isInTheWay(_ file: StoredFile) -> Bool {
    !file.isRight && file.state != .missing
  }

  /// Fetches one file; returns the index of the mirror that brought it.
  private func fetch(
    _ file: PublishedFile, from mirrors: [Mirror], _ report: @escaping (Event) -> Void
  ) async throws -> Int {
    // Missing directories are made, and a disk that takes nothing is told before the network.
    try WholeFile.check(path(file.name + ".gz"))
    let partial = try await PartialFile(
      of: file.name, in: directory, limit: FileDownload.mostBytes(of: file)
    ) { report(.waiting(file: file.name)) }
    defer { if partial.count == 0 { partial.delete() } }
    // The download waited for may have brought it.
    if let path = StoredFile(file, in: directory).rightPath {
      partial.delete()
      report(.present(path: path))
      return 0
    }
    let end = limits.start.map { ContinuousClock.now + $0 }
    for (index, mirror) in mirrors.enumerated() {
      var limits = limits
      if let end, partial.count == 0 {
        guard end > .now else { break }
        limits = limits.beginning(before: end)
      }
      let download = FileDownload(file: file, partial: partial, limits: limits) {
        report(.progress(file: file.name, received: $0, total: $1))
      }
      do {
        let data = try await download.bring(from: mirror)
        report(.stored(path: try store(data, as: file), bytes: data.count))
        partial.delete()
        return index
      } catch let failure as MirrorFailure {
        report(.failed(mirror: mirror, file: file.name, failure))
      }
    }
    throw DownloadError.noMirror(file: file.name, kept: partial.count)
  }

  /// Gives the content its name, then takes away what readers would prefer to it.
  private func store(_ data: Data, as file: PublishedFile) throws -> String {
    let path = path(file.name + (FileContent.isGzip(data) ? ".gz" : ""))
    try WholeFile.write(data, to: path)
    while let other = StoredFile(file, in: directory).path, other != path {
      guard unlink(other) == 0 else { throw FileError.cannotWrite(path: other, code: errno) }
    }
    return path
  }

  private func path(_ name: String) -> String {
    NSString(string: directory).appendingPathComponent(name)
  }
}

/// Why a download left a file missing.
public enum DownloadError: Error, Equatable {
  /// No mirror brought it; the number of bytes kept for the next time.
  case noMirror(file: String, kept: Int)
  /// A file with another content has its name.
  case occupied(path: String)
}

extension DownloadError: ReportedError {
  public var exitStatus: ExitStatus {
    if case .occupied = self { .data } else { .unavailable }
  }

  public var description: String {
    switch self {
    case .noMirror(let file, let kept):
      "Aucun miroir n’a donné « \(file) » : vérifie la connexion au réseau, puis relance "
        + "« workbook data fetch »\(kept > 0 ? ", qui reprendra où il s’est arrêté" : ""), ou "
        + "indique un autre miroir par --mirror."
    case .occupied(let path):
      "\(quoted(path)) n’est pas le fichier de MNIST : déplace-le, choisis "
        + "un autre dossier par --data, ou ajoute --replace pour le remplacer."
    }
  }
}
