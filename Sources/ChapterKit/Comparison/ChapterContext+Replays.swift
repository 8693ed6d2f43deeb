import Document
import Foundation
import FrenchText

/// A run of the chapter that was published too, with all that a document prints of it.
public struct ReplayedRun: Sendable {
  let name: String
  let costs: [Double]
  let trainingAccuracy, testAccuracy: Double
  let agreement: Agreement

  /// - Parameters:
  ///   - name: of the published run.
  ///   - trainingAccuracy: a share of 1, as `testAccuracy` is.
  public init(
    of name: String, costs: [Double], trainingAccuracy: Double, testAccuracy: Double,
    agreement: Agreement = .digits
  ) {
    self.name = name
    self.costs = costs
    self.trainingAccuracy = trainingAccuracy
    self.testAccuracy = testAccuracy
    self.agreement = agreement
  }
}

extension ChapterContext {
  /// Sets several runs beside the published ones, value by value; one line of the table tells what
  /// became of the costs of a run, another one of its accuracies.
  public func compare(_ runs: [ReplayedRun]) {
    showing { try compareRuns(runs) }
  }

  private func compareRuns(_ runs: [ReplayedRun]) throws {
    let judged = try runs.map { run in
      try (
        costs: judge(costs: run.costs, run.name, run.agreement),
        accuracies: judge(
          trainingAccuracy: run.trainingAccuracy, testAccuracy: run.testAccuracy, run.name,
          run.agreement)
      )
    }
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Série"),
        rows: judged.flatMap { run in
          run.costs.suffix(1).map { line($0, "dernier coût", exact($0.comparison.obtained)) }
            + run.accuracies.map {
              line(
                $0, $0.comparison.quantity.words,
                number($0.comparison.obtained, digits: $0.published.decimals))
            }
        })
    }
    for run in judged { record((run.costs + run.accuracies).map(\.comparison)) }
    show(
      Table(
        columns: [
          .init("Série"), .init("Grandeur"), .init("Valeurs", .right),
          .init("Identiques", .right), .init("Écart", .right), .init("Verdict"),
        ],
        rows: judged.flatMap { run in
          [summary(run.costs, "coûts"), summary(run.accuracies, "exactitudes")].compactMap { $0 }
        }))
    try sayWhetherItVerifies(
      compared: judged.reduce(0) { $0 + $1.costs.count },
      of: runs.reduce(0) { try $0 + published.costs(of: $1.name).count })
  }

  private func line(_ value: JudgedValue, _ quantity: String, _ obtained: String) -> [String] {
    ["\(value.comparison.run), \(quantity)", french(value.published.printed), obtained]
  }

  /// The line of a series; `nil` where there is nothing to compare.
  private func summary(_ values: [JudgedValue], _ quantity: String) -> [String]? {
    guard let run = values.first?.comparison.run else { return nil }
    // What reads as printed differs by no more than the document left off.
    let differences = values.filter { $0.comparison.verdict != .misprint }.map {
      $0.readsAsPrinted ? 0 : $0.comparison.relativeDifference
    }
    let verdict = values.map(\.comparison.verdict).filter { $0 != .misprint }.max()
    let misprints = values.filter { $0.comparison.verdict == .misprint }
      .compactMap(\.comparison.index).map(String.init)
    let named =
      (misprints.count == 1 ? "coquille à l’époque " : "coquilles aux époques ")
      + misprints.formatted(.list(type: .and).locale(.init(identifier: "fr")))
    return [
      run, quantity, "\(values.count)", "\(values.count { $0.readsAsPrinted })",
      // `max` passes over a nan that does not come first.
      scientific(differences.first(where: \.isNaN) ?? differences.max() ?? 0),
      [verdict?.words, misprints.isEmpty ? nil : named].compactMap { $0 }.joined(separator: ", "),
    ]
  }
}
