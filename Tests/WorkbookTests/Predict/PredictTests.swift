import Foundation
import Sheets
import Testing

/// `predict` on sheets with several digits, as a user runs it.
@Suite("predict reads sheets")
struct PredictTests {
  private let sheets: WrittenSheets

  init() async throws {
    sheets = try WrittenSheets()
    let trained = try await sheets.train()
    try #require(trained.status == 0, "\(trained.messages)")
  }

  @Test("the network that train --save kept reads a 7, dark or light, whatever the format")
  func seven() async throws {
    for (format, isDark) in [(PictureFile.png, true), (.jpeg, false), (.gif, true)] {
      let sheet = try sheets.sheet("sept.\(format.rawValue)", [[7]], format, isDark: isDark)
      let seen = try await sheets.predict(sheet)
      #expect(seen.status == 0 && seen.messages.isEmpty, "\(seen.messages)")
      #expect(seen.output.hasPrefix("\(sheet) : 7\n"), "\(seen.output)")
      #expect(seen.output.contains("chiffre 7") && !seen.output.contains("\u{1B}"))
      for digit in 0...9 {
        #expect(seen.output.contains("\n") && seen.output.contains("\(digit)  0"))
      }
    }
  }

  @Test("a row is read from left to right, rows from top to bottom")
  func rows() async throws {
    let row = try sheets.sheet("ligne.png", [[7, 1, 2, 0, 6]])
    let seen = try await sheets.predict(row)
    #expect(seen.output.hasPrefix("\(row) : 71206\n"), "\(seen.output)\(seen.messages)")
    #expect(seen.output.contains("1ᵉʳ sur 5 : chiffre 7"))
    #expect(seen.output.contains("5ᵉ sur 5 : chiffre 6"))
    let two = try sheets.sheet("lignes.png", [[2, 7, 1], [0, 6]])
    let both = try await sheets.predict(two)
    #expect(both.output.hasPrefix("\(two) :\n  271\n  06\n"), "\(both.output)\(both.messages)")
  }

  @Test("--reject puts ? for what is less probable, and takes a comma")
  func reject() async throws {
    let sheet = try sheets.sheet("ligne.png", [[7, 0, 1]])
    let none = try await sheets.predict(sheet, "--reject", "0,01")
    #expect(none.output.hasPrefix("\(sheet) : 701\n"), "\(none.output)\(none.messages)")
    let answers = try await PredictionAnswer.all(in: sheets.predict(sheet, "--json", "-"))
    let probabilities = answers.first?.digits?.map(\.probability) ?? []
    let middle = try #require(probabilities.sorted().dropFirst().first)
    let wanted = zip("701", probabilities).map { $1 >= middle ? $0 : "?" }
    let some = try await sheets.predict(sheet, "--reject", "\(middle)")
    #expect(some.output.hasPrefix("\(sheet) : \(String(wanted))\n"), "\(some.output)")
    #expect(some.output.contains("laissé"))
  }

  @Test("--json gives digits, probabilities and boxes; what cannot be read leaves the others alone")
  func json() async throws {
    let row = try sheets.sheet("ligne.png", [[7, 0]])
    let blank = try sheets.sheet("vide.png", [])
    let outcome = try await sheets.predict(row, blank, "/nulle/part.png", row, "--json", "-")
    #expect(outcome.status == 65, "the first that could not be read")
    #expect(outcome.messages.contains("une image au moins n’a pas pu être lue"))
    let answers = try PredictionAnswer.all(in: outcome)
    #expect(answers.map(\.file) == [row, blank, "/nulle/part.png", row])
    #expect(answers.map(\.text) == ["70", nil, nil, "70"])
    #expect(answers[1].error?.contains("ne montre aucun chiffre") == true)
    #expect(answers[2].error?.contains("/nulle/part.png") == true)
    #expect(answers[0].error == nil && answers[1].digits == nil)
    let digits = try #require(answers[0].digits)
    #expect(digits.map(\.digit) == [7, 0])
    for digit in digits {
      #expect(digit.probabilities.count == 10 && digit.probabilities.max() == digit.probability)
      #expect(abs(digit.probabilities.reduce(0, +) - 1) < 1e-9 && digit.box.count == 4)
    }
    let (left, right) = (digits[0].box, digits[1].box)
    #expect(left[0] + left[2] <= right[0] && 70...95 ~= max(left[3], left[2]), "\(left) \(right)")
    let missing = try await sheets.predict("/nulle/part.png", blank, "--json", "-")
    #expect(missing.status == 66)
  }

  @Test("without --json, each picture is shown or has its sentence")
  func several() async throws {
    let row = try sheets.sheet("ligne.png", [[7, 0]])
    let blank = try sheets.sheet("vide.png", [])
    let outcome = try await sheets.predict(blank, row)
    #expect(outcome.status == 65 && outcome.output.hasPrefix("\(row) : 70\n"))
    #expect(outcome.messages.contains("Erreur : L’image « \(blank) » ne montre aucun chiffre"))
    let alone = try await sheets.predict(blank)
    #expect(alone.status == 65 && alone.output.isEmpty)
    #expect(
      alone.messages.split(separator: "\n").count == 1 && alone.messages.contains("rien ne s’y"))
  }

  @Test("--plot draws the picture and its boxes", .enabled(if: Gnuplot.isInstalled))
  func plot() async throws {
    let row = try sheets.sheet("ligne.png", [[7, 0]])
    for (name, start) in [("lu.png", "\u{89}PNG"), ("lu.svg", "<?xml")] {
      let path = sheets.directory.file(name)
      let outcome = try await sheets.predict(row, "--plot", path)
      #expect(outcome.status == 0, "\(outcome.messages)")
      let data = try Data(contentsOf: URL(filePath: path))
      #expect(data.count > 2000)
      #expect(String(decoding: data.prefix(5), as: Unicode.ASCII.self).contains(start.suffix(3)))
    }
    let two = try await sheets.predict(row, row, "--plot", sheets.directory.file("deux.png"))
    #expect(two.status == 64 && two.messages.contains("une seule image"))
  }

  @Test("test images and pictures together, with a network by name")
  func named() async throws {
    let trained = try await sheets.train(to: "réseau.safetensors")
    #expect(trained.status == 0 && !trained.messages.contains("s’en servira"))
    let network = sheets.directory.file("réseau.safetensors")
    let row = try sheets.sheet("ligne.png", [[7, 0]])
    let outcome = try await sheets.predict(
      network, "#13", row, "--data", sheets.directory.path, "--json", "-")
    let answers = try PredictionAnswer.all(in: outcome)
    #expect(answers.map(\.file) == ["#13", row])
    #expect(answers[0].label != nil && answers[0].digits?.first?.box == [0, 0, 28, 28])
    #expect(answers[1].text == "70" && answers[1].label == nil)
  }
}
