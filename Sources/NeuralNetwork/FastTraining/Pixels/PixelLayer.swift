import LinearAlgebra

/// A first layer that reads pixels `x = v + u`, `v` being the background.
///
/// `Z = W·u + (b + W·v)` and `dW = dZ·uᵀ + (Σ dZ)·vᵀ`: where `u` is 0, as in most pixels, nothing has
/// to be multiplied.
final class PixelLayer<Scalar: PixelScalar>: FirstLayer {
  private let layer: LayerMemory<Scalar>
  private let pixels: Pixels<Scalar>
  private let learningRate: Scalar
  private let tiles: Int
  /// `u` of a block's lively rows.
  private let values: MatrixStorage<Scalar>
  /// `b + W·v`.
  private let bias: MatrixStorage<Scalar>
  /// `Σ dZ` over the batch.
  private let sums: MatrixStorage<Scalar>
  /// The derivatives of a tile over a block.
  private let slopes: MatrixStorage<Scalar>
  /// The rows of a strip that are lively in it.
  private let lively: LivelyRows
  private let products: BySize<Products>

  /// The products for blocks of one size.
  private struct Products {
    /// `Zᵀ = uᵀ·Wᵀ` of each strip of examples; `Z = W·u` of a single example.
    let forward: [SelectiveProduct<Scalar>]
    /// `dZ·uᵀ` of one row, of two, and so on to a tile of them.
    let gradient: [PreparedProduct<Scalar>]
  }

  /// - Parameter pixels: the memory of a `PixelStorage`, which has to outlive this layer.
  init(
    _ layer: LayerMemory<Scalar>, reading pixels: Pixels<Scalar>, learningRate: Scalar,
    blockSizes: Set<Int>, by library: MatrixLibrary
  ) {
    (self.layer, self.pixels, self.learningRate) = (layer, pixels, learningRate)
    tiles = Tile.count(of: layer.inputs)
    values = MatrixStorage(count: layer.inputs * (blockSizes.max() ?? 0))
    bias = MatrixStorage(count: layer.outputs)
    sums = MatrixStorage(count: layer.outputs)
    slopes = MatrixStorage(count: layer.outputs * Tile.width)
    lively = LivelyRows(
      rows: .allocate(capacity: max(1, layer.inputs)),
      places: .allocate(capacity: max(1, layer.inputs)))
    products = BySize(blockSizes) { Self.products(for: $0, layer, by: library) }
  }

  deinit {
    lively.rows.deallocate()
    lively.places.deallocate()
  }

  private static func products(
    for size: Int, _ layer: LayerMemory<Scalar>, by library: MatrixLibrary
  ) -> Products {
    let forward = (0..<Strip<Scalar>.count(in: size)).map { strip -> SelectiveProduct<Scalar> in
      let columns = Strip<Scalar>.columns(strip, of: size)
      let layout =
        size == 1
        ? ProductLayout(
          rows: layer.outputs, columns: 1, inner: layer.inputs,
          strideOfA: layer.outputs, strideOfB: 1, strideOfC: layer.outputs, transposesB: true)
        : ProductLayout(
          rows: columns.count, columns: layer.outputs, inner: layer.inputs,
          strideOfA: size, strideOfB: layer.outputs, strideOfC: columns.count, transposesB: true)
      return SelectiveProduct(layout, by: library)
    }
    let gradient = (1...Tile.width).map { rows in
      PreparedProduct<Scalar>(
        ProductLayout(
          rows: layer.outputs, columns: rows, inner: size,
          strideOfA: layer.outputs, strideOfB: size, strideOfC: layer.outputs),
        by: library)
    }
    return Products(forward: forward, gradient: gradient)
  }

  /// Computes `b + W·v`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func prepare() {
    let bias = bias.start
    bias.update(from: layer.b, count: layer.outputs)
    for tile in 0..<tiles {
      let shift = layer.shifts + tile * layer.outputs
      for output in 0..<layer.outputs { bias[output] += shift[output] }
    }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func forward(_ strip: Int, of block: ExampleBlock, into Z: Strip<Scalar>) {
    let size = block.examples.count
    let columns = Strip<Scalar>.columns(strip, of: size)
    let found = pixels.blocks[block.number]
    let count = scale(found, rows: 0..<found.tileStarts[tiles], columns, of: size)
    let product = products[size].forward[strip]
    let values = values.start + columns.lowerBound
    if size == 1 {
      product(
        layer.W, values, into: Z.start, columnsOfA: lively.places, columnsOfB: lively.rows,
        count: count)
    } else {
      product(
        values, layer.W, into: Z.start, columnsOfA: lively.rows, columnsOfB: lively.places,
        count: count)
    }
    Z.add(bias.start)
  }

  /// Computes `u` of some rows and columns of a block.
  @discardableResult
  private func scale(
    _ block: PixelBlock, rows: Range<Int>, _ columns: Range<Int>, of size: Int
  ) -> Int {
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    let offset = rows.lowerBound * size + columns.lowerBound
    return Scalar.scale(
      block.bytes + offset, pixels.scales, places: block.places + rows.lowerBound,
      rows: rows.count, columns: columns.count, stride: size,
      into: values.start + offset, lively: lively)
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func differentiate(
    _ range: Range<Int>, over block: ExampleBlock, known: Range<Int>, stepping: Bool
  ) {
    let size = block.examples.count
    let products = products[size]
    let found = pixels.blocks[block.number]
    let rows = found.tileStarts[range.lowerBound]..<found.tileStarts[range.upperBound]
    let (first, end) = (known.lowerBound, known.upperBound)
    // To compute the others' again is faster than to fetch them from another core.
    scale(found, rows: rows, 0..<min(first * Strip<Scalar>.width, size), of: size)
    scale(found, rows: rows, min(end * Strip<Scalar>.width, size)..<size, of: size)
    layer.sumSlopes(of: size, into: sums.start, accumulates: !block.isFirstOfBatch)
    let isWholeBatch = stepping && block.isFirstOfBatch && block.isLastOfBatch
    for tile in range {
      let rows = found.tileStarts[tile]..<found.tileStarts[tile + 1]
      let first = tile * Tile.width
      let dW = layer.dW + first * layer.outputs
      if !isWholeBatch, block.isFirstOfBatch {
        dW.update(repeating: 0, count: layer.width(of: tile) * layer.outputs)
      }
      let slopes = slopes.start
      if !rows.isEmpty {
        products.gradient[rows.count - 1](
          layer.dZ, values.start + rows.lowerBound * size, into: slopes)
      }
      let columns = SlopeColumns(
        places: found.places + rows.lowerBound, count: rows.count, first: first)
      if isWholeBatch {
        step(tile, along: slopes, of: columns, sums: sums.start)
      } else {
        Scalar.addSlopes(slopes, of: columns, to: dW, rows: layer.outputs)
        if stepping { finish(tile, sums: sums.start) }
      }
    }
  }

  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func step(_ tile: Int) { finish(tile, sums: layer.db) }

  /// Takes the step of a tile whose derivatives are complete, but for the background's part.
  private func finish(_ tile: Int, sums: UnsafePointer<Scalar>) {
    step(
      tile, along: layer.dW + tile * Tile.width * layer.outputs,
      of: SlopeColumns(places: nil, count: 0, first: 0), sums: sums)
  }

  private func step(
    _ tile: Int, along slopes: UnsafePointer<Scalar>, of columns: SlopeColumns,
    sums: UnsafePointer<Scalar>
  ) {
    let first = tile * Tile.width
    Scalar.descend(
      layer.W + first * layer.outputs, along: slopes, of: columns,
      backgrounds: pixels.backgrounds + first, sums: sums, rate: learningRate,
      rows: layer.outputs, columns: layer.width(of: tile),
      totals: layer.shifts + tile * layer.outputs)
  }
}
