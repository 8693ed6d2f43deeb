import Testing

@testable import ChapterKit

@Suite("Verdicts")
struct ComparisonTests {
  @Test(
    "a cost is reproduced within 1e−12 of the published one",
    arguments: [
      (2.0, .reproduced), (2 * (1 + 9e-13), .reproduced), (2 * (1 - 9e-13), .reproduced),
      (2 * (1 + 1.1e-12), .different), (2 * (1 - 1.1e-12), .different), (0, .different),
      (-2, .different), (.nan, .different), (.infinity, .different),
    ] as [(Double, Verdict)])
  func digits(obtained: Double, verdict: Verdict) {
    #expect(Agreement.digits.verdict(obtained: obtained, expected: 2, epoch: 30) == verdict)
  }

  @Test(
    "a chaotic run is held to 1e−5 up to its epoch and to 5 % after it",
    arguments: [
      (2.0, 8, .reproduced), (2 * (1 + 9e-6), 8, .reproduced), (2 * (1 + 1.1e-5), 8, .different),
      (2.0, 9, .chaotic), (2 * 1.049, 9, .chaotic), (2 * 0.951, 30, .chaotic),
      (2 * 1.051, 9, .different), (.nan, 8, .different), (.nan, 9, .different),
      (.infinity, 9, .different),
    ] as [(Double, Int, Verdict)])
  func chaotic(obtained: Double, epoch: Int, verdict: Verdict) {
    let agreement = Agreement.chaotic(afterEpoch: 8)
    #expect(agreement.verdict(obtained: obtained, expected: 2, epoch: epoch) == verdict)
  }

  @Test(
    "what is not a number is never reproduced, not even where it was published",
    arguments: [Agreement.digits, .chaotic(afterEpoch: 3)], [1, 9])
  func notANumber(agreement: Agreement, epoch: Int) {
    #expect(agreement.verdict(obtained: .nan, expected: .nan, epoch: epoch) == .different)
    let published = PublishedValue("nan")
    #expect(agreement.verdict(percent: .nan, published: published) == .different)
    let finite = PublishedValue("96.91")
    #expect(agreement.verdict(percent: .nan, published: finite) == .different)
  }

  @Test(
    "an accuracy is reproduced when it reads as printed",
    arguments: [
      ("98.576667", 98.57666666666667, .reproduced), ("98.576667", 98.5766664, .different),
      ("98.576667", 98.575, .different), ("96.91", 96.91, .reproduced),
      ("96.91", 96.9149, .reproduced), ("96.910000", 96.9149, .different),
      ("97", 97.4, .reproduced), ("97", 97.6, .different), ("0.00", -0.0, .reproduced),
      ("100.00", 100, .reproduced), ("98.58", .infinity, .different),
    ] as [(String, Double, Verdict)])
  func accuracy(printed: String, obtained: Double, verdict: Verdict) {
    let published = PublishedValue(printed)
    #expect(Agreement.digits.verdict(percent: obtained, published: published) == verdict)
  }

  @Test(
    "a chaotic run's accuracy may be 0.3 points away",
    arguments: [(96.0, .chaotic), (96.29, .chaotic), (95.71, .chaotic), (96.31, .different)]
      as [(Double, Verdict)])
  func chaoticAccuracy(obtained: Double, verdict: Verdict) {
    let published = PublishedValue("96.00")
    let agreement = Agreement.chaotic(afterEpoch: 1)
    #expect(agreement.verdict(percent: obtained, published: published) == verdict)
  }

  @Test(
    "an output reads as printed when it was rounded, or cut after the last digit",
    arguments: [
      ("1.05070098", 1.0507009873, .cut), ("1.05070098", 1.0507009823, .rounded),
      ("1.05070098", 1.05070097, nil), ("1.05070098", 1.0507009899, .cut), ("-0.1", -0.1, .rounded),
      ("0.0", -0.0, .rounded), ("0.0", 0.09, .cut), ("0.0", 0.1, nil), ("3", 3.9, .cut),
      ("3", 2.9, .rounded), ("3", 4, nil), ("1.0", .nan, nil), ("1.0", .infinity, nil),
    ] as [(String, Double, PrintedReading?)])
  func output(printed: String, obtained: Double, reading: PrintedReading?) {
    #expect(PrintedReading(of: obtained, as: PublishedValue(printed)) == reading)
  }

  @Test("verdicts are ordered from the best to the worst")
  func order() {
    #expect(
      Verdict.allCases.shuffled().sorted() == [
        .reproduced, .withinSpread, .misprint, .chaotic, .different,
      ])
    #expect(
      Verdict.allCases.map(\.words) == [
        "reproduit", "dispersion", "coquille", "chaotique", "différent",
      ])
  }

  @Test(
    "the relative difference is measured by the reference",
    arguments: [
      (3, 2, 0.5), (1, -2, 1.5), (0, 0, 0), (1, 0, .infinity), (.infinity, .infinity, 0),
      (2, 2, 0),
    ] as [(Double, Double, Double)])
  func relative(obtained: Double, expected: Double, difference: Double) {
    #expect(relativeDifference(obtained, expected) == difference)
  }

  @Test("the relative difference to nan is nan")
  func relativeToNaN() {
    #expect(relativeDifference(.nan, 1).isNaN)
    #expect(relativeDifference(1, .nan).isNaN)
    #expect(relativeDifference(.nan, .nan).isNaN)
  }
}
