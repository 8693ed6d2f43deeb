import Foundation
import Testing

@testable import Datasets

@Suite("Places of digits")
struct DigitSourceTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Writes the four files in a folder below, and returns its path.
  private func writeBelow(_ name: String) throws -> String {
    let below = try TemporaryDirectory()
    try below.writeSmallMNIST(suffix: ".gz", encode: gzip)
    let path = directory.file(name)
    try FileManager.default.createDirectory(
      atPath: NSString(string: path).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: below.path, toPath: path)
    return path
  }

  private func find(_ path: String) throws {
    _ = try DataLocation(option: path, environment: [:]).find()
  }

  @Test("The four files are found in torchvision's place and in any one folder below")
  func below() throws {
    for name in ["MNIST/raw", "chiffres"] {
      let place = try writeBelow(name)
      let location = DataLocation(option: directory.path, environment: [:])
      #expect(try MNIST.load(from: location.find()).test.labels == [7, 2])
      #expect(try StoredDigits(at: location).paths == [place])
      #expect(location.folder == place)
      try FileManager.default.removeItem(atPath: place)
    }
    #expect(DataLocation(option: directory.path, environment: [:]).folder == directory.path)
  }

  @Test("Several folders below ask for a choice, the files of the folder itself come first")
  func several() throws {
    let places = try ["a", "b", "MNIST/raw"].map(writeBelow)
    let expected = DatasetError.several(places, directory: directory.path, origin: .option)
    #expect(throws: expected) { try find(directory.path) }
    try directory.writeSmallMNIST()
    #expect(try DigitSource(at: directory.path).path == directory.path)
  }

  @Test("Different forms in one folder ask for a choice")
  func forms() throws {
    let table = try directory.write(Array(SmallTables.text().utf8), as: "chiffres.csv")
    let archive = directory.file("chiffres.npz")
    try MNIST.load(from: table).write(npz: archive, compression: .stored)
    let expected = DatasetError.several(
      [archive, table], directory: directory.path, origin: .option)
    #expect(throws: expected) { try find(directory.path) }
  }

  @Test("The cache is looked at for its own files only")
  func cache() throws {
    _ = try writeBelow("workbook/MNIST/raw")
    try directory.write(Array(SmallTables.text().utf8), as: "workbook/train.csv")
    let location = DataLocation(option: nil, environment: ["XDG_CACHE_HOME": directory.path])
    #expect(location.needsSyntheticDigits)
    #expect(try StoredDigits(at: location).files.allSatisfy { $0.state == .missing })
  }

  @Test("An archive is known by its bytes, whatever its name")
  func archive() throws {
    try directory.writeSmallMNIST()
    let named = directory.file("a.npz")
    try MNIST.load(from: directory.path).write(npz: named, compression: .deflated)
    let other = directory.file("chiffres.csv")
    try FileManager.default.moveItem(atPath: named, toPath: other)
    #expect(try MNIST.load(from: other).test.labels == [7, 2])
    let digits = try StoredDigits(at: DataLocation(option: other, environment: [:]))
    #expect(digits.paths == [other] && !digits.isSplit)
    #expect(digits.files.map { $0.content?.items } == [3, 3, 2, 2])
  }

  @Test("What is no form of digits is told by what it is")
  func others() throws {
    let image = try directory.write([0x89, 0x50, 0x4E, 0x47, 0x0D], as: "chiffre.png")
    let unknown = DatasetError.notDigits(
      image, origin: .option, found: [0x89, 0x50, 0x4E, 0x47])
    #expect(throws: unknown) { try find(image) }
    let packed = try directory.write(gzip([1, 2]), as: "a.gz")
    #expect(throws: DatasetError.notDigits(packed, origin: .option, found: [1, 2])) {
      try find(packed)
    }
    let lone = try directory.write(gzip(idxLabels([1])), as: "train-labels-idx1-ubyte.gz")
    #expect(throws: DatasetError.loneFile(lone, origin: .option)) { try find(lone) }
    let empty = try directory.write([], as: "vide")
    #expect(throws: DatasetError.empty(file: empty)) { try find(empty) }
    for name in ["a.npz", "a.csv"] {
      let nowhere = directory.file("nulle-part/\(name)")
      #expect(throws: DatasetError.unreadable(file: nowhere, code: ENOENT)) { try find(nowhere) }
    }
    let nowhere = directory.file("nulle-part")
    #expect(throws: DatasetError.nowhere(nowhere, origin: .option)) { try find(nowhere) }
    let pipe = directory.file("tube")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(throws: DatasetError.notAFile(file: pipe)) { try find(pipe) }
  }
}
