import LinearAlgebra
import NeuralNetwork

/// The nanoseconds that `function` takes per value of a matrix.
///
/// The fastest of `passes` counts: whatever else the machine does can only slow a pass down. The
/// values are standard normal, so that a branch on the sign cannot be predicted, and few enough to
/// stay in the cache.
public func nanosecondsPerValue(
  count: Int = 8192, passes: Int = 300, of function: (Matrix<Double>) -> Matrix<Double>
) throws -> Double {
  var random = try NumPyRandom(seed: 0)
  let count = max(1, count)
  let values = Matrix(column: (0..<count).map { _ in random.gaussian() })
  let clock = ContinuousClock()
  let durations = (0..<max(1, passes)).map { _ in
    clock.measure { withExtendedLifetime(function(values)) {} }
  }
  let fastest = durations.min() ?? .zero
  return fastest / .nanoseconds(1) / Double(count)
}
