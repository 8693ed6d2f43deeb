import CZip
import Document
import Foundation
import Testing

@testable import Publishing

/// The material of a course, taken apart.
struct MaterialUnderTest {
  static let formats: Set<MaterialFormat> = [.html, .epub, .ipynb, .markdown, .swift]

  let files: [String: Data]
  /// The files of the EPUB, in their order.
  let book: [(name: String, data: Data, isStored: Bool)]

  init(_ sample: SampleCourse) throws {
    // Its figures are files that go with it.
    self = try withExtendedLifetime(sample) { try MaterialUnderTest(sample.course) }
  }

  init(_ course: WovenCourse) throws {
    files = try Material.make(course, as: Self.formats).files
    book = try Self.unpacked(try #require(files["cours.epub"]))
  }

  func text(_ path: String) throws -> String {
    String(decoding: try #require(files[path], "\(path)"), as: UTF8.self)
  }

  func inBook(_ path: String) throws -> String {
    String(decoding: try #require(book.first { $0.name == path }, "\(path)").data, as: UTF8.self)
  }

  /// The pages of the site and of the book, by path.
  var pages: [(path: String, page: XMLPage)] {
    let site = files.filter { $0.key.hasSuffix(".html") }.map { ($0.key, $0.value) }
    let inBook = book.filter { !$0.name.hasSuffix(".png") && !$0.name.hasSuffix(".css") }
      .filter { $0.name != "mimetype" }.map { ("\($0.name)", $0.data) }
    return (site + inBook).sorted { $0.0 < $1.0 }.map { ($0.0, XMLPage($0.1)) }
  }

  /// What a reader of one format gets to know.
  func words(of format: MaterialFormat) throws -> String {
    switch format {
    case .html: pages.filter { $0.path.hasSuffix(".html") }.map(\.page.words).joined()
    case .epub: pages.filter { $0.path.hasPrefix("EPUB/") }.map(\.page.words).joined()
    case .ipynb: try joined(".ipynb") { Self.strings(try JSONSerialization.jsonObject(with: $0)) }
    case .markdown: joined(".md") { String(decoding: $0, as: UTF8.self) }
    case .swift: joined(".swift") { String(decoding: $0, as: UTF8.self) }
    case .pdf: ""
    }
  }

  private func joined(_ ending: String, _ words: (Data) throws -> String) rethrows -> String {
    try files.filter { $0.key.hasSuffix(ending) }.map { try words($0.value) }.joined()
  }

  private static func strings(_ json: Any) -> String {
    switch json {
    case let text as String: text
    case let list as [Any]: list.map(strings).joined()
    case let object as [String: Any]: object.map { $0.key + strings($0.value) }.joined()
    default: ""
    }
  }

  /// The value that a script of the site gives its one variable.
  func json(_ script: String) throws -> Any {
    let source = try text(script)
    let start = try #require(source.range(of: "window."))
    let equals = try #require(source[start.upperBound...].firstIndex(of: "="))
    let end = try #require(source.lastIndex(of: ";"))
    let value = source[source.index(after: equals)..<end]
    return try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
  }

  static func unpacked(
    _ archive: Data
  ) throws -> [(name: String, data: Data, isStored: Bool)] {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(1, archive.count), alignment: 1)
    archive.copyBytes(to: bytes.assumingMemoryBound(to: UInt8.self), count: archive.count)
    defer { bytes.deallocate() }
    let source = zip_source_buffer_create(bytes, zip_uint64_t(archive.count), 0, nil)
    let zip = try #require(zip_open_from_source(source, ZIP_RDONLY, nil))
    defer { zip_discard(zip) }
    return try (0..<zip_uint64_t(zip_get_num_entries(zip, 0))).map { index in
      var status = zip_stat_t()
      try #require(zip_stat_index(zip, index, 0, &status) == 0)
      let file = try #require(zip_fopen_index(zip, index, 0))
      defer { zip_fclose(file) }
      var data = Data(count: Int(status.size))
      let count = data.withUnsafeMutableBytes {
        zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
      }
      try #require(count == data.count)
      return (
        String(cString: status.name), data, Int32(status.comp_method) == ZIP_CM_STORE
      )
    }
  }
}
