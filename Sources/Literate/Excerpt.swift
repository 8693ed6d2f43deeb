import Document
import FrenchText

/// A region of a source file, between `// snippet.NAME` and `// snippet.end`.
enum Excerpt {
  /// The region that `reference`, `path#region`, names, without its English comments and the
  /// indentation that its lines share.
  ///
  /// - Parameter read: gives a file's text by its path relative to the package.
  static func listing(
    _ reference: String, at location: SourceLocation, read: (String) throws -> String
  ) throws -> Listing {
    let parts = reference.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ChapterError(
        .optionValue(
          key: "source", value: reference, expected: "écris « Sources/Module/Fichier.swift#nom »"),
        at: location)
    }
    let (file, region) = (parts[0], parts[1])
    guard !file.hasPrefix("/"), !file.split(separator: "/").contains(".."),
      let text = try? read(file)
    else { throw ChapterError(.excerptFile(file), at: location) }

    let lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
    let markers = lines.map { $0.wholeMatch(of: /\s*\/\/ snippet\.(\w+)\s*/)?.output.1 }
    guard let start = markers.firstIndex(where: { $0 == region[...] }), region != "end" else {
      let names = markers.compactMap { $0 }.filter { $0 != "end" }.map(String.init)
      throw ChapterError(
        .excerptRegion(
          file: file, region: region, suggestion: suggestion(for: region, among: names)),
        at: location)
    }
    guard let end = markers[(start + 1)...].firstIndex(where: { $0 != nil }), markers[end] == "end"
    else { throw ChapterError(.excerptUnclosed(file: file, region: region), at: location) }
    return Listing(
      dedent(lines[(start + 1)..<end].compactMap(uncommented)), role: .excerpt, origin: file)
  }

  /// The line without the comment at its end; nil where it is nothing else.
  private static func uncommented(_ line: String) -> String? {
    guard let comment = line.firstMatch(of: /\s*\/\/.*$/) else { return line }
    let code = line[..<comment.range.lowerBound]
    // Quotes that are open hold no comment.
    guard code.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return line }
    return code.isEmpty ? nil : String(code)
  }

  private static func dedent(_ lines: [String]) -> String {
    let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map {
      $0.prefix { $0 == " " }.count
    }
    let shared = indents.min() ?? 0
    return lines.map { String($0.dropFirst(shared)) }.joined(separator: "\n")
  }
}
