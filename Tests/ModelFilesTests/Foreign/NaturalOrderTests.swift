import Testing

@testable import ModelFiles

@Suite("The natural order of names")
struct NaturalOrderTests {
  @Test(
    "numbers in names count as numbers",
    arguments: [
      ["0.weight", "2.weight", "10.weight"], ["fc1", "fc2", "fc10", "out"],
      ["layers.2.linear", "layers.10.linear"], ["a", "a1", "a1b", "a2", "b"], ["", "0", "1", "a"],
      ["n99999999999999999999", "n100000000000000000000"], ["a007", "a8"], ["1.9", "1.10", "2.1"],
    ])
  func order(names: [String]) {
    #expect(names.reversed().sorted { NaturalOrder($0) < NaturalOrder($1) } == names)
    for (a, b) in zip(names, names.dropFirst()) { #expect(!(NaturalOrder(b) < NaturalOrder(a))) }
  }
}
