import Literate
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "a mistyped word finds the one that was meant",
    arguments: [("epoch", "epochs"), ("lable", "label"), ("fig-atl", "fig-alt")])
  func near(word: String, meant: String) {
    #expect(suggestion(for: word, among: ["epochs", "label", "fig-alt", "echo"]) == meant)
  }

  @Test("a word far from all gets no suggestion", arguments: ["xyz", "learningRate"])
  func far(word: String) {
    #expect(suggestion(for: word, among: ["epochs", "label", "fig-alt"]) == nil)
  }
}
