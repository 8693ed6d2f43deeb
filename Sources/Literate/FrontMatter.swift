import Document
import FrenchText
import Yams

/// The words of Swift that cannot name a constant.
private let reservedWords: Set<String> = [
  "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
  "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
  "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
  "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
  "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
  "throws", "true", "try", "typealias", "var", "where", "while",
]

/// A chapter's YAML header.
public struct FrontMatter: Sendable, Equatable {
  public let title: String
  /// One sentence for the catalogue.
  public let summary: String
  /// The letter of the published document that the chapter reproduces.
  public let document: String
  public let parameters: [Parameter]

  static let keys = ["title", "summary", "document", "parameters"]
  static let parameterKeys = ["value", "minimum", "maximum", "summary"]

  /// Reads the header's YAML.
  ///
  /// - Parameter location: the place of the YAML's first line, below the opening `---`.
  init(yaml: String, at location: SourceLocation) throws {
    let root = try parseYAML(yaml, from: location) { .frontMatter($0) }
    guard let mapping = root?.mapping else {
      throw ChapterError(.frontMatter("des clés et des valeurs sont attendues"), at: location)
    }
    try Self.checkKeys(of: mapping, among: Self.keys, from: location)
    guard let title = mapping["title"]?.string, !title.isEmpty else {
      throw ChapterError(.titleMissing, at: location)
    }
    self.title = title
    summary = mapping["summary"]?.string ?? ""
    document = mapping["document"]?.string ?? ""
    parameters = try Self.parameters(mapping["parameters"], at: location)
  }

  private static func checkKeys(
    of mapping: Node.Mapping, among known: [String], from location: SourceLocation
  ) throws {
    for node in mapping.keys {
      let key = node.string ?? ""
      guard !known.contains(key) else { continue }
      throw ChapterError(
        .frontMatterKey(key, suggestion: suggestion(for: key, among: known)),
        at: location.place(of: node))
    }
  }

  private static func parameters(
    _ node: Node?, at location: SourceLocation
  ) throws -> [Parameter] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      throw ChapterError(
        .frontMatter("« parameters » attend des lignes « nom: valeur »"),
        at: location.place(of: node))
    }
    return try mapping.map { key, node in
      let name = key.string ?? ""
      let place = location.place(of: key)
      guard name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil else {
        throw ChapterError(
          .parameter(name, "doit s’écrire en lettres sans accent et chiffres, minuscule d’abord"),
          at: place)
      }
      guard !reservedWords.contains(name) else {
        throw ChapterError(
          .parameter(name, "porte un nom réservé par Swift : choisis-en un autre"), at: place)
      }
      return try parameter(name, node, at: place, in: location)
    }
  }

  private static func parameter(
    _ name: String, _ node: Node, at place: SourceLocation, in location: SourceLocation
  ) throws -> Parameter {
    guard let details = node.mapping else {
      return Parameter(name, try value(of: node, name, at: place))
    }
    try checkKeys(of: details, among: parameterKeys, from: location)
    guard let valueNode = details["value"] else {
      throw ChapterError(.parameter(name, "n’a pas de valeur : ajoute « value: … »"), at: place)
    }
    let parameter = Parameter(
      name, try value(of: valueNode, name, at: place),
      minimum: try bound(details["minimum"], name, at: place),
      maximum: try bound(details["maximum"], name, at: place),
      summary: details["summary"]?.string)
    guard parameter.accepts(parameter.value) else {
      throw ChapterError(.parameter(name, "sort de ses propres bornes"), at: place)
    }
    return parameter
  }

  private static func value(
    of node: Node, _ name: String, at place: SourceLocation
  ) throws -> ParameterValue {
    guard let scalar = node.scalar else {
      throw ChapterError(.parameter(name, "doit être un nombre, un booléen ou un texte"), at: place)
    }
    switch node.tag {
    case Tag(.int): if let value = Int(scalar.string) { return .integer(value) }
    case Tag(.float):
      if let value = Double(scalar.string), value.isFinite { return .real(value) }
    case Tag(.bool): if let value = Bool.construct(from: scalar) { return .boolean(value) }
    case Tag(.null): throw ChapterError(.parameter(name, "n’a pas de valeur"), at: place)
    default: return .text(scalar.string)
    }
    throw ChapterError(
      .parameter(name, "ne se lit pas comme un nombre : écris-le en décimal, ou entre guillemets"),
      at: place)
  }

  private static func bound(
    _ node: Node?, _ name: String, at place: SourceLocation
  ) throws -> Double? {
    guard let node else { return nil }
    guard let bound = node.string.flatMap(Double.init), bound.isFinite else {
      throw ChapterError(.parameter(name, "a une borne qui n’est pas un nombre"), at: place)
    }
    return bound
  }
}
