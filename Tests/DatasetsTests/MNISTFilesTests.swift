import Foundation
import Testing

@testable import Datasets

struct MNISTFilesTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("The plain name comes before its variants, plain before compressed")
  func preference() throws {
    try directory.writeSmallMNIST()
    let name = "train-images-idx3-ubyte"
    let variants = [name, "train-images.idx3-ubyte", name + ".gz", "train-images.idx3-ubyte.gz"]
    for variant in variants { try directory.write([], as: variant) }
    for variant in variants {
      #expect(try MNISTFiles(in: directory.path).trainingImages == directory.file(variant))
      try FileManager.default.removeItem(atPath: directory.file(variant))
    }
  }

  @Test("Each of the four files is found under its own name")
  func fourFiles() throws {
    try directory.writeSmallMNIST(suffix: ".gz")
    let files = try MNISTFiles(in: directory.path + "/")
    #expect(files.trainingImages == directory.file("train-images-idx3-ubyte.gz"))
    #expect(files.trainingLabels == directory.file("train-labels-idx1-ubyte.gz"))
    #expect(files.testImages == directory.file("t10k-images-idx3-ubyte.gz"))
    #expect(files.testLabels == directory.file("t10k-labels-idx1-ubyte.gz"))
  }

  @Test("Missing files are named, and only they")
  func namesMissing() throws {
    try directory.write([], as: "train-images-idx3-ubyte")
    try directory.write([], as: "t10k-labels.idx1-ubyte.gz")
    let expected = DatasetError.missing(
      files: ["train-labels-idx1-ubyte", "t10k-images-idx3-ubyte"], directory: directory.path,
      origin: nil)
    #expect(throws: expected) { try MNISTFiles(in: directory.path) }
  }

  @Test("A path that leads to no directory is an error of its own")
  func refusesOtherThanDirectory() throws {
    let file = try directory.write([], as: "file")
    for path in [file, directory.file("nowhere"), ""] {
      #expect(throws: DatasetError.nowhere(path, origin: nil)) { try MNISTFiles(in: path) }
    }
  }

  @Test("A name that the system refuses to look up is unreadable, not missing")
  func tellsUnreadable() throws {
    let loop = directory.file("train-images-idx3-ubyte")
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    #expect(throws: DatasetError.unreadable(file: loop, code: ELOOP)) {
      try MNISTFiles(in: directory.path)
    }
  }
}
