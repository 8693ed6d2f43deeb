import Foundation
import PackagePlugin

/// Runs the tangle tool on each chapter of a target, and once for their catalogue and exercises.
@main
struct TanglePlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let tool = try context.tool(named: "tangle").url
    let package = context.package.directoryURL
    let files = target.sourceFiles.map(\.url).sorted { $0.path < $1.path }
    let chapters = files.filter { $0.pathExtension == "md" }
    let tables = files.filter { $0.pathExtension == "csv" }
    let references = files.first { $0.lastPathComponent == "references.yaml" }
    // Chapters show excerpts of the library, so a change there makes them anew.
    let library = context.package.targets
      .filter { $0.name != target.name }
      .compactMap { ($0 as? any SourceModuleTarget)?.sourceFiles.map(\.url) }
      .joined().filter { $0.path.hasPrefix(package.appending(path: "Sources").path) }

    func relative(_ file: URL) -> String {
      String(file.path.dropFirst(package.path.count).trimmingPrefix("/"))
    }

    let commands = chapters.map { chapter in
      let output = context.pluginWorkDirectoryURL.appending(
        path: chapter.deletingPathExtension().lastPathComponent + ".swift")
      return Command.buildCommand(
        displayName: "Tangling \(relative(chapter))",
        executable: tool,
        arguments: [
          package.path, "chapter", relative(chapter), references.map(relative) ?? "", output.path,
        ],
        inputFiles: [chapter] + (references.map { [$0] } ?? []) + library,
        outputFiles: [output])
    }
    let catalogue = context.pluginWorkDirectoryURL.appending(path: "TangledCatalogue.swift")
    let exercises = context.pluginWorkDirectoryURL.appending(path: "TangledExercises.swift")
    return commands + [
      .buildCommand(
        displayName: "Tangling the catalogue",
        executable: tool,
        arguments: [package.path, "catalogue", catalogue.path] + (chapters + tables).map(relative),
        inputFiles: chapters + tables,
        outputFiles: [catalogue]),
      .buildCommand(
        displayName: "Tangling the exercises",
        executable: tool,
        arguments: [package.path, "exercises", exercises.path] + chapters.map(relative),
        inputFiles: chapters,
        outputFiles: [exercises]),
    ]
  }
}
