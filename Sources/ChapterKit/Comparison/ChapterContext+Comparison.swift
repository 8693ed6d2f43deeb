import Document
import FrenchText

extension ChapterContext {
  /// The cost of an epoch, counted from 1, as the document prints it, a misprint included.
  ///
  /// - Throws: an error that ends the cell where no run has that name, or not so many epochs.
  public func published(_ run: String, epoch: Int) throws -> Double {
    try published.cost(of: run, epoch: epoch).value
  }

  /// Sets the costs beside the published ones, epoch by epoch, and gives a verdict on each.
  public func compare(costs: [Double], with run: String, agreement: Agreement = .digits) {
    showing { try compareCosts(costs, run, agreement) }
  }

  /// Sets the accuracies, shares of 1, beside the published percentages.
  public func compare(
    trainingAccuracy: Double, testAccuracy: Double, with run: String,
    agreement: Agreement = .digits
  ) {
    showing { try compareAccuracies(trainingAccuracy, testAccuracy, run, agreement) }
  }

  private func compareCosts(_ costs: [Double], _ run: String, _ agreement: Agreement) throws {
    let published = try self.published.costs(of: run)
    if changedParameters.isEmpty, costs.count > published.count {
      throw CellError.moreThanPublished(run, obtained: costs.count, published: published.count)
    }
    // A cost that an unchanged run does not give is a difference, not a shorter comparison.
    let missing = changedParameters.isEmpty ? max(0, published.count - costs.count) : 0
    let costs = costs + Array(repeating: .nan, count: missing)
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Époque", .right),
        rows: zip(published, costs).enumerated().map { index, pair in
          ["\(index + 1)", french(pair.0.printed), exact(pair.1)]
        })
    }
    let comparisons = zip(published, costs).enumerated().map { index, pair in
      let (published, obtained) = pair
      let verdict = agreement.verdict(
        obtained: obtained, expected: published.corrected ?? published.value, epoch: index + 1)
      return Comparison(
        chapter: chapter.number, document: chapter.document, run: run, quantity: .cost,
        index: index + 1,
        published: published.value, obtained: obtained,
        relativeDifference: relativeDifference(obtained, published.value),
        verdict: published.corrected != nil && verdict != .different ? .misprint : verdict)
    }
    record(comparisons)
    show(
      Table(
        columns: [
          .init("Époque", .right), .init("Publié", .left), .init("Obtenu", .left),
          .init("Écart", .right), .init("Verdict", .left),
        ],
        rows: zip(published, comparisons).map { published, comparison in
          [
            "\(comparison.index ?? 0)", french(published.printed), exact(comparison.obtained),
            scientific(comparison.relativeDifference), comparison.verdict.words,
          ]
        }))
    try sayWhetherItVerifies(compared: comparisons.count, of: published.count)
  }

  private func compareAccuracies(
    _ trainingAccuracy: Double, _ testAccuracy: Double, _ run: String, _ agreement: Agreement
  ) throws {
    let published = try self.published.accuracies(of: run)
    let pairs = [
      (Comparison.Quantity.trainingAccuracy, published.training, 100 * trainingAccuracy),
      (.testAccuracy, published.test, 100 * testAccuracy),
    ]
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Exactitude (%)"),
        rows: pairs.map { quantity, published, obtained in
          [
            quantity.words, french(published.printed),
            number(obtained, digits: published.decimals),
          ]
        })
    }
    let comparisons = pairs.map { quantity, published, obtained in
      Comparison(
        chapter: chapter.number, document: chapter.document, run: run, quantity: quantity,
        index: nil,
        published: published.value, obtained: obtained,
        relativeDifference: relativeDifference(obtained, published.value),
        verdict: agreement.verdict(percent: obtained, published: published))
    }
    record(comparisons)
    show(
      Table(
        columns: [
          .init("Exactitude (%)", .left), .init("Publiée", .right), .init("Obtenue", .right),
          .init("Écart (points)", .right), .init("Verdict", .left),
        ],
        rows: zip(pairs, comparisons).map { pair, comparison in
          [
            pair.0.words, french(pair.1.printed),
            number(pair.2, digits: pair.1.decimals),
            number(pair.2 - pair.1.value, digits: 2), comparison.verdict.words,
          ]
        }))
    try sayWhetherItVerifies(compared: 1, of: 1)
  }

  func sayWhetherItVerifies(compared: Int, of published: Int) throws {
    let changed = changedParameters
    guard !changed.isEmpty else { return }
    let extent = compared < published ? " (\(compared) valeurs publiées sur \(published))" : ""
    try weave(
      .notice(
        "Paramètres modifiés : \(changed.joined(separator: ", ")). "
          + "La comparaison\(extent) ne vaut plus vérification."))
  }
}
