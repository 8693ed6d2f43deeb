import Files
import Foundation
import LinearAlgebra
import ModelFiles
import NeuralNetwork

/// A training as the store keeps it: a line with the checksum of what follows, then tensors in the
/// safetensors format, the recipe and the date among their notes.
struct StoredTraining<Scalar: MatrixScalar>: Sendable {
  let training: TrainedNetwork<Scalar>
  /// The network after each epoch, where it was looked at then.
  let snapshots: [Network<Scalar>]
  let date: Date

  private static var heading: String { "workbook training 1 " }

  func encoded(_ recipe: TrainingRecipe) throws -> Data {
    var tensors = ["costs": Tensor(shape: [training.costs.count], .float64(training.costs))]
    func add(_ network: Network<Scalar>, _ prefix: String) {
      for (number, layer) in network.layers.enumerated() {
        tensors["\(prefix)\(number).W"] = Self.tensor(layer.W)
        tensors["\(prefix)\(number).b"] = Self.tensor(layer.b)
      }
    }
    add(training.network, "")
    for (epoch, network) in snapshots.enumerated() { add(network, "epoch\(epoch).") }
    let body = try TensorFile(
      tensors: tensors,
      metadata: [
        "recipe": String(decoding: try JSONEncoder().encode(recipe), as: UTF8.self),
        "date": "\(date.timeIntervalSince1970)",
      ]
    ).encoded()
    return Data((Self.heading + SHA256.hexadecimal(of: body) + "\n").utf8) + body
  }

  /// Reads the bytes of an entry; `nil` where they are not what was written for this recipe.
  ///
  /// - Parameter start: the network before its training, which gives the layers their activations.
  init?(decoding data: Data, _ recipe: TrainingRecipe, start: Network<Scalar>) {
    let line = Data(Self.heading.utf8)
    let length = line.count + 64 + 1
    guard data.count > length, data.prefix(line.count) == line else { return nil }
    let body = Data(data.dropFirst(length))
    let sum = String(decoding: data.dropFirst(line.count).prefix(64), as: UTF8.self)
    guard sum == SHA256.hexadecimal(of: body), let file = try? TensorFile(decoding: body),
      let notes = file.metadata["recipe"],
      (try? JSONDecoder().decode(TrainingRecipe.self, from: Data(notes.utf8))) == recipe,
      let seconds = file.metadata["date"].flatMap(Double.init),
      case .float64(let costs)? = file.tensors["costs"]?.elements
    else { return nil }

    func network(_ prefix: String) -> Network<Scalar>? {
      var network = start
      for number in network.layers.indices {
        guard Self.fill(&network.layers[number].W, from: file.tensors["\(prefix)\(number).W"]),
          Self.fill(&network.layers[number].b, from: file.tensors["\(prefix)\(number).b"])
        else { return nil }
      }
      return network
    }
    guard let trained = network("") else { return nil }
    var snapshots: [Network<Scalar>] = []
    while file.tensors["epoch\(snapshots.count).0.W"] != nil {
      guard let snapshot = network("epoch\(snapshots.count).") else { return nil }
      snapshots.append(snapshot)
    }
    self.init(
      training: TrainedNetwork(network: trained, costs: costs), snapshots: snapshots,
      date: Date(timeIntervalSince1970: seconds))
  }

  init(training: TrainedNetwork<Scalar>, snapshots: [Network<Scalar>], date: Date) {
    (self.training, self.snapshots, self.date) = (training, snapshots, date)
  }

  private static func tensor(_ matrix: Matrix<Scalar>) -> Tensor {
    let numbers = matrix.withUnsafeElements { Array($0) }
    let elements = (numbers as? [Float]).map { Tensor.Elements.float32($0) }
    return Tensor(
      shape: [numbers.count], elements ?? .float64(numbers.map { Double($0) }))
  }

  private static func fill(_ matrix: inout Matrix<Scalar>, from tensor: Tensor?) -> Bool {
    let numbers: [Scalar]?
    switch tensor?.elements {
    case .float32(let elements)?: numbers = elements as? [Scalar]
    case .float64(let elements)?: numbers = elements as? [Scalar]
    case nil: numbers = nil
    }
    guard let numbers, numbers.count == matrix.count else { return false }
    matrix.withUnsafeMutableElements { _ = $0.update(fromContentsOf: numbers) }
    return true
  }
}
