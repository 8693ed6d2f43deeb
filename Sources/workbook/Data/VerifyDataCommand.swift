import ArgumentParser
import Datasets
import FrenchText
import Publishing

struct VerifyDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Vérifie que les fichiers sont ceux de MNIST, par leur somme SHA-256.",
    discussion: """
      Les sommes sont celles du contenu décompressé. L’état de sortie est 0 si les quatre fichiers \
      sont justes, 65 si l’un d’eux ne l’est pas, 69 si l’un d’eux manque.
      """)

  @OptionGroup var data: DataOptions

  func run() throws {
    let digits = try StoredDigits(at: data.location)
    let files = digits.files
    for file in files { try StandardOutput.write(text: Self.line(file)) }
    let missing = files.filter { $0.state == .missing }
    let wrong = files.filter { !$0.isRight && $0.state != .missing }
    guard let faulty = wrong.first ?? missing.first else { return }
    throw DataNotVerified(
      digits: digits, files: (wrong.isEmpty ? missing : wrong).map(\.published.name),
      isMissing: faulty.state == .missing)
  }

  /// As `sha256sum --check` writes it.
  private static func line(_ file: StoredFile) -> String {
    let verdict =
      switch file.state {
      case .missing: "manque"
      case .right: "juste"
      case .other(let content): "faux (SHA-256 \(content.sha256))"
      case .unreadable(let error): "\(error)"
      }
    return "\(file.published.name) : \(verdict)".safeForTerminal + "\n"
  }
}

/// Files of MNIST that are missing, or have another content.
struct DataNotVerified: ReportedError {
  let digits: StoredDigits
  let files: [String]
  let isMissing: Bool

  var exitStatus: ExitStatus { isMissing ? .unavailable : .data }

  var description: String {
    let list = files.map { quoted($0) }.joined(separator: ", ")
    let place = digits.paths.map { quoted($0) }.joined(separator: " et ")
    if digits.form != .files {
      return "Les images ou les étiquettes de \(place) ne sont pas celles de MNIST : pour voir ce "
        + "qu’elles sont, « workbook data status »."
    }
    return isMissing
      ? "il manque \(list) dans \(place) ; « workbook data fetch » télécharge ce qui manque."
      : "\(list) dans \(place) : ce n’est pas MNIST ; « workbook data fetch --replace » "
        + "télécharge les bons fichiers à la place."
  }
}
