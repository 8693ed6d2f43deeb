import Foundation

/// Why a file could not be written.
public enum FileError: Error, Equatable, CustomStringConvertible {
  /// A system call failed with this `errno`.
  case cannotWrite(path: String, code: Int32)
  /// The path leads to a device, a pipe or a socket.
  case notRegular(path: String)

  public var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "Impossible d’écrire «\u{A0}\(path.withoutControlCharacters)\u{A0}»\u{A0}: "
        + "\(systemCause(code))\u{A0}; \(Self.remedy(code))."
    case .notRegular(let path):
      "Impossible d’écrire «\u{A0}\(path.withoutControlCharacters)\u{A0}»\u{A0}: "
        + "ce n’est pas un fichier ordinaire\u{A0}; choisissez un autre nom."
    }
  }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "libérez de la place ou choisissez un autre disque"
    case EACCES, EPERM: "vérifiez les droits du dossier ou choisissez-en un autre"
    case EROFS, ENOTDIR: "choisissez un autre dossier"
    case EISDIR: "ajoutez un nom de fichier"
    case ENAMETOOLONG: "choisissez un nom plus court"
    case EMFILE, ENFILE: "fermez des fichiers ou des programmes, puis recommencez"
    default: "vérifiez le chemin, puis recommencez"
    }
  }
}
