import Foundation
import Testing

@testable import Datasets

struct SyntheticTests {
  @Test("There are as many synthetic digits as MNIST has, and they say what they are")
  func counts() {
    let digits = MNIST.synthetic()
    #expect(digits.training.count == 60_000 && digits.test.count == 10_000)
    #expect(digits.training.rows == 28 && digits.training.columns == 28)
    #expect(digits.isSynthetic)
    #expect(digits.training[0..<100] != digits.test[0..<100])
  }

  @Test("The files of a set read back as the same set, which is then one of files")
  func files() throws {
    let directory = try TemporaryDirectory()
    let images = (0..<2).map { part in
      LabeledImages(
        rows: 28, columns: 28, pixels: (0..<784 * 3).map { UInt8(($0 + part) % 256) },
        labels: [3, 1, UInt8(part)])
    }
    let set = MNIST(training: images[0], test: images[1], directory: nil)
    for (name, content) in zip(MNIST.idxNames, set.idxContents) {
      try content.write(to: URL(filePath: directory.file(name)))
    }
    let read = try MNIST.load(from: directory.path)
    #expect(read.training == set.training && read.test == set.test)
    #expect(!read.isSynthetic)
  }
}
