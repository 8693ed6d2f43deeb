import Files
import FrenchText

/// A picture's file that cannot be read.
public struct PictureError: ReportedError, Equatable {
  public let path: String
  public let fault: PictureFault

  public init(path: String, fault: PictureFault) {
    (self.path, self.fault) = (path, fault)
  }

  public var exitStatus: ExitStatus { .data }

  public var description: String { "L’image \(quoted(path)) \(fault)" }
}

/// What is wrong with a picture; a description is the end of a sentence that names the file.
public enum PictureFault: Error, Equatable, CustomStringConvertible {
  case unknownFormat
  case size(width: Int, height: Int)
  case corrupted
  case noDigits(NoDigits)

  public var description: String {
    switch self {
    case .unknownFormat:
      "n’est pas dans un format connu : enregistre-la en PNG, JPEG, WebP, TIFF, GIF, BMP, PGM ou PPM."
    case .size(let width, let height):
      "a \(number(width)) × \(number(height)) pixels : chaque côté doit en avoir "
        + "de \(PictureHeader.sides.lowerBound) à \(number(PictureHeader.sides.upperBound)), "
        + "redimensionne-la."
    case .corrupted:
      "est abîmée, incomplète ou d’une variante rare : copie-la de nouveau, ou enregistre-la en PNG."
    case .noDigits(let reason):
      "ne montre aucun chiffre : \(reason)."
    }
  }
}

/// Why a picture is not answered with digits; a description ends the sentence.
public enum NoDigits: Error, Equatable, CustomStringConvertible {
  /// Nothing stands out from the paper.
  case blank
  /// What stands out has not the shape of strokes.
  case noStrokes
  /// There is more than anybody's digits.
  case crowded(Int)
  /// The network is in doubt about most of what it was given.
  case doubtful

  public var description: String {
    switch self {
    case .blank: "rien ne s’y détache du fond ; écris plus gros ou plus foncé"
    case .noStrokes:
      "ce qui s’y détache n’a pas la forme d’un trait ; écris les chiffres au trait, sur un fond uni"
    case .crowded(let count):
      "\(number(count)) signes s’y détachent, comme dans une page de texte ; cadre les chiffres seuls"
    case .doubtful:
      "le réseau n’y reconnaît presque rien ; cadre les chiffres seuls, ou écris-les plus nettement"
    }
  }
}
