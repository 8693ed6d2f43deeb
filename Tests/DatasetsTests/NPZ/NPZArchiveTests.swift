import Datasets
import Files
import Foundation
import Testing

@Suite("NPZ archives")
struct NPZArchiveTests {
  @Test(
    "what NumPy wrote is read, stored or deflated",
    arguments: [NumPyArchives.stored, NumPyArchives.deflated])
  func reads(file: Data) throws {
    let archive = try NPZArchive(decoding: file)
    #expect(archive.names == ["x", "y", "scalar"])
    let x = try archive.array("x")
    #expect(x.shape == [2, 3] && x.elements(as: Int16.self) == [1, 2, 3, 4, 5, 6])
    #expect(try archive.array("y").elements(as: Double.self) == [0.5, -2])
    let scalar = try archive.array("scalar")
    #expect(scalar.shape == [] && scalar.elements(as: UInt8.self) == [42])
  }

  @Test(
    "what is written is read again, from memory and from disk",
    arguments: NPYType.allCases, [NPZArchive.Compression.stored, .deflated])
  func roundTrip(type: NPYType, compression: NPZArchive.Compression) throws {
    let samples = NumPyArray.all.filter { $0.descr.hasSuffix(type.rawValue) }
    let arrays = try samples.enumerated().map { index, sample in
      (name: "tableau \(index) é", array: try NPYArray(decoding: sample.file))
    }
    let encoded = try NPZArchive.encoded(arrays, compression: compression)
    #expect(try NPZArchive.encoded(arrays, compression: compression) == encoded)
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).npz").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NPZArchive.write(arrays, to: path, compression: compression)
    #expect(try InputFile.read(path, limit: 1 << 20) == encoded)
    for archive in [try NPZArchive(decoding: encoded), try NPZArchive(path: path)] {
      #expect(archive.names == arrays.map(\.name))
      for (name, array) in arrays {
        #expect(try archive.array(name).encoded() == array.encoded())
      }
    }
  }

  @Test("an archive of nothing is one")
  func empty() throws {
    // np.savez(file)
    let archive = try NPZArchive(decoding: zip([]))
    #expect(archive.names.isEmpty)
    #expect(throws: NPZError.missing("x", found: [])) { try archive.array("x") }
  }

  @Test("a name is written once")
  func duplicates() {
    let one = NPYArray(shape: [1], [1.0])
    #expect(throws: NPZError.duplicate("x")) {
      try NPZArchive.encoded([("x", one), ("x", one)], compression: .stored)
    }
  }

  @Test(
    "np.load reads what is written",
    .enabled(if: Python.hasNumPy, "needs python3 with NumPy"),
    arguments: [NPZArchive.Compression.stored, .deflated])
  func numPy(compression: NPZArchive.Compression) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).npz").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let arrays = try NumPyArray.all.filter { !$0.isFortran && $0.descr.first != ">" }.map {
      (name: $0.descr, array: try NPYArray(decoding: $0.file))
    }
    try NPZArchive.write(arrays, to: path, compression: compression)
    let printed = try Python.run(
      """
      import numpy, sys
      for name, a in numpy.load(sys.argv[1]).items():
          print(name, a.dtype.str, a.shape, a.flags.c_contiguous, a.tobytes().hex())
      """, path)
    let expected = NumPyArray.all.filter { !$0.isFortran && $0.descr.first != ">" }.map {
      "\($0.descr) \($0.descr) (2, 3) True "
        + $0.content.map { String(format: "%02x", $0) }.joined()
    }
    #expect(printed.split(separator: "\n").map(String.init) == expected)
  }
}

/// The Python of the machine, where there is one.
enum Python {
  static let hasNumPy = (try? run("import numpy; print('numpy')", "")) == "numpy\n"

  static func run(_ code: String, _ argument: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", code, argument]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
