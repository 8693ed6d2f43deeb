import FrenchText

/// Why a CSV file is no table of labelled digits; lines and columns are counted from 1.
///
/// A description is the end of a sentence that names the file.
public enum TableFault: Error, Equatable, CustomStringConvertible {
  /// Pixels and no label, as in Kaggle's `test.csv`.
  case noLabels
  /// A row of another number of columns than a label and 784 pixels.
  case columns(Int, line: Int)
  /// No whole number from 0 to 255.
  case pixel(String, line: Int, column: Int)
  /// No whole number from 0 to 9.
  case label(String, line: Int)
  /// A quotation mark that does not close, or that stands inside a field.
  case quote(line: Int)
  /// A field or a line far longer than any that holds a digit.
  case longLine(Int)
  /// More pixels than `IDX.largestContent`.
  case tooLarge
  /// One image is not enough to train and to test.
  case cannotSplit

  public var description: String {
    switch self {
    case .noLabels:
      "n’a que des pixels, sans étiquettes, comme le test.csv de Kaggle : il ne peut servir ni à "
        + "entraîner ni à tester, donne un fichier dont la première colonne est l’étiquette, comme "
        + "train.csv."
    case .columns(let count, let line):
      "a \(number(count)) colonne\(count > 1 ? "s" : "") à la ligne \(number(line)) : il en faut 785, "
        + "l’étiquette puis les 784 pixels"
        + (count == 786 ? " (dans pandas, to_csv(…, index=False) n’en ajoute pas)." : ".")
    case .pixel(let text, let line, let column):
      "contient \(quoted(text, longest: 20)) à la ligne \(number(line)), colonne \(number(column)) : "
        + "un pixel est un nombre entier de 0 à 255, corrige cette ligne."
    case .label(let text, let line):
      "contient l’étiquette \(quoted(text, longest: 20)) à la ligne \(number(line)) : une étiquette "
        + "est un chiffre de 0 à 9, corrige cette ligne."
    case .quote(let line):
      "a un guillemet mal placé, ou qui ne se referme pas, à la ligne \(number(line)) : corrige "
        + "cette ligne."
    case .longLine(let line):
      "contient à la ligne \(number(line)) bien plus qu’une étiquette et 784 pixels : corrige "
        + "cette ligne."
    case .tooLarge:
      "contient plus de \(number(IDX.largestContent)) pixels : donne un fichier plus petit."
    case .cannotSplit:
      "ne contient qu’une image : il en faut deux au moins, pour entraîner et pour tester."
    }
  }
}
