import Foundation
import PackagePlugin

/// Runs the tangle tool on each chapter of a target, and once for their catalogue.
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
    let glossary = files.filter { $0.lastPathComponent == "glossaire.yaml" }

    func relative(_ file: URL) -> String {
      String(file.path.dropFirst(package.path.count).trimmingPrefix("/"))
    }

    let commands = chapters.map { chapter in
      let name = chapter.deletingPathExtension().lastPathComponent
      let output = context.pluginWorkDirectoryURL.appending(path: name + ".swift")
      let exercises = context.pluginWorkDirectoryURL.appending(path: name + ".exercices.swift")
      return Command.buildCommand(
        displayName: "Tangling \(relative(chapter))",
        executable: tool,
        arguments: [
          package.path, "chapter", relative(chapter), references.map(relative) ?? "", output.path,
          exercises.path,
        ],
        inputFiles: [chapter] + (references.map { [$0] } ?? [])
          + excerpted(by: chapter, in: package),
        outputFiles: [output, exercises])
    }
    let catalogue = context.pluginWorkDirectoryURL.appending(path: "TangledCatalogue.swift")
    return commands + [
      .buildCommand(
        displayName: "Tangling the catalogue",
        executable: tool,
        arguments: [package.path, "catalogue", catalogue.path]
          + (chapters + tables + glossary).map(relative),
        inputFiles: chapters + tables + glossary,
        outputFiles: [catalogue])
    ]
  }

  /// The files that a chapter shows excerpts of: a change there makes the chapter anew.
  private func excerpted(by chapter: URL, in package: URL) -> [URL] {
    let text = (try? String(contentsOf: chapter, encoding: .utf8)) ?? ""
    let paths = text.split(whereSeparator: \.isNewline).compactMap { line in
      line.prefixMatch(of: /\s*(?:\/\/|#)\|\s*source:\s*["']?([^#"']+)#/).map { String($0.1) }
    }
    return Set(paths).sorted().map { package.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }
}
