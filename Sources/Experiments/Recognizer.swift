import Datasets
import FrenchText
import Images
import ModelFiles
import NeuralNetwork

/// A trained network that recognises digits.
public struct Recognizer: Sendable {
  private let network: Network<Double>
  private let normalization: Normalization

  /// Loads a network of 784 inputs and 10 outputs, with the normalisation of its training.
  ///
  /// - Parameter foreign: what the file of another library does not say.
  /// - Throws: `InputFileError`, `NetworkFileError`, `ForeignNetworkError`, `NotARecognizer`, or
  ///   `ArgumentError` where `foreign` is missing, or says what the file says too.
  public init(path: String, foreign: ForeignNetwork? = nil) throws {
    let archive = try NetworkFile.open(path)
    guard NetworkFile.isOwn(archive) else {
      let layers = try DenseLayers(of: archive, path: path)
      try layers.check(inputs: ExperimentSettings.inputs, outputs: ExperimentSettings.outputs)
      (network, normalization) = try layers.network(foreign, path: path)
      return
    }
    let saved = try NetworkFile.load(Double.self, from: archive, path: path)
    try foreign?.check(isNeededBy: saved, path: path)
    guard
      let normalization = saved.normalization
        ?? foreign?.scale?.normalization(pixels: ExperimentSettings.inputs)
    else {
      throw NotARecognizer(
        path: path,
        reason: "il ne garde pas la normalisation de ses images, que tu peux donner par "
          + "\(ForeignNetwork.normalizationArgument)")
    }
    let inputs = saved.network.layers.first?.W.columns ?? 0
    let outputs = saved.network.layers.last?.W.rows ?? 0
    guard normalization.means.count == ExperimentSettings.inputs else {
      throw NotARecognizer(
        path: path,
        reason: "sa normalisation est celle d’images de \(normalization.means.count) pixels, et "
          + "non de \(ExperimentSettings.inputs)")
    }
    guard inputs == ExperimentSettings.inputs, outputs == ExperimentSettings.outputs else {
      throw NotARecognizer(
        path: path,
        reason: "il a \(inputs) entrées et \(outputs) sorties, pour 784 pixels et 10 chiffres")
    }
    (network, self.normalization) = (saved.network, normalization)
  }

  /// Whether a file starts as one of a network does, whatever its name.
  public static func isNetwork(_ path: String) -> Bool { NetworkFile.isStart(of: path) }

  /// Inputs farther than this from a pixel's mean, in deviations, count as this far: pixels that are
  /// nearly constant in MNIST have tiny deviations, and one grain of ink there would drown the digit.
  private static let farthest = 8.0

  /// The network's ten outputs for an image of 28 × 28 pixels, light on 0.
  ///
  /// - Parameter isPrepared: whether the image is one of MNIST's making, which is taken as it is.
  public func probabilities(of image: GrayImage, isPrepared: Bool) -> [Double] {
    var inputs = normalization.inputs(image.pixels)
    if !isPrepared { inputs = inputs.map { min(max($0, -Self.farthest), Self.farthest) } }
    return network.predict(inputs).withUnsafeElements { Array($0) }
  }
}

/// A network that is not one for digits.
public struct NotARecognizer: ReportedError, Equatable {
  let path: String
  let reason: String

  public var exitStatus: ExitStatus { .data }

  public var description: String {
    "Le réseau de « \(path) » ne reconnaît pas de chiffres : \(reason) ; "
      + "donne un fichier écrit par « workbook train --save »."
  }
}
