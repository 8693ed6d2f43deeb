/// The results of `work` for each item, in the items' order; as many run at once as the machine has
/// cores, or as `ThreadBudget.limit` allows.
///
/// - Throws: the first error of `work`; the others are cancelled.
public func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting = items.enumerated().makeIterator()
    func startNext() {
      guard let (index, item) = waiting.next() else { return }
      group.addTask { (index, try await work(item)) }
    }
    for _ in 0..<ThreadBudget.limit { startNext() }
    var results: [Result?] = Array(repeating: nil, count: items.count)
    while let (index, result) = try await group.next() {
      results[index] = result
      startNext()
    }
    return results.compactMap { $0 }
  }
}
