import Datasets
import Document
import LinearAlgebra
import NeuralNetwork

extension ChapterContext {
  /// Hands a trained network over to the reader of the course's pages, who may write digits for it.
  ///
  /// - Parameter test: images of which the first hundred go along, with the network's answers.
  public func demonstrate(
    _ network: Network<Double>, normalizedBy normalization: Normalization,
    on test: LabeledImages
  ) {
    let samples = test[0..<min(100, test.count)]
    let answers = network.predict(normalization.inputs(samples.pixels))
    let size = samples.pixelsPerImage
    let reader = DigitReader(
      layers: network.layers.map { layer in
        DigitReader.Layer(
          inputs: layer.W.columns, units: layer.W.rows, activation: layer.a.name,
          weights: (0..<layer.W.rows).flatMap { row in
            (0..<layer.W.columns).map { layer.W[row, $0] }
          },
          biases: (0..<layer.b.rows).map { layer.b[$0, 0] })
      },
      means: normalization.means, divisors: normalization.deviations.map { $0 + 1e-9 },
      samples: (0..<samples.count).map { index in
        DigitReader.Sample(
          pixels: Array(samples.pixels[index * size..<(index + 1) * size]),
          label: Int(samples.labels[index]),
          outputs: (0..<answers.rows).map { answers[$0, index] })
      })
    showing { try weave(.reader(reader)) }
  }
}
