import Foundation
import FrenchText
import Testing

@testable import workbook

/// What the pages for readers say of the program, held against it.
@Suite("README and its pages")
struct ReadmeTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let pages = [
    "README.md", "ARCHITECTURE.md", "docs/COMMANDES.md", "docs/CHAPITRES.md",
    "docs/COURS.md",
    "Benchmarks/README.md", "Fuzzing/README.md", "Tests/FaultTests/README.md",
  ]

  private static func text(_ page: String) throws -> String {
    try String(contentsOf: package.appending(path: page), encoding: .utf8)
  }

  @Test("each link leads to a file of the package", arguments: pages)
  func links(page: String) throws {
    let folder = Self.package.appending(path: page).deletingLastPathComponent()
    let links = try Self.text(page).matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
    for link in links {
      let path = folder.appending(path: link).standardizedFileURL.path
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
  }

  @Test("the pictures are there, and small", arguments: ["page", "figure"])
  func pictures(name: String) throws {
    let picture = try Data(contentsOf: Self.package.appending(path: "docs/\(name).png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count < 150_000)
    #expect(try Self.text("README.md").contains("](docs/\(name).png)"))
  }

  @Test("the table of chapters is the course")
  func chapters() throws {
    let rows = try Self.text("README.md").matches(of: #/(?m)^\| ([0-9]+) \| (.+?) \| [A-E] \|/#)
      .map { "\($0.1) \($0.2)" }
    let folder = Self.package.appending(path: "chapters").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let chapters = try files.filter { $0.hasSuffix(".md") }.compactMap { file -> String? in
      let number = try #require(Int(file.prefix { $0.isNumber }))
      let title = try Self.text("chapters/\(file)").firstMatch(of: /(?m)^title: "?(.+?)"?$/)?.1
      return title.map { "\(number) \($0)".replacing("'", with: "’") }
    }
    #expect(rows.map(Self.plain) == chapters.map(Self.plain))
  }

  @Test("the table of exit statuses is complete")
  func statuses() throws {
    let table = try Self.text("README.md").components(separatedBy: "## États de sortie").last ?? ""
    let rows = table.prefix { $0 != "#" }.matches(of: /(?m)^\| ([0-9, ]+) \|/)
    let told = rows.flatMap { $0.1.matches(of: /[0-9]+/).compactMap { Int32($0.output) } }
    #expect(told.sorted() == ExitStatus.allCases.map(\.rawValue).sorted())
  }

  @Test("each command is told, in README and in the page of all commands")
  func commands() throws {
    let (readme, page) = (try Self.text("README.md"), try Self.text("docs/COMMANDES.md"))
    for name in Workbook.configuration.subcommands.compactMap({ $0.configuration.commandName }) {
      #expect(readme.contains("./workbook \(name)") || readme.contains("`\(name)`"), "\(name)")
      #expect(page.contains("| `./workbook \(name)"), "\(name)")
    }
  }

  @Test("the variables that the program reads are told, but for the script's own")
  func variables() throws {
    let page = try Self.text("docs/COMMANDES.md")
    let folder = Self.package.appending(path: "Sources").path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let names = try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        .matches(of: /"(WORKBOOK_[A-Z]+)"/).map { String($0.1) }
    }
    let own: Set = ["WORKBOOK_SCRIPT", "WORKBOOK_COMMIT", "WORKBOOK_RUN"]
    #expect(names.contains("WORKBOOK_MIRRORS"))
    for name in Set(names).subtracting(own) { #expect(page.contains("| `\(name)` |"), "\(name)") }
  }

  /// Without no-break spaces.
  private static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
}
