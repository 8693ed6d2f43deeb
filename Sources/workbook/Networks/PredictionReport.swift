import ChapterKit
import Experiments
import Foundation
import FrenchText
import Images
import Publishing

/// A digit drawn in the terminal, beside it what the network makes of it.
struct PredictionReport {
  private let prediction: Prediction
  private let drawing: PixelDrawing
  private let columns: Int

  private static let barWidth = 24

  init(_ prediction: Prediction, of image: GrayImage) {
    self.prediction = prediction
    drawing = PixelDrawing(rows: image.rows, columns: image.columns, pixels: image.pixels)
    columns = image.columns
  }

  func text(color: Bool) -> String {
    let image = drawing.lines(color: color)
    let blank = String(repeating: " ", count: columns)
    let lines = (0..<max(image.count, facts.count)).map { index in
      let left = index < image.count ? image[index] : blank
      let right = index < facts.count ? facts[index] : ""
      return right.isEmpty && !color ? left : "\(left)   \(right)"
    }
    return lines.map { "\($0)\n" }.joined() + "\n"
  }

  private var facts: [String] {
    let title = prediction.image.safeForTerminal
    let label = prediction.label.map { "  (étiquette : \($0))" } ?? ""
    let verdict = prediction.digit.map { "chiffre \($0)" } ?? "aucun chiffre : le réseau a divergé"
    let bars = prediction.probabilities.enumerated().map { digit, value in
      "\(digit)  \(number(value, digits: 4))  \(Self.bar(value))"
    }
    return [title, verdict + label, ""] + bars
  }

  /// A bar of up to `barWidth` columns, to an eighth of a column.
  private static func bar(_ share: Double) -> String {
    guard share > 0, share.isFinite else { return "" }
    let eighths = Int((min(share, 1) * Double(8 * barWidth)).rounded())
    let rest = [""] + "▏▎▍▌▋▊▉".map(String.init)
    return String(repeating: "█", count: eighths / 8) + rest[eighths % 8]
  }
}
