import FrenchText

/// What keeps a safetensors file of another library from being a network of dense layers.
public struct ForeignNetworkError: ReportedError, Equatable {
  public enum Problem: Sendable, Equatable {
    /// No tensor at all.
    case nothing
    /// Elements that are no numbers of a network.
    case type(TensorArchive.Entry)
    /// Weights that are not outputs × inputs.
    case weight(TensorArchive.Entry)
    /// Another length than the layer has outputs.
    case bias(TensorArchive.Entry, weight: TensorArchive.Entry)
    /// Neither a layer's weights nor its biases.
    case stranger(TensorArchive.Entry)
    case chain(String, outputs: Int, String, inputs: Int)
    case inputs(Int, of: String, expected: Int)
    case outputs(Int, of: String, expected: Int)
  }

  public let problem: Problem
  public let path: String

  init(_ problem: Problem, path: String) { (self.problem, self.path) = (problem, path) }

  public var exitStatus: ExitStatus { .data }

  public var description: String { "Dans \(quoted(path)), \(sentence)." }

  /// What is wrong and what to do, as the end of a sentence without its full stop.
  private var sentence: String {
    switch problem {
    case .nothing: "il n’y a aucun tenseur : donne le fichier d’un réseau"
    case .type(let entry):
      "le tenseur \(Self.name(entry)) est de type \(quoted(entry.type, longest: 20)) : seuls les "
        + "réseaux de couches denses se lisent ici, en F16, BF16, F32 ou F64"
    case .weight(let entry) where 3...5 ~= entry.shape.count:
      "le tenseur \(Self.name(entry)) a la forme \(Self.shape(entry)) : ce sont les poids d’une "
        + "convolution, et seuls les réseaux de couches denses se lisent ici"
    case .weight(let entry) where entry.shape.count == 1:
      "le tenseur \(Self.name(entry)) a la forme \(Self.shape(entry)), celle d’une normalisation "
        + "(BatchNorm, LayerNorm), et seuls les réseaux de couches denses se lisent ici"
    case .weight(let entry):
      "le tenseur \(Self.name(entry)) a la forme \(Self.shape(entry)) : les poids d’une couche dense "
        + "ont la forme sorties × entrées, et seules ces couches se lisent ici"
    case .bias(let entry, let weight):
      "le tenseur \(Self.name(entry)) a la forme \(Self.shape(entry)), alors que "
        + "\(Self.name(weight)) donne \(weight.shape[0]) sorties : enregistre ce réseau de nouveau"
    case .stranger(let entry):
      "le tenseur \(Self.name(entry)) n’est ni le poids (« .weight ») ni le biais (« .bias ») d’une "
        + "couche dense, et seules ces couches se lisent ici"
    case .chain(let first, let outputs, let second, let inputs):
      "les couches ne s’enchaînent pas : \(Self.name(first)) donne \(outputs) sorties, "
        + "\(Self.name(second)) attend \(inputs) entrées ; numérote les couches dans leur ordre"
    case .inputs(let found, let name, let expected):
      "la première couche, \(Self.name(name)), a \(found) entrées, et non une par pixel, \(expected)"
    case .outputs(let found, let name, let expected):
      "la dernière couche, \(Self.name(name)), a \(found) sorties, et non une par chiffre, \(expected)"
    }
  }

  private static func name(_ entry: TensorArchive.Entry) -> String { name(entry.name) }

  private static func name(_ name: String) -> String { quoted(name, longest: 200) }

  private static func shape(_ entry: TensorArchive.Entry) -> String {
    let sizes = entry.shape.prefix(8).map(String.init) + (entry.shape.count > 8 ? ["…"] : [])
    return sizes.isEmpty ? "d’un seul nombre" : sizes.joined(separator: " × ")
  }
}
