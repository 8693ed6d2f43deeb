import Testing

@testable import Document

@Suite struct ParameterTests {
  private static let parameters = [
    "int": Parameter("int", .integer(3), minimum: 1, maximum: 500),
    "real": Parameter("real", .real(0.5), minimum: 0.25),
    "any": Parameter("any", .real(0)),
    "anyInt": Parameter("anyInt", .integer(0)),
    "bool": Parameter("bool", .boolean(true)),
    "text": Parameter("text", .text("a")),
  ]

  @Test(
    "A text becomes a value of the parameter's type",
    arguments: [
      ("int", "1", ParameterValue.integer(1)), ("int", "500", .integer(500)),
      ("int", "+5", .integer(5)),
      ("real", "0,25", .real(0.25)), ("real", "1e3", .real(1000)), ("any", "-3", .real(-3)),
      ("anyInt", "-9223372036854775808", .integer(.min)), ("bool", "non", .boolean(false)),
      ("bool", "true", .boolean(true)), ("text", "", .text("")), ("text", "3", .text("3")),
    ])
  func values(name: String, text: String, value: ParameterValue) throws {
    #expect(try #require(Self.parameters[name]).parse(text) == value)
  }

  @Test(
    "Other types, values out of bounds and what is no finite number are refused",
    arguments: [
      ("int", "0"), ("int", "501"), ("int", "1.5"), ("int", "1,5"), ("int", "1e1"), ("int", ""),
      ("int", " 5"), ("int", "٣"), ("anyInt", "9223372036854775808"), ("real", "0,2"),
      ("any", "nan"),
      ("any", "inf"), ("any", "-infinity"), ("any", "1e999"), ("any", "1,2,3"), ("any", "a"),
      ("any", ""), ("bool", "1"), ("bool", "TRUE"), ("bool", ""),
    ])
  func refused(name: String, text: String) throws {
    let parameter = try #require(Self.parameters[name])
    #expect(throws: ParameterError.value(text, parameter: parameter)) { try parameter.parse(text) }
  }

  @Test(
    "The error says what is expected",
    arguments: [
      ("int", "un nombre entier entre 1 et 500."), ("real", "un nombre à partir de 0,25."),
      ("any", "un nombre."), ("bool", "true ou false."),
    ])
  func message(name: String, expectation: String) throws {
    let parameter = try #require(Self.parameters[name])
    let error = ParameterError.value("x", parameter: parameter)
    #expect("\(error)".hasSuffix("donne \(expectation)"))
  }
}
