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
    showing {
      try compareAccuracies(
        judge(
          trainingAccuracy: trainingAccuracy, testAccuracy: testAccuracy, run, agreement))
    }
  }

  private func compareCosts(_ costs: [Double], _ run: String, _ agreement: Agreement) throws {
    let values = try judge(costs: costs, run, agreement)
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Époque", .right),
        rows: values.map { value in
          [
            "\(value.comparison.index ?? 0)", french(value.published.printed),
            exact(value.comparison.obtained),
          ]
        })
    }
    record(values.map(\.comparison))
    show(
      Table(
        columns: [
          .init("Époque", .right), .init("Publié", .left), .init("Obtenu", .left),
          .init("Écart", .right), .init("Verdict", .left),
        ],
        rows: values.map { value in
          let comparison = value.comparison
          return [
            "\(comparison.index ?? 0)", french(value.published.printed),
            exact(comparison.obtained),
            scientific(comparison.relativeDifference), comparison.verdict.words,
          ]
        }))
    try sayWhetherItVerifies(
      compared: values.count, of: published.costs(of: run).count)
  }

  private func compareAccuracies(_ values: [JudgedValue]) throws {
    if usesSyntheticDigits {
      return try showIncomparable(
        .init("Exactitude (%)"),
        rows: values.map { value in
          [
            value.comparison.quantity.words, french(value.published.printed),
            number(value.comparison.obtained, digits: value.published.decimals),
          ]
        })
    }
    record(values.map(\.comparison))
    show(
      Table(
        columns: [
          .init("Exactitude (%)", .left), .init("Publiée", .right), .init("Obtenue", .right),
          .init("Écart (points)", .right), .init("Verdict", .left),
        ],
        rows: values.map { value in
          let (published, comparison) = (value.published, value.comparison)
          return [
            comparison.quantity.words, french(published.printed),
            number(comparison.obtained, digits: published.decimals),
            number(comparison.obtained - published.value, digits: 2), comparison.verdict.words,
          ]
        }))
    try sayWhetherItVerifies(compared: 1, of: 1)
  }

  func sayWhetherItVerifies(compared: Int, of published: Int) throws {
    let changed = changedParameters
    guard !changed.isEmpty else { return }
    let values = compared == 1 ? "valeur publiée" : "valeurs publiées"
    let extent = compared < published ? " (\(compared) \(values) sur \(published))" : ""
    try weave(
      .notice(
        "Paramètres modifiés : \(changed.joined(separator: ", ")). "
          + "La comparaison\(extent) ne vaut plus vérification."))
  }
}
