import ChapterKit
import Plotting
import Publishing

extension ScreenPictures {
  /// The pictures of a terminal that answered so, `width` columns wide; nil where it shows none.
  init?(_ answers: TerminalAnswers, width: Int) {
    switch answers.pictures {
    case .kitty:
      self.init(format: answers.isDark ? .darkPNG : .png, columns: width)
    case .sixel:
      // Eight pixels make a column of such a picture, whatever the terminal's letters are.
      let columns = min(100, answers.pixels.map { $0.width / 8 } ?? width)
      self.init(format: answers.isDark ? .darkSixel : .sixel, columns: columns)
    case nil:
      return nil
    }
  }
}
