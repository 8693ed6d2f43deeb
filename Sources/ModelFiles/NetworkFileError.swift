import Files
import FrenchText
import NeuralNetwork

/// What keeps a file from being a network.
public enum NetworkFileError: ReportedError, Equatable {
  /// The file is no safetensors file.
  case format(path: String, TensorFileError)
  /// A safetensors file of something else.
  case notANetwork(path: String)
  /// A tensor or a note is not there.
  case missing(String, path: String)
  case shape([Int], of: String, path: String)
  /// The layers do not fit together.
  case layers(path: String, NeuralNetworkError)
  /// The file names an activation whose code this program does not have.
  case unknownActivation(String, path: String, known: [String])

  public var exitStatus: ExitStatus { .data }

  public var description: String {
    switch self {
    case .format(let path, let error):
      "\(quoted(path)) n’est pas un fichier safetensors lisible : \(error) ; "
        + "copie-le de nouveau, ou donne un fichier écrit par « workbook train --save »."
    case .notANetwork(let path):
      "\(quoted(path)) est un fichier safetensors, mais pas un réseau de ce programme : "
        + "donne un fichier écrit par « workbook train --save »."
    case .missing(let name, let path):
      "Il manque \(quoted(name)) dans \(quoted(path)) : enregistre ce réseau de nouveau."
    case .shape(let shape, let name, let path):
      "Le tenseur \(quoted(name)) de \(quoted(path)) a la forme \(shape), qui ne convient pas : "
        + "enregistre ce réseau de nouveau."
    case .layers(let path, let error):
      "Les couches de \(quoted(path)) ne s’accordent pas : \(error)"
    case .unknownActivation(let name, let path, let known):
      "\(quoted(path)) a besoin de l’activation \(quoted(name)), que ce programme ne définit pas : "
        + "un fichier garde le nom d’une activation, pas son code ; définis-la avant de le charger "
        + "(activations connues : \(known.joined(separator: ", ")))."
    }
  }
}
