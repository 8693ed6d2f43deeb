import Foundation
import FrenchText
import Testing

@testable import Files

@Suite struct FileErrorTests {
  @Test(
    "The message says what, where, why and what to do",
    arguments: [
      (ENOSPC, "il n’y a plus de place sur le disque\u{A0}; libère de la place"),
      (EACCES, "l’accès est refusé\u{A0}; vérifie les droits du dossier"),
      (EROFS, "le système de fichiers est en lecture seule\u{A0}; choisis un autre dossier."),
      (ENOTDIR, "une partie du chemin n’est pas un dossier\u{A0}; choisis un autre dossier."),
      (EISDIR, "c’est un dossier\u{A0}; ajoute un nom de fichier."),
      (EPROTO, "le système a répondu par l’erreur \(EPROTO)"),
    ])
  func message(code: Int32, expected: String) {
    let message = FileError.cannotWrite(path: "sortie/a.png", code: code).description
    #expect(message.hasPrefix("Impossible d’écrire «\u{A0}sortie/a.png\u{A0}»\u{A0}: "))
    #expect(message.contains(expected))
    #expect(message.hasSuffix("."))
  }

  @Test("A hostile path cannot drive the terminal")
  func hostilePath() {
    let message = FileError.notRegular(path: "a\u{1B}[31m\nb\u{202E}").description
    #expect(message.contains("«\u{A0}a [31m b \u{A0}»"))
  }

  @Test("Only what acts instead of showing is replaced")
  func withoutControlCharacters() {
    let family = "👨\u{200D}👩"
    #expect("été\u{A0}: \(family)".withoutControlCharacters == "été\u{A0}: \(family)")
    #expect("a\u{0}b\r\nc\u{85}d\u{2028}e\u{FFFE}f".withoutControlCharacters == "a b  c d e f")
  }
}
