import Cores
import LinearAlgebra

/// The pixels of a block of examples: the rows that are not background in all of them.
struct PixelBlock {
  /// Row after row.
  let bytes: UnsafePointer<UInt8>
  /// The place of each row among the inputs that are used.
  let places: UnsafePointer<UInt32>
  /// The first row of each tile of places, and the number of rows at the end.
  let tileStarts: UnsafePointer<Int>
}

/// The pixels of a training's examples. A standardized pixel is `x = v + u`: `v` is what the background
/// becomes in its place, and `u = scale·(byte − background)` is 0 in most pixels.
///
/// It only points: `PixelStorage` owns the memory.
struct Pixels<Scalar: MatrixScalar> {
  let blocks: UnsafePointer<PixelBlock>
  /// For each place.
  let scales: UnsafePointer<PixelScale>
  /// `v` of each place.
  let backgrounds: UnsafePointer<Scalar>
}

/// The memory of the pixels of a training's examples, cut into blocks.
final class PixelStorage<Scalar: MatrixScalar> {
  let pixels: Pixels<Scalar>
  private let blocks: UnsafeMutablePointer<PixelBlock>
  private let scales: UnsafeMutablePointer<PixelScale>
  private let backgrounds: MatrixStorage<Scalar>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutablePointer<UInt32>
  private let tileStarts: UnsafeMutablePointer<Int>
  /// The mean number of a block's rows in each tile, rounded up.
  let rowsOfTiles: [Int]

  /// - Parameters:
  ///   - rows: the inputs that are used.
  ///   - range: the examples.
  init(
    _ images: StandardizedBytes, rows: [Int], range: Range<Int>, _ blocks: [ExampleBlock],
    on crew: Crew
  ) {
    let background = images.usualBytes(in: range)
    let found = Self.livelyPlaces(images, rows, range, blocks, background, on: crew)
    let tiles = Tile.count(of: rows.count)

    scales = .allocate(capacity: max(1, rows.count))
    backgrounds = MatrixStorage(count: rows.count)
    for (place, row) in rows.enumerated() {
      (scales + place).initialize(
        to: PixelScale(scale: 1 / images.divisors[row], background: background[row]))
      let difference = Double(background[row]) - images.means[row]
      backgrounds.elements[place] = Scalar(difference / images.divisors[row])
    }

    self.blocks = .allocate(capacity: max(1, blocks.count))
    bytes = .allocate(
      capacity: max(1, zip(found, blocks).reduce(0) { $0 + $1.0.count * $1.1.examples.count }))
    places = .allocate(capacity: max(1, found.reduce(0) { $0 + $1.count }))
    tileStarts = .allocate(capacity: max(1, blocks.count * (tiles + 1)))
    var (nextByte, nextPlace, nextStart) = (bytes, places, tileStarts)
    var rowsOfTiles = [Int](repeating: 0, count: tiles)
    for (number, block) in blocks.enumerated() {
      let count = found[number].count
      (self.blocks + number).initialize(
        to: PixelBlock(bytes: nextByte, places: nextPlace, tileStarts: nextStart))
      nextPlace.initialize(from: found[number], count: count)
      var row = 0
      for tile in 0..<tiles {
        (nextStart + tile).initialize(to: row)
        while row < count, Int(nextPlace[row]) < (tile + 1) * Tile.width { row += 1 }
        rowsOfTiles[tile] += row - nextStart[tile]
      }
      (nextStart + tiles).initialize(to: count)
      nextByte += count * block.examples.count
      nextPlace += count
      nextStart += tiles + 1
    }
    self.rowsOfTiles = rowsOfTiles.map { ($0 + blocks.count - 1) / max(1, blocks.count) }
    pixels = Pixels(blocks: self.blocks, scales: scales, backgrounds: backgrounds.start)
    fill(blocks, rows, from: images, range, on: crew)
  }

  deinit {
    blocks.deallocate()
    scales.deallocate()
    bytes.deallocate()
    places.deallocate()
    tileStarts.deallocate()
  }

  /// The places, block after block, where not all examples show the background.
  private static func livelyPlaces(
    _ images: StandardizedBytes, _ rows: [Int], _ range: Range<Int>, _ blocks: [ExampleBlock],
    _ background: [UInt8], on crew: Crew
  ) -> [[UInt32]] {
    var found = [[UInt32]](repeating: [], count: blocks.count)
    found.withUnsafeMutableBufferPointer { found in
      // Each thread writes to places of its own.
      nonisolated(unsafe) let found = found
      crew.run { thread in
        for number in part(thread, of: crew.threads, blocks.count) {
          let examples = blocks[number].examples
          let columns = range.lowerBound + examples.lowerBound
          let differences = images.differences(
            from: background, in: columns..<columns + examples.count)
          found[number] = rows.indices.filter { differences[rows[$0]] != 0 }.map(UInt32.init)
        }
      }
    }
    return found
  }

  /// Copies the bytes, in each block row after row.
  private func fill(
    _ blocks: [ExampleBlock], _ rows: [Int], from images: StandardizedBytes, _ range: Range<Int>,
    on crew: Crew
  ) {
    let (height, tiles) = (images.rows, Tile.count(of: rows.count))
    images.bytes.withUnsafeBufferPointer { source in
      crew.run { thread in
        for number in part(thread, of: crew.threads, blocks.count) {
          let (examples, block) = (blocks[number].examples, self.blocks[number])
          let target = UnsafeMutablePointer(mutating: block.bytes)
          let first = (range.lowerBound + examples.lowerBound) * height
          for row in 0..<block.tileStarts[tiles] {
            let start = first + rows[Int(block.places[row])]
            for example in 0..<examples.count {
              (target + row * examples.count + example)
                .initialize(to: source[start + example * height])
            }
          }
        }
      }
    }
  }
}

extension StandardizedBytes {
  /// The most frequent byte of each row in a sample of these columns.
  fileprivate func usualBytes(in range: Range<Int>) -> [UInt8] {
    let sample = stride(from: range.lowerBound, to: range.upperBound, by: max(1, range.count / 256))
    return (0..<rows).map { row in
      var counts = [Int](repeating: 0, count: 256)
      for column in sample { counts[Int(bytes[column * rows + row])] += 1 }
      let most = counts.max() ?? 0
      return UInt8(counts.firstIndex(of: most) ?? 0)
    }
  }
}
