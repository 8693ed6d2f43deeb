import LinearAlgebra
import NeuralNetwork

/// A network after its training, with the cost over all examples after each epoch.
public struct TrainedNetwork<Scalar: MatrixScalar>: Sendable {
  public let network: Network<Scalar>
  public let costs: [Double]

  public init(network: Network<Scalar>, costs: [Double]) {
    self.network = network
    self.costs = costs
  }
}
