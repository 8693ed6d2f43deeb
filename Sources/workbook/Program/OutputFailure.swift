import ChapterKit
import Files
import Foundation
import FrenchText

/// Whoever read standard output has gone (`| head`): nothing more to say, nothing wrong.
struct OutputClosed: InterruptsChapter, ReportedError {
  let exitStatus = ExitStatus.outputClosed
  let description = ""
}

/// Standard output does not take what is written, for the reason `code` of `errno`.
struct OutputFailed: InterruptsChapter, ReportedError, Equatable {
  let code: Int32

  var exitStatus: ExitStatus { .outputFailed }

  var description: String {
    code == EBADF
      ? "La sortie standard est fermée ; redirige-la vers un fichier, ou vers /dev/null."
      : "Impossible d’écrire sur la sortie standard : \(systemCause(code)) ; "
        + "libère de la place ou redirige-la ailleurs."
  }
}
