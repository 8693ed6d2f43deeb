import ArgumentParser
import FrenchText

extension ExitStatus {
  /// The status of an error that ends the program: its own, or the one of the parser of arguments.
  init(of error: any Error) {
    if let error = error as? any ReportedError {
      self = error.exitStatus
    } else {
      switch Workbook.exitCode(for: error) {
      case .success: self = .success
      case .validationFailure: self = .usage
      default: self = .software
      }
    }
  }
}

/// `verify` found differences: its table says which.
struct DifferencesFound: ReportedError {
  let exitStatus = ExitStatus.different
  let description = ""
}

/// `verify` was asked to judge synthetic digits, on which nobody has published anything.
struct NothingToJudge: ReportedError {
  let exitStatus = ExitStatus.unavailable
  let description =
    "Sans MNIST, verify ne peut rien juger, car les chiffres publiés en viennent : "
    + "obtiens-le par « ./workbook data fetch », ou indique son dossier par --data ou "
    + "WORKBOOK_DATA."
}
