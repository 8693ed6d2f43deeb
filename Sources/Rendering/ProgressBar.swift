import Foundation

/// The line of one training under way: title, bar, epoch, cost, remaining time.
struct ProgressBar {
  let title: String
  private let epochs: Int
  private let start: ContinuousClock.Instant
  private var epoch = 0
  private var cost: Double?
  private var elapsed = Duration.zero

  init(title: String, epochs: Int, start: ContinuousClock.Instant = .now) {
    self.title = title.safeForTerminal
    self.epochs = max(epochs, 1)
    self.start = start
  }

  mutating func update(epoch: Int, cost: Double, now: ContinuousClock.Instant = .now) {
    self.epoch = epoch
    self.cost = cost
    elapsed = now - start
  }

  /// The line, never wider than `width`: the title is cut to leave the bar 8 columns, and both go
  /// where there is no room. Titles are set in `titleWidth` columns, so that bars stand in a row.
  func line(width: Int, titleWidth: Int, color: Bool) -> String {
    let facts = facts
    let room = width - facts.displayWidth - 2
    guard room >= 8 else { return String(facts.prefix(max(width, 0))) }
    let columns = min(titleWidth, 32, room - 8)
    let cut = String(title.prefix(columns))
    let name = cut + String(repeating: " ", count: max(0, columns - cut.displayWidth))
    let bar = self.bar(width: min(30, room - name.displayWidth - 1), color: color)
    return "\(name) \(bar) \(facts)"
  }

  private var facts: String {
    let done = "\(epoch)/\(epochs)"
    let padding = String(repeating: " ", count: max(0, 2 * "\(epochs)".count + 1 - done.count))
    let value = cost.map { String(format: "%.4f", $0).replacing(".", with: ",") } ?? "–"
    return "époque \(padding)\(done)  coût \(value)  \(remaining)"
  }

  private var remaining: String {
    guard epoch > 0 else { return "reste …" }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let left = Int((seconds / Double(epoch) * Double(epochs - epoch)).rounded(.up))
    return left < 60
      ? "reste \(left < 10 ? " " : "")\(left) s" : "reste \(left / 60) min \(left % 60) s"
  }

  private func bar(width: Int, color: Bool) -> String {
    let width = max(width, 1)
    let filled = min(width, width * epoch / epochs)
    let done = String(repeating: "━", count: filled)
    let todo = String(repeating: color ? "━" : "─", count: width - filled)
    return color ? "\u{1B}[34m\(done)\u{1B}[2m\u{1B}[39m\(todo)\u{1B}[0m" : done + todo
  }
}
