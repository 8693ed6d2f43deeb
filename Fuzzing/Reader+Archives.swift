import Datasets
import Foundation

extension Reader {
  /// The readers of NumPy's files.
  static func archives() throws -> [Reader] {
    let digits: [(name: String, array: NPYArray)] = [
      ("x_train", NPYArray(shape: [2, 28, 28], pixels(2))),
      ("y_train", NPYArray(shape: [2], [Int64(3), 7])),
      ("x_test", NPYArray(shape: [784, 1], pixels(1).map(Float.init))),
      ("y_test", NPYArray(shape: [1, 10], (0..<10).map { $0 == 4 ? 1.0 : 0 })),
    ]
    return [
      Reader(name: "npy", seeds: digits.map { Data($0.array.encoded()) }) { data, _ in
        let array = try NPYArray(decoding: [UInt8](data))
        try expect(array.mapNumbers { $0 }.count == array.count, "un nombre de trop")
      },
      Reader(
        name: "npz",
        seeds: try [.deflated, .stored].map { try NPZArchive.encoded(digits, compression: $0) }
      ) { data, file in
        let archive = try NPZArchive(decoding: data)
        for name in archive.names { _ = try? archive.array(name) }
        let named = file + ".npz"
        try data.write(to: URL(filePath: named))
        _ = try MNIST.load(from: named)
      },
    ]
  }

  private static func pixels(_ images: Int) -> [UInt8] {
    (0..<images * 784).map { UInt8($0 % 251) }
  }
}
