import Foundation

/// The targets of `Package.swift`, as its text declares them.
struct Manifest {
  struct Target: Equatable {
    let name: String
    /// Its folder in the package.
    let path: String
    /// The targets it depends on, and what is no literal, such as a constant's name.
    let dependencies: Set<String>
  }

  let targets: [Target]

  init(_ text: String) {
    let tokens = Self.tokens(of: text)
    var declared: [Target] = []
    for index in tokens.indices.dropLast(2)
    where Self.kinds.contains(tokens[index]) && tokens[index + 1] == "(" {
      let arguments = Self.arguments(of: tokens[(index + 2)...])
      // In the helper functions, the name is no literal.
      guard let name = (arguments["name"] ?? arguments[""])?.first.flatMap(Self.literal) else {
        continue
      }
      let dependencies =
        tokens[index] == "room"
        ? arguments[""]?.dropFirst() ?? [] : arguments["dependencies"]?[...] ?? []
      declared.append(
        Target(
          name: name,
          path: arguments["path"]?.first.flatMap(Self.literal) ?? "Sources/\(name)",
          dependencies: Set(dependencies.filter(Self.isWord).map { Self.literal($0) ?? $0 })))
    }
    let others = Self.outside(tokens)
    // A dependency written `.target(name: "Files")` reads as a declaration without any of its own.
    targets = Dictionary(grouping: declared, by: \.name).map { name, all in
      let path = all.map(\.path).first { $0 != "Sources/\(name)" } ?? "Sources/\(name)"
      let dependencies = all.reduce(into: Set()) { $0.formUnion($1.dependencies) }
      return Target(name: name, path: path, dependencies: dependencies.subtracting(others))
    }.sorted { $0.name < $1.name }
  }

  private static let kinds: Set = ["room", ".target", ".executableTarget", ".systemLibrary"]

  /// The names of other packages' products: the constants that stand for one, and Yams.
  private static func outside(_ tokens: [String]) -> Set<String> {
    var names: Set = ["Yams"]
    for index in tokens.indices.dropLast(6)
    where tokens[index] == "let" && tokens[index + 5] == ".product" {
      names.insert(tokens[index + 1])
    }
    return names
  }

  /// Words, literals and signs, without the comments.
  private static func tokens(of text: String) -> [String] {
    let token = /\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|\.?[A-Za-z_][A-Za-z_0-9]*(?:\.[A-Z][A-Za-z]*)?|\S/
    return text.matches(of: token).map { String($0.output) }.filter { !$0.hasPrefix("//") }
  }

  /// The tokens of a call's arguments by their labels, in order.
  private static func arguments(of tokens: ArraySlice<String>) -> [String: [String]] {
    var (depth, label, found) = (1, "", [String: [String]]())
    for index in tokens.indices {
      let token = tokens[index]
      if "([{".contains(token) { depth += 1 }
      if ")]}".contains(token) { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, token == "," {
        label = ""
      } else if index + 1 < tokens.endIndex, tokens[index + 1] == ":" {
        if depth == 1 { label = token }
      } else if token != ":" {
        found[label, default: []].append(token)
      }
    }
    return found
  }

  private static func isWord(_ token: String) -> Bool {
    token.first.map { $0 == "\"" || $0.isLetter } ?? false
  }

  private static func literal(_ token: String) -> String? {
    token.hasPrefix("\"") ? String(token.dropFirst().dropLast()) : nil
  }
}
