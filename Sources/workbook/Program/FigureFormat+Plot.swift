import Experiments
import FrenchText
import Plotting

extension FigureFormat {
  /// The format of the file that `--plot` names.
  ///
  /// - Throws: `ArgumentError` for a name of no format.
  init(ofPlot fileName: String) throws {
    guard let format = FigureFormat(fileName: fileName) else {
      throw ArgumentError(
        "--plot", "le nom \(quoted(fileName)) doit finir par .png, .svg, .dark.svg ou .csv.")
    }
    self = format
  }
}
