import Datasets
import Document

extension ChapterContext {
  /// Whether the program's own digits stand in for MNIST in this run.
  public nonisolated var usesSyntheticDigits: Bool { settings.usesSyntheticDigits }

  /// Says before anything else that the results will not be those of MNIST.
  func announceSyntheticDigits() throws {
    if usesSyntheticDigits { try weave(.notice(MNIST.syntheticNotice)) }
  }

  /// The caption of what a cell shows, which says where its data come from when that is not MNIST.
  func naming(digitsOf cell: CellHead, in caption: Caption) -> Caption {
    guard cell.usesDigits, usesSyntheticDigits else { return caption }
    var caption = caption
    caption.text += " (chiffres synthétiques)"
    return caption
  }

  /// Sets published values beside those of synthetic digits, without a difference or a verdict.
  ///
  /// - Parameter rows: for each value its name, the published one and the obtained one.
  func showIncomparable(_ name: Table.Column, rows: [[String]]) throws {
    show(Table(columns: [name, .init("Publié"), .init("Obtenu")], rows: rows))
    try weave(
      .notice(
        "Verdict : « non comparable : chiffres synthétiques ». "
          + "Ce que le texte dit de l’accord avec le document vaut pour MNIST."))
  }

  /// What a sentence about the published figures quotes of this run, unless the run did not use the
  /// digits that they come from.
  public func onMNIST(_ text: @autoclosure () -> String) -> String {
    usesSyntheticDigits ? "(à voir sur MNIST)" : text()
  }
}
