import FrenchText

/// A number exactly as a document prints it.
public struct PublishedValue: Sendable, Equatable {
  public let printed: String
  public let value: Double
  /// What the document must have meant, where the printed number is a known misprint.
  public let corrected: Double?

  /// - Precondition: both texts are numbers; those of the tables were checked when the chapters were
  ///   built.
  init(_ printed: String, corrected: String? = nil) {
    guard let value = Double(printed), corrected.map({ Double($0) != nil }) ?? true else {
      preconditionFailure("published values are numbers")
    }
    self.printed = printed
    self.value = value
    self.corrected = corrected.flatMap(Double.init)
  }

  /// The number of printed decimals.
  var decimals: Int {
    printed.firstIndex(of: ".").map { printed.distance(from: $0, to: printed.endIndex) - 1 } ?? 0
  }
}

/// What the documents published: the costs of each run by epoch, accuracies in percent, and single
/// outputs.
public struct PublishedResults: Sendable {
  private let costs: [String: [PublishedValue]]
  private let accuracies: [String: (training: PublishedValue, test: PublishedValue)]
  private let outputs: [String: [(input: String, value: PublishedValue)]]

  /// - Parameters:
  ///   - costs: of each run, epoch after epoch, as printed.
  ///   - corrections: for an epoch of a run, what the document must have meant.
  public init(
    costs: [String: [String]] = [:],
    accuracies: [String: (training: String, test: String)] = [:],
    outputs: [String: [(input: String, printed: String)]] = [:],
    corrections: [String: [Int: String]] = [:]
  ) {
    self.costs = Dictionary(
      uniqueKeysWithValues: costs.map { run, printed in
        let values = printed.enumerated().map { index, printed in
          PublishedValue(printed, corrected: corrections[run]?[index + 1])
        }
        return (run, values)
      })
    self.accuracies = accuracies.mapValues {
      (PublishedValue($0.training), PublishedValue($0.test))
    }
    self.outputs = outputs.mapValues { $0.map { ($0.input, PublishedValue($0.printed)) } }
  }

  func outputs(of run: String) throws -> [(input: String, value: PublishedValue)] {
    guard let outputs = outputs[run] else { throw unknown(run, among: outputs.keys) }
    return outputs
  }

  func costs(of run: String) throws -> [PublishedValue] {
    guard let costs = costs[run] else { throw unknown(run, among: costs.keys) }
    return costs
  }

  /// The cost that a run had after an epoch, counted from 1.
  func cost(of run: String, epoch: Int) throws -> PublishedValue {
    let costs = try costs(of: run)
    guard (1...).contains(epoch), epoch <= costs.count else {
      throw CellError.unknownEpoch(epoch, of: run, epochs: costs.count)
    }
    return costs[epoch - 1]
  }

  func accuracies(
    of run: String
  ) throws -> (training: PublishedValue, test: PublishedValue) {
    guard let accuracies = accuracies[run] else { throw unknown(run, among: accuracies.keys) }
    return accuracies
  }

  private func unknown(_ run: String, among runs: some Sequence<String>) -> CellError {
    .unknownRun(run, suggestion: suggestion(for: run, among: runs.sorted()))
  }

  /// The published values that these comparisons leave out.
  ///
  /// - Parameter isComplete: whether the comparisons are those of the whole course, so that a series
  ///   which is not among them is compared nowhere.
  public func gaps(in comparisons: [Comparison], isComplete: Bool) -> [ComparisonGap] {
    var series = costs.map { ($0.key, Comparison.Quantity.cost, $0.value.count) }
    series += accuracies.keys.flatMap { [($0, .trainingAccuracy, 1), ($0, .testAccuracy, 1)] }
    series += outputs.map { ($0.key, .output, $0.value.count) }
    return series.compactMap { run, quantity, published in
      let compared = Set(
        comparisons.filter { $0.run == run && $0.quantity == quantity }.map(\.index)
      ).count
      guard compared < published, compared > 0 || isComplete else { return nil }
      return ComparisonGap(
        run: run, quantity: quantity, compared: compared, published: published)
    }.sorted { ($0.run, $0.quantity.words) < ($1.run, $1.quantity.words) }
  }
}

/// A published series that was not compared, or not to its end.
public struct ComparisonGap: Sendable, Equatable {
  public let run: String
  public let quantity: Comparison.Quantity
  public let compared, published: Int
}
