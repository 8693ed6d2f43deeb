import Foundation
@testable import Datasets
import Testing

/// Digits in NumPy's archives, in each layout that `--data` takes.
@Suite("MNIST as NPZ")
struct MNISTArchivesTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func write(_ name: String, _ arrays: [(name: String, array: NPYArray)]) throws -> String {
    try NPZArchive.write(arrays, to: directory.file(name), compression: .deflated)
    return directory.file(name)
  }

  @Test("What is written is read back", arguments: [NPZArchive.Compression.stored, .deflated])
  func roundTrip(compression: NPZArchive.Compression) throws {
    try directory.writeSmallMNIST()
    let mnist = try MNIST.load(from: directory.path)
    let file = directory.file("chiffres.NPZ")
    try mnist.write(npz: file, compression: compression)
    let location = DataLocation(option: file, environment: [:])
    let again = try MNIST.load(from: location.find())
    #expect(again.training == mnist.training && again.test == mnist.test)
    #expect(again.directory == file)
    #expect(try NPZArchive(path: file).names == ["x_train", "y_train", "x_test", "y_test"])
  }

  @Test("Images are the same in every shape, order and type", arguments: SmallArrays.images)
  func imageLayouts(images: SmallArrays.Named) throws {
    let file = try write("a.npz", [("x", images.array), ("y", SmallArrays.labels)])
    let mnist = try MNIST.load(from: file)
    #expect(mnist.training.pixels + mnist.test.pixels == SmallArrays.pixels)
    #expect(mnist.training.labels + mnist.test.labels == SmallArrays.digits)
  }

  @Test(
    "Labels are the same as digits of any type and as ten numbers", arguments: SmallArrays.codes)
  func labelLayouts(labels: SmallArrays.Named) throws {
    let file = try write("a.npz", [("x", SmallArrays.rows), ("y", labels.array)])
    let mnist = try MNIST.load(from: file)
    #expect(mnist.training.labels + mnist.test.labels == SmallArrays.digits)
  }

  @Test("Ten transposed images have transposed codes")
  func tenTransposed() throws {
    let digits: [UInt8] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    let codes = NPYArray(shape: [10, 10], SmallArrays.oneHot(digits))
    let images = NPYArray(shape: [10, 784], [UInt8](repeating: 1, count: 7840))
    for arrays in [
      [("x", images), ("y", codes)], [("x", images.transposed), ("y", codes.transposed)],
    ] {
      let mnist = try MNIST.load(from: write("a.npz", arrays))
      #expect(mnist.training.labels + mnist.test.labels == digits)
    }
  }

  @Test("One file of x and y keeps its last seventh to test on, as MNIST does")
  func split() throws {
    let count = 70
    let images = NPYArray(shape: [count, 784], [UInt8](repeating: 0, count: count * 784))
    let labels = NPYArray(shape: [count], (0..<count).map { UInt8($0 / 10) })
    let mnist = try MNIST.load(from: write("mnist.npz", [("x", images), ("y", labels)]))
    #expect(mnist.training.count == 60 && mnist.test.labels == [UInt8](repeating: 6, count: 10))
  }

  @Test("Two files of x and y are found by either name, and in a directory")
  func pair() throws {
    let train = try write("train.npz", [("x", SmallArrays.rows), ("y", SmallArrays.labels)])
    _ = try write("test.npz", [("x", Self.one), ("y", Self.four)])
    for path in [train, directory.path, directory.path + "/"] {
      let location = DataLocation(option: path, environment: [:])
      let mnist = try MNIST.load(from: location.find())
      #expect(mnist.training.labels == SmallArrays.digits && mnist.test.labels == [4])
    }
    try directory.writeSmallMNIST()
    #expect(try MNIST.load(from: directory.path).training.labels == [5, 0, 9])
    try FileManager.default.removeItem(atPath: directory.file("test.npz"))
    let missing = DatasetError.unreadable(file: directory.file("test.npz"), code: ENOENT)
    #expect(throws: missing) { try MNIST.load(from: train) }
  }

  @Test("Each bad array gives its own error", arguments: SmallArrays.bad)
  func refuses(bad: SmallArrays.Bad) throws {
    let file = try write("a.npz", [("x", bad.x), ("y", bad.y)])
    let expected = DatasetError.array(bad.array, file: file, bad.fault)
    #expect(throws: expected) { try MNIST.load(from: file) }
  }

  @Test("A file that is no archive, or has other arrays, is named")
  func refusesFiles() throws {
    let nowhere = directory.file("nulle-part.npz")
    #expect(throws: DatasetError.unreadable(file: nowhere, code: ENOENT)) {
      try MNIST.load(from: nowhere)
    }
    let text = try directory.write(Array("x,y".utf8), as: "texte.npz")
    #expect(throws: DatasetError.archive(file: text, .notAnArchive)) { try MNIST.load(from: text) }
    let other = try write("autre.npz", [("images", SmallArrays.rows), ("y", SmallArrays.labels)])
    let missing = DatasetError.archive(
      file: other, .missing("x_train", found: ["images", "y"]))
    #expect(throws: missing) { try MNIST.load(from: other) }
    let partial = try write(
      "partiel.npz", [("x_train", SmallArrays.rows), ("y_train", SmallArrays.labels)])
    let incomplete = DatasetError.archive(
      file: partial, .missing("x_test", found: ["x_train", "y_train"]))
    #expect(throws: incomplete) { try MNIST.load(from: partial) }
  }

  @Test(
    "Both parts are found under each pair of names, in small letters or capitals",
    arguments: [
      ["x_train", "y_train", "x_test", "y_test"], ["X_train", "y_train", "X_test", "y_test"],
      ["train_images", "train_labels", "test_images", "test_labels"],
      ["training_images", "training_labels", "test_images", "test_labels"],
      ["train_x", "train_y", "test_x", "test_y"], ["arr_0", "arr_1", "arr_2", "arr_3"],
    ])
  func names(names: [String]) throws {
    let arrays = [SmallArrays.rows, SmallArrays.labels, Self.one, Self.four]
    let file = try write("train.npz", zip(names, arrays).map { ($0, $1) })
    let mnist = try MNIST.load(from: file)
    #expect(mnist.training.labels == SmallArrays.digits && mnist.test.labels == [4])
  }

  @Test(
    "Two archives of a folder are told apart by their names, whatever their arrays' names",
    arguments: [
      ("d09_train_data.npz", ["x", "y"], "d09_test_data.npz", ["x", "y"]),
      ("Train-MNIST.NPZ", ["images", "labels"], "mnist test.npz", ["test_images", "test_labels"]),
      ("b_train.npz", ["x_train", "y_train"], "a_test.npz", ["arr_0", "arr_1"]),
    ] as [(String, [String], String, [String])])
  func folder(train: String, trainNames: [String], test: String, testNames: [String]) throws {
    _ = try write(train, [(trainNames[0], SmallArrays.rows), (trainNames[1], SmallArrays.labels)])
    _ = try write(test, [(testNames[0], Self.one), (testNames[1], Self.four)])
    let mnist = try MNIST.load(from: directory.path)
    #expect(mnist.training.labels == SmallArrays.digits && mnist.test.labels == [4])
  }

  @Test("One archive of a folder is all, whatever its name; several ask for a choice")
  func loneArchive() throws {
    let arrays = [("x", SmallArrays.rows), ("y", SmallArrays.labels)]
    let first = try write("chiffres.npz", arrays)
    #expect(try MNIST.load(from: directory.path).training.labels == [5, 0, 4, 1, 9, 2])
    let second = try write("autres.npz", arrays)
    let several = DatasetError.several(
      [second, first], directory: directory.path, origin: .option)
    #expect(throws: several) { try DataLocation(option: directory.path, environment: [:]).find() }
  }

  private static let one = NPYArray(shape: [1, 784], [UInt8](repeating: 9, count: 784))
  private static let four = NPYArray(shape: [1], [Int64(4)])
}
