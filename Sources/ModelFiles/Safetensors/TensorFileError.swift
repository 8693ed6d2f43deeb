/// What keeps bytes from being a safetensors file.
///
/// A description is the end of a sentence that names the file: it starts small and has no full stop.
public enum TensorFileError: Error, Equatable, CustomStringConvertible {
  /// The file ends within the length of its header.
  case truncatedLength(bytes: Int)
  /// The header announces more than `TensorFile.longestHeader`: most often, another format.
  case headerTooLong(bytes: UInt64)
  case truncatedHeader(announced: Int, found: Int)
  /// No JSON, or not that of a header.
  case notAHeader
  case type(String, tensor: String)
  /// A negative size, or more elements than a computer can count.
  case shape([Int], tensor: String)
  /// The bytes from `begin` to `end` are not those that the shape calls for.
  case range(begin: Int, end: Int, tensor: String, needed: Int)
  case overlap(tensor: String)
  case hole(tensor: String)
  case truncatedTensor(String)
  case surplus(bytes: Int)

  public var description: String {
    switch self {
    case .truncatedLength(let bytes):
      "il n’a que \(bytes) octets, trop peu pour un en-tête"
    case .headerTooLong(let bytes):
      "son en-tête aurait \(bytes) octets, pour \(TensorFile.longestHeader) au plus"
    case .truncatedHeader(let announced, let found):
      "il s’arrête dans son en-tête, après \(found) des \(announced) octets annoncés"
    case .notAHeader: "son en-tête n’est pas le JSON qui décrit des tenseurs"
    case .type(let type, let tensor):
      "le tenseur « \(tensor) » est de type « \(type) », seuls F16, BF16, F32 et F64 se lisent ici"
    case .shape(let shape, let tensor):
      "le tenseur « \(tensor) » ne peut pas avoir la forme \(shape)"
    case .range(let begin, let end, let tensor, let needed):
      "le tenseur « \(tensor) » demande \(needed) octets, l’en-tête lui donne ceux "
        + "de \(begin) à \(end)"
    case .overlap(let tensor): "le tenseur « \(tensor) » en recouvre un autre"
    case .hole(let tensor): "des octets inutilisés précèdent le tenseur « \(tensor) »"
    case .truncatedTensor(let tensor): "il s’arrête avant la fin du tenseur « \(tensor) »"
    case .surplus(let bytes): "il a \(bytes) octets de trop après son dernier tenseur"
    }
  }
}
