import Datasets
import Downloads
import Files
import Foundation

/// The download of MNIST that the program tries by itself: once, briefly, and where nobody named a
/// place for the digits.
///
/// A file in the user's cache remembers that it was tried, by the program or by `data fetch`.
struct FirstDownload {
  private let location: DataLocation

  init(to location: DataLocation) { self.location = location }

  /// Tries where that has not been done: the caller goes on with what is there afterwards.
  ///
  /// Throws an `ArgumentError` where the user's variables name no mirror, or no number of seconds.
  func tryOnce() async throws {
    guard location.needsSyntheticDigits, !FileManager.default.fileExists(atPath: marker) else {
      return
    }
    let mirrors = try Mirror.ofUser()
    let patience = try Patience.ofUser()
    // Where nothing can be kept, there is nothing to download for.
    guard !mirrors.isEmpty, (try? remember()) != nil else { return }
    Messages.send("Téléchargement de MNIST, pour cette fois et les suivantes…")
    let report = DownloadReport(isBrief: true)
    let limits = patience.map(DownloadLimits.unasked.waiting) ?? .unasked
    let download = Download(from: mirrors, into: location.path, limits: limits)
    do {
      try await download.run { report.show($0) }
      forget()
      Messages.send("MNIST est dans « \(location.path) ».")
    } catch DownloadError.noMirror {
      let reason = report.lastFailure.map { " : \($0)" } ?? ""
      Messages.send(
        "MNIST ne se télécharge pas\(reason). Pour réessayer : ./workbook data fetch")
    } catch {
      Messages.send("\(error)")
    }
  }

  /// Leaves the file that keeps later runs from trying; nothing where the user named the place.
  func remember() throws {
    guard location.origin == .cache else { return }
    try FileManager.default.createDirectory(
      atPath: location.path, withIntermediateDirectories: true)
    let note = "Le téléchargement de MNIST a été essayé. Pour réessayer : ./workbook data fetch\n"
    try WholeFile.write(Data(note.utf8), to: marker)
  }

  /// Takes it away, once MNIST is there.
  func forget() {
    guard location.origin == .cache else { return }
    unlink(marker)
  }

  private var marker: String {
    NSString(string: location.path).appendingPathComponent(".mnist-tried")
  }
}
