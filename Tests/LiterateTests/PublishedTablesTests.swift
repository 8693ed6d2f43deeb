import Document
import Testing

@testable import Literate

@Suite("Published tables")
struct PublishedTablesTests {
  private static let run = "epoch,cost\n1,2.30\n2,0.8672\n"

  private func tables(_ files: [String: String]) throws -> PublishedTables {
    try PublishedTables(
      files.sorted { $0.key < $1.key }.map {
        (path: "chapters/published/\($0.key)", text: $0.value)
      })
  }

  @Test("every printed digit is kept, whatever begins the file and ends the lines")
  func tables() throws {
    let tables = try tables([
      "deep.csv": "\u{FEFF}epoch,cost\r\n1,2.30\r\n2,8e-1\r\n",
      "accuracies.csv": "run,training_percent,test_percent\ndeep,98.50,97",
      "outputs.csv": "run,input,printed\nselu,échelle,1.05\nselu,α,-1.67\n",
      "misprints.csv": "run,epoch,printed,corrected\ndeep,2,8e-1,0.81\n",
    ])
    #expect(tables.costs == ["deep": ["2.30", "8e-1"]])
    #expect(tables.accuracies == ["deep": ["98.50", "97"]])
    #expect(tables.outputs == ["selu": [["échelle", "1.05"], ["α", "-1.67"]]])
    #expect(tables.corrections == ["deep": [2: "0.81"]])
  }

  @Test(
    "a row that does not parse is an error at its line",
    arguments: [
      ("", 1), ("\n", 1), ("epoch,cost", 1), ("epoch, cost\n1,2\n", 1), ("epoch,cost\n1", 2),
      ("epoch,cost\n,", 2), ("epoch,cost\n1,", 2), ("epoch,cost\n1,abc", 2),
      ("epoch,cost\n1,2,3", 2), ("epoch,cost\n1;2", 2), ("epoch,cost\n1,0,5", 2),
      ("epoch,cost\n1, 0.5", 2), ("epoch,cost\n1,nan", 2), ("epoch,cost\n1,0x1p3", 2),
      ("epoch,cost\n1,1e999", 2), ("epoch,cost\n1,1\n\n2,2\n", 3), ("epoch,cost\n1,1\n3,2\n", 3),
      ("epoch,cost\n0,1\n", 2), ("epoch,cost\n1,1\n1,1\n", 3), ("\u{0},\u{0}\n\u{0},\u{0}", 1),
    ])
  func malformed(text: String, line: Int) {
    let error = #expect(throws: ChapterError.self) { try tables(["deep.csv": text]) }
    #expect(error?.location == SourceLocation(file: "chapters/published/deep.csv", line: line))
  }

  @Test(
    "so is a row of the other tables",
    arguments: [
      ("accuracies.csv", "run,training_percent,test_percent\ndeep,1", 2),
      ("accuracies.csv", "run,training_percent,test_percent\ndeep,1,2\ndeep,1,2", 3),
      ("accuracies.csv", "run,training_percent,test_percent\ndeep,1,x", 2),
      ("outputs.csv", "run,input,printed\nrelu,1,", 2),
      ("outputs.csv", "run,input,printed\nrelu,1,zero", 2),
      ("misprints.csv", "run,epoch,printed,corrected\ndeep,2,0.8672", 2),
      ("misprints.csv", "run,epoch,printed,corrected\ndeep,2,0.8672,x", 2),
    ])
  func otherTables(name: String, text: String, line: Int) {
    let error = #expect(throws: ChapterError.self) {
      try tables(["deep.csv": Self.run, name: text])
    }
    #expect(error?.location == SourceLocation(file: "chapters/published/\(name)", line: line))
  }

  @Test(
    "a misprint is one of the document: its run, its epoch, its printed digits",
    arguments: [
      ("depe,2,0.8672,0.8673", "« depe.csv »"), ("deep,3,0.8672,0.8673", "« 3 »"),
      ("deep,zwei,0.8672,0.8673", "« zwei »"), ("deep,2,0.86720,0.8673", "et non 0.86720"),
    ])
  func misprints(row: String, words: String) {
    let error = #expect(throws: ChapterError.self) {
      try tables([
        "deep.csv": Self.run, "misprints.csv": "run,epoch,printed,corrected\n\(row)\n",
      ])
    }
    #expect(error?.problem.message.replacing("\u{A0}", with: " ").contains(words) == true)
  }
}
