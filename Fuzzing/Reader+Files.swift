import Datasets
import Files
import Foundation
import LinearAlgebra
import ModelFiles
import NeuralNetwork

extension Reader {
  /// The readers of binary files.
  static func files() throws -> [Reader] {
    let images = idx(0x803, [3, 28, 28]), labels = idx(0x801, [40])
    return [
      Reader(name: "idx-images", seeds: [images, idx(0x803, [1, 2, 2])]) { _, file in
        let images = try IDX.images(file: file)
        try expect(images.pixels.count == images.count * images.rows * images.columns, "pixels")
      },
      Reader(name: "idx-labels", seeds: [labels]) { _, file in _ = try IDX.labels(file: file) },
      Reader(name: "gzip", seeds: [try gzip(images), try gzip(idx(0x803, [0, 0, 0]))]) {
        data, file in
        let packed = file + ".gz"
        try data.write(to: URL(filePath: packed))
        _ = try IDX.images(file: packed)
      },
      Reader(name: "safetensors", seeds: try networks() + [foreignNetwork]) { _, file in
        let archive = try NetworkFile.open(file)
        for entry in archive.entries {
          let statistics = try? archive.statistics(of: entry)
          try expect((statistics != nil) == entry.hasNumbers, "des nombres qui n’en sont pas")
        }
        guard !NetworkFile.isOwn(archive) else {
          _ = try NetworkFile.load(Double.self, from: file)
          _ = try NetworkFile.load(Float.self, from: file)
          return
        }
        let layers = try DenseLayers(of: archive, path: file)
        let network: Network<Float> = try layers.network(layers.layers.map { _ in .relu })
        try expect(network.parameterCount >= layers.parameterCount, "des poids perdus")
      },
    ]
  }

  static func expect(_ holds: Bool, _ what: String) throws {
    if !holds { throw Breach(description: what) }
  }

  private static func idx(_ magic: UInt32, _ sizes: [UInt32]) -> Data {
    let header = ([magic] + sizes).flatMap { number in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    let content = (0..<sizes.reduce(1, *)).map { UInt8(truncatingIfNeeded: $0 % 10) }
    return Data(header + content)
  }

  /// The same bytes packed by the system's gzip: the program itself only unpacks.
  private static func gzip(_ data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-nc"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: data)
    try input.fileHandleForWriting.close()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return packed
  }

  private static func networks() throws -> [Data] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    return try [["relu", "sigmoid"], ["leaky_relu:alpha=0.2", "softmax"]].map { names in
      var random = try NumPyRandom(seed: 1)
      let layers = try zip([3, 2], names).map { Dense<Double>($0, try .named($1)) }
      let network = try Network(inputs: 4, layers: layers, weights: .xavier, using: &random)
      let normalization = Normalization(
        means: [0, 1, 2, 3], deviations: [1, 1, 1, 0])
      try NetworkFile.save(network, normalization: normalization, to: file.path)
      return try Data(contentsOf: file)
    }
  }

  /// A network as PyTorch names it, with the four types of numbers.
  private static let foreignNetwork: Data = {
    let header = #"""
      {"__metadata__":{"format":"pt"},"0.weight":{"dtype":"F16","shape":[3,4],"data_offsets":[0,24]},\#
      "0.bias":{"dtype":"BF16","shape":[3],"data_offsets":[24,30]},\#
      "2.weight":{"dtype":"F64","shape":[2,3],"data_offsets":[30,78]},\#
      "2.bias":{"dtype":"F32","shape":[2],"data_offsets":[78,86]}}
      """#
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    return length + Data(header.utf8) + Data((0..<86).map { UInt8($0 * 41 % 251) })
  }()
}
