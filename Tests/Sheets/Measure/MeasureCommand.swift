import ArgumentParser
import Datasets
import Experiments
import Files
import Foundation
import Images
import Sheets

/// The accuracy of readings by kind of picture, beside that of the same digits' own images.
@main
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-sheets", abstract: "Measures how well composed pictures are read.")

  @Option(help: "The folder of MNIST.") var data: String
  @Option(help: "A network written by train --save.") var network: String
  @Option(help: "Digits of each kind.") var digits = 500
  @Option(help: "Sheets without digits of each kind.") var empty = 100
  @Flag(help: "Digits of the training half, on which settings are chosen.") var training = false
  @Option(help: "Only these kinds.") var kind: [String] = []
  @Option(help: "A folder for the sheets that were misread.") var keep: String?

  func run() async throws {
    let mnist = try MNIST.load(from: data)
    let source = training ? mnist.training : mnist.test
    let recognizer = try Recognizer(path: network)
    let kinds = SheetKind.allCases.filter { kind.isEmpty || kind.contains($0.rawValue) }
    let scores = try await withThrowingTaskGroup(of: (Int, Score).self) { group in
      for (index, kind) in kinds.enumerated() {
        group.addTask { (index, try score(kind, source, recognizer)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    print("| sorte | chiffres | lus | leurs images | points perdus | feuilles refusées |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for (index, kind) in kinds.enumerated() {
      if let score = scores[index] { print("| \(kind.rawValue) \(score.row)") }
    }
  }

  private func score(
    _ kind: SheetKind, _ source: LabeledImages, _ recognizer: Recognizer
  ) throws -> Score {
    let reader = PictureReader(recognizer, digitsPerRow: kind == .touching ? 5 : nil)
    var score = Score()
    score.sheets = kind.isWithoutDigits ? empty : (digits + kind.length - 1) / kind.length
    for number in 0..<score.sheets {
      let first = number * kind.length
      let sheet = Sheet(kind, number: number, digits: source, from: first)
      let picture = try Picture(decoding: sheet.data)
      let answer = (try? reader.read(picture))?.joined().map(\.digit)
      if answer == nil { score.refused += 1 }
      let right = Self.common(sheet.text, answer ?? [])
      score.read += right
      score.digits += sheet.text.count
      score.original += sheet.text.indices.count { place in
        let own = source[first + place..<first + place + 1]
        let outputs = recognizer.probabilities(
          of: GrayImage(rows: own.rows, columns: own.columns, pixels: own.pixels), isPrepared: true)
        return outputs.indices.max { outputs[$0] < outputs[$1] } == sheet.text[place]
      }
      let isMisread = kind.isWithoutDigits ? answer != nil : right < sheet.text.count
      if let keep, isMisread {
        let text = answer?.map { $0.map(String.init) ?? "n" }.joined() ?? "refused"
        let expected = sheet.text.map(String.init).joined()
        try WholeFile.write(
          sheet.data, to: "\(keep)/\(kind.rawValue)-\(number)-\(expected)-\(text)")
      }
    }
    return score
  }

  /// The digits read in their places: the longest common subsequence, so that one digit too many does
  /// not spoil the rest.
  private static func common(_ text: [Int], _ answer: [Int?]) -> Int {
    if text.count == answer.count { return zip(text, answer).count { $0 == $1 } }
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: answer.count + 1), count: text.count + 1)
    for (row, digit) in text.enumerated() {
      for (column, other) in answer.enumerated() {
        lengths[row + 1][column + 1] =
          digit == other
          ? lengths[row][column] + 1 : max(lengths[row][column + 1], lengths[row + 1][column])
      }
    }
    return lengths[text.count][answer.count]
  }
}

/// What was read of a kind of sheets.
private struct Score {
  var (sheets, refused, digits, read, original) = (0, 0, 0, 0, 0)

  /// The cells of a table after the first.
  var row: String {
    guard digits > 0 else { return "| | | | | \(refused) sur \(sheets) |" }
    let percent = { (part: Int) in
      String(format: "%.1f", 100 * Double(part) / Double(digits))
        .replacing(".", with: ",").replacing("-", with: "−")
    }
    return
      "| \(digits) | \(percent(read)) % | \(percent(original)) % | \(percent(original - read)) "
      + "| \(refused) sur \(sheets) |"
  }
}
