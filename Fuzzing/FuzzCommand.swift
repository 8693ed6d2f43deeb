import ArgumentParser
import Foundation

/// Feeds spoilt inputs to every reader of what comes from outside: each must read or refuse, and
/// never crash, hang or take memory.
@main
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Donne des entrées abîmées à tous les lecteurs : aucun ne doit tomber.")

  @Option(help: "Les secondes en tout.")
  var seconds = 20.0
  @Option(help: "Le nombre d’entrées en tout, au plus.")
  var inputs = Int.max
  @Option(help: "La graine des entrées.")
  var seed: UInt64 = 1
  @Option(name: .customLong("reader"), help: "Seulement ce lecteur.")
  var name: String?
  @Option(help: "Un dossier d’exemples à abîmer aussi.")
  var examples: String?
  @Argument(help: "Une entrée gardée, à redonner au lecteur.")
  var file: String?

  func run() throws {
    let readers = try Reader.all().filter { name == nil || $0.name == name }
    guard !readers.isEmpty else { throw ValidationError("Ce lecteur n’existe pas.") }
    let folder = Self.memory.appending(
      path: "workbook-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let input = folder.appending(path: "entree")
    Watch.begin(input: input.path, bytes: 1 << 30)

    if let file {
      let data = try Data(contentsOf: URL(filePath: file))
      for reader in readers { try reader.read(data, file) }
      return
    }
    for reader in readers {
      let (count, accepted) = try fuzz(reader, input, share: 1 / Double(readers.count))
      print("\(reader.name) : \(count) entrées, dont \(accepted) acceptées")
    }
    Watch.end()
    try FileManager.default.removeItem(at: folder)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("mémoire au plus haut : \(usage.ru_maxrss / 1024) Mio")
  }

  private static func files(in folder: String?) throws -> [Data] {
    guard let folder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: URL(filePath: folder), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }.map { try Data(contentsOf: $0) }
  }

  /// Where files cost the least: in memory, if the system has such a place.
  private static var memory: URL {
    let shared = "/dev/shm"
    return FileManager.default.isWritableFile(atPath: shared)
      ? URL(filePath: shared) : FileManager.default.temporaryDirectory
  }

  private func fuzz(
    _ reader: Reader, _ file: URL, share: Double
  ) throws -> (count: Int, accepted: Int) {
    let seeds = try reader.seeds + Self.files(in: examples)
    for seed in seeds {
      // A corpus that is refused as it is would test nothing behind the first check.
      try seed.write(to: file)
      try reader.read(seed, file.path)
    }
    var mutator = Mutator(seed: seed)
    var (count, accepted) = (0, 0)
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds * share))
    // One reader alone has the whole share of `Int.max`, which no `Double` is.
    let most = max(1, Int(min(Double(inputs) * share, 1e15)))
    while clock.now < end, count < most {
      let data = mutator.mutate(seeds)
      try data.write(to: file)
      Watch.nextInput()
      do {
        try reader.read(data, file.path)
        accepted += 1
      } catch let breach as Breach {
        throw ValidationError("\(reader.name) : \(breach), par l’entrée gardée dans \(file.path)")
      } catch {
        _ = "\(error)"
      }
      count += 1
    }
    return (count, accepted)
  }
}
