import FrenchText

/// Why a folder cannot hold the sweep that is asked for.
public enum SweepError: ReportedError, Equatable {
  case noSweep(folder: String)
  case spoiltManifest(file: String)
  /// There are files, and no manifest among them.
  case otherThings(folder: String)
  /// Another version of the training code, of its libraries, or a processor that rounds otherwise.
  case otherArithmetic(folder: String, program: String)
  case otherDigits(folder: String, path: String?)
  case otherSplit(folder: String, DigitSplit)
  /// Neither of the two grids contains the other.
  case otherGrid(folder: String, option: String, values: [String])
  /// A name of a training that the grid does not have.
  case unknownTraining(String, folder: String)

  public var exitStatus: ExitStatus {
    switch self {
    case .noSweep: .noInput
    case .spoiltManifest: .data
    case .otherThings: .cannotCreate
    case .otherArithmetic, .otherDigits, .otherSplit, .otherGrid, .unknownTraining: .usage
    }
  }

  private static let elsewhere = "choisis un autre dossier par --output"

  public var description: String {
    switch self {
    case .noSweep(let folder):
      "Le dossier \(quoted(folder)) ne contient aucun balayage : vérifie son nom, ou lances-en un "
        + "par « ./workbook sweep --output »."
    case .spoiltManifest(let file):
      "Le fichier \(quoted(file)) n’est pas celui qu’un balayage a écrit : efface-le et relance la "
        + "commande du balayage, dont les résultats sont gardés."
    case .otherThings(let folder):
      "Le dossier \(quoted(folder)) contient autre chose qu’un balayage ; \(Self.elsewhere)."
    case .otherArithmetic(let folder, let program):
      "Le balayage de \(quoted(folder)) a été commencé par \(quoted(program)) sur un système ou un "
        + "processeur qui n’arrondit pas comme celui-ci, ou avec un autre code d’entraînement : "
        + "leurs résultats ne se mélangent pas ; \(Self.elsewhere)."
    case .otherDigits(let folder, let path):
      "Le balayage de \(quoted(folder)) porte sur d’autres chiffres"
        + (path.map { ", ceux de \(quoted($0))" } ?? ", ceux que le programme dessine")
        + " ; indique-les par --data, ou \(Self.elsewhere)."
    case .otherSplit(let folder, let split):
      "Le balayage de \(quoted(folder)) apprend de \(number(split.images)) images et choisit sur "
        + "\(number(split.dev)) : redemande-les par --images \(split.images) --dev \(split.dev), ou "
        + "\(Self.elsewhere)."
    case .otherGrid(let folder, let option, let values):
      "Le dossier \(quoted(folder)) contient un autre balayage, où \(option) vaut "
        + "\(Self.listed(values)) : une grille peut grandir, pas changer ; reprends ces valeurs, ou "
        + "\(Self.elsewhere)."
    case .unknownTraining(let key, let folder):
      "Le balayage de \(quoted(folder)) n’a pas d’entraînement \(quoted(key)) ; « ./workbook sweep "
        + "resume » fait ceux qui manquent."
    }
  }

  private static func listed(_ values: [String]) -> String {
    values.prefix(6).map { quoted($0) }.joined(separator: ", ") + (values.count > 6 ? "…" : "")
  }
}
