import Foundation
import Testing

@testable import Datasets

@Suite("MNIST as CSV")
struct MNISTTablesTests {
  private let directory: TemporaryDirectory
  private static let train = SmallTables.text([SmallTables.head] + SmallTables.rows)
  private static let test = SmallTables.text([SmallTables.rows[1]])
  private static let unlabelled = SmallTables.text(SmallTables.rows.map { Array($0.dropFirst()) })
  private static let submission = "ImageId,Label\n1,0\n"

  init() throws { directory = try TemporaryDirectory() }

  @discardableResult
  private func write(_ text: String, as name: String) throws -> String {
    try directory.write(Array(text.utf8), as: name)
  }

  private func labels(at path: String) throws -> [[UInt8]] {
    let mnist = try MNIST.load(from: DataLocation(option: path, environment: [:]).find())
    return [mnist.training.labels, mnist.test.labels]
  }

  @Test(
    "Two files are found by the name of the first and by their folder's",
    arguments: [
      ("mnist_train.csv", "mnist_test.csv"), ("train.csv", "test.csv"),
      ("train.csv.gz", "test.csv.gz"), ("Train.CSV", "les test.csv"),
    ])
  func pair(train: String, test: String) throws {
    let isPacked = train.hasSuffix(".gz")
    let packed = try isPacked ? gzip(Array(Self.train.utf8)) : Array(Self.train.utf8)
    let file = try directory.write(packed, as: train)
    try write(Self.test, as: test)
    #expect(try labels(at: directory.path) == [[5, 0, 9], [0]])
    if train != "Train.CSV" { #expect(try labels(at: file) == [[5, 0, 9], [0]]) }
  }

  @Test("A file alone, or beside Kaggle's test.csv without labels, keeps its last part to test on")
  func split() throws {
    let file = try write(Self.train, as: "train.csv")
    #expect(try labels(at: file) == [[5, 0], [9]])
    #expect(try labels(at: directory.path) == [[5, 0], [9]])
    try write(Self.unlabelled, as: "test.csv")
    try write(Self.submission, as: "sample_submission.csv")
    #expect(try labels(at: file) == [[5, 0], [9]])
    #expect(try labels(at: directory.path) == [[5, 0], [9]])
    let digits = try StoredDigits(at: DataLocation(option: directory.path, environment: [:]))
    #expect(digits.isSplit && digits.unlabelled == directory.file("test.csv"))
    #expect(digits.paths == [file])
  }

  @Test("A file of another name, or of none that says what it is, is read all the same")
  func names() throws {
    for name in ["chiffres.csv", "chiffres.txt", "chiffres"] {
      #expect(try labels(at: try write(Self.train, as: name)) == [[5, 0], [9]])
    }
  }

  @Test("Kaggle's test.csv alone is refused, by its name and by its folder's")
  func withoutLabels() throws {
    let file = try write(Self.unlabelled, as: "test.csv")
    for path in [file, directory.path] {
      #expect(throws: DatasetError.table(file: file, .noLabels)) { try labels(at: path) }
    }
  }

  @Test("A file named as MNIST's is not passed over where it is broken")
  func broken() throws {
    let train = try write("label,pixel0\n", as: "mnist_train.csv")
    try write(Self.test, as: "mnist_test.csv")
    #expect(throws: DatasetError.table(file: train, .columns(2, line: 1))) {
      try labels(at: directory.path)
    }
  }

  @Test("Tables of other things are passed over")
  func others() throws {
    try write("epoch,cost\n1,2\n", as: "training_log.csv")
    #expect(throws: DatasetError.self) { try labels(at: directory.path) }
    try write(Self.train, as: "chiffres.csv")
    #expect(try labels(at: directory.path) == [[5, 0], [9]])
  }

  @Test("Several tables ask for a choice, one image is not enough")
  func refuses() throws {
    let first = try write(Self.test, as: "a_train.csv")
    #expect(throws: DatasetError.table(file: first, .cannotSplit)) { try labels(at: first) }
    let second = try write(Self.train, as: "b_train.csv")
    let several = DatasetError.several(
      [first, second], directory: directory.path, origin: .option)
    #expect(throws: several) { try labels(at: directory.path) }
  }
}
