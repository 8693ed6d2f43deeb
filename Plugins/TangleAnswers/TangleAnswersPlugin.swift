import Foundation
import PackagePlugin

/// Runs the tangle tool on the answers that a student wrote in `exercices/`.
@main
struct TangleAnswersPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let chapters = try FileManager.default
      .contentsOfDirectory(
        at: package.appending(path: "chapters"), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "Answers.swift")
    return [
      .buildCommand(
        displayName: "Tangling the answers",
        executable: try context.tool(named: "tangle").url,
        arguments: [package.path, "answers", output.path]
          + chapters.map { "chapters/" + $0.lastPathComponent },
        // The folder, not its files: an answer that comes later is no part of today's plan.
        inputFiles: chapters + [package.appending(path: "exercices")],
        outputFiles: [output])
    ]
  }
}
