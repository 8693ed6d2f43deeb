import Testing

@testable import Downloads

@Suite("Heads of HTTP answers")
struct AnswerHeadTests {
  @Test("a head is read whatever the case of its fields")
  func fields() {
    let head = AnswerHead(lines: [
      "HTTP/1.1 206 Partial Content\r\n", "CONTENT-RANGE: bytes 5-9/10\r\n",
      "content-length:5\r\n", "ETag: \"a\"\r\n", "\r\n",
    ])
    #expect(head?.status == 206)
    #expect(head?.range?.first == 5 && head?.range?.total == 10)
    #expect(head?.length == 5)
    #expect(head?.validator == "\"a\"")
  }

  @Test("what is no head is none", arguments: [[], [""], ["HTTP/1.1"], ["HTTP/1.1 OK"], ["x é٣"]])
  func none(lines: [String]) { #expect(AnswerHead(lines: lines) == nil) }

  @Test(
    "a validator that cannot be sent back is left out",
    arguments: ["W/\"weak\"", "", "caf\u{E9}", "a\u{1B}[31m", String(repeating: "x", count: 201)])
  func validators(tag: String) {
    let date = "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT"
    let head = AnswerHead(lines: ["HTTP/2 200", "ETag: \(tag)", date])
    #expect(head?.validator == "Mon, 01 Jan 2024 00:00:00 GMT")
  }

  @Test(
    "a range that says nothing sure is none",
    arguments: [
      "", "bytes", "bytes */10", "bytes 1-2", "bytes -1-2/3", "bytes 1-2/x", "octets 1-2/3",
      "bytes 99999999999999999999-2/3",
    ])
  func ranges(text: String) { #expect(AnswerHead.Range(text) == nil) }

  @Test("lengths are natural numbers", arguments: ["-1", "x", "99999999999999999999", "1 2"])
  func lengths(text: String) {
    #expect(AnswerHead(lines: ["HTTP/1.1 200 OK", "Content-Length: \(text)"])?.length == nil)
  }
}
