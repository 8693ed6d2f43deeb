import Cores

extension MNIST {
  /// The seed of the digits that stand in for missing files.
  public static let defaultSeed: UInt64 = 0

  /// Digits drawn by the program, as many as MNIST has: 60 000 to train on, 10 000 to test on.
  ///
  /// The same seed gives the same bytes on every machine.
  public static func synthetic(seed: UInt64 = defaultSeed) -> MNIST {
    let drawing = DigitDrawing(seed: seed)
    func images(_ range: Range<Int>) -> LabeledImages {
      let (pixels, labels) = drawing.images(range, threads: ThreadBudget.limit)
      return LabeledImages(rows: side, columns: side, pixels: pixels, labels: labels)
    }
    return MNIST(training: images(0..<60_000), test: images(60_000..<70_000), directory: nil)
  }

  /// What a reader must know before the results of synthetic digits.
  public static let syntheticNotice =
    "MNIST est introuvable : tout se calcule ici sur des chiffres synthétiques, dessinés par le "
    + "programme. Ce que le texte dit de MNIST peut ne pas leur convenir en tout point. "
    + "Pour obtenir MNIST : ./workbook data fetch"
}
