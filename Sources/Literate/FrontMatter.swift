import Yams

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
  /// - Parameter location: the place of the opening `---`.
  init(yaml: String, at location: SourceLocation) throws {
    let root = try parseYAML(yaml) { ChapterError(.frontMatter($0), at: location) }
    guard let mapping = root?.mapping else {
      throw ChapterError(.frontMatter("des clés et des valeurs sont attendues"), at: location)
    }
    for key in mapping.keys.compactMap(\.string) where !Self.keys.contains(key) {
      throw ChapterError(
        .frontMatterKey(key, suggestion: suggestion(for: key, among: Self.keys)), at: location)
    }
    guard let title = mapping["title"]?.string, !title.isEmpty else {
      throw ChapterError(.titleMissing, at: location)
    }
    self.title = title
    summary = mapping["summary"]?.string ?? ""
    document = mapping["document"]?.string ?? ""
    parameters = try Self.parameters(mapping["parameters"], at: location)
  }

  private static func parameters(
    _ node: Node?, at location: SourceLocation
  ) throws -> [Parameter] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      throw ChapterError(.frontMatter("parameters: nom: valeur"), at: location)
    }
    return try mapping.map { key, node in
      let name = key.string ?? ""
      let place = SourceLocation(
        file: location.file, line: location.line + (key.mark?.line ?? 0))
      guard name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil else {
        throw ChapterError(.parameter(name, "n’est pas un nom de constante Swift"), at: place)
      }
      return try parameter(name, node, at: place)
    }
  }

  private static func parameter(
    _ name: String, _ node: Node, at place: SourceLocation
  ) throws -> Parameter {
    guard let details = node.mapping else {
      return Parameter(name, try value(of: node, name, at: place))
    }
    for key in details.keys.compactMap(\.string) where !parameterKeys.contains(key) {
      throw ChapterError(
        .frontMatterKey(key, suggestion: suggestion(for: key, among: parameterKeys)), at: place)
    }
    guard let valueNode = details["value"] else {
      throw ChapterError(.parameter(name, "n’a pas de valeur : ajoute « value: … »"), at: place)
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
    case Tag(.float): if let value = Double(scalar.string) { return .real(value) }
    case Tag(.bool): return .boolean(scalar.string.lowercased() == "true")
    default: return .text(scalar.string)
    }
    throw ChapterError(.parameter(name, "ne se lit pas comme un nombre"), at: place)
  }

  private static func bound(
    _ node: Node?, _ name: String, at place: SourceLocation
  ) throws -> Double? {
    guard let node else { return nil }
    guard let bound = node.string.flatMap(Double.init) else {
      throw ChapterError(.parameter(name, "a une borne qui n’est pas un nombre"), at: place)
    }
    return bound
  }
}

/// The root of a YAML document, `nil` when it is empty; syntax errors become the error that
/// `failure` makes of their message.
func parseYAML(_ yaml: String, failure: (String) -> ChapterError) throws -> Node? {
  do {
    return try Yams.compose(yaml: yaml)
  } catch {
    throw failure("\(error)".split(separator: "\n").joined(separator: " "))
  }
}
