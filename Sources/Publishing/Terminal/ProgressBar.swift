import Foundation
import FrenchText

/// The line of one training or download under way: title, bar, what is done, remaining time.
struct ProgressBar {
  /// What the steps are.
  private enum Work {
    case epochs(cost: Double?)
    case bytes
    case trainings
    /// The cells of several chapters, of which one is under way.
    case cells(current: Int, of: Int)
  }

  private(set) var title: String
  private var work: Work
  private var done = 0
  /// The number of steps, where known.
  private var total: Int?
  private let start: ContinuousClock.Instant
  private var elapsed = Duration.zero
  /// The steps that were done before the first was counted here.
  private var head: Int?

  init(title: String, epochs: Int, start: ContinuousClock.Instant = .now) {
    self.title = title.safeForTerminal
    (work, total) = (.epochs(cost: nil), max(epochs, 1))
    (self.start, head) = (start, 0)
  }

  init(title: String, trainings total: Int, start: ContinuousClock.Instant = .now) {
    self.title = title.safeForTerminal
    (work, self.total) = (.trainings, max(total, 1))
    (self.start, head) = (start, 0)
  }

  init(title: String, bytes total: Int?, start: ContinuousClock.Instant = .now) {
    self.title = title.safeForTerminal
    (work, self.total, self.start) = (.bytes, total, start)
  }

  init(title: String, cells total: Int, start: ContinuousClock.Instant = .now) {
    self.title = title.safeForTerminal
    (work, self.total) = (.cells(current: 0, of: 0), max(total, 1))
    (self.start, head) = (start, 0)
  }

  /// - Parameter before: the cells of the chapters that are done.
  mutating func update(
    chapter: Int, cell: Int, of cells: Int, after before: Int,
    now: ContinuousClock.Instant = .now
  ) {
    title = "Chapitre\u{A0}\(chapter)"
    work = .cells(current: cell, of: cells)
    advance(to: before + cell - 1, now)
  }

  mutating func update(epoch: Int, cost: Double, now: ContinuousClock.Instant = .now) {
    work = .epochs(cost: cost)
    advance(to: epoch, now)
  }

  mutating func update(trainings done: Int, now: ContinuousClock.Instant = .now) {
    advance(to: done, now)
  }

  mutating func update(bytes: Int, of total: Int?, now: ContinuousClock.Instant = .now) {
    self.total = total
    advance(to: bytes, now)
  }

  private mutating func advance(to step: Int, _ now: ContinuousClock.Instant) {
    head = head ?? step
    done = step
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
    switch work {
    case .epochs(let cost):
      let value = cost.map { number($0, digits: 4) } ?? "–"
      return "époque \(count("\(done)", of: total.map { "\($0)" }))  coût \(value)  \(remaining)"
    case .cells(let current, let all):
      return "cellule \(count("\(current)", of: "\(all)"))  \(remaining)"
    case .trainings:
      return "entraînement \(count("\(done)", of: total.map { "\($0)" }))  \(remaining)"
    case .bytes:
      return "\(count(Self.megabytes(done), of: total.map(Self.megabytes))) Mo  \(remaining)"
    }
  }

  /// What is done of what there is, in as many columns from start to end.
  private func count(_ done: String, of total: String?) -> String {
    guard let total else { return done }
    return String(repeating: " ", count: max(0, total.count - done.count)) + done + "/" + total
  }

  private var remaining: String {
    guard let total, done > head ?? done else { return "reste …" }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rest = seconds / Double(done - (head ?? 0)) * Double(max(total - done, 0))
    let left = Int(min(rest, 359_999).rounded(.up))
    return left < 60
      ? "reste \(left < 10 ? " " : "")\(left) s" : "reste \(left / 60) min \(left % 60) s"
  }

  private func bar(width: Int, color: Bool) -> String {
    let width = max(width, 1)
    let share = total.map { min(1, Double(done) / Double(max($0, 1))) } ?? 0
    let filled = Int(Double(width) * share)
    let past = String(repeating: "━", count: filled)
    let todo = String(repeating: color ? "━" : "─", count: width - filled)
    return color ? "\u{1B}[34m\(past)\u{1B}[2m\u{1B}[39m\(todo)\u{1B}[0m" : past + todo
  }

  private static func megabytes(_ bytes: Int) -> String { number(Double(bytes) / 1e6, digits: 1) }
}
