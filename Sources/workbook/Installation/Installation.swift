import ArgumentParser
import Files
import Foundation
import FrenchText

/// What makes the command known everywhere: links in the user's home that lead into the folder of
/// the script.
///
/// A link is the installation's own when it leads where this script would make it lead; anything
/// else is the user's, and stays.
struct Installation {
  struct Link: Equatable {
    /// Of what, for the reader.
    let name: String
    let path: String
    let target: String
  }

  /// The folder of the command itself.
  let bin: String
  /// The command first, then what each shell completes.
  let links: [Link]
  private let folder: String

  /// - Parameter script: the absolute path of the script `./workbook`.
  init(of script: String, environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    func place(_ variable: String, else path: String) -> String {
      // As the XDG specification asks, a relative path counts as none.
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(path)"
    }
    let data = place("XDG_DATA_HOME", else: ".local/share")
    let configuration = place("XDG_CONFIG_HOME", else: ".config")
    let bash = environment["BASH_COMPLETION_USER_DIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    bin = "\(home)/.local/bin"
    folder = URL(filePath: script).deletingLastPathComponent().path + "/.build/completions"
    links = [
      Link(name: "La commande", path: "\(bin)/workbook", target: script),
      Link(
        name: "Complétions de bash",
        path: "\(bash ?? "\(data)/bash-completion")/completions/workbook",
        target: "\(folder)/workbook.bash"),
      Link(
        name: "Complétions de zsh", path: "\(data)/zsh/site-functions/_workbook",
        target: "\(folder)/_workbook"),
      Link(
        name: "Complétions de fish", path: "\(configuration)/fish/completions/workbook.fish",
        target: "\(folder)/workbook.fish"),
    ]
  }

  /// Makes the links that are missing; returns them.
  ///
  /// Throws `PlaceTaken` before anything is made where something else has one of their names, and a
  /// `FileError` where a link cannot be made.
  func make() throws -> [Link] {
    let missing = try links.filter { link in
      guard !Self.isOwn(link) else { return false }
      guard !Self.isTaken(link.path) else { throw PlaceTaken(path: link.path) }
      return true
    }
    for (link, shell) in zip(links.dropFirst(), [CompletionShell.bash, .zsh, .fish]) {
      let script = FrenchHelp.translate(Workbook.completionScript(for: shell))
      try WholeFile.write(Data((script + "\n").utf8), to: link.target)
    }
    for link in missing {
      try createFolder(URL(filePath: link.path).deletingLastPathComponent().path)
      guard symlink(link.target, link.path) == 0 else {
        throw FileError.cannotWrite(path: link.path, code: errno)
      }
    }
    return missing
  }

  /// Takes away the links that are its own, and the folders that it made, if they are empty; returns
  /// the links.
  func remove() throws -> [Link] {
    let own = links.filter(Self.isOwn)
    for link in own {
      guard unlink(link.path) == 0 else {
        throw FileError.cannotWrite(path: link.path, code: errno)
      }
    }
    for path in createdFolders.reversed() { rmdir(path) }
    try? FileManager.default.removeItem(atPath: folder)
    return own
  }

  private static func isOwn(_ link: Link) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) == link.target
  }

  /// Whether there is anything, a link that leads nowhere included.
  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Creates a folder and those above it, and remembers which were not there.
  private func createFolder(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try createFolder(URL(filePath: path).deletingLastPathComponent().path)
    guard mkdir(path, 0o777) == 0 else { throw FileError.cannotWrite(path: path, code: errno) }
    let list = (createdFolders + [path]).joined(separator: "\n")
    try WholeFile.write(Data(list.utf8), to: record)
  }

  private var createdFolders: [String] {
    let list = try? String(contentsOfFile: record, encoding: .utf8)
    return list?.split(separator: "\n").map(String.init) ?? []
  }

  private var record: String { "\(folder)/folders" }
}

/// Something of the user's has a name that the installation needs.
struct PlaceTaken: ReportedError {
  let path: String

  var exitStatus: ExitStatus { .cannotCreate }

  var description: String {
    "« \(path) » existe déjà et n’est pas de ce cahier : déplace-le, puis relance cette commande."
  }
}
