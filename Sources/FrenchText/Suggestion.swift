/// The candidate that a mistyped word most likely meant: the nearest one by edit distance, if it is
/// near enough (a third of the word's length, at least 2) and has something of it; capitals make no
/// difference.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let typed = word.prefix(100).lowercased()
  let limit = max(2, typed.count / 3)
  let distances = candidates.map {
    (candidate: $0, distance: editDistance(typed, $0.lowercased()))
  }
  guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
  let longest = max(typed.count, best.candidate.count)
  return best.distance <= limit && best.distance < longest ? best.candidate : nil
}

/// The question that ends a sentence on a mistyped word, " ; voulais-tu dire « epochs » ?"; nothing
/// where nothing is suggested.
public func didYouMean(_ meant: String?) -> String {
  meant.map { " ; voulais-tu dire \(quoted($0)) ?" } ?? ""
}

/// The least number of insertions, deletions and replacements that turn one word into the other
/// (Levenshtein 1966), over at most their first 100 characters.
func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left.prefix(100)), Array(right.prefix(100)))
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let replaced = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
