import Foundation

/// The folders whose files make the chapters and the program, below the one of `./workbook`.
struct WatchedFolders {
  static let names = ["chapters", "exercices", "Sources", "Plugins"]
  private static let types: Set = ["md", "swift", "csv", "yaml", "c", "h", "cpp", "modulemap"]

  let root: String

  /// The root and the folders in it.
  var paths: [String] { [root] + Self.names.map { "\(root)/\($0)" } }

  /// What stands in them now; a folder that is not there has no files.
  ///
  /// - Parameter entering: told the path of every folder before it is read, so that whoever watches
  ///   it from then on misses nothing.
  func snapshot(entering: (String) -> Void = { _ in }) -> Snapshot {
    var snapshot = Snapshot()
    entering(root)
    if let status = Self.status("\(root)/Package.swift") { snapshot.add("Package.swift", status) }
    for name in Self.names { add(name, to: &snapshot, entering: entering) }
    return snapshot
  }

  private func add(_ folder: String, to snapshot: inout Snapshot, entering: (String) -> Void) {
    let path = "\(root)/\(folder)"
    entering(path)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      guard let first = name.first, !".#~".contains(first) else { continue }
      if Self.isFolder("\(path)/\(name)") {
        add("\(folder)/\(name)", to: &snapshot, entering: entering)
      } else if Self.isRelevant(name), let status = Self.status("\(path)/\(name)") {
        snapshot.add("\(folder)/\(name)", status)
      }
    }
  }

  /// Editors' own files have other types (`.swp`, `.md~`, `.tmp`) or begin like hidden ones.
  private static func isRelevant(_ name: String) -> Bool {
    types.contains(String(name.split(separator: ".").dropFirst().last ?? ""))
  }

  /// A link to a folder is none: it could lead back to where it stands.
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? status : nil
  }
}
