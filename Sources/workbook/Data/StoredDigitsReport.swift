import ChapterKit
import Datasets
import Document
import FrenchText

/// The digits of a place: where they are, the four files of MNIST or what has their content, one
/// line each, and what to do next.
struct StoredDigitsReport {
  private let digits: StoredDigits
  private var files: [StoredFile] { digits.files }

  init(_ digits: StoredDigits) { self.digits = digits }

  /// The directory or files, and why these.
  func place(chosenBy reason: String) -> Prose {
    let isPair = digits.paths.count > 1
    let name =
      switch digits.form {
      case .files: "Dossier"
      case .archive: isPair ? "Archives" : "Archive"
      case .table: isPair ? "Fichiers CSV" : "Fichier CSV"
      }
    return Prose(
      "\(name) : \u{E000}\(isPair ? " et \u{E001}" : "") (\(reason)).", values: digits.paths)
  }

  var table: Table {
    Table(
      columns: [
        .init("Fichier"), .init("Octets", .right), .init("Contenu", .right), .init("Format"),
        .init("SHA-256"),
      ],
      rows: files.map { file in
        [
          file.published.name, file.bytes.map { number($0) } ?? "–", Self.content(file),
          format(of: file), Self.verdict(file),
        ]
      })
  }

  /// What is particular about the test images.
  var remarks: [Prose] {
    var remarks: [Prose] = []
    if let unlabelled = digits.unlabelled {
      remarks.append(
        Prose(
          "\u{E000} n’a pas d’étiquettes, comme le test.csv de Kaggle, et ne peut pas servir.",
          values: [unlabelled]))
    }
    if digits.isSplit {
      remarks.append(Prose("Son dernier septième sert au test, le reste à l’entraînement."))
    }
    return remarks
  }

  /// One sentence that says what to do, if anything.
  var advice: String {
    if files.allSatisfy(\.isRight) {
      return digits.form == .files
        ? "Les quatre fichiers sont ceux de MNIST."
        : "Ces images et ces étiquettes sont celles de MNIST."
    }
    if digits.form != .files {
      return "Ces images ou ces étiquettes ne sont pas celles de MNIST : les comparaisons aux "
        + "chiffres publiés n’ont pas de sens."
    }
    if files.allSatisfy({ $0.isRight || $0.state == .missing }) {
      return "Pour télécharger ce qui manque : `./workbook data fetch`."
    }
    return
      "Des fichiers ne sont pas ceux de MNIST : les comparaisons aux chiffres publiés n’ont pas "
      + "de sens. `./workbook data fetch --replace` les remplace."
  }

  private func format(of file: StoredFile) -> String {
    if file.path == nil { return "–" }
    return switch digits.form {
    case .files: file.isPacked ? "gzip" : "tel quel"
    case .archive: "npz"
    case .table: "csv"
    }
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
