import Foundation
import Testing

@testable import Datasets

/// One file of a good set replaced by a bad one, and the error that this must give.
struct BadFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let name: String
  let bytes: @Sendable () throws -> [UInt8]
  let error: @Sendable (_ path: String) -> DatasetError

  init(
    _ description: String, _ name: String,
    _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8],
    _ error: @escaping @Sendable (String) -> DatasetError
  ) {
    testDescription = description
    self.name = name
    self.bytes = bytes
    self.error = error
  }
}

struct MNISTTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test(
    "Plain and compressed files, of one member or several, give the same images under any name")
  func sameContent() throws {
    try directory.writeSmallMNIST()
    let compressed = try TemporaryDirectory()
    try compressed.writeSmallMNIST(suffix: ".gz", encode: gzip)
    let members = try TemporaryDirectory()
    try members.writeSmallMNIST(suffix: ".gz") {
      try gzip(Array($0.prefix(9))) + gzip(Array($0.dropFirst(9)))
    }
    let named = try TemporaryDirectory()
    try named.writeSmallMNIST(suffix: ".gz")
    let unnamed = try TemporaryDirectory()
    try unnamed.writeSmallMNIST(encode: gzip)
    let plain = try MNIST.load(from: directory.path)
    #expect(plain.training.pixels == Array(idxImages(3)[16...]))
    #expect(plain.training.labels == [5, 0, 9])
    #expect(plain.test.labels == [7, 2])
    #expect(plain.directory == directory.path)
    for other in [compressed, members, named, unnamed] {
      let mnist = try MNIST.load(from: other.path)
      #expect(mnist.training == plain.training)
      #expect(mnist.test == plain.test)
    }
  }

  @Test("Each bad file gives its own error", arguments: badFiles)
  func refuses(bad: BadFile) throws {
    try directory.writeSmallMNIST()
    try? FileManager.default.removeItem(
      atPath: directory.file(bad.name.replacing(".gz", with: "")))
    let path = try directory.write(bad.bytes(), as: bad.name)
    #expect(throws: bad.error(path)) { try MNIST.load(from: directory.path) }
  }

  @Test("Images and labels of different sets do not go together")
  func refusesOtherCounts() throws {
    try directory.writeSmallMNIST()
    let labels = try directory.write(idxLabels([1]), as: "t10k-labels-idx1-ubyte")
    let expected = DatasetError.countsDisagree(
      images: directory.file("t10k-images-idx3-ubyte"), count: 2, labels: labels, labelCount: 1)
    #expect(throws: expected) { try MNIST.load(from: directory.path) }
  }

  @Test("A directory in place of a file is an error")
  func refusesDirectory() throws {
    try directory.writeSmallMNIST()
    let path = directory.file("train-images-idx3-ubyte")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: DatasetError.notAFile(file: path)) { try MNIST.load(from: directory.path) }
  }

  private static let location = DataLocation(
    option: nil, environment: ProcessInfo.processInfo.environment)

  @Test(
    "The published set is read whole: counts, first digits, sum of the pixels",
    .enabled(
      if: (try? location.find()) != nil,
      "needs the four published files (./workbook data fetch)"))
  func published() throws {
    let mnist = try MNIST.load(from: Self.location.find())
    #expect(mnist.training.count == 60_000)
    #expect(mnist.test.count == 10_000)
    #expect(mnist.training.labels.prefix(5) == [5, 0, 4, 1, 9])
    #expect(mnist.test.labels.prefix(5) == [7, 2, 1, 0, 4])
    #expect(mnist.training.pixels.reduce(0) { $0 + Int($1) } == 1_567_298_545)
    #expect(mnist.test.pixels.reduce(0) { $0 + Int($1) } == 264_923_200)
  }

  private static let badFiles = [
    BadFile("empty", images, []) { .empty(file: $0) },
    BadFile("empty, compressed", images + ".gz", []) { .empty(file: $0) },
    BadFile("wrong magic", images, Array("texte".utf8)) {
      .wrongMagic(file: $0, found: Array("text".utf8))
    },
    BadFile("labels in place of images", images, idxLabels([1])) {
      .wrongMagic(file: $0, found: [0, 0, 8, 1])
    },
    BadFile("header cut", images, Array(idxImages(1).prefix(10))) { .truncated(file: $0) },
    BadFile("content cut", images, idxImages(3).dropLast()) { .truncated(file: $0) },
    BadFile("surplus byte", images, idxImages(3) + [0]) { .surplus(file: $0) },
    BadFile("no image", images, idxImages(0)) { .noImages(file: $0) },
    BadFile("27 columns", images, idxImages(3, columns: 27)) {
      .wrongImageSize(file: $0, rows: 28, columns: 27)
    },
    BadFile("images without pixels", images, idxImages(3, rows: 0)) {
      .wrongImageSize(file: $0, rows: 0, columns: 28)
    },
    BadFile("sizes whose product overflows", images, idx([.max, .max, .max], [])) {
      .tooLarge(file: $0, sizes: [4_294_967_295, 4_294_967_295, 4_294_967_295])
    },
    BadFile("label 10", labels, idxLabels([5, 10, 9])) {
      .labelOutOfRange(file: $0, index: 1, label: 10)
    },
    BadFile("text named .gz", labels + ".gz", Array("texte".utf8)) {
      .wrongMagic(file: $0, found: Array("text".utf8))
    },
    BadFile("compressed, cut", labels + ".gz", try gzip(goodLabels).dropLast()) {
      .truncatedGzip(file: $0)
    },
    BadFile("compressed, wrong checksum", labels + ".gz", try wrongChecksum(gzip(goodLabels))) {
      .corruptedGzip(file: $0)
    },
    BadFile("compressed, foreign bytes after", labels + ".gz", try gzip(goodLabels) + [1, 2]) {
      .bytesAfterGzip(file: $0)
    },
    BadFile("compressed without its name saying so, cut", labels, try gzip(goodLabels).dropLast()) {
      .truncatedGzip(file: $0)
    },
  ]

  private static let images = "train-images-idx3-ubyte"
  private static let labels = "train-labels-idx1-ubyte"
  private static let goodLabels = idxLabels([5, 0, 9])

  private static func wrongChecksum(_ compressed: [UInt8]) -> [UInt8] {
    // A member ends with its checksum and its length, four bytes each.
    compressed.dropLast(8) + [compressed[compressed.count - 8] ^ 1] + compressed.suffix(7)
  }
}
