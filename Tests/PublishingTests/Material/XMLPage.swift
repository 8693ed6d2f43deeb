import Foundation
import FoundationXML

/// What an XML parser makes of a page.
final class XMLPage: NSObject, XMLParserDelegate {
  struct Element: Equatable {
    var depth: Int
    var name: String
    var attributes: [String: String]
    /// Whether it is a part of code or of a formula.
    var isInCode: Bool

    /// Its shape without what texts make of it.
    var outline: String { "\(depth) \(name) \(attributes.keys.sorted().joined(separator: " "))" }
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private(set) var error: String?
  private var open: [String] = []

  init(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    if !parser.parse() {
      error = "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")"
    }
  }

  convenience init(_ markup: String) { self.init(Data(markup.utf8)) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(
      Element(
        depth: open.count, name: name, attributes: attributes,
        isInCode: open.contains("pre") || open.contains("math")))
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  func values(of attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }

  /// All that a reader may get to know: text and the values of attributes.
  var words: String {
    ([text] + elements.flatMap { $0.attributes.values }).joined(separator: "\n")
  }
}
