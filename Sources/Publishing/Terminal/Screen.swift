import Files
import Foundation
import Synchronization

/// What the terminal shows: the document on standard output and, on standard error, one bar per
/// training or download under way.
///
/// Both may be the same screen, so the bars step aside for each block of the document. A bar is
/// drawn only when standard error is a terminal. Safe to use from several threads.
public final class Screen: Sendable {
  private struct State {
    var bars: [Int: ProgressBar] = [:]
    var next = 0
    /// The number of lines that the bars take on the screen now.
    var drawnLines = 0
    var isClosed = false
  }

  private let output: Int32
  private let messages: Int32
  private let capabilities: TerminalCapabilities
  private let state = Mutex(State())

  /// A screen of two open descriptors; `capabilities` are those of the terminal behind `messages`.
  public init(
    output: Int32 = STDOUT_FILENO, messages: Int32 = STDERR_FILENO,
    capabilities: TerminalCapabilities
  ) {
    self.output = output
    self.messages = messages
    self.capabilities = capabilities
  }

  /// Writes a stretch of the document.
  ///
  /// - Throws: `SystemFailure`, `EPIPE` when the reader has gone.
  public func write(_ text: String) throws {
    try state.withLock { state in
      erase(&state)
      try writeAll(Data(text.utf8), to: output)
      draw(&state)
    }
  }

  public func begin(_ title: String, epochs: Int) -> Int {
    begin(ProgressBar(title: title, epochs: epochs))
  }

  private func begin(_ bar: ProgressBar) -> Int {
    state.withLock { state in
      let work = state.next
      state.next += 1
      state.bars[work] = bar
      redraw(&state)
      return work
    }
  }

  public func update(_ training: Int, epoch: Int, cost: Double) {
    state.withLock { state in
      state.bars[training]?.update(epoch: epoch, cost: cost)
      redraw(&state)
    }
  }

  /// Shows a bar for a run of chapters; `total` is the number of their cells.
  public func begin(_ title: String, cells total: Int) -> Int {
    begin(ProgressBar(title: title, cells: total))
  }

  /// - Parameter done: the cells of the chapters before this one.
  public func update(_ run: Int, chapter: Int, cell: Int, of cells: Int, after done: Int) {
    state.withLock { state in
      state.bars[run]?.update(chapter: chapter, cell: cell, of: cells, after: done)
      redraw(&state)
    }
  }

  /// Shows one bar for many trainings.
  public func begin(trainings total: Int) -> Int {
    begin(ProgressBar(title: "Balayage", trainings: total))
  }

  public func update(_ sweep: Int, done: Int) {
    state.withLock { state in
      state.bars[sweep]?.update(trainings: done)
      redraw(&state)
    }
  }

  /// Shows a bar for a download; `total` is its number of bytes, where known.
  public func begin(_ title: String, bytes total: Int?) -> Int {
    begin(ProgressBar(title: title, bytes: total))
  }

  public func update(_ download: Int, bytes: Int, of total: Int?) {
    state.withLock { state in
      state.bars[download]?.update(bytes: bytes, of: total)
      redraw(&state)
    }
  }

  public func end(_ work: Int) {
    state.withLock { state in
      state.bars[work] = nil
      redraw(&state)
    }
  }

  /// Takes all bars away, for good, before the program ends; gives up when another thread is stuck
  /// in the middle of a write.
  public func close() {
    for _ in 0..<50 {
      let closed: Void? = state.withLockIfAvailable { state in
        erase(&state)
        state.isClosed = true
      }
      if closed != nil { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
    // The write that is stuck may have left a colour on.
    if capabilities.color { send("\u{1B}[0m") }
  }

  private func redraw(_ state: inout State) {
    erase(&state)
    draw(&state)
  }

  private func erase(_ state: inout State) {
    guard state.drawnLines > 0 else { return }
    send("\u{1B}[\(state.drawnLines)A\r\u{1B}[J")
    state.drawnLines = 0
  }

  private func draw(_ state: inout State) {
    guard capabilities.movesCursor, !state.bars.isEmpty, !state.isClosed else { return }
    let titleWidth = state.bars.values.map(\.title.displayWidth).max() ?? 0
    let lines = state.bars.sorted { $0.key < $1.key }.map {
      $0.value.line(
        width: capabilities.width - 1, titleWidth: titleWidth, color: capabilities.color)
    }
    send(lines.map { $0 + "\n" }.joined())
    state.drawnLines = lines.count
  }

  /// Progress is a courtesy: a standard error that takes no more bytes is no reason to stop.
  private func send(_ text: String) { try? writeAll(Data(text.utf8), to: messages) }
}
