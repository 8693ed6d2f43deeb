import Testing

@testable import Publishing

@Suite struct TerminalCapabilitiesTests {
  @Test(
    "What is no terminal has the width of COLUMNS or 80, and no colour",
    arguments: [
      ([:], 80), (["COLUMNS": "120"], 120), (["COLUMNS": "0"], 80), (["COLUMNS": "-4"], 80),
      (["COLUMNS": "large"], 80), (["COLUMNS": "99999999999999999999"], 80),
    ] as [([String: String], Int)])
  func fallsBack(environment: [String: String], width: Int) {
    #expect(
      TerminalCapabilities.detect(fileDescriptor: -1, environment: environment)
        == TerminalCapabilities(width: width, color: false))
  }
}
