import FrenchText
import ModelFiles
import NeuralNetwork

/// What the file of another library does not say of its network, as the command line gives it.
public struct ForeignNetwork: Sendable, Equatable {
  public static let activationsArgument = "--activations"
  public static let normalizationArgument = "--normalization"

  /// How pixels of 0 to 255 become inputs: `(pixel/255 − mean) / deviation`, as torchvision's
  /// `Normalize` does after `ToTensor`.
  public struct PixelScale: Sendable, Equatable {
    public let mean, deviation: Double

    /// The same for whole images of `pixels` pixels.
    ///
    /// A `Normalization` adds 10⁻⁹ to its deviations.
    func normalization(pixels: Int) -> Normalization {
      Normalization(
        means: Array(repeating: 255 * mean, count: pixels),
        deviations: Array(repeating: 255 * deviation - 1e-9, count: pixels))
    }
  }

  /// The activations' names as the library writes them, first layer to last.
  public let activations: [String]?
  public let scale: PixelScale?
  /// What to say of names of other libraries, a sentence for each.
  public let notes: [String]

  /// Reads the values of `--activations relu,relu,softmax` and of `--normalization 0.1307,0.3081` or
  /// `--normalization unit`, for `(0, 1)`.
  ///
  /// - Throws: `ArgumentError` for the first that does not do.
  public init(activations: String?, normalization: String?) throws {
    let spellings = try activations.map { text in
      try naming(Self.activationsArgument) {
        try LayerList.parts(of: text).map { name in
          _ = try Activation<Double>.named(name)
          return try Activation<Double>.spelling(of: name)
        }
      }
    }
    self.activations = spellings?.map(\.canonical)
    var notes: [String] = []
    for note in (spellings ?? []).compactMap(\.note) where !notes.contains(note) {
      notes.append(note)
    }
    self.notes = notes
    scale = try normalization.map(Self.scale)
  }

  private static func scale(_ text: String) throws -> PixelScale {
    if text == "unit" { return PixelScale(mean: 0, deviation: 1) }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map(NumberArgument.real)
    guard numbers.count == 2, let mean = numbers[0], let deviation = numbers[1],
      abs(mean) <= 1e6, 1e-6...1e6 ~= deviation
    else {
      throw ArgumentError(
        normalizationArgument,
        "\(quoted(text, longest: 200)) ne convient pas ; écris unit (pixels divisés par 255), ou une "
          + "moyenne et un écart-type positif avec des points, 0.1307,0.3081 par exemple.")
    }
    return PixelScale(mean: mean, deviation: deviation)
  }
}
