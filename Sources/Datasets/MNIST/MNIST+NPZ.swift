extension MNIST {
  /// Writes the images and labels as Keras's `mnist.npz` has them: `x_train` and `x_test`, of shape
  /// (*n*, 28, 28), `y_train` and `y_test`, of shape (*n*,), all bytes.
  ///
  /// `load` reads the file back, Python by `np.load`; it appears whole or not at all.
  ///
  /// - Throws: `FileError`, or `NPZError` where memory is lacking.
  public func write(npz path: String, compression: NPZArchive.Compression) throws {
    let sets = [("train", training), ("test", test)]
    try NPZArchive.write(
      sets.flatMap { name, digits in
        [
          (
            "x_" + name,
            NPYArray(shape: [digits.count, digits.rows, digits.columns], digits.pixels)
          ),
          ("y_" + name, NPYArray(shape: [digits.count], digits.labels)),
        ]
      }, to: path, compression: compression)
  }
}
