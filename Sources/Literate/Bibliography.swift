import Document
import FrenchText
import Yams

/// The works that chapters cite, from a CSL-YAML file (the format that pandoc and Zotero share).
public struct Bibliography: Sendable, Equatable {
  /// One cited work.
  public struct Work: Sendable, Equatable {
    public let key: String
    /// Family and given names, in the order of the publication.
    public let authors: [Author]
    public let year: String
    public let title: String
    /// The journal, proceedings or book it appeared in.
    public let container: String?
    public let address: String?
    /// The language of the title, where it is not French.
    public let language: String?
  }

  public struct Author: Sendable, Equatable {
    public let family, given: String
  }

  private let works: [String: Work]

  /// A bibliography without works.
  public init() { works = [:] }

  /// Reads `references:`, a list of works with `id`, `author`, `issued`, `title`.
  public init(file: String, text: String) throws {
    let start = SourceLocation(file: file, line: 1)
    let root = try parseYAML(text, from: start) { .references($0) }
    var works: [String: Work] = [:]
    guard let list = root?["references"]?.sequence else {
      throw ChapterError(.references("une liste « references: » est attendue"), at: start)
    }
    for node in list {
      let place = start.place(of: node)
      guard let key = node["id"]?.string, let title = node["title"]?.string,
        let year = node["issued"]?["year"]?.scalar?.string
      else {
        throw ChapterError(
          .references("chaque ouvrage a besoin de « id », « title », « issued: {year: … } »"),
          at: place)
      }
      let authors = (node["author"]?.array() ?? []).map {
        Author(family: $0["family"]?.string ?? "", given: $0["given"]?.string ?? "")
      }
      guard works[key] == nil else {
        throw ChapterError(.references("l’ouvrage « \(key) » y est deux fois"), at: place)
      }
      works[key] = Work(
        key: key, authors: authors, year: year, title: title,
        container: node["container-title"]?.string,
        address: node["URL"]?.string ?? node["DOI"]?.string.map { "https://doi.org/\($0)" },
        language: node["language"]?.string)
    }
    self.works = works
  }

  func work(_ key: String, at location: SourceLocation) throws -> Work {
    guard let work = works[key] else {
      throw ChapterError(
        .unknownReference(key, suggestion: suggestion(for: key, among: works.keys.sorted())),
        at: location)
    }
    return work
  }
}

extension Bibliography.Work {
  /// "Glorot et Bengio", "LeCun et coll.".
  var shortAuthors: String {
    switch authors.count {
    case 0: title
    case 1: authors[0].family
    case 2: "\(authors[0].family) et \(authors[1].family)"
    default: "\(authors[0].family) et coll."
    }
  }

  /// The entry in the list of references, as Markdown.
  var entry: String {
    let names = authors.map { author in
      author.given.isEmpty ? author.family : "\(author.family), \(author.given)"
    }.joined(separator: " ; ")
    let place = container.map { " \($0)." } ?? ""
    let link = address.map { " <\($0)>" } ?? ""
    let head = names.isEmpty ? "*\(title)* (\(year))." : "\(names) (\(year)). *\(title)*."
    return head + place + link
  }
}
