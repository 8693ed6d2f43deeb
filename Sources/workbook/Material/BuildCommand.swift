import ArgumentParser
import ChapterKit
import Chapters
import Document
import Files
import Foundation
import FrenchText
import Plotting
import Publishing

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Exécute les chapitres une fois, et en fait un site, un livre, des carnets…",
    discussion: """
      Exemple : workbook build 3 4 --to html,pdf --output ~/cours
      L’ancien matériel reste en place tant que le nouveau n’est pas complet.
      """)

  @Argument(help: ArgumentHelp("Les numéros des chapitres (sinon : tous).", valueName: "numéro"))
  var numbers: [String] = []

  @Option(
    name: .customLong("to"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ce qu’il faut écrire : html, epub, ipynb, markdown, swift, pdf ; répétable, ou séparé par des "
        + "virgules (sinon : html, epub, ipynb, markdown).",
      valueName: "format"),
    transform: FormatList<MaterialFormat>.init)
  var formats: [FormatList<MaterialFormat>] = []

  @Option(help: ArgumentHelp("Le dossier où écrire le cours.", valueName: "dossier"))
  var output = FolderPath(path: "output/cours")

  @Flag(help: "Ajoute les solutions des exercices.")
  var solutions = false

  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var store: StoreOptions

  @MainActor
  func run() async throws {
    try threads.apply()
    let chapters = try chapters
    let formats = formats.isEmpty ? Set(MaterialFormat.usual) : Set(formats.flatMap(\.formats))
    let date = try SourceDate.ofUser()
    // Before the chapters' minutes of work, not after.
    let folder = try WholeFolder(at: output.path)
    let browser = formats.contains(.pdf) ? try Browser() : nil
    try await FirstDownload(to: data.location).tryOnce()

    let figures = try ScratchDirectory()
    let settings = RunSettings(
      data: data.location, output: figures.path, figures: Self.figures(for: formats),
      showsSolutions: solutions, isForMaterial: true)
    let digits = DigitsChecksum(
      try settings.loadDigits(), isSynthetic: settings.usesSyntheticDigits)
    let course = WovenCourse(
      title: Course.title, summary: Course.summary,
      chapters: try await ChapterWeaver(chapters, settings: settings, store: store).weave(),
      glossary: Course.glossary,
      provenance: provenance(chapters, formats, digits: digits, date: date))
    let material = try Material.make(course, as: formats, browser: browser)
    try folder.write(material.files)
    try report(material, formats)
  }

  /// In the course's order, each once.
  private var chapters: [Chapter] {
    get throws {
      guard !numbers.isEmpty else { return Course.chapters }
      let asked = Set(try numbers.map { try Course.chapter($0).number })
      return Course.chapters.filter { asked.contains($0.number) }
    }
  }

  private static func figures(for formats: Set<MaterialFormat>) -> [FigureFormat] {
    if formats.contains(.html) { return [.png, .svg, .darkSVG, .csv] }
    let needsPNG = !formats.isDisjoint(with: [.epub, .ipynb, .markdown])
    return (needsPNG ? [.png] : []) + (formats.contains(.pdf) ? [.svg] : [])
  }

  private func provenance(
    _ chapters: [Chapter], _ formats: Set<MaterialFormat>, digits: DigitsChecksum, date: Int
  ) -> Provenance {
    var command = ["./workbook build"] + (numbers.isEmpty ? [] : chapters.map { "\($0.number)" })
    if formats != Set(MaterialFormat.usual) {
      let names = MaterialFormat.allCases.filter(formats.contains).map(\.rawValue)
      command.append("--to \(names.joined(separator: ","))")
    }
    if solutions { command.append("--solutions") }
    return Provenance(
      version: Version.text(), data: digits.name, checksum: digits.checksum,
      command: command.joined(separator: " "), date: date)
  }

  private func report(_ material: Material, _ formats: Set<MaterialFormat>) throws {
    let bytes = material.files.values.reduce(0) { $0 + $1.count }
    let start = formats.contains(.html) ? "\u{A0}; commence par \(output.path)/index.html" : ""
    try StandardOutput.write(
      text:
        "Le cours est dans \(output.path.safeForTerminal)\u{A0}: \(number(material.files.count)) "
        + "fichiers, \(number(Double(bytes) / 1e6, digits: 1))\u{A0}Mo\(start.safeForTerminal).\n")
  }
}
