import FrenchText
import NeuralNetwork

/// An argument of the command line that does not do: which one, why, and what would.
public struct ArgumentError: ReportedError, Equatable {
  /// As the user typed it, `--layers`.
  public let argument: String
  public let problem: String

  public init(_ argument: String, _ problem: String) {
    self.argument = argument
    self.problem = problem
  }

  public var exitStatus: ExitStatus { .usage }

  public var description: String { "\(argument) : \(problem)" }
}

/// Names the argument in the errors of the library that its value causes.
public func naming<Value>(_ argument: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as NeuralNetworkError {
    let sentence = "\(error)"
    throw ArgumentError(argument, sentence.prefix(1).lowercased() + sentence.dropFirst())
  }
}

/// Numbers as arguments give them.
public enum NumberArgument {
  /// A finite decimal number, `0.005` or `5e-3`.
  static func real(_ text: some StringProtocol) -> Double? {
    // Swift's own reading would also take hexadecimal digits, infinity and nan.
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  static func positive(_ text: String, for argument: String, example: String) throws -> Double {
    guard let value = real(text), value > 0 else {
      throw ArgumentError(
        argument, "« \(text) » ne convient pas, écris un nombre positif, \(example) par exemple.")
    }
    return value
  }

  /// A whole number within bounds; throws an `ArgumentError` that names them otherwise.
  public static func whole(
    _ text: String, for argument: String, in range: ClosedRange<Int>
  ) throws -> Int {
    guard let value = Int(text), range.contains(value) else {
      let bounds =
        range.upperBound == .max
        ? "à partir de \(range.lowerBound)"
        : "entre \(range.lowerBound) et \(range.upperBound)"
      throw ArgumentError(argument, "« \(text) » ne convient pas, écris un entier \(bounds).")
    }
    return value
  }
}
