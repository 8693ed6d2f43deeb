import ChapterKit
import Datasets
import Document
import FrenchText

/// The four files of MNIST as a directory has them, one line each, and what to do next.
struct StoredFilesTable {
  private let files: [StoredFile]

  init(_ files: [StoredFile]) { self.files = files }

  var table: Table {
    Table(
      columns: [
        .init("Fichier"), .init("Octets", .right), .init("Contenu", .right), .init("Format"),
        .init("SHA-256"),
      ],
      rows: files.map { file in
        [
          file.published.name, file.bytes.map { number($0) } ?? "–", Self.content(file),
          Self.format(file), Self.verdict(file),
        ]
      })
  }

  /// One sentence that says what to do, if anything.
  var advice: String {
    if files.allSatisfy(\.isRight) {
      return files.contains(where: \.isInArchive)
        ? "Ses images et ses étiquettes sont celles de MNIST."
        : "Les quatre fichiers sont ceux de MNIST."
    }
    if files.contains(where: \.isInArchive) {
      return "Ces images ou ces étiquettes ne sont pas celles de MNIST : les comparaisons aux "
        + "chiffres publiés n’ont pas de sens."
    }
    if files.allSatisfy({ $0.isRight || $0.state == .missing }) {
      return "Pour télécharger ce qui manque : `./workbook data fetch`."
    }
    return
      "Des fichiers ne sont pas ceux de MNIST : les comparaisons aux chiffres publiés n’ont pas "
      + "de sens. `./workbook data fetch --replace` les remplace."
  }

  private static func format(_ file: StoredFile) -> String {
    if file.path == nil { return "–" }
    return file.isInArchive ? "npz" : file.isPacked ? "gzip" : "tel quel"
  }

  /// The number of images or labels.
  private static func content(_ file: StoredFile) -> String {
    guard let items = file.content?.items else { return "–" }
    return "\(number(items)) \(file.published.name.contains("labels") ? "étiquettes" : "images")"
  }

  private static func verdict(_ file: StoredFile) -> String {
    switch file.state {
    case .missing: "manque"
    case .right: "juste"
    case .other: "autre contenu"
    case .unreadable(.unreadable), .unreadable(.notAFile): "illisible"
    case .unreadable: "abîmé"
    }
  }
}
