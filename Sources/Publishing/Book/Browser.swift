import Files
import Foundation
import FrenchText

/// Chromium without a window, which prints pages.
public struct Browser: Sendable {
  private static let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  private static let timeout = 120.0

  private let executable: String

  /// The browser of this machine.
  ///
  /// - Throws: `BrowserError.missing` where there is none, with the command that installs one.
  public init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws {
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
    let places = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let executable = places.first(where: FileManager.default.isExecutableFile) else {
      throw BrowserError.missing
    }
    self.executable = executable
  }

  /// The page of a file as a tagged PDF with an outline, on the paper that its style asks for.
  func pdf(of page: String) throws -> Data {
    let folder = try ScratchDirectory()
    let output = "\(folder.path)/page.pdf"
    let process = Process()
    process.executableURL = URL(filePath: executable)
    // Chromium's own protection needs what root does not give it; the pages are ours.
    let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
    process.arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--user-data-dir=\(folder.path)/profil",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(output)",
      ] + sandbox + [URL(filePath: page).absoluteString]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw BrowserError.failed(executable) }
    let deadline = Date(timeIntervalSinceNow: Self.timeout)
    while process.isRunning, Date() < deadline { usleep(20_000) }
    if process.isRunning {
      process.terminate()
      throw BrowserError.failed(executable)
    }
    guard process.terminationStatus == 0,
      let data = try? InputFile.read(output, limit: 1 << 28), data.starts(with: Data("%PDF".utf8))
    else { throw BrowserError.failed(executable) }
    return data
  }
}

/// Why nothing could be printed.
public enum BrowserError: ReportedError, Equatable {
  case missing
  case failed(String)

  public var exitStatus: ExitStatus { .unavailable }

  public var description: String {
    switch self {
    case .missing:
      "Le PDF a besoin de Chromium, qui n’est pas installé\u{A0}: lance "
        + "«\u{A0}sudo apt-get install --no-install-recommends chromium\u{A0}», puis recommence."
    case .failed(let browser):
      "\(quoted(browser)) n’a pas réussi à imprimer le cours en PDF\u{A0}; demande les autres formats, "
        + "sans «\u{A0}pdf\u{A0}», ou installe une version plus récente de Chromium."
    }
  }
}
