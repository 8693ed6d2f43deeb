import Foundation

/// The map of the modules in `ARCHITECTURE.md`: its table and its drawing.
struct HouseMap {
  struct Row: Equatable {
    let module: String
    let dependencies: [String]
  }

  /// From top to bottom.
  let rows: [Row]
  /// The arrows that are drawn, by the module where they begin.
  let arrows: [String: Set<String>]

  init(_ text: String) {
    let lines = text.split(separator: "\n")
    rows = lines.compactMap { line in
      guard let match = line.wholeMatch(of: /\| `(\w+)` \| .+ \| (.+) \|/) else { return nil }
      return Row(
        module: String(match.1),
        dependencies: match.2.matches(of: /`(\w+)`/).map { String($0.1) })
    }
    var arrows: [String: Set<String>] = [:]
    for line in lines {
      guard let match = line.wholeMatch(of: #/  (\w+) --> ([\w &]+)/#) else { continue }
      let ends = match.2.split(separator: " & ").map(String.init)
      arrows[String(match.1), default: []].formUnion(ends)
    }
    self.arrows = arrows
  }
}

/// All that can be reached by following arrows.
func reachable(from start: String, by arrows: [String: Set<String>]) -> Set<String> {
  var (found, open) = (Set<String>(), [start])
  while let module = open.popLast() {
    for next in arrows[module] ?? [] where found.insert(next).inserted { open.append(next) }
  }
  return found
}
