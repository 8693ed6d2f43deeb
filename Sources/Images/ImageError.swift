import Files
import FrenchText

/// An image file that cannot be used.
public struct ImageError: ReportedError, Equatable {
  public let path: String
  public let fault: ImageFault

  public var exitStatus: ExitStatus { .data }

  public var description: String {
    "L’image \(quoted(path)) \(fault)"
  }
}

/// What is wrong with an image; a description is the end of a sentence that names the file.
public enum ImageFault: Error, Equatable, CustomStringConvertible {
  case unknownFormat
  case size(ImageSize, expected: ImageSize)
  /// With libpng's own words.
  case corruptedPNG(String)
  case truncatedPGM
  case notANumber
  case maximum(Int)
  case pixel(Int, maximum: Int)
  case surplus

  public var description: String {
    switch self {
    case .unknownFormat:
      "n’est ni un PNG ni un PGM : convertis-la dans l’un de ces formats."
    case .size(let found, let expected):
      "a \(found.columns) × \(found.rows) pixels : il en faut "
        + "\(expected.columns) × \(expected.rows), redimensionne-la."
    case .corruptedPNG(let message):
      "est un PNG abîmé (libpng : \(message.withoutControlCharacters)) : enregistre-la de nouveau."
    case .truncatedPGM:
      "est un PGM coupé avant son dernier pixel : enregistre-la de nouveau."
    case .notANumber:
      "est un PGM abîmé, où manque un nombre : enregistre-la de nouveau."
    case .maximum(let maximum):
      "est un PGM dont la valeur maximale est \(maximum) : elle doit être entre 1 et 65535."
    case .pixel(let value, let maximum):
      "est un PGM abîmé : un pixel y vaut \(value), plus que le maximum annoncé, \(maximum)."
    case .surplus:
      "est un PGM suivi d’octets de trop : garde une seule image par fichier."
    }
  }
}
