/// The weights of some neighbouring inputs of a layer, or its biases: what one thread updates at a
/// time.
struct Tile: Sendable {
  let layer: Int
  /// The number of the tile in its layer; `nil` for the biases.
  let place: Int?
  /// The work of all tiles before this one, as a share of all work in 0…1.
  let before: Double

  /// All tiles of `width` inputs each, layer after layer.
  static func all(of layers: [(inputs: Int, outputs: Int)], width: Int) -> [Tile] {
    var parts: [(layer: Int, place: Int?, work: Int)] = []
    for (index, layer) in layers.enumerated() {
      for (place, first) in stride(from: 0, to: layer.inputs, by: width).enumerated() {
        parts.append((index, place, layer.outputs * min(width, layer.inputs - first)))
      }
      parts.append((index, nil, layer.outputs))
    }
    let total = parts.reduce(0) { $0 + $1.work }
    var done = 0
    return parts.map { part in
      defer { done += part.work }
      return Tile(layer: part.layer, place: part.place, before: Double(done) / Double(total))
    }
  }

  /// The tiles of thread `number` of `count`: neighbours, about as much work for each thread.
  static func part(_ number: Int, of count: Int, _ tiles: [Tile]) -> Range<Int> {
    func boundary(_ number: Int) -> Int {
      let share = Double(number) / Double(count)
      return number == count
        ? tiles.count : tiles.firstIndex { $0.before >= share } ?? tiles.count
    }
    return boundary(number)..<boundary(number + 1)
  }
}
