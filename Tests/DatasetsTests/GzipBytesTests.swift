import Testing

@testable import Datasets

struct GzipBytesTests {
  private let content = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }

  private func expand(_ bytes: [UInt8], piece: Int = .max, room: Int = 10_000) throws -> [UInt8] {
    let source = try GzipBytes(MemoryBytes(bytes, piece: piece))
    var expanded: [UInt8] = []
    while true {
      let next = try source.bytes(room)
      expanded += next
      if next.count < room { return expanded }
    }
  }

  @Test(
    "What gzip compressed comes back, whatever the sizes of the pieces", arguments: [1, 7, 4096])
  func expands(piece: Int) throws {
    let compressed = try gzip(content)
    #expect(try expand(compressed, piece: piece) == content)
    #expect(try expand(compressed, piece: piece, room: 3) == content)
  }

  @Test("Members that follow one another are one content, empty ones included")
  func joinsMembers() throws {
    let members = try [gzip(Array(content[..<100])), gzip([]), gzip(Array(content[100...]))]
    #expect(try expand(members.flatMap { $0 }) == content)
    #expect(try expand(members.flatMap { $0 }, piece: 1) == content)
  }

  @Test("Content that compresses best stays within the announced bound")
  func boundsContent() throws {
    let zeros = [UInt8](repeating: 0, count: 3_000_000)
    let compressed = try gzip(zeros)
    let source = try GzipBytes(MemoryBytes(compressed))
    #expect((zeros.count...1032 * compressed.count).contains(source.mostBytes))
  }

  @Test("A stream cut anywhere is an error")
  func refusesEveryCut() throws {
    let compressed = try gzip(Array(content[..<200]))
    #expect(throws: DatasetError.empty(file: "mémoire")) { try expand([]) }
    for length in 1..<compressed.count {
      #expect(throws: DatasetError.truncatedGzip(file: "mémoire"), "cut to \(length) bytes") {
        try expand(Array(compressed[..<length]))
      }
    }
  }

  @Test("Bytes that are no gzip are told from a damaged gzip")
  func tellsStrangers() throws {
    let compressed = try gzip(content)
    #expect(throws: DatasetError.corruptedGzip(file: "mémoire")) { try expand(content) }
    #expect(throws: DatasetError.bytesAfterGzip(file: "mémoire")) {
      try expand(compressed + [0, 0, 0])
    }
    #expect(throws: DatasetError.bytesAfterGzip(file: "mémoire")) {
      try expand(compressed + Array("fin".utf8), piece: 1)
    }
  }

  @Test("A wrong checksum or length is an error", arguments: 1...8)
  func checksTrailer(fromEnd offset: Int) throws {
    var compressed = try gzip(content)
    compressed[compressed.count - offset] ^= 1
    #expect(throws: DatasetError.corruptedGzip(file: "mémoire")) { try expand(compressed) }
  }

  @Test("An altered stream gives the same content or an error, never another content")
  func survivesMutations() throws {
    let original = Array(content[..<300])
    let compressed = try gzip(original)
    var random = FixedRandom(seed: 2)
    var refused = 0
    for _ in 0..<4000 {
      var altered = compressed
      altered[.random(in: altered.indices, using: &random)] ^= .random(in: 1...255, using: &random)
      do {
        #expect(try expand(altered) == original)
      } catch {
        #expect(error is DatasetError)
        refused += 1
      }
    }
    #expect(refused > 3000)
  }
}
