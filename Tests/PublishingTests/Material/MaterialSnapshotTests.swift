import Foundation
import Testing

@testable import Publishing

@Suite("What each format makes of the sample course")
struct MaterialSnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

  private let material: MaterialUnderTest

  init() throws { material = try MaterialUnderTest(SampleCourse()) }

  @Test(
    "A file looks as recorded",
    arguments: [
      "index.html", "chapitre-3.html", "glossaire.html", "recherche.js", "mesures.js",
      "lecteur-donnees.js", "markdown/README.md", "markdown/chapitre-3.md",
      "markdown/glossaire.md", "carnets/chapitre-3.ipynb", "swift/chapitre-3.swift",
    ])
  func files(path: String) throws {
    // Not a source of this package, for tools that look for them.
    let name = path.replacing("/", with: "-").replacing(".swift", with: ".swift.txt")
    try Snapshot.check(
      try material.text(path), named: "Material/\(name)", directory: Self.folder)
  }

  @Test(
    "A file of the book looks as recorded",
    arguments: ["livre.opf", "nav.xhtml", "chapitre-3.xhtml", "colophon.xhtml"])
  func book(name: String) throws {
    try Snapshot.check(
      try material.inBook("EPUB/\(name)"), named: "Material/livre-\(name)",
      directory: Self.folder)
  }
}
