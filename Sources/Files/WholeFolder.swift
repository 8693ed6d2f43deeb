import CRename
import Foundation
import FrenchText

/// A folder of files that appears whole or not at all, in the place of the one that was made before.
///
/// Beside its files it holds a list of them, by which the next one knows what it may replace: what
/// somebody else put there moves along.
public struct WholeFolder {
  /// The name of the list.
  public static let list = ".contenu"

  /// Where the folder is, links followed: a link to a folder stays one.
  private let path: String
  private let existing: Set<String>?

  /// Finds out whether the folder at `path` could be written: it must be missing, empty, or one that
  /// was written by this type.
  ///
  /// - Throws: `FileError`, or `FolderTaken` where there are other files.
  public init(at path: String) throws {
    guard !path.isEmpty else { throw FileError.cannotWrite(path: path, code: ENOENT) }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let status = FileStatus(trimmed)
    self.path = status == nil ? trimmed : URL(filePath: trimmed).resolvingSymlinksInPath().path
    // Makes the folders above, and finds out whether they can be written.
    do { try WholeFile.check("\(self.path).nouveau") } catch FileError.cannotWrite(_, let code) {
      throw FileError.cannotWrite(path: path, code: code)
    }
    guard let status else {
      existing = nil
      return
    }
    guard status.isDirectory else { throw FileError.cannotWrite(path: path, code: ENOTDIR) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: self.path) else {
      throw FileError.cannotWrite(path: path, code: EACCES)
    }
    let list = try? InputFile.read("\(self.path)/\(Self.list)", limit: 1 << 22)
    guard list != nil || names.isEmpty else { throw FolderTaken(path: path) }
    existing = Set(
      String(decoding: list ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Writes the files, by their paths in the folder.
  ///
  /// - Throws: `FileError`; the folder is then what it was.
  public func write(_ files: [String: Data]) throws {
    let manager = FileManager.default
    let new = "\(path).nouveau-\(UUID().uuidString.prefix(8))"
    ScratchDirectory.watch(new)
    defer { ScratchDirectory.unwatch(new) }
    do {
      for (name, data) in files {
        try WholeFile.write(data, to: "\(new)/\(name)", waitsForDisk: false)
      }
      let list = (files.keys + [Self.list]).sorted().map { $0 + "\n" }.joined()
      try WholeFile.write(Data(list.utf8), to: "\(new)/\(Self.list)")
      try keepOthers(in: new, except: Set(files.keys))
      try exchange(new)
    } catch {
      try? manager.removeItem(atPath: new)
      throw error
    }
    try? manager.removeItem(atPath: new)
  }

  /// What is in the old folder and was not written by it goes to the new one, as it is.
  private func keepOthers(in new: String, except written: Set<String>) throws {
    let manager = FileManager.default
    guard let existing, let names = manager.enumerator(atPath: path) else { return }
    for case let name as String in names
    where !existing.contains(name) && !written.contains(name) && name != Self.list {
      if names.fileAttributes?[.type] as? FileAttributeType == .typeDirectory { continue }
      let copy = URL(filePath: "\(new)/\(name)")
      do {
        try manager.createDirectory(
          at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try manager.copyItem(at: URL(filePath: "\(path)/\(name)"), to: copy)
      } catch {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        throw FileError.cannotWrite(
          path: "\(path)/\(name)", code: cause.map { Int32($0.code) } ?? EIO)
      }
    }
  }

  /// Puts the new folder in the place of the old one, in one step where there is one.
  private func exchange(_ new: String) throws {
    if existing != nil {
      let exchange = UInt32(2)  // RENAME_EXCHANGE
      if renameat2(AT_FDCWD, new, AT_FDCWD, path, exchange) == 0 { return }
      let old = "\(new)-ancien"
      guard rename(path, old) == 0 else { throw FileError.cannotWrite(path: path, code: errno) }
      guard rename(new, path) == 0 else {
        let code = errno
        rename(old, path)
        throw FileError.cannotWrite(path: path, code: code)
      }
      rename(old, new)
    } else if rename(new, path) != 0 {
      throw FileError.cannotWrite(path: path, code: errno)
    }
  }
}

/// A folder that holds somebody else's files.
public struct FolderTaken: ReportedError, Equatable {
  let path: String

  public var exitStatus: ExitStatus { .cannotCreate }

  public var description: String {
    "Le dossier \(quoted(path)) contient autre chose que du matériel de cours\u{A0}: "
      + "choisis-en un autre par --output, ou vide-le."
  }
}
