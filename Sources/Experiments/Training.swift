import LinearAlgebra
import NeuralNetwork

/// A network after its training, with the cost over all examples after each epoch.
public struct Training<Scalar: MatrixScalar>: Sendable {
  public let network: Network<Scalar>
  public let costs: [Double]

  public init(network: Network<Scalar>, costs: [Double]) {
    self.network = network
    self.costs = costs
  }
}

/// Who hears of the trainings under way; several may run at once.
public protocol TrainingProgress: Sendable {
  /// A training begins; the result names it in the calls that follow.
  func begin(_ title: String, epochs: Int) -> Int
  func update(_ training: Int, epoch: Int, cost: Double)
  func end(_ training: Int)
}
