import Foundation
import Testing

@testable import Publishing

@Suite("Courses of every shape")
struct RandomCourseTests {
  @Test("No format loses a text, and every page is whole", arguments: 0..<60)
  func everyText(seed: Int) throws {
    var random = RandomCourse(seed: seed, figures: try SampleFigures())
    let material = try MaterialUnderTest(try random.course())
    for format in MaterialUnderTest.formats {
      let found = try material.words(of: format)
      let lost = random.words.filter { $0.formats.contains(format) && !found.contains($0.text) }
      #expect(lost.isEmpty, "\(format): \(lost.map(\.text))")
    }
    expectWholePages(material)
    for (alternative, caption) in random.alternatives {
      for (path, page) in material.pages {
        for image in page.elements where image.attributes["alt"]?.contains(alternative) == true {
          #expect(image.attributes["alt"]?.contains(caption) == false, "\(path)")
        }
      }
    }
  }

  @Test("The sample course's pages are whole as well")
  func sample() throws { expectWholePages(try MaterialUnderTest(SampleCourse())) }

  /// Expects XML, ids given once, and links and pictures that lead somewhere.
  private func expectWholePages(_ material: MaterialUnderTest) {
    let pages = material.pages
    for (path, page) in pages {
      #expect(page.error == nil, "\(path)")
      let ids = Dictionary(page.ids.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
      #expect(ids.isEmpty, "\(path): \(ids.keys)")
      for address in page.values(of: "href") where !address.contains("://") {
        let parts = address.split(separator: "#", omittingEmptySubsequences: false)
        let target = resolved(String(parts[0]), from: path)
        let isThere =
          path.hasPrefix("EPUB") || path.hasPrefix("META")
          ? material.book.contains { $0.name == target } : material.files[target] != nil
        #expect(isThere, "\(path): \(address)")
        guard parts.count > 1, let other = pages.first(where: { $0.path == target }) else {
          continue
        }
        #expect(other.page.ids.contains(String(parts[1])), "\(path): \(address)")
      }
      for address in page.values(of: "src") {
        let target = resolved(address, from: path)
        #expect(
          material.files[target] != nil || material.book.contains { $0.name == target },
          "\(path): \(address)")
      }
    }
  }

  private func resolved(_ address: String, from path: String) -> String {
    guard !address.isEmpty else { return path }
    return path.hasPrefix("EPUB/") ? "EPUB/\(address)" : address
  }
}
