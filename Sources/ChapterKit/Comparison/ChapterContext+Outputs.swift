import Document
import FrenchText

extension ChapterContext {
  /// Sets values that a document prints (`chapters/published/outputs.csv`) beside ours, in the order
  /// of the table.
  public func compare(outputs obtained: [Double], with run: String) {
    showing { try compareOutputs(obtained, run) }
  }

  private func compareOutputs(_ obtained: [Double], _ run: String) throws {
    let published = try self.published.outputs(of: run)
    if obtained.count > published.count {
      throw CellError.moreThanPublished(run, obtained: obtained.count, published: published.count)
    }
    let missing = max(0, published.count - obtained.count)
    let obtained = obtained + Array(repeating: .nan, count: missing)
    let comparisons = zip(published, obtained).enumerated().map { index, pair in
      let (published, obtained) = pair
      let reading = PrintedReading(of: obtained, as: published.value)
      return Comparison(
        chapter: chapter.number, document: chapter.document, run: run, quantity: .output,
        index: index + 1, published: published.value.value, obtained: obtained,
        relativeDifference: relativeDifference(obtained, published.value.value),
        verdict: reading == nil ? .different : .reproduced, isCut: reading == .cut)
    }
    record(comparisons)
    show(
      Table(
        columns: [
          .init("x", .right), .init("Publié", .right), .init("Obtenu", .right), .init("Verdict"),
        ],
        rows: zip(published, comparisons).map { published, comparison in
          [
            french(published.input), french(published.value.printed),
            number(
              comparison.obtained,
              digits: published.value.decimals + (comparison.isCut ? 2 : 0)),
            comparison.verdict.words + (comparison.isCut ? ", coupé" : ""),
          ]
        }))
  }
}
