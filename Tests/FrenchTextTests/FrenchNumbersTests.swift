import Testing

@testable import FrenchText

@Suite("Numbers in French")
struct FrenchNumbersTests {
  @Test(
    "a number of decimals",
    arguments: [
      (0.5, 2, "0,50"), (98.5766666667, 6, "98,576667"), (1.005, 0, "1"), (2.5, -3, "2"),
      (-1.25, 1, "−1,2"), (-0.004, 2, "0,00"), (-0.0, 1, "0,0"), (-0.006, 2, "−0,01"),
      (.nan, 2, "nan"), (.infinity, 2, "∞"), (-.infinity, 2, "−∞"),
      (1e21, 0, "1000000000000000000000"),
      (0.1, .max, "0,10000000000000000555"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, digits: Int, text: String) {
    #expect(number(value, digits: digits) == text)
  }

  @Test(
    "a whole number in groups of three from five digits on",
    arguments: [
      (0, "0"), (784, "784"), (9999, "9999"), (-9999, "−9999"), (60_000, "60\u{A0}000"),
      (-60_000, "−60\u{A0}000"), (123_456, "123\u{A0}456"), (1_234_567, "1\u{A0}234\u{A0}567"),
      (.min, "−9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808"),
    ])
  func groups(value: Int, text: String) {
    #expect(number(value) == text)
  }

  @Test(
    "all digits",
    arguments: [
      (0.1, "0,1"), (2.30543242166822, "2,30543242166822"), (5, "5,0"), (-0.25, "−0,25"),
      (1e-20, "1e−20"), (.nan, "nan"), (.infinity, "∞"), (-.infinity, "−∞"),
    ])
  func allDigits(value: Double, text: String) {
    #expect(exact(value) == text)
  }

  @Test(
    "a share in percent",
    arguments: [
      (0.9691, 2, "96,91\u{A0}%"), (1, 0, "100\u{A0}%"), (0, 1, "0,0\u{A0}%"),
      (-0.5, 1, "−50,0\u{A0}%"), (.nan, 2, "nan\u{A0}%"), (.infinity, 2, "∞\u{A0}%"),
    ] as [(Double, Int, String)])
  func shares(share: Double, digits: Int, text: String) {
    #expect(percent(share, digits: digits) == text)
  }

  @Test(
    "an order of magnitude",
    arguments: [
      (2.4e-13, "2,4·10⁻¹³"), (-2.4e13, "−2,4·10¹³"), (1, "1,0·10⁰"), (9.96e9, "1,0·10¹⁰"),
      (.leastNonzeroMagnitude, "4,9·10⁻³²⁴"), (0, "0"), (-0.0, "0"), (.nan, "nan"),
      (.infinity, "∞"),
      (-.infinity, "−∞"),
    ])
  func magnitudes(value: Double, text: String) {
    #expect(scientific(value) == text)
  }
}
