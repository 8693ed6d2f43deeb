import Document
import FrenchText
import Yams

/// The root of a YAML document, `nil` when it is empty.
///
/// - Parameters:
///   - first: the place of the YAML's first line.
///   - problem: what a syntax error's French description becomes.
/// - Throws: `ChapterError` at the line where the parser stopped.
func parseYAML(
  _ yaml: String, from first: SourceLocation, _ problem: (String) -> ChapterError.Problem
) throws -> Node? {
  // Aliases of aliases as keys would keep the parser busy for ever, and nobody needs them here.
  if let anchor = yaml.firstMatch(of: /(?m)(^|[\s:,\[{-])&[^\s,\[\]{}]/) {
    let line = yaml[..<anchor.range.lowerBound].count { $0 == "\n" }
    throw ChapterError(
      problem("les ancres YAML, « &nom », n’y sont pas admises"), at: first.advanced(by: line))
  }
  do {
    return try Yams.compose(yaml: SourceText.withoutByteOrderMark(yaml))
  } catch let error as YamlError {
    let (message, line) = french(error)
    throw ChapterError(problem(message), at: first.advanced(by: line - 1))
  }
}

extension SourceLocation {
  /// The place of a node in a YAML text whose first line is here.
  func place(of node: Node) -> SourceLocation { advanced(by: (node.mark?.line ?? 1) - 1) }

  func advanced(by lines: Int) -> SourceLocation {
    SourceLocation(file: file, line: max(1, line + lines))
  }
}

/// What is wrong, and on which line of the YAML.
private func french(_ error: YamlError) -> (message: String, line: Int) {
  switch error {
  case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
    (
      "vérifie les retraits, et mets entre guillemets un texte qui contient « : » ou « # »",
      mark.line
    )
  case .duplicatedKeysInMapping(let keys, let context):
    ("la clé « \(keys.first ?? "") » y est deux fois", context.mark.line)
  default:
    ("le texte contient un caractère que YAML n’admet pas", 1)
  }
}
