import Document
import Foundation
import Testing

@testable import Publishing

@Suite("The bytes of course material")
struct MaterialBytesTests {
  @Test("Two makings agree, and another date changes the book alone")
  func same() throws {
    var sample = try SampleCourse()
    let first = try MaterialUnderTest(sample).files
    #expect(try MaterialUnderTest(sample).files == first)
    sample.date += 86_400
    let later = try MaterialUnderTest(sample).files
    #expect(first.keys.filter { first[$0] != later[$0] } == ["cours.epub"])
  }

  @Test("What a clock gave is in one file, once")
  func measured() throws {
    let word = "zqmesurexz"
    let mark = Document.measured(word)
    let chapter = WovenChapter(
      number: 1, title: "T \(mark)", summary: mark, parameters: [],
      blocks: [
        .prose(
          Prose(
            "# T \u{E000}\n\n*\u{E000}* `\u{E000}` $\u{E000}$ [\u{E000}](https://a.fr/\u{E000})",
            values: [mark])),
        .prose(
          Prose(
            "- \u{E000}\n\n```\n\u{E000}\n```\n\n| \u{E000} |\n| --- |\n", values: ["a \(mark) b"])),
        .code(Listing("a")), .output("durée : \(mark)\n"), .notice(mark), .notice("Et \(mark)."),
        .table(Table(columns: [.init(mark)], rows: [[mark]])),
      ])
    let course = WovenCourse(
      title: "C", summary: "S", chapters: [chapter], glossary: [],
      provenance: Provenance(version: "1", data: "d", checksum: "0", command: "c", date: 0))
    let material = try MaterialUnderTest(course)
    for (path, data) in material.files where path != "mesures.js" {
      #expect(data.range(of: Data(word.utf8)) == nil, "\(path)")
    }
    for (name, data, _) in material.book {
      #expect(data.range(of: Data(word.utf8)) == nil, "\(name)")
    }
    let measures = try #require(material.json("mesures.js") as? [String: String])
    #expect(Set(measures.values) == [word])
    let page = try material.text("chapitre-1.html")
    let shown = try #require(material.pages.first { $0.path == "chapitre-1.html" })
    for name in shown.page.values(of: "data-measure") { #expect(measures[name] == word) }
    // The notice that is a measure as a whole, and an address that is none with a mark in it, are
    // named, and shown nowhere.
    let hidden = measures.keys.filter { !page.contains("(mesure \($0))") }
    #expect(hidden.count == 2, "\(hidden)")
  }

  @Test("A ZIP archive holds its files in order, the first as it is, whatever the time zone")
  func archive() throws {
    var archive = ZIPArchive(date: Date(timeIntervalSince1970: 1_700_000_000))
    archive.add(Data("application/epub+zip".utf8), as: "mimetype", isCompressed: false)
    archive.add(Data(repeating: 97, count: 10_000), as: "é/a.txt")
    archive.add(Data(), as: "vide")
    let data = try archive.data()
    #expect(data.prefix(4) == Data("PK\u{3}\u{4}".utf8))
    #expect(data[30..<58] == Data("mimetypeapplication/epub+zip".utf8))
    #expect(data.count < 1_000)
    let files = try MaterialUnderTest.unpacked(data)
    #expect(files.map(\.name) == ["mimetype", "é/a.txt", "vide"])
    #expect(files[0].isStored && !files[1].isStored)
    #expect(files[1].data.count == 10_000)
  }

  @Test("The book begins with its type, and dates are those of universal time")
  func timeZone() async throws {
    await #expect(processExitsWith: .success) {
      func book() throws -> Data {
        var archive = ZIPArchive(date: Date(timeIntervalSince1970: 1_700_000_000))
        archive.add(Data("a".utf8), as: "a")
        return try archive.data()
      }
      setenv("TZ", "UTC", 1)
      tzset()
      let first = try book()
      setenv("TZ", "Pacific/Auckland", 1)
      tzset()
      exit(try book() == first ? 0 : 1)
    }
    let book = try MaterialUnderTest(SampleCourse()).book
    #expect(book.first?.name == "mimetype")
    #expect(book.first?.isStored == true)
  }
}
