import CZip
import Files
import FrenchText

/// What keeps an archive of arrays from being read or made.
///
/// A description is the end of a sentence that names the file: it starts small and has no full stop.
public enum NPZError: Error, Equatable, CustomStringConvertible {
  /// No ZIP file, or one that was cut.
  case notAnArchive
  /// The archive, or the entry of this array, contradicts itself or ends too soon.
  case damaged(String?)
  case duplicate(String)
  case missing(String, found: [String])
  case encrypted(String)
  /// Compressed by another method than deflate.
  case method(String, UInt16)
  case tooLarge(String, bytes: UInt64, limit: Int)
  case checksum(String)
  /// The archive is sound, the array in it is not.
  case array(String, NPYError)
  case cannotEncode

  init(opening error: UnsafeMutablePointer<zip_error_t>) {
    self = zip_error_code_zip(error) == ZIP_ER_NOZIP ? .notAnArchive : .damaged(nil)
  }

  public var description: String {
    switch self {
    case .notAnArchive: "il n’est pas une archive ZIP, ou il est coupé"
    case .damaged(nil): "son index est abîmé"
    case .damaged(let name?): "le tableau \(quoted(name, longest: 60)) y est abîmé ou coupé"
    case .duplicate(let name): "le tableau \(quoted(name, longest: 60)) y est deux fois"
    case .missing(let name, let found):
      "le tableau \(quoted(name, longest: 60)) y manque (il contient : \(Self.list(found)))"
    case .encrypted(let name): "le tableau \(quoted(name, longest: 60)) y est chiffré"
    case .method(let name, let method):
      "le tableau \(quoted(name, longest: 60)) y est comprimé par la méthode n° \(method) : seule deflate se lit"
    case .tooLarge(let name, let bytes, let limit):
      "le tableau \(quoted(name, longest: 60)) aurait \(bytes) octets, pour \(limit) au plus"
    case .checksum(let name):
      "la somme de contrôle du tableau \(quoted(name, longest: 60)) n’est pas la bonne"
    case .array(let name, let error):
      "le tableau \(quoted(name, longest: 60)) ne se lit pas, car \(error)"
    case .cannotEncode: "la mémoire manque pour le composer"
    }
  }

  /// Some names, the first ones only where they are many.
  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "aucun tableau" }
    return names.prefix(8).map { quoted($0, longest: 60) }.joined(separator: ", ")
      + (names.count > 8 ? ", …" : "")
  }
}
