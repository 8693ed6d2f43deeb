import Files
import Foundation
import LinearAlgebra
import NeuralNetwork

/// A network as a file holds it: its layers, and the normalisation that its inputs went through.
public struct SavedNetwork<Scalar: MatrixScalar>: Sendable {
  public let network: Network<Scalar>
  /// That of the training images, if the network has learnt from images.
  public let normalization: Normalization?
}

/// Networks in safetensors files, which Python's `safetensors` reads too.
///
/// Layer n, from 1 on, has the tensors `layer<n>.W` (outputs × inputs) and `layer<n>.b` (outputs);
/// the metadata hold the number of layers (`layers`), their activations by name
/// (`layer<n>.activation`) and the precision. The normalisation is the tensors
/// `normalization.means` and `normalization.deviations`.
public enum NetworkFile {
  /// The largest file that is read: 1 GiB.
  static let largestFile = 1 << 30
  static let format = "workbook-network"

  /// Writes the network at `path`; the file appears whole or not at all.
  ///
  /// - Throws: `FileError`.
  public static func save<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, normalization: Normalization? = nil, to path: String
  ) throws {
    var file = TensorFile(tensors: [:], metadata: ["format": format])
    file.metadata["layers"] = "\(network.layers.count)"
    file.metadata["precision"] = Scalar.self == Float.self ? "float32" : "float64"
    for (index, layer) in network.layers.enumerated() {
      let name = layerName(index)
      file.tensors[name + ".W"] = Tensor(layer.W)
      file.tensors[name + ".b"] = Tensor(column: layer.b)
      file.metadata[name + ".activation"] = layer.a.name
    }
    if let normalization {
      file.tensors["normalization.means"] = Tensor(column: Matrix(column: normalization.means))
      file.tensors["normalization.deviations"] = Tensor(
        column: Matrix(column: normalization.deviations))
    }
    try WholeFile.write(file.encoded(), to: path)
  }

  /// Reads the network at `path`, in the precision asked for, whatever that of the file.
  ///
  /// A file holds the names of activations, not their code: `own` are those that the library does
  /// not have. They come first where a name is in both.
  ///
  /// - Throws: `InputFileError` or `NetworkFileError`.
  public static func load<Scalar: MatrixScalar>(
    _ scalar: Scalar.Type, from path: String, defining own: [Activation<Scalar>] = []
  ) throws -> SavedNetwork<Scalar> {
    try load(scalar, from: open(path), path: path, defining: own)
  }

  /// Reads the safetensors file at `path`, of whatever origin.
  ///
  /// - Throws: `InputFileError` or `NetworkFileError.format`.
  public static func open(_ path: String) throws -> TensorArchive {
    let data = try InputFile.read(path, limit: largestFile)
    do {
      return try TensorArchive(decoding: data)
    } catch {
      throw NetworkFileError.format(path: path, error)
    }
  }

  /// Whether this program has written the file.
  public static func isOwn(_ archive: TensorArchive) -> Bool {
    archive.metadata["format"] == format
  }

  /// Reads the network of a file that is open; `path` is for errors.
  ///
  /// - Throws: `NetworkFileError`.
  public static func load<Scalar: MatrixScalar>(
    _ scalar: Scalar.Type, from archive: TensorArchive, path: String,
    defining own: [Activation<Scalar>] = []
  ) throws -> SavedNetwork<Scalar> {
    do {
      let reader = NetworkReader(path: path, file: try TensorFile(archive), own: own)
      return SavedNetwork(
        network: try reader.network(), normalization: try reader.normalization())
    } catch let error as TensorFileError {
      throw NetworkFileError.format(path: path, error)
    }
  }

  /// Whether a file starts as a safetensors file does: the length of a header, then its JSON.
  public static func isStart(of path: String) -> Bool {
    guard let (descriptor, _) = try? InputFile.open(path, limit: largestFile) else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 9)
    guard read(descriptor, &start, start.count) == start.count else { return false }
    let length = start[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return length <= TensorFile.longestHeader && start[8] == UInt8(ascii: "{")
  }

  /// The name of a layer's tensors, without what they are.
  static func layerName(_ index: Int) -> String { "layer\(index + 1)" }
}
