import Testing

@testable import FrenchText

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "a mistyped word finds the one that was meant",
    arguments: [("epoch", "epochs"), ("lable", "label"), ("fig-atl", "fig-alt")])
  func near(word: String, meant: String) {
    #expect(suggestion(for: word, among: ["epochs", "label", "fig-alt", "echo"]) == meant)
  }

  @Test("a word far from all gets no suggestion", arguments: ["xyz", "learningRate", "7", ""])
  func far(word: String) {
    #expect(suggestion(for: word, among: ["epochs", "label", "fig-alt", "3", "he"]) == nil)
  }

  @Test("capitals make no difference", arguments: ["LABEL", "Lable"])
  func capitals(word: String) {
    #expect(suggestion(for: word, among: ["epochs", "label"]) == "label")
  }

  @Test("the question ends a sentence, or leaves it as it is")
  func question() {
    #expect(didYouMean("label") == " ; voulais-tu dire « label » ?")
    #expect(didYouMean(nil).isEmpty)
  }

  @Test(
    "The edit distance counts insertions, deletions and replacements",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 2),
      ("époque", "epoque", 1),
    ])
  func distance(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
  }

  @Test("Only the first hundred characters count")
  func longWords() {
    let long = String(repeating: "a", count: 100_000)
    #expect(editDistance(long, "") == 100)
    #expect(suggestion(for: "a", among: [String]()) == nil)
  }
}
