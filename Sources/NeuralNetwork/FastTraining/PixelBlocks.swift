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
///
/// Unchecked: nothing is written once it is made.
final class PixelStorage<Scalar: MatrixScalar>: @unchecked Sendable {
  let pixels: Pixels<Scalar>
  private let count: Int
  private let blocks: UnsafeMutablePointer<PixelBlock>
  private let scales: UnsafeMutablePointer<PixelScale>
  private let backgrounds: MatrixStorage<Scalar>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutablePointer<UInt32>
  private let tileStarts: UnsafeMutablePointer<Int>
  /// The number of tiles of the inputs that are used.
  private let tiles: Int

  /// - Parameters:
  ///   - rows: the inputs that are used.
  ///   - columns: the examples, in the order in which the blocks take them.
  init(
    _ images: StandardizedBytes, rows: [Int], columns: [Int], background: [UInt8],
    _ blocks: [ExampleBlock], on crew: Crew
  ) {
    let lively = Self.livelyPlaces(images, rows, columns, blocks, background, on: crew)
    tiles = Tile.count(of: rows.count)
    scales = .allocate(capacity: max(1, rows.count))
    backgrounds = MatrixStorage(count: rows.count)
    count = blocks.count
    self.blocks = .allocate(capacity: max(1, count))
    bytes = .allocate(
      capacity: max(1, zip(lively, blocks).reduce(0) { $0 + $1.0.count * $1.1.examples.count }))
    places = .allocate(capacity: max(1, lively.reduce(0) { $0 + $1.count }))
    tileStarts = .allocate(capacity: max(1, blocks.count * (tiles + 1)))
    pixels = Pixels(blocks: self.blocks, scales: scales, backgrounds: backgrounds.start)

    for (place, row) in rows.enumerated() {
      (scales + place).initialize(
        to: PixelScale(scale: 1 / images.divisors[row], background: background[row]))
      let difference = Double(background[row]) - images.means[row]
      backgrounds.elements[place] = Scalar(difference / images.divisors[row])
    }
    layOut(blocks, lively)
    fill(blocks, rows, from: images, columns, on: crew)
  }

  deinit {
    blocks.deallocate()
    scales.deallocate()
    bytes.deallocate()
    places.deallocate()
    tileStarts.deallocate()
  }

  /// The mean number of a block's rows in each tile, rounded up.
  var rowsOfTiles: [Int] {
    (0..<tiles).map { tile in
      let total = (0..<count).reduce(0) { total, number in
        let starts = blocks[number].tileStarts
        return total + starts[tile + 1] - starts[tile]
      }
      return (total + count - 1) / max(1, count)
    }
  }

  /// The places, block after block, where not all examples show the background.
  private static func livelyPlaces(
    _ images: StandardizedBytes, _ rows: [Int], _ columns: [Int], _ blocks: [ExampleBlock],
    _ background: [UInt8], on crew: Crew
  ) -> [[UInt32]] {
    var found = [[UInt32]](repeating: [], count: blocks.count)
    found.withUnsafeMutableBufferPointer { found in
      // Each thread writes to places of its own.
      nonisolated(unsafe) let found = found
      crew.run { thread in
        for number in part(thread, of: crew.threads, blocks.count) {
          let differences = images.differences(
            from: background, in: columns[blocks[number].examples])
          found[number] = rows.indices.filter { differences[rows[$0]] != 0 }.map(UInt32.init)
        }
      }
    }
    return found
  }

  /// Says where each block lies, and which places it has.
  private func layOut(_ examples: [ExampleBlock], _ lively: [[UInt32]]) {
    var (nextByte, nextPlace, nextStart) = (bytes, places, tileStarts)
    for (number, found) in lively.enumerated() {
      (blocks + number).initialize(
        to: PixelBlock(bytes: nextByte, places: nextPlace, tileStarts: nextStart))
      nextPlace.initialize(from: found, count: found.count)
      var row = 0
      for tile in 0...tiles {
        while row < found.count, Int(found[row]) < tile * Tile.width { row += 1 }
        (nextStart + tile).initialize(to: row)
      }
      nextByte += found.count * examples[number].examples.count
      nextPlace += found.count
      nextStart += tiles + 1
    }
  }

  /// Copies the bytes, in each block row after row.
  private func fill(
    _ examples: [ExampleBlock], _ rows: [Int], from images: StandardizedBytes, _ columns: [Int],
    on crew: Crew
  ) {
    images.bytes.withUnsafeBufferPointer { source in
      crew.run { thread in
        for number in part(thread, of: crew.threads, count) {
          let (block, columns) = (blocks[number], columns[examples[number].examples])
          var target = UnsafeMutablePointer(mutating: block.bytes)
          for place in 0..<block.tileStarts[tiles] {
            let row = rows[Int(block.places[place])]
            for column in columns {
              target.initialize(to: source[column * images.rows + row])
              target += 1
            }
          }
        }
      }
    }
  }
}
