import LinearAlgebra

/// The products of the passes through a layer that reads numbers, for blocks of so many examples.
///
/// Each is made of parts, strips of the examples or tiles of the inputs, that do not depend on the
/// number of threads: so neither does any sum. A class: a structure of so many products costs 4 % of an
/// epoch by single images, when it is taken out of an array.
final class LayerProducts<Scalar: MatrixScalar>: Sendable {
  /// `Zᵀ = Aᵀ·Wᵀ` of a strip of examples; `Z = W·A` where the weights come first.
  let forward: Parts<PreparedProduct<Scalar>>
  /// `dAᵀ = dZᵀ·W` of a strip of examples.
  let backward: Parts<PreparedProduct<Scalar>>
  /// `dW = dZ·Aᵀ` of a tile of inputs; the second one adds to what is there.
  let gradient, addingGradient: Parts<Gradient>

  /// The column of one example is its own transpose: the vectors then run along the outputs.
  static func putsWeightsFirst(examples: Int) -> Bool { examples == 1 }

  /// The product that makes a whole part, and the one that makes the last, narrower part.
  struct Parts<Product: Sendable>: Sendable {
    private let whole, last: Product
    private let total, width: Int

    init(_ total: Int, by width: Int, _ make: (_ width: Int) -> Product) {
      self.total = total
      self.width = width
      whole = make(min(width, total))
      last = make(total == 0 ? 0 : (total - 1) % width + 1)
    }

    subscript(number: Int) -> Product {
      (number + 1) * width > total ? last : whole
    }
  }

  /// The derivatives of a tile: the whole strips of the examples added up, then the narrower one.
  struct Gradient: Sendable {
    private let whole: SummedProduct<Scalar>?
    private let last: PreparedProduct<Scalar>?
    /// Where the last strip begins in `dZ` and in `A`, and how many examples it has.
    private let lastOfSlopes, lastOfInputs, lastCount: Int

    init(
      _ width: Int, of layer: LayerMemory<Scalar>, examples: Int, accumulates: Bool,
      by library: MatrixLibrary
    ) {
      func term(_ count: Int, accumulates: Bool) -> ProductLayout {
        ProductLayout(
          rows: layer.outputs, columns: width, inner: count,
          strideOfA: layer.outputs, strideOfB: count, strideOfC: layer.outputs,
          accumulates: accumulates)
      }
      let (strips, rest) = examples.quotientAndRemainder(dividingBy: Strip<Scalar>.width)
      let done = examples - rest
      whole =
        strips == 0
        ? nil
        : SummedProduct(
          term(Strip<Scalar>.width, accumulates: accumulates), terms: strips,
          distanceInA: Strip<Scalar>.width * layer.outputs,
          distanceInB: Strip<Scalar>.width * layer.inputs, by: library)
      last =
        rest == 0
        ? nil : PreparedProduct(term(rest, accumulates: accumulates || strips > 0), by: library)
      (lastOfSlopes, lastOfInputs) = (done * layer.outputs, done * layer.inputs)
      lastCount = rest
    }

    /// - Parameters:
    ///   - dZ: one column per example of the block.
    ///   - A: the block's inputs of the layer, strip after strip.
    ///   - first: the tile's first input.
    func callAsFunction(
      _ dZ: UnsafePointer<Scalar>, _ A: UnsafePointer<Scalar>, from first: Int,
      into dW: UnsafeMutablePointer<Scalar>
    ) {
      whole?(dZ, A + first * Strip<Scalar>.width, into: dW)
      last?(dZ + lastOfSlopes, A + lastOfInputs + first * lastCount, into: dW)
    }
  }

  init(examples: Int, _ layer: LayerMemory<Scalar>, by library: MatrixLibrary) {
    forward = Parts(examples, by: Strip<Scalar>.width) { width in
      let layout =
        Self.putsWeightsFirst(examples: examples)
        ? ProductLayout(
          rows: layer.outputs, columns: 1, inner: layer.inputs,
          strideOfA: layer.outputs, strideOfB: layer.inputs, strideOfC: layer.outputs)
        : ProductLayout(
          rows: width, columns: layer.outputs, inner: layer.inputs,
          strideOfA: width, strideOfB: layer.outputs, strideOfC: width, transposesB: true)
      return PreparedProduct(layout, by: library)
    }
    backward = Parts(examples, by: Strip<Scalar>.width) { width in
      PreparedProduct(
        ProductLayout(
          rows: width, columns: layer.inputs, inner: layer.outputs,
          strideOfA: width, strideOfB: layer.outputs, strideOfC: width),
        by: library)
    }
    func gradients(accumulates: Bool) -> Parts<Gradient> {
      Parts(layer.inputs, by: Tile.width) { width in
        Gradient(width, of: layer, examples: examples, accumulates: accumulates, by: library)
      }
    }
    gradient = gradients(accumulates: false)
    addingGradient = gradients(accumulates: true)
  }
}
