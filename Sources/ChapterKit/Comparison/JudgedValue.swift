import FrenchText

/// A published value beside the one of this run.
struct JudgedValue {
  let published: PublishedValue
  let comparison: Comparison

  /// Whether ours reads as the document prints it, to its last digit.
  var readsAsPrinted: Bool {
    let printed = french(published.printed)
    return comparison.obtained.isFinite
      && (exact(comparison.obtained) == printed
        || number(comparison.obtained, digits: published.decimals) == printed)
  }
}

extension ChapterContext {
  /// The costs of a run beside the published ones, epoch by epoch.
  ///
  /// - Throws: where no run has that name, or an unchanged run gives more costs than were published.
  func judge(costs: [Double], _ run: String, _ agreement: Agreement) throws -> [JudgedValue] {
    let published = try self.published.costs(of: run)
    if changedParameters.isEmpty, costs.count > published.count {
      throw CellError.moreThanPublished(run, obtained: costs.count, published: published.count)
    }
    // A cost that an unchanged run does not give is a difference, not a shorter comparison.
    let missing = changedParameters.isEmpty ? max(0, published.count - costs.count) : 0
    let costs = costs + Array(repeating: .nan, count: missing)
    return zip(published, costs).enumerated().map { index, pair in
      let (published, obtained) = pair
      let verdict = agreement.verdict(
        obtained: obtained, expected: published.corrected ?? published.value, epoch: index + 1)
      return JudgedValue(
        published: published,
        comparison: Comparison(
          chapter: chapter.number, document: chapter.document, run: run, quantity: .cost,
          index: index + 1,
          published: published.value, obtained: obtained,
          relativeDifference: relativeDifference(obtained, published.value),
          verdict: published.corrected != nil && verdict != .different ? .misprint : verdict))
    }
  }

  /// The accuracies of a run, shares of 1, beside the published percentages: training, then test.
  ///
  /// - Throws: where no run has that name.
  func judge(
    trainingAccuracy: Double, testAccuracy: Double, _ run: String, _ agreement: Agreement
  ) throws -> [JudgedValue] {
    let published = try self.published.accuracies(of: run)
    let pairs = [
      (Comparison.Quantity.trainingAccuracy, published.training, 100 * trainingAccuracy),
      (.testAccuracy, published.test, 100 * testAccuracy),
    ]
    return pairs.map { quantity, published, obtained in
      JudgedValue(
        published: published,
        comparison: Comparison(
          chapter: chapter.number, document: chapter.document, run: run, quantity: quantity,
          index: nil,
          published: published.value, obtained: obtained,
          relativeDifference: relativeDifference(obtained, published.value),
          verdict: agreement.verdict(percent: obtained, published: published)))
    }
  }
}
