/// A trained network that reads digits, as plain numbers: whoever has them can compute its answers.
public struct DigitReader: Sendable, Equatable {
  /// A layer: `A = activation(W X + b)`.
  public struct Layer: Sendable, Equatable {
    public var inputs, units: Int
    /// The activation's name, for instance `relu`.
    public var activation: String
    /// `units` rows of `inputs` weights.
    public var weights: [Double]
    public var biases: [Double]

    public init(
      inputs: Int, units: Int, activation: String, weights: [Double], biases: [Double]
    ) {
      self.inputs = inputs
      self.units = units
      self.activation = activation
      self.weights = weights
      self.biases = biases
    }
  }

  /// An image to try, with what it shows and the network's own ten outputs.
  public struct Sample: Sendable, Equatable {
    public var pixels: [UInt8]
    public var label: Int
    public var outputs: [Double]

    public init(pixels: [UInt8], label: Int, outputs: [Double]) {
      self.pixels = pixels
      self.label = label
      self.outputs = outputs
    }
  }

  public var layers: [Layer]
  /// What each pixel is normalised by: `(pixel − mean) / divisor`.
  public var means, divisors: [Double]
  public var samples: [Sample]

  public init(layers: [Layer], means: [Double], divisors: [Double], samples: [Sample]) {
    self.layers = layers
    self.means = means
    self.divisors = divisors
    self.samples = samples
  }
}
