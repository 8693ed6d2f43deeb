/// One file of a published data set, by what it holds once unpacked.
public struct PublishedFile: Sendable, Equatable {
  /// The name without `.gz`.
  public let name: String
  /// The number of bytes of the unpacked content.
  public let size: Int
  /// The SHA-256 of the unpacked content, in hexadecimal.
  public let sha256: String

  public init(name: String, size: Int, sha256: String) {
    (self.name, self.size, self.sha256) = (name, size, sha256)
  }

  /// Whether this content is the published one.
  public func matches(_ content: FileContent) -> Bool {
    content.size == size && content.sha256 == sha256
  }
}

extension MNIST {
  /// The four published files, in the order of the chapters: training, then test.
  ///
  /// Mirrors pack them differently, so the checksums are those of the unpacked content. Computed
  /// from files whose unpacked MD5 are the ones that circulate (6bbc9ace…, a25bea73…, 2646ac64…,
  /// 27ae3e4e…). Source: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten
  /// digits*, 1998.
  public static let publishedFiles = [
    PublishedFile(
      name: "train-images-idx3-ubyte", size: 47_040_016,
      sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    PublishedFile(
      name: "train-labels-idx1-ubyte", size: 60_008,
      sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    PublishedFile(
      name: "t10k-images-idx3-ubyte", size: 7_840_016,
      sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    PublishedFile(
      name: "t10k-labels-idx1-ubyte", size: 10_008,
      sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
  ]
}
