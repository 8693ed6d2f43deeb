import Testing

@testable import ChapterKit

@Suite("Published values")
struct PublishedValuesTests {
  private let published = PublishedValues(files: [
    "deep-tanh.csv": "epoch,cost\n1,2.30\n2,0.8672\r\n3,0.5402\n",
    "deep-relu.csv": "epoch,cost\n1,3.2\n",
    "accuracies.csv": "run,training_percent,test_percent\ndeep-tanh,98.576667,96.91\n",
    "misprints.csv": "run,epoch,printed,corrected\ndeep-tanh,3,0.5402,0.5401\n",
  ])

  @Test("costs keep the digits that were printed, and the known misprints")
  func costs() throws {
    #expect(
      try published.costs(of: "deep-tanh") == [
        PublishedValue(printed: "2.30", value: 2.3, corrected: nil),
        PublishedValue(printed: "0.8672", value: 0.8672, corrected: nil),
        PublishedValue(printed: "0.5402", value: 0.5402, corrected: 0.5401),
      ])
    #expect(try published.costs(of: "deep-relu").map(\.corrected) == [nil])
  }

  @Test("accuracies are percentages with their printed decimals")
  func accuracies() throws {
    let accuracies = try published.accuracies(of: "deep-tanh")
    #expect(accuracies.training.value == 98.576667)
    #expect(accuracies.training.decimals == 6)
    #expect(accuracies.test.printed == "96.91")
    #expect(accuracies.test.decimals == 2)
  }

  @Test("decimals are counted after the point", arguments: [("97", 0), ("97.", 0), ("9.750", 3)])
  func decimals(printed: String, count: Int) {
    #expect(PublishedValue(printed: printed, value: 0, corrected: nil).decimals == count)
  }

  @Test("an unknown run is an error that suggests the nearest one")
  func unknownRun() {
    #expect(throws: CellError.unknownRun("deep-tan", suggestion: "deep-tanh")) {
      try published.costs(of: "deep-tan")
    }
    #expect(throws: CellError.unknownRun("deep-thnh", suggestion: "deep-tanh")) {
      try published.accuracies(of: "deep-thnh")
    }
    #expect(throws: CellError.unknownRun("somethingElse", suggestion: nil)) {
      try published.costs(of: "somethingElse")
    }
    #expect(throws: CellError.unknownRun("accuracies", suggestion: nil)) {
      try published.costs(of: "accuracies")
    }
  }

  @Test("the cost of one epoch is the printed one, misprints included")
  func epoch() throws {
    #expect(try published.cost(of: "deep-tanh", epoch: 1).value == 2.3)
    #expect(try published.cost(of: "deep-tanh", epoch: 3).value == 0.5402)
    for epoch in [0, 4, -1, .min, .max] {
      #expect(throws: CellError.unknownEpoch(epoch, of: "deep-tanh", epochs: 3)) {
        try published.cost(of: "deep-tanh", epoch: epoch)
      }
    }
    #expect(throws: CellError.unknownRun("deep-tan", suggestion: "deep-tanh")) {
      try published.cost(of: "deep-tan", epoch: 1)
    }
  }

  @Test(
    "malformed rows are left out",
    arguments: [
      "", "\n\n", "epoch,cost", "epoch,cost\n1", "epoch,cost\n,", "epoch,cost\n1,",
      "epoch,cost\n1,abc", "epoch,cost\n1,2,3", "epoch,cost\n1;2", "epoch,cost\n1,0,5",
      "epoch,cost\n1, 0.5", "\u{0},\u{0}\n\u{0},\u{0}",
    ])
  func malformedRows(text: String) throws {
    let published = PublishedValues(files: ["run.csv": text, "misprints.csv": text])
    #expect(try published.costs(of: "run").isEmpty)
  }

  @Test("malformed accuracies are left out", arguments: ["1", "1,2", "1,2,x", "1,,", "1,2,3,4"])
  func malformedAccuracies(row: String) throws {
    let published = PublishedValues(files: ["accuracies.csv": "run,a,b\n\(row)"])
    #expect(throws: CellError.self) { try published.accuracies(of: "1") }
  }

  @Test("good rows stand beside malformed ones")
  func someMalformed() throws {
    let published = PublishedValues(files: [
      "run.csv": "epoch,cost\n1,0.5\n2\n",
      "accuracies.csv": "run,a,b\nrun,1,x\nrun,90.5,89.5\nother,1\n",
      "misprints.csv": "run,epoch,printed,corrected\nrun,1,0.5\nrun,1,0.5,0.55\nrun,2,,\n",
    ])
    #expect(try published.costs(of: "run").map(\.corrected) == [0.55])
    #expect(try published.accuracies(of: "run").test.value == 89.5)
    #expect(throws: CellError.self) { try published.accuracies(of: "other") }
  }

  @Test("files with short names and no files at all are no trap")
  func oddNames() throws {
    let published = PublishedValues(files: ["a": "x\n1,2\n"])
    #expect(try published.costs(of: "").map(\.value) == [2])
    #expect(throws: CellError.unknownRun("x", suggestion: nil)) {
      try PublishedValues(files: [:]).costs(of: "x")
    }
  }
}
