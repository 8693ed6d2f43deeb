/// The weights of some neighbouring inputs of a layer, or its biases: what one thread updates at a
/// time.
struct Tile: Sendable {
  let layer: Int
  /// Its number in the layer; `nil` for the biases.
  let number: Int?
  /// The work of all tiles before this one, as a share of all work in 0…1.
  let before: Double

  /// The number of inputs of a whole tile of weights.
  static let width = 16

  /// The number of tiles of the weights of so many inputs.
  static func count(of inputs: Int) -> Int { (inputs + width - 1) / width }

  /// All tiles, layer after layer.
  ///
  /// - Parameter layers: the outputs of each layer, and the inputs that take part in the products of
  ///   each of its tiles.
  static func all(of layers: [(inputsOfTiles: [Int], outputs: Int)]) -> [Tile] {
    var parts: [(layer: Int, number: Int?, work: Int)] = []
    for (index, layer) in layers.enumerated() {
      for (number, inputs) in layer.inputsOfTiles.enumerated() {
        parts.append((index, number, layer.outputs * inputs))
      }
      parts.append((index, nil, layer.outputs))
    }
    let total = parts.reduce(0) { $0 + $1.work }
    var done = 0
    return parts.map { part in
      defer { done += part.work }
      return Tile(layer: part.layer, number: part.number, before: Double(done) / Double(total))
    }
  }

  /// The number of inputs of each tile of a layer.
  static func widths(of inputs: Int) -> [Int] {
    stride(from: 0, to: inputs, by: width).map { min(width, inputs - $0) }
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
