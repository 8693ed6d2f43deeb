import Foundation
import Testing

@Suite(
  "A chapter's pictures in a terminal",
  .enabled(if: Gnuplot.isInstalled, "gnuplot is not installed")
)
struct TerminalPicturesTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
  }

  private func screen(
    answering answer: String, columns: UInt16 = 90, options: [String] = []
  ) async throws -> String {
    let outcome = try await Terminal.run(
      ["chapter", "3", "-P", "epochs=2", "-P", "contestEpochs=1", "--no-code"]
        + ["--data", directory.path, "--output", directory.path + "/figures"] + options,
      columns: columns, environment: ["TERM": "xterm-256color"], answering: answer)
    #expect(outcome.status == 0)
    return outcome.screen
  }

  @Test(
    "kitty's answer brings PNG files, dark ones on a dark ground, with their captions and paths")
  func kitty() async throws {
    let screen = try await screen(
      answering: "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}]11;rgb:1111/1111/1111\u{1B}\\\u{1B}[?62;c")
    let pictures = screen.matches(of: /\u{1B}_Ga=T,f=100,t=d,q=2,c=90,r=[0-9]+,m=1;iVBORw0KGgo/)
    #expect(pictures.count == screen.matches(of: /(?m)^  .*figures\/chapitre-3\/.*\.png/).count)
    #expect(!pictures.isEmpty)
  }

  @Test("sixel among the attributes brings strips that end, no wider than the page's pixels")
  func sixel() async throws {
    let screen = try await screen(answering: "\u{1B}[4;480;560t\u{1B}[?62;4c")
    #expect(screen.contains("\u{1B}Pq\"1;1;560;350"))
    #expect(screen.contains("\u{1B}\\\n"))
  }

  @Test(
    "letters alone stay letters: no picture where none is announced, or where text is asked for")
  func letters() async throws {
    for (answer, options) in [
      ("\u{1B}[?62;22c", []), ("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c", ["--figures", "text"]),
    ] {
      let screen = try await screen(answering: answer, options: options)
      #expect(!screen.contains("\u{1B}_Ga=") && !screen.contains("\u{1B}P"))
    }
  }
}
