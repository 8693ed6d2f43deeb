import ArgumentParser
import ChapterKit
import Datasets
import Experiments
import Files
import FrenchText
import Images
import Plotting
import Publishing

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Lit les chiffres de tes images avec un réseau enregistré.",
    discussion: """
      Une photo, un dessin, un scan : PNG, JPEG, WebP, TIFF, GIF, BMP, PGM ou PPM, de 8 à 10 000 pixels
      de côté, encre foncée ou claire, un chiffre ou plusieurs. Sans réseau, c’est le dernier que
      train --save a enregistré.
      Exemple : workbook predict code.jpg '#42'
      """)

  /// Below this probability, a digit is marked as doubtful.
  private static let doubt = 0.8

  @Argument(
    help: ArgumentHelp(
      "Des images, ou '#42' pour l’image de test de ce numéro, à partir de 0 ; avant elles, si tu "
        + "veux, un réseau en .safetensors.",
      valueName: "image"))
  var arguments: [String] = []

  @OptionGroup var foreign: NetworkOptions
  @OptionGroup var data: DataOptions

  @Option(
    parsing: .unconditional,
    help: .init(
      "Le nombre de chiffres de chaque ligne, pour des chiffres qui se touchent.",
      valueName: "entier"))
  var digits: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "Remplace par ? chaque chiffre moins probable que ce nombre, entre 0 et 1.",
      valueName: "nombre"))
  var reject: String?

  @Flag(help: "L’encre est plus foncée que le papier, quoi qu’en pense le programme.")
  var invert = false

  @Option(
    help: .init("Écrit les réponses en JSON ; « - » pour la sortie standard.", valueName: "fichier")
  )
  var json: String?

  @Option(
    help: .init(
      "Dessine l’image, ses chiffres encadrés, en PNG ou en SVG, ou écrit les cadres en CSV, selon le "
        + "nom du fichier.",
      valueName: "fichier"))
  var plot: String?

  func run() throws {
    let request = try PredictionRequest(arguments)
    let least = try reject.map(Self.probability)
    let count = try digits.map(Self.count)
    let format = try plotFormat(for: request)
    for path in [json, plot].compactMap(\.self) where path != "-" { try WholeFile.check(path) }
    let recognizer = try Recognizer(
      path: request.network ?? DefaultNetwork.saved(), foreign: foreign.network())
    let reader = PictureReader(
      recognizer, digitsPerRow: count, inkIsDark: invert ? true : nil)
    let test = request.needsTestImages ? try data.load(announcingIn: announcements).test : nil
    var answers: [PredictionAnswer] = []
    var last: PictureReading?
    var firstError: (any Error)?
    for source in request.sources {
      do {
        let reading = try read(source, reader, recognizer, test)
        answers.append(.init(reading, rejectingBelow: least ?? 0))
        if json != "-" { try show(reading, least) }
        last = reading
      } catch let error as any ReportedError where error.exitStatus != .outputClosed {
        // The others are read all the same; the status is that of the first that could not be.
        guard request.sources.count > 1 || json != nil else { throw error }
        answers.append(.init(file: source.name, error: "\(error)"))
        if json != "-" { Messages.send("Erreur : \(error)") }
        firstError = firstError ?? error
      }
    }
    if let json { try JSONOutput.write(answers, to: json) }
    if let plot, let format, let last {
      try Gnuplot().write(picture(last, least), as: format, to: plot)
    }
    if let firstError { throw SomeUnread(exitStatus: ExitStatus(of: firstError)) }
  }

  private var announcements: StandardOutput? { json == "-" ? nil : StandardOutput() }

  private func read(
    _ source: PictureSource, _ reader: PictureReader, _ recognizer: Recognizer,
    _ test: LabeledImages?
  ) throws -> PictureReading {
    switch source {
    case .file(let path): return try reader.read(path)
    case .test(let number):
      guard let test else { preconditionFailure("test images are loaded where they are asked for") }
      return try PictureSource.reading(number, of: test, by: recognizer)
    }
  }

  private func show(_ reading: PictureReading, _ least: Double?) throws {
    let output = StandardOutput()
    let report = PredictionReport(
      reading, rejectingBelow: least ?? 0, doubtingBelow: least ?? Self.doubt)
    try StandardOutput.write(
      text: report.text(
        color: output.capabilities.color, columns: output.capabilities.width))
  }

  private func picture(_ reading: PictureReading, _ least: Double?) throws -> AnnotatedPicture {
    try AnnotatedPicture(
      Picture.read(reading.file), reading, rejectingBelow: least ?? 0,
      doubtingBelow: least ?? Self.doubt)
  }

  private func plotFormat(for request: PredictionRequest) throws -> FigureFormat? {
    guard let plot else { return nil }
    let format = try FigureFormat(ofPlot: plot)
    guard request.sources.count == 1, !request.needsTestImages else {
      throw ArgumentError(
        "--plot", "donne une seule image, et un fichier : c’est elle qui est dessinée.")
    }
    return format
  }

  private static func probability(_ text: String) throws -> Double {
    guard let value = Double(text.replacing(",", with: ".")), 0...1 ~= value else {
      throw ArgumentError(
        "--reject", "donne une probabilité, de 0 à 1, et non \(quoted(text, longest: 60)).")
    }
    return value
  }

  private static func count(_ text: String) throws -> Int {
    guard let value = Int(text), 1...50 ~= value else {
      throw ArgumentError(
        "--digits", "donne un nombre de chiffres, de 1 à 50, et non \(quoted(text, longest: 60)).")
    }
    return value
  }
}

/// Some pictures were not read: each has had its sentence, in a message or in the JSON.
struct SomeUnread: ReportedError {
  let exitStatus: ExitStatus
  let description = "une image au moins n’a pas pu être lue : sa faute est dite plus haut."
}
