import Files
import Foundation
import FrenchText

/// Why a figure could not be drawn.
public enum PlottingError: ReportedError, Equatable {
  public enum Quantity: String, Sendable {
    case points = "points"
    case series = "séries"
    case categories = "catégories"
    case cells = "cases"
    case panels = "panneaux"
    case columns = "colonnes"
    case layers = "couches"
  }

  /// A series has `first` of what `of` names, and another number of values.
  case lengths(plot: String, series: Int, first: Int, of: String, second: Int)
  case differentCategories(plot: String, series: Int)
  case logarithmicCategories(plot: String)
  case tooMany(Quantity, plot: String, count: Int, limit: Int)
  case range(plot: String, axis: String, end: Double, logarithmic: Bool)
  case heatMaps(plot: String, count: Int)
  /// Not a name for each column, or for each row.
  case heatMapNames(plot: String, names: Int, things: String, count: Int)
  /// A row of a heat map has not as many cells as the first.
  case heatMapRow(plot: String, row: Int, count: Int, first: Int)
  case heatMapWithoutWidth(plot: String, axis: String)
  case heatMapOverCategories(plot: String)
  case logarithmicHeatMap(plot: String)
  case bins(plot: String, count: Int, limit: Int)
  case binsOverCategories(plot: String)
  case logarithmicBins(plot: String)
  case layerUnits(plot: String, layer: Int, count: Int)
  case imageSize(plot: String, image: Int)
  case gridColumns(plot: String, count: Int)
  case notFound(executable: String)
  case cannotStart(executable: String, code: Int32)
  /// The gnuplot installed is older than the commands that it is sent.
  case tooOld(version: String)
  /// The gnuplot installed was built without what draws this format.
  case noTerminal(FigureFormat)
  /// The script or the figure could not pass through the system.
  case cannotExchange(code: Int32)
  case timedOut(executable: String, seconds: Double)
  case killed(signal: Int32, message: String)
  case failed(status: Int32, message: String)
  case incomplete(FigureFormat, bytes: Int, message: String)
  case tooLarge(bytes: Int)

  public var exitStatus: ExitStatus { isInstallation ? .unavailable : .software }

  public var description: String {
    switch self {
    case .lengths(let plot, let series, let first, let of, let second):
      Self.about(plot, "la série \(series) a \(first) \(of) pour \(second) valeurs")
        + "donnes-en autant."
    case .differentCategories(let plot, let series):
      Self.about(plot, "la série \(series) n’a pas les catégories de la première série de barres")
        + "donne les mêmes, dans le même ordre."
    case .logarithmicCategories(let plot):
      Self.about(plot, "des catégories n’ont pas d’échelle logarithmique")
        + "garde l’axe x linéaire."
    case .tooMany(let quantity, let plot, let count, let limit):
      Self.about(plot, "\(count) \(quantity.rawValue), pour \(limit) au plus") + "montres-en moins."
    case .range(let plot, let axis, let end, let logarithmic):
      Self.about(plot, "l’axe \(axis) ne peut pas aller jusqu’à \(short(end))")
        + "choisis des bornes \(logarithmic ? "strictement positives et finies" : "finies")."
    case .heatMaps(let plot, let count):
      Self.about(plot, "\(count) cartes de chaleur se cacheraient l’une l’autre")
        + "donne à chacune sa figure."
    case .heatMapNames(let plot, let names, let things, let count):
      Self.about(plot, "la carte de chaleur a \(names) noms pour \(count) \(things)")
        + "donnes-en un à chacune."
    case .heatMapRow(let plot, let row, let count, let first):
      Self.about(
        plot, "la ligne \(row) de la carte de chaleur a \(count) cases, la première \(first)")
        + "donnes-en autant à chaque ligne."
    case .heatMapWithoutWidth(let plot, let axis):
      Self.about(plot, "sur l’axe \(axis), la carte de chaleur commence là où elle finit")
        + "donne-lui deux bornes différentes."
    case .heatMapOverCategories(let plot):
      Self.about(plot, "des catégories et une carte de chaleur ne peuvent pas partager un axe")
        + "fais-en deux figures."
    case .logarithmicHeatMap(let plot):
      Self.about(plot, "une carte de chaleur n’a pas d’échelle logarithmique")
        + "garde ses deux axes linéaires."
    case .bins(let plot, let count, let limit):
      Self.about(plot, "un histogramme n’a pas \(count) intervalles")
        + "donne-lui-en de 1 à \(limit)."
    case .binsOverCategories(let plot):
      Self.about(plot, "des catégories et un histogramme ne peuvent pas partager un axe")
        + "fais-en deux figures."
    case .logarithmicBins(let plot):
      Self.about(plot, "un histogramme a des intervalles égaux, pas une échelle logarithmique")
        + "garde l’axe x linéaire, ou compte les logarithmes des valeurs."
    case .layerUnits(let plot, let layer, let count):
      Self.about(plot, "une couche n’a pas \(count) neurones, comme la couche \(layer)")
        + "donne-lui-en au moins un."
    case .imageSize(let plot, let image):
      Self.about(plot, "l’image \(image) n’est pas un rectangle de la taille de la première")
        + "donne-leur à toutes la même largeur et la même hauteur."
    case .gridColumns(let plot, let count):
      Self.about(plot, "une grille n’a pas \(count) colonnes") + "donne-lui-en au moins une."
    case .notFound(let executable):
      "Le programme \(quoted(executable)), qui dessine les figures, "
        + "est introuvable\u{A0}; installe gnuplot\u{A0}: \(Self.installation)"
    case .cannotStart(let executable, let code):
      "Impossible de lancer \(quoted(executable))\u{A0}: "
        + "\(systemCause(code))\u{A0}; vérifie l’installation de gnuplot."
    case .tooOld(let version):
      "gnuplot \(version) est trop ancien pour dessiner les figures\u{A0}; "
        + "installe au moins la version \(Gnuplot.oldestVersion)\u{A0}: \(Self.installation)"
    case .noTerminal(let format):
      "gnuplot a été installé sans ce qui dessine en \(format.rawValue)\u{A0}; "
        + "installe-le en entier\u{A0}: \(Self.installation)"
    case .cannotExchange(let code):
      "Impossible d’échanger avec gnuplot\u{A0}: \(systemCause(code))\u{A0}; "
        + "libère de la place ou ferme des programmes, puis recommence."
    case .timedOut(let executable, let seconds):
      "\(quoted(executable)) n’a pas fini la figure en "
        + "\(short(seconds))\u{A0}s et a été arrêté\u{A0}; "
        + "montre moins de points ou vérifie l’installation de gnuplot."
    case .killed(let signal, let message):
      Self.quoting(message, "gnuplot a été arrêté par le signal \(signal)")
    case .failed(let status, let message):
      Self.quoting(message, "gnuplot a échoué (code de sortie \(status))")
    case .incomplete(let format, let bytes, let message):
      Self.quoting(
        message,
        bytes == 0
          ? "gnuplot n’a rien dessiné" : "gnuplot a laissé une figure \(format.rawValue) incomplète"
      )
    case .tooLarge(let bytes):
      "gnuplot a produit \(bytes) octets, plus qu’une figure n’en demande\u{A0}; "
        + "vérifie l’installation de gnuplot."
    }
  }

  /// Whether the remedy is to install gnuplot, or another one.
  public var isInstallation: Bool {
    switch self {
    case .notFound, .cannotStart, .tooOld, .noTerminal: true
    default: false
    }
  }

  private static let installation = "sudo apt install gnuplot-nox"

  private static func about(_ plot: String, _ problem: String) -> String {
    let title = Quoting.shortened(plot.withoutControlCharacters, to: 80)
    return "Figure «\u{A0}\(title)\u{A0}»\u{A0}: \(problem)\u{A0}; "
  }

  private static func quoting(_ message: String, _ problem: String) -> String {
    message.isEmpty
      ? "\(problem), sans dire pourquoi\u{A0}; vérifie l’installation de gnuplot."
      : "\(problem)\u{A0}; vérifie son installation. Il a dit\u{A0}:\n\(message)"
  }
}
