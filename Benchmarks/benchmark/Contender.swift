import Foundation

/// Who does the work: this project, or what a user would take instead.
enum Contender: String, CaseIterable, Sendable {
  case workbook = "workbook"
  case workbookAlone = "workbook, un fil"
  case numpy = "NumPy"
  case jax = "JAX"
  case pytorch = "PyTorch"

  /// Trains in a process of its own.
  func run(_ work: Case, precision: String, epochs: Int) throws -> TrainingRun {
    let what = [work.name, precision, "\(epochs)"]
    let child = try Child(program + what + (self == .workbookAlone ? ["--threads", "1"] : []))
    return try JSONDecoder().decode(TrainingRun.self, from: child.output)
  }

  private var program: [String] {
    switch self {
    case .workbook, .workbookAlone: [CommandLine.executable, "train"]
    case .numpy: [Place.python, Place.peer("numpy_peer.py")]
    case .jax: [Place.python, Place.peer("jax_peer.py")]
    case .pytorch: [Place.python, Place.peer("pytorch_peer.py")]
    }
  }
}

extension CommandLine {
  /// The path of this very program.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
  }
}
