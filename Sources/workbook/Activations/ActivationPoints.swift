import ChapterKit
import Document
import NeuralNetwork

/// The values and derivatives of an activation at some points.
struct ActivationPoints {
  struct Row: Encodable {
    let x, value, derivative: Double
  }

  let rows: [Row]
  private let name: String

  /// All points at once: those of softmax make one layer.
  init(_ activation: Activation<Double>, at points: [Double]) {
    name = activation.name
    let results = zip(activation(points), activation.derivative(points))
    rows = zip(points, results).map { Row(x: $0, value: $1.0, derivative: $1.1) }
  }

  var table: WovenBlock {
    .table(
      Table(
        columns: [.init("x", .right), .init(name), .init("dérivée")],
        rows: rows.map { [$0.x, $0.value, $0.derivative].map(ActivationCatalogue.short) }))
  }
}
