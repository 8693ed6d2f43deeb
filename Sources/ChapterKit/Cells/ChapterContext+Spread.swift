import Document
import Experiments
import FrenchText

extension ChapterContext {
  /// Sets published percentages beside the accuracies, shares of 1, that several seeds gave: within
  /// the spread when one more seed could well fall as far from their mean (`Spread.reach`).
  ///
  /// The documents do not say which seed they drew, so this is all that can be asked.
  public func compare(
    trainingAccuracies: [Double], testAccuracies: [Double], with run: String
  ) {
    showing { try compareSpreads(trainingAccuracies, testAccuracies, run) }
  }

  private func compareSpreads(
    _ trainingAccuracies: [Double], _ testAccuracies: [Double], _ run: String
  ) throws {
    let published = try self.published.accuracies(of: run)
    let rows = [
      (Comparison.Quantity.trainingAccuracy, published.training, Spread(trainingAccuracies)),
      (.testAccuracy, published.test, Spread(testAccuracies)),
    ]
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Exactitude (%)"),
        rows: rows.map { quantity, published, spread in
          [quantity.words, french(published.printed), percent(spread)]
        })
    }
    record(
      rows.map { quantity, published, spread in
        Comparison(
          chapter: chapter.number, document: chapter.document, run: run, quantity: quantity,
          index: nil,
          published: published.value, obtained: 100 * spread.mean,
          relativeDifference: relativeDifference(100 * spread.mean, published.value),
          verdict: abs(spread.distance(to: published.value / 100)) <= spread.reach
            ? .withinSpread : .different)
      })
    show(
      Table(
        columns: [
          .init("Exactitude (%)"), .init("Publiée", .right), .init("Obtenue", .right),
          .init("Écart (en écarts-types)", .right), .init("Verdict"),
        ],
        rows: zip(rows, comparisons.suffix(rows.count)).map { row, comparison in
          let (quantity, published, spread) = row
          return [
            quantity.words, french(published.printed), percent(spread),
            number(spread.distance(to: published.value / 100), digits: 1),
            comparison.verdict.words,
          ]
        }))
    try sayWhetherItVerifies(compared: 1, of: 1)
  }
}
