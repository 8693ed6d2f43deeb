import Foundation

/// Who does the work: this project, or what a user would take instead.
enum Contender: String, CaseIterable, Sendable {
  case workbook = "workbook"
  case workbookAlone = "workbook, un fil"
  case numpyDocuments = "NumPy, comme les documents"
  case numpy = "NumPy"
  case jax = "JAX"
  case pytorch = "PyTorch"

  /// Who takes part in a case: NumPy as the documents write it where the work is theirs.
  static func all(in work: Case) -> [Contender] {
    allCases.filter { $0 != .numpyDocuments || work.isOfDocuments == true }
  }

  /// Trains in a process of its own.
  func run(_ work: Case, precision: String, epochs: Int) throws -> TrainingRun {
    let what = [work.name, precision, "\(epochs)"]
    let child = try Child(program + what + (self == .workbookAlone ? ["--threads", "1"] : []))
    return try JSONDecoder().decode(TrainingRun.self, from: child.output)
  }

  /// How far its costs may be from this project's, relatively.
  func tolerance(in work: Case, precision: String) -> Double {
    if precision == "float32" { return 1e-2 }
    return (self == .pytorch ? work.pytorchTolerance : nil) ?? 1e-9
  }

  private var program: [String] {
    switch self {
    case .workbook, .workbookAlone: [CommandLine.executable, "train"]
    case .numpyDocuments: [Place.python, Place.peer("numpy_documents_peer.py")]
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
