import Foundation
import FrenchText

// The spaces of French before « : » and inside quotation marks are no-break ones (U+00A0).

extension DatasetError: ReportedError {
  public var description: String {
    switch self {
    case .missing(let files, let directory, let origin):
      Self.missing(files, in: directory, origin)
    case .nowhere(let path, let origin):
      "\(quoted(path))\(given(origin)) n’existe pas : vérifie ce chemin, ou \(Self.accepted)."
    case .notDigits(let path, let origin, let found):
      "\(quoted(path))\(given(origin)) commence par \(hexadecimal(found)), ce qui n’est le début "
        + "ni d’une archive .npz ni d’un fichier CSV : \(Self.accepted)."
    case .loneFile(let path, let origin):
      "\(quoted(path))\(given(origin)) est au format des fichiers de MNIST, mais il en faut "
        + "quatre : donne le dossier qui les contient."
    case .several(let choices, let directory, let origin):
      "\(quoted(directory))\(given(origin)) contient des chiffres à plusieurs endroits : choisis "
        + "entre \(choices.prefix(8).map { quoted($0) }.joined(separator: ", "))"
        + (choices.count > 8 ? ", …" : "") + ", et donne son chemin à --data."
    case .notAFile(let file):
      "\(quoted(file)) n’est pas un fichier ordinaire : remplace-le par le fichier de MNIST."
    case .unreadable(let file, let code) where code == EACCES || code == EPERM:
      "Tu n’as pas le droit de lire \(quoted(file)) : change ses permissions ou celles de "
        + "son dossier."
    case .unreadable(let file, let code):
      "Le système refuse de lire \(quoted(file)) (\(systemCause(code))) : corrige cela "
        + "ou indique un autre dossier par --data."
    case .empty(let file):
      "\(quoted(file)) est vide : \(Self.again)."
    case .truncatedGzip(let file):
      "Le fichier gzip \(quoted(file)) s’arrête avant sa fin : \(Self.again)."
    case .corruptedGzip(let file):
      "Le fichier gzip \(quoted(file)) est abîmé : \(Self.again)."
    case .bytesAfterGzip(let file):
      "Des octets étrangers suivent la fin du fichier gzip \(quoted(file)) : \(Self.again)."
    case .wrongMagic(let file, let found):
      "\(quoted(file)) commence par \(hexadecimal(found)), ce qui n’est pas le début d’un fichier "
        + "IDX de cette sorte : vérifie que son nom dit bien ce qu’il contient, ou \(Self.again)."
    case .tooLarge(let file, let sizes):
      "\(quoted(file)) annonce \(sizes.map { number($0) }.joined(separator: " × ")) octets, plus que "
        + "les \(number(IDX.largestContent)) admis : \(Self.again)."
    case .truncated(let file):
      "\(quoted(file)) s’arrête avant la fin de ce qu’annonce son en-tête : \(Self.again)."
    case .surplus(let file):
      "\(quoted(file)) continue après la fin de ce qu’annonce son en-tête : \(Self.again)."
    case .noImages(let file):
      "\(quoted(file)) ne contient aucune image : remplace-le par un fichier qui en contient."
    case .wrongImageSize(let file, let rows, let columns):
      "Les images de \(quoted(file)) sont de \(number(rows)) × \(number(columns)) pixels au lieu "
        + "de 28 × 28 : remplace-le par le fichier de MNIST."
    case .countsDisagree(let images, let count, let labels, let labelCount):
      "Le nombre d’images de \(quoted(images)) (\(number(count))) n’est pas celui des étiquettes "
        + "de \(quoted(labels)) (\(number(labelCount))) : prends ces deux fichiers du même jeu."
    case .labelOutOfRange(let file, let index, let label):
      "L’étiquette n° \(number(index + 1)) de \(quoted(file)) est \(label), qui n’est pas un "
        + "chiffre de 0 à 9 : \(Self.again)."
    case .archive(let file, .missing(_, found: [])):
      "\(quoted(file)) est une archive ZIP sans aucun tableau de NumPy : décompresse-la si elle "
        + "contient un train.csv, et donne ce fichier, sinon \(Self.anotherArchive)."
    case .archive(let file, let error):
      "\(quoted(file)) ne peut pas servir de jeu de données : \(error) ; "
        + "\(Self.anotherArchive)."
    case .archiveTooLarge(let file, let limit):
      "\(quoted(file)) dépasse les \(number(limit)) octets admis : \(Self.anotherArchive)."
    case .array(let array, let file, let fault):
      "Le tableau \(quoted(array)) de \(quoted(file)) \(fault)"
    case .table(let file, let fault):
      "\(quoted(file)) \(fault)"
    }
  }

  private static let again = "copie ou télécharge ce fichier de nouveau"

  private static let anotherArchive =
    "donne un fichier .npz qui a les tableaux x et y, ou images et labels, ou x_train, y_train, "
    + "x_test et y_test, ou train_images, train_labels, test_images et test_labels"

  private static let accepted =
    "donne un dossier qui a les quatre fichiers de MNIST, ou un fichier .npz ou .csv"

  private static func missing(
    _ files: [String], in directory: String, _ origin: DataLocation.Origin?
  ) -> String {
    let list = files.map { quoted($0) }.joined(separator: ", ")
    let absence = "il manque \(list) dans \(quoted(directory))\(given(origin))"
    return switch origin {
    case .cache:
      "MNIST est introuvable : ni --data ni WORKBOOK_DATA n’indiquent de dossier, et \(absence) ; "
        + "mets-y ces fichiers, tels quels ou compressés (.gz), ou indique leur dossier par "
        + "--data ou WORKBOOK_DATA."
    default:
      absence.prefix(1).uppercased() + absence.dropFirst()
        + " : mets-y ces fichiers, tels quels ou compressés (.gz), ou "
        + (files.count < 4 ? "indique un autre dossier." : "\(accepted).")
    }
  }
}

private func given(_ origin: DataLocation.Origin?) -> String {
  switch origin {
  case .option: " (donné par --data)"
  case .environment: " (donné par WORKBOOK_DATA)"
  case .cache, nil: ""
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
}
