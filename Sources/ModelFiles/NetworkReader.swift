import LinearAlgebra
import NeuralNetwork

/// Makes a network of the tensors of a file, none of which can be trusted.
struct NetworkReader<Scalar: MatrixScalar> {
  let path: String
  let file: TensorFile
  let own: [Activation<Scalar>]

  /// More layers than any file here has; it keeps a hostile number from being counted to.
  private static var mostLayers: Int { 10_000 }

  func network() throws -> Network<Scalar> {
    guard file.metadata["format"] == NetworkFile.format,
      let count = file.metadata["layers"].flatMap({ Int($0) }), 1...Self.mostLayers ~= count
    else { throw NetworkFileError.notANetwork(path: path) }
    do {
      return try Network(layers: (0..<count).map(layer))
    } catch let error as NeuralNetworkError {
      throw NetworkFileError.layers(path: path, error)
    }
  }

  func normalization() throws -> Normalization? {
    let names = ["normalization.means", "normalization.deviations"]
    if names.allSatisfy({ file.tensors[$0] == nil }) { return nil }
    let vectors = try names.map { try tensor($0, dimensions: 1).elements.numbers(as: Double.self) }
    guard !vectors[0].isEmpty, vectors[0].count == vectors[1].count else {
      throw shapeError(names[1])
    }
    return Normalization(means: vectors[0], deviations: vectors[1])
  }

  private func layer(_ index: Int) throws -> Layer<Scalar> {
    let name = NetworkFile.layerName(index)
    let W = try tensor(name + ".W", dimensions: 2)
    let b = try tensor(name + ".b", dimensions: 1)
    guard W.shape[0] > 0, W.shape[1] > 0 else { throw shapeError(name + ".W") }
    guard b.shape[0] == W.shape[0] else { throw shapeError(name + ".b") }
    guard let activation = file.metadata[name + ".activation"] else {
      throw NetworkFileError.missing(name + ".activation", path: path)
    }
    return Layer(
      W: W.matrix(rows: W.shape[0], columns: W.shape[1]),
      b: b.matrix(rows: b.shape[0], columns: 1), a: try self.activation(activation))
  }

  private func activation(_ name: String) throws -> Activation<Scalar> {
    if let activation = own.first(where: { $0.name == name }) { return activation }
    do {
      return try .named(name)
    } catch {
      throw NetworkFileError.unknownActivation(
        name, path: path, known: Activation<Scalar>.all.map(\.name) + own.map(\.name))
    }
  }

  private func tensor(_ name: String, dimensions: Int) throws -> Tensor {
    guard let tensor = file.tensors[name] else {
      throw NetworkFileError.missing(name, path: path)
    }
    guard tensor.shape.count == dimensions else { throw shapeError(name) }
    return tensor
  }

  private func shapeError(_ name: String) -> NetworkFileError {
    .shape(file.tensors[name]?.shape ?? [], of: name, path: path)
  }
}
