import Cores
import LinearAlgebra

/// The pixels of a block of examples: its lively rows, those that are not background in all of them.
struct PixelBlock {
  /// Row after row.
  let bytes: UnsafePointer<UInt8>
  /// The place of each row among the inputs that are used.
  let places: UnsafePointer<UInt32>
  /// The first row of each tile of places, and the number of rows at the end.
  let tileStarts: UnsafePointer<Int>
}

/// The pixels of a training's examples: `x = v + u`, where `v` is what the background becomes in its
/// place, and `u = scale·(byte − background)` is 0 in most pixels.
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
final class PixelStorage<Scalar: PixelScalar>: InputStorage, @unchecked Sendable {
  let usedInputs: [Int]
  private let pixels: Pixels<Scalar>
  private let count: Int
  private let blocks: UnsafeMutablePointer<PixelBlock>
  private let scales: UnsafeMutablePointer<PixelScale>
  private let backgroundStorage: MatrixStorage<Scalar>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let places: UnsafeMutablePointer<UInt32>
  private let tileStarts: UnsafeMutablePointer<Int>
  /// The number of tiles of the inputs that are used.
  private let tiles: Int

  /// Inputs that are 0 in every image are left out: they change neither an output nor a weight.
  ///
  /// - Parameter columns: the images, in the order in which the blocks take them.
  init(
    _ images: StandardizedBytes, columns: Range<Int>, _ blocks: [ExampleBlock], on crew: Crew
  ) {
    let rows = images.rowsOtherThanZero(in: columns)
    let usual = images.usualBytes(in: columns)
    let lively = Self.livelyPlaces(images, rows, columns, blocks, besides: usual, on: crew)
    usedInputs = rows
    tiles = Tile.count(of: rows.count)
    scales = .allocate(capacity: max(1, rows.count))
    backgroundStorage = MatrixStorage(count: rows.count)
    count = blocks.count
    self.blocks = .allocate(capacity: max(1, count))
    bytes = .allocate(
      capacity: max(1, zip(lively, blocks).reduce(0) { $0 + $1.0.count * $1.1.examples.count }))
    places = .allocate(capacity: max(1, lively.reduce(0) { $0 + $1.count }))
    tileStarts = .allocate(capacity: max(1, blocks.count * (tiles + 1)))
    pixels = Pixels(blocks: self.blocks, scales: scales, backgrounds: backgroundStorage.start)

    for (place, row) in rows.enumerated() {
      (scales + place).initialize(
        to: PixelScale(scale: 1 / images.divisors[row], background: usual[row]))
      let difference = Double(usual[row]) - images.means[row]
      backgroundStorage.elements[place] = Scalar(difference / images.divisors[row])
    }
    layOut(blocks, lively)
    fill(blocks, from: images, columns, on: crew)
  }

  deinit {
    blocks.deallocate()
    scales.deallocate()
    bytes.deallocate()
    places.deallocate()
    tileStarts.deallocate()
  }

  var backgrounds: UnsafePointer<Scalar>? { UnsafePointer(backgroundStorage.start) }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func firstLayer(
    _ layer: LayerMemory<Scalar>, learningRate: Scalar, blockSizes: Set<Int>,
    by library: MatrixLibrary
  ) -> any FirstLayer<Scalar> {
    PixelLayer(
      layer, reading: pixels, learningRate: learningRate, blockSizes: blockSizes, by: library)
  }

  /// The mean number of a block's lively rows in each tile, rounded up.
  var inputsOfTiles: [Int] {
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
    _ images: StandardizedBytes, _ rows: [Int], _ columns: Range<Int>, _ blocks: [ExampleBlock],
    besides background: [UInt8], on crew: Crew
  ) -> [[UInt32]] {
    var found = [[UInt32]](repeating: [], count: blocks.count)
    found.withUnsafeMutableBufferPointer { found in
      // Each thread writes to places of its own.
      nonisolated(unsafe) let found = found
      crew.run { thread in
        for number in part(thread, of: crew.threads, blocks.count) {
          let differences = images.differences(
            from: background, in: blocks[number].examples.map { columns.lowerBound + $0 })
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
    _ examples: [ExampleBlock], from images: StandardizedBytes, _ columns: Range<Int>,
    on crew: Crew
  ) {
    images.bytes.withUnsafeBufferPointer { source in
      crew.run { thread in
        for number in part(thread, of: crew.threads, count) {
          let block = blocks[number]
          var target = UnsafeMutablePointer(mutating: block.bytes)
          for place in 0..<block.tileStarts[tiles] {
            let row = usedInputs[Int(block.places[place])]
            for example in examples[number].examples {
              let column = columns.lowerBound + example
              target.initialize(to: source[column * images.rows + row])
              target += 1
            }
          }
        }
      }
    }
  }
}
