import ChapterKit
import Experiments
import Foundation
import FrenchText
import Images
import Publishing

/// What a network reads in a picture: the number, then each digit as the network saw it, with its ten
/// probabilities.
struct PredictionReport {
  private let reading: PictureReading
  private let least: Double
  private let doubt: Double

  private static let barWidth = 24
  /// The columns of a digit's card: its drawing, three spaces, its facts.
  private static let cardWidth = 28 + 3 + 11 + barWidth

  /// - Parameters:
  ///   - least: what is less probable is `?`.
  ///   - doubt: what is less probable is marked.
  init(_ reading: PictureReading, rejectingBelow least: Double, doubtingBelow doubt: Double) {
    (self.reading, self.least, self.doubt) = (reading, least, doubt)
  }

  func text(color: Bool, columns: Int) -> String {
    let digits = Array(reading.rows.joined())
    let cards = digits.indices.map { card(digits[$0], number: $0 + 1, of: digits.count, color) }
    let across = max(1, (columns + 4) / (Self.cardWidth + 4))
    let groups = stride(from: 0, to: cards.count, by: across).map { start in
      Self.beside(Array(cards[start..<min(start + across, cards.count)]))
    }
    return heading + groups.map { "\n\($0)" }.joined() + "\n"
  }

  /// The picture and what it says: on its own line, or one row a line.
  private var heading: String {
    let file = reading.file.safeForTerminal
    let label = reading.label.map { "  (étiquette : \($0))" } ?? ""
    let rows = reading.text(rejectingBelow: least).split(separator: "\n")
    return rows.count == 1
      ? "\(file) : \(rows[0])\(label)\n"
      : "\(file) :\n" + rows.map { "  \($0)\n" }.joined()
  }

  private func card(
    _ digit: ReadDigit, number place: Int, of count: Int, _ color: Bool
  ) -> [(text: String, width: Int)] {
    let image = digit.image
    let drawing = PixelDrawing(rows: image.rows, columns: image.columns, pixels: image.pixels)
      .lines(color: color)
    let facts = facts(digit, place: place, of: count)
    return (0..<max(drawing.count, facts.count)).map { index in
      let left =
        index < drawing.count ? drawing[index] : String(repeating: " ", count: image.columns)
      let right = index < facts.count ? facts[index] : ""
      return ("\(left)   \(right)", image.columns + 3 + right.count)
    }
  }

  private func facts(_ digit: ReadDigit, place: Int, of count: Int) -> [String] {
    let verdict = digit.digit.map { "chiffre \($0)" } ?? "aucun chiffre : le réseau a divergé"
    let rank = count > 1 ? "\(place)\(place == 1 ? "ᵉʳ" : "ᵉ") sur \(count) : " : ""
    let isDoubtful = digit.digit != nil && digit.isDoubtful(below: doubt)
    let mark = !isDoubtful ? "" : digit.isDoubtful(below: least) ? ", laissé" : ", douteux"
    let bars = digit.probabilities.enumerated().map { digit, value in
      "\(digit)  \(number(value, digits: 4))  \(Self.bar(value))"
    }
    return [rank + verdict + mark, ""] + bars
  }

  /// Cards side by side.
  private static func beside(_ cards: [[(text: String, width: Int)]]) -> String {
    let height = cards.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let texts = cards.enumerated().map { index, card in
        let (text, width) = line < card.count ? card[line] : ("", 0)
        let isLast = index == cards.count - 1
        return isLast ? text : text + String(repeating: " ", count: max(0, cardWidth + 4 - width))
      }
      return String(texts.joined().reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// A bar of up to `barWidth` columns, to an eighth of a column.
  private static func bar(_ share: Double) -> String {
    guard share > 0, share.isFinite else { return "" }
    let eighths = Int((min(share, 1) * Double(8 * barWidth)).rounded())
    let rest = [""] + "▏▎▍▌▋▊▉".map(String.init)
    return String(repeating: "█", count: eighths / 8) + rest[eighths % 8]
  }
}
