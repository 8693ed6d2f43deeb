import Datasets
import Experiments
import Files
import Foundation
import Plotting
import Synchronization

/// Where a run finds its data and puts its figures.
public struct RunSettings: Sendable {
  public let data: DataLocation
  /// Whether the program's own digits stand in for MNIST, which is not where it is looked for; found
  /// out once, so that a run is of one piece.
  public let usesSyntheticDigits: Bool
  /// The folder of all figures; each chapter has its own in it.
  public let output: String
  /// The formats of each figure; none draws nothing.
  public let figures: [FigureFormat]
  /// The pictures that the terminal shows in place, if it shows any.
  public let screen: ScreenPictures?
  /// Whether the solutions of exercises are shown.
  public let showsSolutions: Bool
  /// Whether the run is for course material: its files are on their way to another place, so that
  /// figures are drawn beside the cells that follow, and no text names the folder.
  public let isForMaterial: Bool
  /// The size of the text version of a figure.
  public let textColumns: Int
  /// The digits, read once for all chapters of a run.
  private let digits: SharedDigits
  /// Who does the trainings, or knows their results.
  public private(set) var trainer: Trainer

  public init(
    data: DataLocation, output: String, figures: [FigureFormat],
    screen: ScreenPictures? = nil, showsSolutions: Bool = false, isForMaterial: Bool = false,
    textColumns: Int = 76,
    trainer: Trainer = Trainer()
  ) {
    self.data = data
    usesSyntheticDigits = data.needsSyntheticDigits
    self.output = output
    self.figures = figures
    self.screen = screen
    self.showsSolutions = showsSolutions
    self.isForMaterial = isForMaterial
    self.textColumns = textColumns
    self.trainer = trainer
    digits = SharedDigits()
  }

  /// The same settings with another trainer.
  public func with(_ trainer: Trainer) -> RunSettings {
    var settings = self
    settings.trainer = trainer
    return settings
  }

  /// MNIST, from where the reader keeps it; synthetic digits for a reader who does not have it.
  public func loadDigits() throws -> MNIST {
    try digits.load { try usesSyntheticDigits ? .synthetic() : .load(from: data.find()) }
  }

  /// A text as readers see it: where the files are for now is nobody's business.
  func shown(_ text: String) -> String {
    isForMaterial ? text.replacing(output, with: "output") : text
  }

  /// The path of a file that a chapter writes, beside its figures.
  func path(of name: String, in chapter: Chapter) -> String {
    URL(filePath: output).appending(path: "chapitre-\(chapter.number)/\(name)").relativePath
  }

  /// Draws a figure in each format: `OUTPUT/chapitre-3/NAME.png`.
  ///
  /// - Parameter aside: takes the drawing of each file, to be done at once or a little later.
  func draw(
    _ drawing: some Drawable, named name: String, in chapter: Chapter,
    aside: (@escaping @Sendable () throws -> Void) throws -> Void
  ) throws -> DrawnFigure {
    let gnuplot = Gnuplot()
    var drawn = DrawnFigure()
    for format in figures {
      guard format != .text else {
        let characters = try gnuplot.render(drawing, as: .text, textSize: (textColumns, 22))
        drawn.text = String(decoding: characters, as: UTF8.self)
        continue
      }
      let file = path(of: "\(name).\(format.rawValue)", in: chapter)
      let waits = !isForMaterial
      try aside {
        try WholeFile.write(gnuplot.render(drawing, as: format), to: file, waitsForDisk: waits)
      }
      drawn.files.append(file)
    }
    if let screen {
      let picture = try gnuplot.render(
        drawing, as: screen.format, textSize: (screen.columns, 22))
      drawn.picture = [UInt8](picture)
    }
    return drawn
  }
}

/// What a terminal takes for a picture.
public struct ScreenPictures: Sendable {
  let format: FigureFormat
  /// The width of a picture whose format has no size of its own.
  let columns: Int

  public init(format: FigureFormat, columns: Int) {
    self.format = format
    self.columns = columns
  }
}

/// The files of a figure, and what the terminal shows of it.
struct DrawnFigure {
  var files: [String] = []
  var text: String?
  var picture: [UInt8]?
}

/// Digits that several chapters use.
private final class SharedDigits: Sendable {
  private let digits = Mutex<MNIST?>(nil)

  func load(_ read: () throws -> MNIST) throws -> MNIST {
    try digits.withLock { digits in
      if let digits { return digits }
      let new = try read()
      digits = new
      return new
    }
  }
}
