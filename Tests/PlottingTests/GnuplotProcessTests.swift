import Foundation
import Testing

@testable import Plotting

@Suite struct GnuplotProcessTests {
  private let plot = Plot("p").line([1, 0.1, .nan])

  private func failure(_ gnuplot: Gnuplot, _ format: FigureFormat = .png) -> PlottingError? {
    do {
      _ = try gnuplot.render(plot, as: format)
      return nil
    } catch {
      return error as? PlottingError
    }
  }

  @Test("A failure shows gnuplot's own message, bounded and harmless")
  func failed() throws {
    let fake = try FakeGnuplot(
      "printf 'l\\033[31mine 1: \\351t\\n\\n     ^\\n' >&2; yes 'and again' | head -n 90000 >&2; exit 3"
    )
    guard case .failed(3, let message) = failure(fake.gnuplot) else {
      Issue.record("not a failure")
      return
    }
    let lines = message.split(separator: "\n")
    #expect(lines.first == "  l [31mine 1: \u{FFFD}t")
    #expect(lines.count == 13)
    #expect(lines.last == "  …")
    #expect(
      PlottingError.failed(status: 3, message: message).description.hasPrefix(
        "gnuplot a échoué (code de sortie 3)\u{A0}; "))
  }

  @Test("A killed gnuplot is named with its signal, even one that this program ignores")
  func killed() throws {
    for signal in [SIGKILL, SIGPIPE, SIGTERM] {
      let fake = try FakeGnuplot("echo oops >&2; kill -\(signal) $$; sleep 5")
      #expect(failure(fake.gnuplot) == .killed(signal: signal, message: "  oops"))
    }
  }

  @Test("An empty or unfinished figure is refused", arguments: FigureFormat.drawn)
  func incomplete(format: FigureFormat) throws {
    let silent = try FakeGnuplot("cat > /dev/null")
    #expect(failure(silent.gnuplot, format) == .incomplete(format, bytes: 0, message: ""))
    guard format != .text else { return }
    let start = format == .png ? "\\211PNG\\r\\n\\032\\nIHDR" : "<?xml?><svg><g>"
    let half = try FakeGnuplot("printf '\(start)'; echo no room >&2")
    let error = failure(half.gnuplot, format)
    #expect(error == .incomplete(format, bytes: format == .png ? 12 : 15, message: "  no room"))
    #expect(error?.description.contains("incomplète\u{A0}; ") == true)
  }

  @Test("A gnuplot that reads nothing of a long script fails without a signal")
  func readsNothing() throws {
    let fake = try FakeGnuplot("exit 1")
    let long = Plot("p").line(Array(repeating: 1, count: 100_000))
    #expect(throws: PlottingError.failed(status: 1, message: "")) {
      try fake.gnuplot.render(long, as: .png)
    }
  }

  @Test("A gnuplot that hangs is stopped")
  func hangs() throws {
    let fake = try FakeGnuplot("exec sleep 100")
    let gnuplot = Gnuplot(executable: fake.path, timeout: .milliseconds(200))
    let start = ContinuousClock.now
    let error = failure(gnuplot)
    #expect(error == .timedOut(executable: fake.path, seconds: 0.2))
    #expect(error?.description.contains("en 0,2\u{A0}s") == true)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("A program that writes without end is stopped")
  func endless() throws {
    let fake = try FakeGnuplot("exec cat /dev/zero")
    guard case .tooLarge(let bytes) = failure(fake.gnuplot) else {
      Issue.record("not stopped")
      return
    }
    #expect(bytes > GnuplotProcess.maximumBytes)
  }

  @Test(
    "A missing gnuplot says how to install it",
    arguments: ["no-such-gnuplot", "/no/gnuplot", "", "a\0b"])
  func missing(executable: String) {
    let error = failure(Gnuplot(executable: executable))
    #expect(error == .notFound(executable: executable))
    #expect(error?.description.hasSuffix("sudo apt install gnuplot-nox") == true)
  }

  @Test("A file that is no program is refused with its cause")
  func notExecutable() throws {
    let fake = try FakeGnuplot("")
    #expect(chmod(fake.path, 0o600) == 0)
    #expect(failure(fake.gnuplot) == .cannotStart(executable: fake.path, code: EACCES))
  }

  @Test("gnuplot receives the commands, then numbers of 17 significant digits")
  func received() throws {
    let fake = try FakeGnuplot("cat > \"$0.in\"; echo \"$@\" > \"$0.arguments\"; exit 1")
    _ = failure(fake.gnuplot)
    let read = { try String(contentsOfFile: fake.path + $0, encoding: .utf8) }
    let commands = try GnuplotScript(plot, as: .png).commands
    #expect(
      try read(".in") == commands + """
        1.0000000000000000e+00 1.0000000000000000e+00
        2.0000000000000000e+00 1.0000000000000001e-01
        3.0000000000000000e+00 nan
        e

        """)
    #expect(try read(".arguments") == "-d /dev/stdin\n")
  }
}
