import Testing

@testable import Datasets

struct IDXTests {
  private let images = idxImages(2, rows: 3, columns: 4)

  @Test("Images keep their sizes and their bytes in order")
  func readsImages() throws {
    let read = try IDX.images(from: MemoryBytes(images))
    #expect((read.count, read.rows, read.columns) == (2, 3, 4))
    #expect(read.pixels == Array(images[16...]))
  }

  @Test("Labels are the bytes after the header")
  func readsLabels() throws {
    #expect(try IDX.labels(from: MemoryBytes(idxLabels([5, 0, 4, 1, 255]))) == [5, 0, 4, 1, 255])
  }

  @Test("A source that delivers its bytes one by one gives the same content")
  func readsShortPieces() throws {
    let whole = try IDX.images(from: MemoryBytes(images))
    #expect(try IDX.images(from: MemoryBytes(images, piece: 1)) == whole)
  }

  @Test("A file cut anywhere is an error")
  func refusesEveryCut() {
    for length in images.indices {
      let expected: DatasetError =
        switch length {
        case 0: .empty(file: "mémoire")
        case 1..<4: .wrongMagic(file: "mémoire", found: Array(images[..<length]))
        default: .truncated(file: "mémoire")
        }
      #expect(throws: expected, "cut to \(length) bytes") {
        try IDX.images(from: MemoryBytes(Array(images[..<length])))
      }
    }
  }

  @Test(
    "Sizes beyond the bound are refused before memory is taken",
    arguments: [
      [UInt32.max, .max, .max], [1 << 20, 1 << 10, 2], [1 << 30, 1, 2], [.max, 1, 1],
    ])
  func refusesAbsurdSizes(sizes: [UInt32]) {
    #expect(throws: DatasetError.tooLarge(file: "mémoire", sizes: sizes.map(Int.init))) {
      try IDX.images(from: MemoryBytes(idx(sizes, [0])))
    }
  }

  @Test("A small file that announces the largest content is refused without room made for it")
  func refusesUnlikelySizes() {
    let source = MemoryBytes(idx([1 << 20, 1 << 10, 1], [0]))
    #expect(throws: DatasetError.truncated(file: "mémoire")) { try IDX.images(from: source) }
    #expect(source.largestRequest == 12)
  }

  @Test("A byte after the announced content is an error, plain or compressed")
  func refusesSurplus() throws {
    #expect(throws: DatasetError.surplus(file: "mémoire")) {
      try IDX.images(from: MemoryBytes(images + [0]))
    }
    #expect(throws: DatasetError.surplus(file: "mémoire")) {
      try IDX.images(from: GzipBytes(MemoryBytes(gzip(images + [0]))))
    }
  }

  @Test("Labels are not images, nor images labels")
  func refusesOtherKind() {
    #expect(throws: DatasetError.wrongMagic(file: "mémoire", found: [0, 0, 8, 1])) {
      try IDX.images(from: MemoryBytes(idxLabels([1])))
    }
    #expect(throws: DatasetError.wrongMagic(file: "mémoire", found: [0, 0, 8, 3])) {
      try IDX.labels(from: MemoryBytes(images))
    }
  }

  @Test("Thousands of altered files are read or refused, never worse")
  func survivesMutations() {
    var random = FixedRandom(seed: 1)
    var refused = 0
    for _ in 0..<4000 {
      var altered = images
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        altered[.random(in: altered.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      do {
        _ = try IDX.images(from: MemoryBytes(altered))
      } catch {
        #expect(error is DatasetError)
        refused += 1
      }
    }
    #expect(refused > 1000)
  }
}
