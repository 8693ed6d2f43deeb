import Foundation
import FrenchText

/// Why a file could not be written.
public enum FileError: ReportedError, Equatable {
  /// A system call failed with this `errno`.
  case cannotWrite(path: String, code: Int32)
  /// The path leads to a device, a pipe or a socket.
  case notRegular(path: String)

  public var exitStatus: ExitStatus { .cannotCreate }

  public var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "Impossible d’écrire \(quoted(path))\u{A0}: "
        + "\(systemCause(code))\u{A0}; \(Self.remedy(code))."
    case .notRegular(let path):
      "Impossible d’écrire \(quoted(path))\u{A0}: "
        + "ce n’est pas un fichier ordinaire\u{A0}; choisis un autre nom."
    }
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "libère de la place ou choisis un autre disque"
    case EACCES, EPERM: "vérifie les droits du dossier ou choisis-en un autre"
    case EROFS, ENOTDIR: "choisis un autre dossier"
    case EISDIR: "ajoute un nom de fichier"
    case ENAMETOOLONG: "choisis un nom plus court"
    case EMFILE, ENFILE: "ferme des fichiers ou des programmes, puis recommence"
    default: "vérifie le chemin, puis recommence"
    }
  }
}
