import ArgumentParser
import Datasets
import Experiments
import Files
import Foundation
import Images
import Sheets

/// The accuracy of readings by kind of picture, beside that of the same digits' own images.
@main
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-sheets", abstract: "Measures how well composed pictures are read.")

  @Option(help: "The folder of MNIST.") var data: String
  @Option(help: "A network written by train --save.") var network: String
  @Option(help: "Digits of each kind.") var digits = 250
  @Option(help: "Sheets without digits of each kind.") var empty = 100
  @Flag(help: "Digits of the training half, on which settings are chosen.") var training = false
  @Option(help: "Only these kinds.") var kind: [String] = []
  @Option(help: "A folder for the sheets that were misread.") var keep: String?
  @Flag(help: "Keep all sheets.") var all = false

  func run() throws {
    let mnist = try MNIST.load(from: data)
    // From a place where no setting was ever tried.
    let source = training ? mnist.training : mnist.test
    let recognizer = try Recognizer(path: network)
    print("| pictures | digits | read | their own images | points lost | refused |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for kind in SheetKind.allCases where self.kind.isEmpty || self.kind.contains(kind.rawValue) {
      print(try row(kind, source, recognizer))
    }
  }

  private func row(
    _ kind: SheetKind, _ source: LabeledImages, _ recognizer: Recognizer
  ) throws -> String {
    let reader = PictureReader(recognizer, digitsPerRow: kind == .touching ? 5 : nil)
    let count = kind.isWithoutDigits ? empty : (digits + kind.length - 1) / kind.length
    var (read, original, refused, total) = (0, 0, 0, 0)
    for number in 0..<count {
      let sheet = Sheet(kind, number: number, digits: source, from: number * kind.length)
      var answer: [Int?] = []
      var reason = ""
      do {
        answer = try reader.read(Picture(decoding: sheet.data)).joined().map(\.digit)
      } catch {
        refused += 1
        reason = "\(error)"
      }
      let right = Self.common(sheet.text, answer)
      for place in sheet.text.indices {
        let pixels = source[number * kind.length + place..<number * kind.length + place + 1].pixels
        let image = GrayImage(rows: 28, columns: 28, pixels: pixels)
        let outputs = recognizer.probabilities(of: image, isPrepared: true)
        let best = outputs.indices.max { outputs[$0] < outputs[$1] }
        if best == sheet.text[place] { original += 1 }
      }
      read += right
      total += sheet.text.count
      if let keep, all || right < sheet.text.count || (kind.isWithoutDigits && !answer.isEmpty) {
        let text = answer.map { $0.map(String.init) ?? "n" }.joined()
        let expected = sheet.text.map(String.init).joined()
        let name = "\(keep)/\(kind.rawValue)-\(number)-\(expected)-\(text)\(reason.isEmpty ? "" : "refused")"
        try WholeFile.write(sheet.data, to: name)
      }
    }
    let share = { (part: Int) in total > 0 ? String(format: "%.1f %%", 100 * Double(part) / Double(total)) : "" }
    let lost = total > 0 ? String(format: "%.1f", 100 * Double(original - read) / Double(total)) : ""
    return "| \(kind.rawValue) | \(total) | \(share(read)) | \(share(original)) | \(lost) "
      + "| \(refused) of \(count) |"
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
