import Testing

@testable import ChapterKit

@Suite("Published results")
struct PublishedResultsTests {
  private let published = PublishedResults(
    costs: ["deep-tanh": ["2.30", "0.8672", "0.5402"], "deep-relu": ["3.2"]],
    accuracies: ["deep-tanh": ("98.576667", "96.91")],
    outputs: ["relu": [("1", "1.0"), ("-10", "0.0")]],
    corrections: ["deep-tanh": [3: "0.5401"]])

  @Test("costs keep the digits that were printed, and the known misprints")
  func costs() throws {
    let costs = try published.costs(of: "deep-tanh")
    #expect(costs.map(\.printed) == ["2.30", "0.8672", "0.5402"])
    #expect(costs.map(\.value) == [2.3, 0.8672, 0.5402])
    #expect(costs.map(\.corrected) == [nil, nil, 0.5401])
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
    #expect(PublishedValue(printed).decimals == count)
  }

  @Test("an unknown run is an error that suggests the nearest one")
  func unknownRun() {
    #expect(throws: CellError.unknownRun("deep-tan", suggestion: "deep-tanh")) {
      try published.costs(of: "deep-tan")
    }
    #expect(throws: CellError.unknownRun("deep-thnh", suggestion: "deep-tanh")) {
      try published.accuracies(of: "deep-thnh")
    }
    #expect(throws: CellError.unknownRun("rellu", suggestion: "relu")) {
      try published.outputs(of: "rellu")
    }
    #expect(throws: CellError.unknownRun("x", suggestion: nil)) {
      try PublishedResults().costs(of: "x")
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

  private func compared(
    _ run: String, _ quantity: Comparison.Quantity, _ indices: [Int?]
  ) -> [Comparison] {
    indices.map {
      Comparison(
        chapter: 3, document: "C", run: run, quantity: quantity, index: $0, published: 1,
        obtained: 1, relativeDifference: 0, verdict: .reproduced)
    }
  }

  @Test("what was published and is compared nowhere is a gap of the whole course")
  func gaps() {
    let all =
      compared("deep-tanh", .cost, [1, 2, 3]) + compared("deep-relu", .cost, [1])
      + compared("deep-tanh", .trainingAccuracy, [nil]) + compared("relu", .output, [1, 2])
    let missing = ComparisonGap(
      run: "deep-tanh", quantity: .testAccuracy, compared: 0, published: 1)
    #expect(published.gaps(in: all, isComplete: true) == [missing])
    #expect(published.gaps(in: all, isComplete: false).isEmpty)
    let test = compared("deep-tanh", .testAccuracy, [nil])
    #expect(published.gaps(in: all + test, isComplete: true).isEmpty)
  }

  @Test("a series that is compared in part is a gap of one chapter too; twice the same is once")
  func partial() {
    let twice = compared("deep-tanh", .cost, [1, 2, 2])
    #expect(
      published.gaps(in: twice, isComplete: false) == [
        ComparisonGap(run: "deep-tanh", quantity: .cost, compared: 2, published: 3)
      ])
  }
}
