import Experiments
import Testing

@Suite("Points of the command line")
struct PointListTests {
  @Test("decimal and scientific notation")
  func numbers() throws {
    #expect(
      try PointList.parse("1,-10,0, 15,-2e1,1e-3,+.5", argument: "--at")
        == [1, -10, 0, 15, -20, 0.001, 0.5])
  }

  @Test(
    "anything else is refused",
    arguments: ["", ",", "1,", "1,,2", "x", "1 2", "nan", "inf", "0x10", "1e999", "1;2", "١"])
  func mistakes(text: String) {
    #expect(throws: ArgumentError.self) { try PointList.parse(text, argument: "--at") }
  }
}
