import Foundation
import Testing

@testable import Datasets

@Suite("Files checked against what was published")
struct StoredFileTests {
  let directory: TemporaryDirectory
  /// SHA-256 of "abc", from FIPS 180-2, appendix B.1.
  let abc = PublishedFile(
    name: "abc-idx1-ubyte", size: 3,
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")

  init() throws { directory = try TemporaryDirectory() }

  @Test(
    "a content is the same under every name that readers take, packed or not",
    arguments: ["abc-idx1-ubyte", "abc.idx1-ubyte", "abc-idx1-ubyte.gz", "abc.idx1-ubyte.gz"])
  func right(name: String) throws {
    let bytes = Array("abc".utf8)
    try directory.write(name.hasSuffix(".gz") ? gzip(bytes) : bytes, as: name)
    let file = StoredFile(abc, in: directory.path)
    #expect(file.rightPath == directory.file(name))
    #expect(file.isPacked == name.hasSuffix(".gz"))
    #expect(file.content?.items == nil)
  }

  @Test("what is missing, different, damaged or no file is told apart")
  func wrong() throws {
    #expect(StoredFile(abc, in: directory.path).state == .missing)
    #expect(StoredFile(abc, in: directory.path + "/nowhere").state == .missing)

    try directory.write(gzip(idxLabels([1, 2, 3])).dropLast(3), as: "abc-idx1-ubyte.gz")
    #expect(
      StoredFile(abc, in: directory.path).state
        == .unreadable(.truncatedGzip(file: directory.file("abc-idx1-ubyte.gz"))))

    try directory.write(idxLabels([1, 2, 3]), as: "abc-idx1-ubyte")
    let other = StoredFile(abc, in: directory.path)
    #expect(!other.isRight && other.content?.items == 3 && other.bytes == 11)

    let folder = directory.file("abc-idx1-ubyte")
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #expect(StoredFile(abc, in: directory.path).state == .unreadable(.notAFile(file: folder)))
  }

  @Test("a content longer than the limit is read no further", arguments: [0, 2, 99_999])
  func limit(limit: Int) throws {
    let long = Data(count: 100_000)
    let content = try FileContent(long, name: "long", limit: limit)
    #expect(content.size == limit + 1)
    let packed = try FileContent(Data(gzip(Array(long))), name: "long", limit: limit)
    #expect(packed == content)
  }

  @Test("the published sizes are those of 60 000 and 10 000 digits")
  func sizes() {
    let sizes = Dictionary(uniqueKeysWithValues: MNIST.publishedFiles.map { ($0.name, $0.size) })
    #expect(
      sizes == [
        "train-images-idx3-ubyte": 16 + 60_000 * 784, "train-labels-idx1-ubyte": 8 + 60_000,
        "t10k-images-idx3-ubyte": 16 + 10_000 * 784, "t10k-labels-idx1-ubyte": 8 + 10_000,
      ])
    #expect(MNIST.publishedFiles.map(\.name) == MNISTFiles.names)
    #expect(MNIST.publishedFiles.allSatisfy { $0.sha256.count == 64 })
  }
}
