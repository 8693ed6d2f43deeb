import ArgumentParser
import ChapterKit
import Datasets
import Downloads
import Files
import Foundation
import Images
import Experiments
import Document
import ModelFiles
import Plotting

/// How the program ends; from 64 on, the statuses of BSD's `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  /// `verify` found a published value that this machine does not reproduce.
  case different = 1
  /// A wrong command, option, chapter or parameter.
  case usage = 64
  /// A file whose content is wrong.
  case data = 65
  /// A file or data set that is missing or unreadable.
  case noInput = 66
  /// gnuplot is missing or unfit; or MNIST is not there, and no mirror brings it.
  case unavailable = 69
  /// A cell that failed, or a program that it needs.
  case software = 70
  /// The system allows too little to begin.
  case system = 71
  /// A file that cannot be written.
  case cannotCreate = 73
  /// Standard output is closed, or the disk behind it full.
  case outputFailed = 74
  /// The terminal was closed.
  case hungUp = 129
  case interrupted = 130
  /// The reader of the output went away (`| head`).
  case outputClosed = 141
  case terminated = 143

  init(of error: any Error) {
    switch error {
    case let failure as ChapterFailure: self = ExitStatus(ofCause: failure.cause)
    default: self = ExitStatus(ofCause: error)
    }
  }

  private init(ofCause error: any Error) {
    switch error {
    case is OutputClosed: self = .outputClosed
    case is OutputFailed: self = .outputFailed
    case is DifferencesFound: self = .different
    case is NothingToJudge: self = .unavailable
    case is ParameterError, is ChapterNotFound, is ArgumentError, is NoStore:
      self = .usage
    case let error as DatasetError: self = ExitStatus(rawValue: error.exitStatus) ?? .noInput
    case InputFileError.tooLarge, is NetworkFileError, is NotARecognizer, is ImageError:
      self = .data
    case is InputFileError: self = .noInput
    case let error as DataNotVerified: self = error.isMissing ? .unavailable : .data
    case DownloadError.occupied: self = .data
    case is DownloadError: self = .unavailable
    case is SystemTooNarrow: self = .system
    case is FileError, is PlaceTaken: self = .cannotCreate
    case let error as PlottingError: self = error.isInstallation ? .unavailable : .software
    default:
      self = Workbook.exitCode(for: error) == .success ? .success : Self.fallback(for: error)
    }
  }

  private static func fallback(for error: any Error) -> ExitStatus {
    Workbook.exitCode(for: error) == .validationFailure ? .usage : .software
  }
}

/// `verify` found differences: its table says which.
struct DifferencesFound: Error {}

/// `verify` was asked to judge synthetic digits, on which nobody has published anything.
struct NothingToJudge: Error, CustomStringConvertible {
  let description =
    "Sans MNIST, verify ne peut rien juger, car les chiffres publiés en viennent : "
    + "obtiens-le par « ./workbook data fetch », ou indique son dossier par --data ou "
    + "WORKBOOK_DATA."
}
