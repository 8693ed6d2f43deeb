import FrenchText
import ModelFiles
import NeuralNetwork

/// What there is in a safetensors file: its tensors, and the network that they make, if they make one.
public struct NetworkInspection: Sendable, Encodable {
  public struct Tensor: Sendable, Encodable {
    public let name: String
    /// As the format names it, `F32`.
    public let type: String
    public let shape: [Int]
    public let elements: Int
    /// Of the finite numbers.
    public let minimum, maximum, mean: Double?
    /// How many are not a number, and infinite; nil where the elements are not read here.
    public let notNumbers, infinities: Int?
  }

  public struct Layer: Sendable, Encodable {
    public let name: String
    public let inputs, outputs: Int
    /// nil where neither the file nor the command line says it.
    public let activation: String?
    public let hasBias: Bool
  }

  /// What pixels go through before the network.
  public enum Inputs: Sendable, Encodable {
    /// Each pixel by a mean and a deviation of its own, between these bounds.
    case perPixel(pixels: Int, means: ClosedRange<Double>, deviations: ClosedRange<Double>)
    /// `(pixel/255 − mean) / deviation`.
    case scaled(mean: Double, deviation: Double)
  }

  public let tensors: [Tensor]
  /// First to last; nil where the tensors are no network that is read here.
  public let layers: [Layer]?
  /// The number of weights and biases of the layers.
  public let parameters: Int?
  public let normalization: Inputs?
  /// A sentence: why there are no layers, or what the network still lacks.
  public let remark: String?
  public let metadata: [String: String]

  /// Reads a file of any origin.
  ///
  /// - Throws: `InputFileError`, `NetworkFileError.format`, or `ArgumentError` where `foreign` does
  ///   not go with the file.
  public init(path: String, foreign: ForeignNetwork? = nil) throws {
    let archive = try NetworkFile.open(path)
    metadata = archive.metadata
    tensors = try archive.entries.map { try Tensor($0, of: archive) }
    let parts = try Self.network(in: archive, path: path, foreign)
    (layers, parameters, normalization, remark) = parts
  }

  private typealias Parts = (
    layers: [Layer]?, parameters: Int?, normalization: Inputs?, remark: String?
  )

  private static func network(
    in archive: TensorArchive, path: String, _ foreign: ForeignNetwork?
  ) throws -> Parts {
    let scale = foreign?.scale.map { Inputs.scaled(mean: $0.mean, deviation: $0.deviation) }
    do {
      guard !NetworkFile.isOwn(archive) else {
        let saved = try NetworkFile.load(Double.self, from: archive, path: path)
        try foreign?.check(isNeededBy: saved, path: path)
        return (
          saved.network.layers.enumerated().map { Layer($1, number: $0 + 1) },
          saved.network.parameterCount, saved.normalization.flatMap { Inputs($0) } ?? scale, nil
        )
      }
      let layers = try DenseLayers(of: archive, path: path)
      if let count = foreign?.activations?.count, count != layers.layers.count {
        throw layers.wrongCount(count)
      }
      let isComplete = foreign?.activations != nil && foreign?.scale != nil
      return (
        layers.layers.enumerated().map { Layer($1, activation: foreign?.activations?[$0]) },
        layers.parameterCount, scale, isComplete ? nil : layers.incomplete(foreign, path: path)
      )
    } catch let error as NetworkFileError {
      return (nil, nil, nil, "\(error)")
    } catch let error as ForeignNetworkError {
      return (nil, nil, nil, "\(error)")
    }
  }
}

extension NetworkInspection.Tensor {
  fileprivate init(_ entry: TensorArchive.Entry, of archive: TensorArchive) throws {
    (name, type, shape, elements) = (entry.name, entry.type, entry.shape, entry.count)
    guard entry.hasNumbers else {
      (minimum, maximum, mean, notNumbers, infinities) = (nil, nil, nil, nil, nil)
      return
    }
    let statistics = try archive.statistics(of: entry)
    (minimum, maximum, mean) = (statistics.minimum, statistics.maximum, statistics.mean)
    (notNumbers, infinities) = (statistics.notNumbers, statistics.infinities)
  }
}

extension NetworkInspection.Layer {
  fileprivate init(_ layer: NeuralNetwork.Layer<Double>, number: Int) {
    self.init(
      name: "layer\(number)", inputs: layer.W.columns, outputs: layer.W.rows,
      activation: layer.a.name, hasBias: true)
  }

  fileprivate init(_ layer: DenseLayers.Layer, activation: String?) {
    self.init(
      name: layer.title, inputs: layer.inputs, outputs: layer.outputs, activation: activation,
      hasBias: layer.hasBias)
  }
}

extension NetworkInspection.Inputs {
  /// nil where a number is none.
  fileprivate init?(_ normalization: Normalization) {
    func range(_ numbers: [Double]) -> ClosedRange<Double>? {
      guard let least = numbers.min(), let most = numbers.max(), least <= most else { return nil }
      return least...most
    }
    guard let means = range(normalization.means),
      let deviations = range(normalization.deviations)
    else { return nil }
    self = .perPixel(
      pixels: normalization.means.count, means: means, deviations: deviations)
  }
}
