import FrenchText
import Testing

@Suite("Quantities in French")
struct QuantitiesTests {
  @Test(
    "none and one are singular",
    arguments: [
      (0, "0\u{A0}tâche"), (1, "1\u{A0}tâche"), (2, "2\u{A0}tâches"),
      (10_000, "10\u{A0}000\u{A0}tâches"),
    ])
  func things(count: Int, text: String) { #expect(counted(count, "tâche", "tâches") == text) }

  @Test(
    "a time is told in one or two units",
    arguments: [
      (0, "0,0 s"), (9.94, "9,9 s"), (9.96, "10 s"), (59.4, "59 s"), (59.6, "1 min 0 s"),
      (95, "1 min 35 s"), (3600, "1 h 0 min"), (90_000, "1 jour 1 h"), (200_000, "2 jours 7 h"),
      (1e12, "des années"), (.nan, "des années"),
    ] as [(Double, String)])
  func times(seconds: Double, text: String) {
    #expect(duration(seconds).replacing("\u{A0}", with: " ") == text)
  }
}
