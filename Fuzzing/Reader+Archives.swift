import Datasets
import Foundation

extension Reader {
  /// The readers of NumPy's files and of tables.
  static func archives() throws -> [Reader] {
    let digits: [(name: String, array: NPYArray)] = [
      ("x_train", NPYArray(shape: [2, 28, 28], pixels(2))),
      ("y_train", NPYArray(shape: [2], [Int64(3), 7])),
      ("x_test", NPYArray(shape: [784, 1], pixels(1).map(Float.init))),
      ("y_test", NPYArray(shape: [1, 10], (0..<10).map { $0 == 4 ? 1.0 : 0 })),
    ]
    let pairTest = try NPZArchive.encoded(
      [("x", digits[2].array), ("y", digits[3].array)], compression: .stored)
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
      Reader(name: "npz-pair", seeds: images.map { Data($0.encoded()) }) { data, file in
        let images = try NPYArray(decoding: [UInt8](data))
        let count = min(images.shape.first ?? 0, 10)
        let labels = NPYArray(shape: [count], (0..<count).map(Int64.init))
        let folder = URL(filePath: file + "-npz")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try NPZArchive.encoded([("x", images), ("y", labels)], compression: .stored)
          .write(to: folder.appending(path: "d09_train_data.npz"))
        try pairTest.write(to: folder.appending(path: "d09_test_data.npz"))
        let mnist = try MNIST.load(from: folder.path)
        try expect(mnist.training.count == count && mnist.test.labels == [4], "d’autres images")
      },
      Reader(name: "csv", seeds: tables) { data, file in
        let named = file + ".csv"
        try data.write(to: URL(filePath: named))
        let mnist = try MNIST.load(from: named)
        try expect(mnist.training.count > 0 && mnist.test.count > 0, "une partie vide")
      },
    ]
  }

  /// Images in shapes and types of their own.
  private static let images = [
    NPYArray(shape: [2, 28, 28, 1], pixels(2).map { Float($0) / 255 }),
    NPYArray(shape: [1, 1, 28, 28], pixels(1).map { Double($0) / 255 }),
    NPYArray(shape: [1, 784], pixels(1).map { Float16(Float($0) / 255) }),
    NPYArray(shape: [3, 784], pixels(3).map { $0 > 100 }),
    NPYArray(shape: [2, 28, 28], pixels(2)),
  ]

  /// With and without a head line, in each dialect.
  private static let tables: [Data] = {
    let rows = (0..<3).map { ["\($0)"] + pixels(1).map(String.init) }
    let head = ["label"] + (0..<784).map { "pixel\($0)" }
    return [
      (rows, ",", "\n"), ([head] + rows, ",", "\r\n"),
      (rows.map { $0.map { "\"\($0)\"" } }, ";", "\n"),
    ].map { rows, separator, end in
      Data(rows.map { $0.joined(separator: separator) + end }.joined().utf8)
    }
  }()

  private static func pixels(_ images: Int) -> [UInt8] {
    (0..<images * 784).map { UInt8($0 % 251) }
  }
}
