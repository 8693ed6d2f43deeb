import Foundation
import FrenchText

/// The network that `train --save` keeps without a name, and `predict` takes: the last one trained.
enum DefaultNetwork {
  static let fileName = "reseau.safetensors"

  /// `$XDG_DATA_HOME/workbook`, or `~/.local/share/workbook`, as the XDG specification asks.
  static func folder(_ environment: [String: String] = ProcessInfo.processInfo.environment)
    -> String
  {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return NSString(string: data).appendingPathComponent("workbook")
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return NSString(string: home).appendingPathComponent(".local/share/workbook")
  }

  /// Where it is, whether it is there or not.
  static var path: String { NSString(string: folder()).appendingPathComponent(fileName) }

  /// The arguments with its path after a `--save` of `train` that names no file.
  static func named(in arguments: [String]) -> [String] {
    guard arguments.first == "train" else { return arguments }
    return arguments.indices.flatMap { index -> [String] in
      let next = index + 1 < arguments.count ? arguments[index + 1] : "--"
      return arguments[index] == "--save" && next.hasPrefix("--")
        ? ["--save", path] : [arguments[index]]
    }
  }

  /// - Throws: `NoNetworkYet`.
  static func saved() throws -> String {
    let path = path
    guard FileManager.default.fileExists(atPath: path) else { throw NoNetworkYet() }
    return path
  }
}

/// `predict` has no network, and none was ever kept.
struct NoNetworkYet: ReportedError {
  let exitStatus = ExitStatus.noInput
  let description =
    "Aucun réseau n’est encore enregistré : entraînes-en un en quelques secondes par "
    + "« ./workbook train --save », ou nomme un fichier .safetensors avant tes images."
}
