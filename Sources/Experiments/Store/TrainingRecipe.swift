import Files
import Foundation
import LinearAlgebra
import NeuralNetwork

/// Everything that the result of a training depends on, and nothing else.
///
/// A training is deterministic to the last bit, on any number of threads: equal recipes give equal
/// results. What a recipe does not name (titles, captions, dates) changes nothing.
public struct TrainingRecipe: Sendable, Equatable, Codable {
  /// One thing that the result depends on, in words for the reader: "taux", "0.1".
  public struct Ingredient: Sendable, Equatable, Codable {
    public let name: String
    public let value: String
  }

  public let ingredients: [Ingredient]
  /// The SHA-256 of the ingredients: the result's name in the store.
  public let key: String

  /// The recipe of a training; `nil` with the reason where a function takes part whose code cannot be
  /// compared, an activation or a cost that is not the library's.
  ///
  /// - Parameter isWatched: whether the network is looked at after each epoch.
  static func make<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, on examples: Examples<Scalar>, by descent: GradientDescent,
    cost: Cost<Scalar>, isWatched: Bool
  ) -> Result<TrainingRecipe, Unrepeatable> {
    if let own = network.layers.first(where: { !$0.a.isOfLibrary }) {
      return .failure(Unrepeatable(function: own.a.name))
    }
    guard cost.isOfLibrary else { return .failure(Unrepeatable(function: cost.name)) }
    let shape =
      ["\(network.layers.first?.W.columns ?? 0)"]
      + network.layers.map { "\($0.a.name) \($0.W.rows)" }
    return .success(
      TrainingRecipe([
        ("précision", Scalar.self == Float.self ? "float32" : "float64"),
        ("couches", shape.joined(separator: " → ")),
        ("poids de départ", digest(of: network)),
        ("exemples", "\(examples.count), \(digest(of: examples))"),
        ("taux", "\(descent.learningRate)"),
        ("taille des lots", "\(descent.batchSize)"),
        ("époques", "\(descent.epochs)"),
        ("coût", cost.name),
        ("réseau regardé", isWatched ? "à chaque époque" : "à la fin"),
        ("code d’entraînement", TrainingEnvironment.digest),
      ]))
  }

  init(_ ingredients: [(String, String)]) {
    self.ingredients = ingredients.map { Ingredient(name: $0.0, value: $0.1) }
    let text = ingredients.map { "\($0.0)=\($0.1)\n" }.joined()
    key = SHA256.hexadecimal(of: Data(text.utf8))
  }

  /// An ingredient whose value is another one than before.
  public struct Change: Sendable, Equatable {
    public let name, old, new: String
  }

  /// The ingredients that differ, in the recipe's order.
  func changes(since earlier: TrainingRecipe) -> [Change] {
    ingredients.compactMap { ingredient in
      let old = earlier.ingredients.first { $0.name == ingredient.name }?.value ?? "–"
      return old == ingredient.value
        ? nil : Change(name: ingredient.name, old: old, new: ingredient.value)
    }
  }

  private static func digest<Scalar: MatrixScalar>(of network: Network<Scalar>) -> String {
    var sum = SHA256()
    for matrix in network.layers.flatMap({ [$0.W, $0.b] }) {
      sum.update("\(matrix.rows)×\(matrix.columns)\n")
      matrix.withUnsafeElements { sum.update(UnsafeRawBufferPointer($0)) }
    }
    return sum.hexadecimal()
  }

  private static func digest<Scalar: MatrixScalar>(of examples: Examples<Scalar>) -> String {
    examples.digest { feed in
      var sum = SHA256()
      feed { sum.update($0) }
      return sum.hexadecimal()
    }
  }
}

/// Why a training has no recipe: nobody can tell whether this function is still the same.
public struct Unrepeatable: Error, Sendable, Equatable {
  public let function: String
}

/// What is the same for all trainings of this program on this machine.
enum TrainingEnvironment {
  /// The training code, its compiler, and the libraries that round its results.
  static let digest: String = {
    let functions = try? Data(contentsOf: URL(filePath: Arithmetic.functions))
    let parts = [
      TrainingCode.digest, Arithmetic.compiler, Arithmetic.products,
      functions.map(SHA256.hexadecimal) ?? Arithmetic.functions, Arithmetic.systemFunctions,
      Arithmetic.isShared
        ? "x86-64, multiplication et addition en une fois" : "propre à ce processeur",
    ]
    return SHA256.hexadecimal(of: Data(parts.joined(separator: "\n").utf8))
  }()

  /// The same, where the results of several machines come together: a processor that rounds in a way
  /// of its own is its machine's.
  static let amongMachines: String = {
    guard !Arithmetic.isShared else { return digest }
    return SHA256.hexadecimal(of: Data("\(digest)\n\(ProcessInfo.processInfo.hostName)".utf8))
  }()
}
