import Foundation
import PackagePlugin

/// Gives a target the digest of the sources that decide what a training computes.
@main
struct FingerprintPlugin: BuildToolPlugin {
  private static let rooms = ["Bridges/Native", "Cores", "LinearAlgebra", "NeuralNetwork"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let files = Self.rooms.flatMap { room in
      FileManager.default.enumerator(
        at: package.appending(path: "Sources/\(room)"), includingPropertiesForKeys: nil
      )?.compactMap { $0 as? URL }.filter { ["swift", "c", "h"].contains($0.pathExtension) } ?? []
    }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "TrainingCode.swift")
    return [
      .buildCommand(
        displayName: "Taking the fingerprint of the training code",
        executable: try context.tool(named: "tangle").url,
        arguments: [package.path, "fingerprint", output.path]
          + files.map { String($0.path.dropFirst(package.path.count + 1)) },
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
