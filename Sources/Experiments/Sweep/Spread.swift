import FrenchText

/// The mean and the standard deviation of a quantity over several seeds.
public struct Spread: Sendable, Equatable {
  public let mean: Double
  /// The sample standard deviation, divided by n − 1; 0 for a single value.
  public let deviation: Double
  public let count: Int

  public init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
  }

  /// How many standard deviations a value lies from the mean, `(value − mean)/deviation`.
  public func distance(to value: Double) -> Double {
    value == mean ? 0 : (value - mean) / deviation
  }

  /// How many standard deviations away one more value of the same law would fall at most, 99 times
  /// in 100: Student's quantile for n − 1 degrees of freedom, times √(1 + 1/n).
  ///
  /// For few values it is much more than the 2.6 of the normal law, since their deviation is itself
  /// a rough guess; a single value says nothing, and gives 0.
  public var reach: Double {
    guard count > 1 else { return 0 }
    return Self.quantile(Double(count - 1)) * (1 + 1 / Double(count)).squareRoot()
  }

  /// Whether the means of two lists differ by no more than luck makes those of one law differ, 99
  /// times in 100; `nil` where a list has fewer than two values, which say nothing of luck.
  ///
  /// Source: B. L. Welch, *The generalization of “Student’s” problem when several different
  /// population variances are involved*, Biometrika 34, 1947.
  public func isWithinLuck(of other: Spread) -> Bool? {
    guard count > 1, other.count > 1 else { return nil }
    let parts = [self, other].map { $0.deviation * $0.deviation / Double($0.count) }
    let variance = parts[0] + parts[1]
    guard variance > 0 else { return mean == other.mean }
    let freedom =
      variance * variance
      / zip(parts, [self, other]).reduce(0) { $0 + $1.0 * $1.0 / Double($1.1.count - 1) }
    return abs(mean - other.mean) <= Self.quantile(freedom) * variance.squareRoot()
  }

  /// Student's 99.5 % quantile; between two whole degrees of freedom, that of the lower.
  private static func quantile(_ freedom: Double) -> Double {
    quantiles[min(max(Int(freedom), 1), quantiles.count) - 1]
  }

  /// Student's 99.5 % quantiles for 1, 2, … 30 degrees of freedom.
  private static let quantiles = [
    63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.250, 3.169, 3.106, 3.055, 3.012,
    2.977, 2.947, 2.921, 2.898, 2.878, 2.861, 2.845, 2.831, 2.819, 2.807, 2.797, 2.787, 2.779,
    2.771, 2.763, 2.756, 2.750,
  ]
}

/// Mean and deviation of shares of 1 in percent: "86,17 ± 0,42 %".
public func percent(_ spread: Spread, digits: Int = 2) -> String {
  "\(number(100 * spread.mean, digits: digits))\u{A0}±\u{A0}"
    + percent(spread.deviation, digits: digits)
}
