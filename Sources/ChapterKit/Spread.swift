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
}

/// Mean and deviation of shares of 1 in percent: "86,17 ± 0,42 %".
public func percent(_ spread: Spread, digits: Int = 2) -> String {
  "\(number(100 * spread.mean, digits: digits))\u{A0}±\u{A0}"
    + percent(spread.deviation, digits: digits)
}
