import ChapterKit
import Foundation
import FrenchText

/// The program as a user runs it: whole chapters, its start.
struct Wholes: Sendable {
  /// One whole run, and its counterpart in NumPy where there is one.
  struct Row: Sendable {
    let title: String
    let own: Measurements
    let numpy: Measurements?
  }

  let rows: [Row]
  let start: Measurements

  init(rounds: Int = 3) throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "workbook-benchmark").path
    defer { try? FileManager.default.removeItem(atPath: output) }

    func chapter(_ number: Int, _ parameters: [String] = []) throws -> Double {
      Progress.say("chapitre \(number) \(parameters.joined(separator: " "))")
      let options = parameters.flatMap { ["-P", $0] }
      let command = [Place.workbook, "chapter", "\(number)", "--output", output]
      return try Child(command + options).seconds
    }
    func numpy(_ number: Int) throws -> Double {
      Progress.say("chapitre \(number), NumPy")
      return try Child([Place.python, Place.peer("numpy_chapter.py"), "\(number)"]).seconds
    }

    func alternating(
      _ title: String, numpy number: Int, own: () throws -> Double
    ) throws -> Row {
      var (ours, theirs): ([Double], [Double]) = ([], [])
      for _ in 1...rounds {
        ours.append(try own())
        theirs.append(try numpy(number))
      }
      return Row(title: title, own: Measurements(ours), numpy: Measurements(theirs))
    }

    var rows = [
      try alternating("chapitre 3, concours réduit ; les deux entraînements", numpy: 3) {
        try chapter(3, ["contestEpochs=1"])
      },
      // The error bars take as long again for as many seeds again: this leaves their time out.
      try alternating("chapitre 4 sans les barres d’erreur ; les six entraînements", numpy: 4) {
        let two = try chapter(4, ["seeds=2", "contestEpochs=1"])
        return 2 * two - (try chapter(4, ["seeds=4", "contestEpochs=1"]))
      },
    ]
    for number in 1...6 {
      let time = try chapter(number)
      rows.append(
        Row(title: "chapitre \(number), réglages d’origine", own: Measurements([time]), numpy: nil))
    }
    self.rows = rows

    start = Measurements(try (1...20).map { _ in try Child([Place.workbook, "list"]).seconds })
  }

  var table: String {
    let lines = rows.map { row in
      let theirs = row.numpy.map(\.text) ?? ""
      let ratio = row.numpy.map { "× " + number($0.median / row.own.median, digits: 1) } ?? ""
      return "| \(row.title) | \(row.own.text) | \(theirs) | \(ratio) |"
    }
    let head = [
      "| programme entier | workbook | NumPy, comme les documents | rapport |",
      "| --- | ---: | ---: | ---: |",
    ]
    return (head + lines).joined(separator: "\n")
  }
}
