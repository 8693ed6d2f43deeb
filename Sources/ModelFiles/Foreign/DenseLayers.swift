import LinearAlgebra
import NeuralNetwork

/// The dense layers of a network that another library has saved, as PyTorch names their tensors:
/// `NAME.weight` (outputs × inputs) and, where there are biases, `NAME.bias`.
public struct DenseLayers: Sendable {
  public struct Layer: Sendable, Equatable {
    /// The name that its tensors begin with, `fc1` or `layers.0.linear`; it may be empty.
    public let name: String
    let weight: TensorArchive.Entry
    let bias: TensorArchive.Entry?

    public var inputs: Int { weight.shape[1] }
    public var outputs: Int { weight.shape[0] }
    public var hasBias: Bool { bias != nil }
    /// The name, or that of the weights where it is empty.
    public var title: String { name.isEmpty ? weight.name : name }
  }

  /// First to last: the outputs of one are the inputs of the next.
  public let layers: [Layer]
  private let archive: TensorArchive
  private let path: String

  /// Finds the layers of a file.
  ///
  /// Names decide their order, numbers in them counted as such; where layers do not fit together so,
  /// the order of their weights in the file does, or else the only one in which they fit.
  ///
  /// - Throws: `ForeignNetworkError` for the first tensor that is no part of such a network.
  public init(of archive: TensorArchive, path: String) throws(ForeignNetworkError) {
    let found = try Self.layers(of: archive, path: path)
    guard !found.isEmpty else { throw ForeignNetworkError(.nothing, path: path) }
    let named = Self.sorted(found, by: \.name)
    let stored = named.sorted { $0.weight.begin < $1.weight.begin }
    guard
      let layers = [named, stored].first(where: { Self.gap(in: $0) == nil }) ?? Self.chain(named)
    else {
      let gap = Self.gap(in: named) ?? (named[0], named[0])
      throw ForeignNetworkError(
        .chain(gap.0.weight.name, outputs: gap.0.outputs, gap.1.weight.name, inputs: gap.1.inputs),
        path: path)
    }
    (self.layers, self.archive, self.path) = (layers, archive, path)
  }

  /// The number of weights and biases.
  public var parameterCount: Int {
    layers.reduce(0) { $0 + $1.weight.count + ($1.bias?.count ?? 0) }
  }

  /// - Throws: `ForeignNetworkError` where the network has other inputs or outputs.
  public func check(inputs: Int, outputs: Int) throws(ForeignNetworkError) {
    if let first = layers.first, first.inputs != inputs {
      throw ForeignNetworkError(
        .inputs(first.inputs, of: first.weight.name, expected: inputs), path: path)
    }
    if let last = layers.last, last.outputs != outputs {
      throw ForeignNetworkError(
        .outputs(last.outputs, of: last.weight.name, expected: outputs), path: path)
    }
  }

  /// The network with an activation for each layer; a layer without biases gets zeros.
  ///
  /// There must be as many activations as layers.
  ///
  /// - Throws: `NetworkFileError`.
  public func network<Scalar: MatrixScalar>(
    _ activations: [Activation<Scalar>]
  ) throws -> Network<Scalar> {
    precondition(activations.count == layers.count, "an activation for each layer")
    do {
      return try Network(
        layers: zip(layers, activations).map { layer, activation in
          NeuralNetwork.Layer(
            W: try archive.tensor(layer.weight).matrix(rows: layer.outputs, columns: layer.inputs),
            b: try layer.bias.map { try archive.tensor($0).matrix(rows: layer.outputs, columns: 1) }
              ?? Matrix(rows: layer.outputs, columns: 1),
            a: activation)
        })
    } catch let error as TensorFileError {
      throw NetworkFileError.format(path: path, error)
    } catch let error as NeuralNetworkError {
      throw NetworkFileError.layers(path: path, error)
    }
  }
}

extension DenseLayers {
  /// Every tensor is a layer's: its weights first, which say best what a file is.
  private static func layers(
    of archive: TensorArchive, path: String
  ) throws(ForeignNetworkError) -> [Layer] {
    let tensors = sorted(archive.entries, by: \.name).map { (entry: $0, part: Part($0.name)) }
    let weights = tensors.filter { $0.part?.isWeight == true }
    let rest = tensors.filter { $0.part?.isWeight != true }
    var outputs: [String: TensorArchive.Entry] = [:]
    for (entry, part) in weights {
      guard entry.hasNumbers else { throw ForeignNetworkError(.type(entry), path: path) }
      guard entry.shape.count == 2, entry.count > 0 else {
        throw ForeignNetworkError(.weight(entry), path: path)
      }
      outputs[part?.layer ?? ""] = entry
    }
    var biases: [String: TensorArchive.Entry] = [:]
    for (entry, part) in rest {
      guard entry.hasNumbers else { throw ForeignNetworkError(.type(entry), path: path) }
      guard let part, let weight = outputs[part.layer] else {
        throw ForeignNetworkError(.stranger(entry), path: path)
      }
      guard entry.shape == [weight.shape[0]] else {
        throw ForeignNetworkError(.bias(entry, weight: weight), path: path)
      }
      biases[part.layer] = entry
    }
    return weights.map { entry, part in
      Layer(name: part?.layer ?? "", weight: entry, bias: biases[part?.layer ?? ""])
    }
  }

  /// What a tensor's name says of it.
  private struct Part {
    let layer: String
    let isWeight: Bool

    init?(_ name: String) {
      let words = name.split(separator: ".", omittingEmptySubsequences: false)
      guard let last = words.last, last == "weight" || last == "bias" else { return nil }
      layer = words.dropLast().joined(separator: ".")
      isWeight = last == "weight"
    }
  }

  private static func sorted<Element>(
    _ elements: [Element], by name: (Element) -> String
  ) -> [Element] {
    elements.map { (key: NaturalOrder(name($0)), value: $0) }.sorted { $0.key < $1.key }
      .map(\.value)
  }

  /// The first two layers that do not fit together.
  private static func gap(in layers: [Layer]) -> (Layer, Layer)? {
    zip(layers, layers.dropFirst()).first { $0.outputs != $1.inputs }
  }

  /// The only order in which the layers fit together; nil where there is none, or another one.
  private static func chain(_ layers: [Layer]) -> [Layer]? {
    let byInputs = Dictionary(grouping: layers, by: \.inputs)
    let given = Set(layers.map(\.outputs))
    let starts = layers.filter { !given.contains($0.inputs) }
    guard starts.count == 1, byInputs.values.allSatisfy({ $0.count == 1 }) else { return nil }
    var chain = starts
    while let last = chain.last, let next = byInputs[last.outputs]?.first,
      chain.count < layers.count
    {
      chain.append(next)
    }
    return chain.count == layers.count ? chain : nil
  }
}
