/// What keeps bytes from being an array of numbers in NumPy's format.
///
/// A description is the end of a sentence that names the array: it starts small and has no full
/// stop.
public enum NPYError: Error, Equatable, CustomStringConvertible {
  case notNPY
  case version(major: UInt8, minor: UInt8)
  /// The bytes end within the header.
  case truncatedHeader
  /// The header announces more bytes than NumPy itself takes.
  case headerTooLong(bytes: Int)
  /// Not the dictionary of `descr`, `fortran_order` and `shape` that NumPy writes.
  case notAHeader
  /// Python objects, whose reading (`pickle`) can run any command.
  case objects
  /// Elements of several fields.
  case structured
  case text(String)
  /// A type that is no number known here.
  case type(String)
  /// A negative size, too many dimensions, or more elements than a computer can count.
  case shape([Int])
  case truncated(needed: Int, found: Int)
  case surplus(bytes: Int)

  public var description: String {
    switch self {
    case .notNPY: "il n’est pas au format .npy"
    case .version(let major, let minor):
      "il est de la version \(major).\(minor) du format .npy, seules 1.0, 2.0 et 3.0 se lisent"
    case .truncatedHeader: "il s’arrête dans son en-tête"
    case .headerTooLong(let bytes):
      "son en-tête aurait \(bytes) octets, pour \(NPYHeader.longest) au plus"
    case .notAHeader: "son en-tête n’est pas celui que NumPy écrit (descr, fortran_order, shape)"
    case .objects:
      "il contient des objets Python (pickle), qui pourraient exécuter n’importe quoi et ne se "
        + "lisent pas ici"
    case .structured: "ses éléments ont plusieurs champs au lieu d’être des nombres"
    case .text(let type):
      "ses éléments sont des textes (« \(type.prefix(40)) ») au lieu d’être des nombres"
    case .type(let type):
      "ses éléments sont de type « \(type.prefix(40)) », seuls les booléens, les entiers et les réels de 16, "
        + "32 et 64 bits se lisent"
    case .shape(let shape): "il ne peut pas avoir la forme \(pythonTuple(shape))"
    case .truncated(let needed, let found):
      "il n’a que \(found) des \(needed) octets que demandent sa forme et son type"
    case .surplus(let bytes):
      "il a \(bytes) octets de plus que n’en demandent sa forme et son type"
    }
  }
}

/// A shape as Python writes it, its first dimensions only where they are many.
public func pythonTuple(_ shape: [Int]) -> String {
  let shown = shape.prefix(8).map(String.init).joined(separator: ", ")
  return "(\(shown)\(shape.count == 1 ? "," : "")\(shape.count > 8 ? ", …" : ""))"
}
