import Document
import FrenchText

/// A cell that failed: where, and why.
public struct ChapterFailure: ReportedError {
  public let location: Document.SourceLocation
  public let label: String?
  public let cause: any Error

  public var exitStatus: ExitStatus { (cause as? any ReportedError)?.exitStatus ?? .software }

  public var description: String {
    let name = label.map { " (« \($0) »)" } ?? ""
    return "La cellule de \(location)\(name) a échoué : \(message(of: cause))"
  }
}

/// An error that ends the run without being the cell's fault: it reaches the caller as it is.
public protocol InterruptsChapter: Error {}

/// A cell that does not keep what its options promise.
enum CellError: Error, Equatable, CustomStringConvertible {
  case figureWithoutLabel
  case secondFigure(label: String)
  case figureIsMissing(label: String)
  case failureIsMissing
  case unknownRun(String, suggestion: String?)
  case moreThanPublished(String, obtained: Int, published: Int)
  case unknownEpoch(Int, of: String, epochs: Int)

  var description: String {
    switch self {
    case .figureWithoutLabel:
      "une figure a besoin des options « label: fig-… », « fig-cap » et « fig-alt »."
    case .secondFigure(let label):
      "la cellule « \(label) » montre une seconde figure : donne à chacune sa cellule."
    case .figureIsMissing(let label):
      "la cellule « \(label) » annonce une figure et n’en montre pas : appelle show(…)."
    case .failureIsMissing:
      "cette cellule devait échouer (« error: true ») et elle a réussi."
    case .unknownRun(let run, let suggestion):
      "aucune série publiée ne s’appelle « \(run) »"
        + (suggestion == nil ? "." : didYouMean(suggestion))
    case .moreThanPublished(let run, let obtained, let published):
      "la série « \(run) » a \(obtained) valeurs ici et \(published) dans chapters/published : "
        + "complète la table, ou compare-la à autant de valeurs qu’elle en a."
    case .unknownEpoch(let epoch, let run, let epochs):
      "la série publiée « \(run) » n’a pas d’époque \(epoch) (époques : 1 à \(epochs))."
    }
  }
}

/// The words of an error, which describes itself in French when it is one of ours.
func message(of error: any Error) -> String { "\(error)" }
