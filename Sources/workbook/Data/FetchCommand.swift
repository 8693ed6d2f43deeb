import ArgumentParser
import Downloads

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Télécharge les fichiers de MNIST qui manquent.",
    discussion: """
      Les fichiers vont dans le dossier où le cahier les cherche. Un téléchargement interrompu \
      reprend où il s’est arrêté ; le contenu est vérifié avant qu’un fichier reçoive son nom. Un \
      miroir peut être un simple dossier servi par HTTP (python3 -m http.server) ; ceux de la \
      variable WORKBOOK_MIRRORS, séparés par des espaces, remplacent les miroirs publics.
      """)

  @OptionGroup var data: DataOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "L’adresse d’un dossier à essayer au lieu des miroirs publics ; répétable.",
      valueName: "adresse"),
    transform: Self.mirror)
  var mirror: [Mirror] = []

  @Option(
    help: ArgumentHelp(
      "Les secondes de silence après lesquelles un miroir est abandonné.", valueName: "secondes"))
  var patience: Int?

  @Flag(help: "Remplace les fichiers de mêmes noms qui ne sont pas ceux de MNIST.")
  var replace = false

  func validate() throws {
    if let patience, !Patience.seconds.contains(patience) {
      throw ValidationError("--patience : écris un nombre de secondes entre 1 et 3600.")
    }
  }

  func run() async throws {
    let limits = patience.map { DownloadLimits().waiting(.seconds($0)) } ?? DownloadLimits()
    let location = data.location
    let download = Download(
      from: try mirror.isEmpty ? Mirror.ofUser() : mirror, into: location.folder,
      replacesOthers: replace, limits: limits)
    let report = DownloadReport()
    let first = FirstDownload(to: location)
    do {
      try await download.run { report.show($0) }
    } catch let error as DownloadError {
      if case .noMirror = error { try? first.remember() }
      throw error
    }
    first.forget()
  }

  private static func mirror(_ address: String) throws -> Mirror {
    guard let mirror = Mirror(address) else {
      throw ValidationError(Mirror.refusal(of: address))
    }
    return mirror
  }
}
