import ChapterKit
import Downloads
import FrenchText
import Publishing

/// A download as it goes: a bar while bytes come in, a line for each thing done or failed.
final class DownloadReport {
  /// Why the last mirror that failed did.
  private(set) var lastFailure: MirrorFailure?

  /// Whether the bars say enough.
  private let isBrief: Bool
  private let screen = Screen.ofProgram
  private var bar: (file: String, number: Int, received: Int)?

  init(isBrief: Bool = false) { self.isBrief = isBrief }

  func show(_ event: Download.Event) {
    if case .progress(let file, let received, let total) = event {
      return advance(file, received, total)
    }
    if let bar { screen.end(bar.number) }
    bar = nil
    if case .failed(_, _, let failure) = event { lastFailure = failure }
    if !isBrief { Messages.send(Self.sentence(event)) }
  }

  private func advance(_ file: String, _ received: Int, _ total: Int?) {
    if let bar, bar.file == file {
      // A line drawn for each piece of a few kilobytes would take longer than the bytes.
      guard abs(received - bar.received) >= 100_000 || received == total else { return }
    }
    let number = bar?.file == file ? bar?.number : nil
    let shown = number ?? screen.begin(file, bytes: total)
    bar = (file, shown, received)
    screen.update(shown, bytes: received, of: total)
  }

  private static func sentence(_ event: Download.Event) -> String {
    switch event {
    case .present(let path): "« \(path) » est déjà là."
    case .waiting(let file):
      "Un autre téléchargement de « \(file) » est en cours : celui-ci attend qu’il finisse."
    case .failed(let mirror, let file, let failure): "\(mirror), \(file) : \(failure)."
    case .stored(let path, let bytes): "« \(path) » : \(number(bytes)) octets, contenu vérifié."
    case .progress: ""
    }
  }
}
