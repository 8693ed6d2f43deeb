import Experiments
import Foundation
import FrenchText

/// What a reader is told of the trainings of a chapter, once it has run.
struct StoreReport {
  let outcomes: [Trainer.Outcome]
  /// Why the store could not be written, where that was so.
  let failure: (any Error)?
  /// Where the days of the dates begin and end.
  var timeZone = TimeZone.current

  init(of trainers: [Trainer], timeZone: TimeZone = .current) {
    outcomes = trainers.flatMap(\.outcomes)
    failure = trainers.lazy.compactMap(\.failure).first
    self.timeZone = timeZone
  }

  /// One sentence on what was taken from the store; `nil` where nothing was.
  var summary: String? {
    let dates = outcomes.compactMap { if case .store(let date) = $0.source { date } else { nil } }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    let taken =
      dates.count == outcomes.count
      ? (dates.count == 1 ? "le seul entraînement" : "les \(dates.count) entraînements")
      : "\(dates.count) entraînement\(dates.count == 1 ? "" : "s") sur \(outcomes.count)"
    let (from, to) = (day(first), day(last))
    return "Repris de la réserve\u{A0}: \(taken), "
      + (from == to ? "du \(to)" : "du \(from) au \(to)")
      + " (--fresh refait tout, --why dit ce qui est repris ou refait, et pourquoi)."
  }

  /// A line for each training: taken, or computed and why.
  var reasons: [String] {
    outcomes.map { outcome in
      switch outcome.source {
      case .store(let date): "\(outcome.title)\u{A0}: repris, du \(moment(date))"
      case .computed(let reason): "\(outcome.title)\u{A0}: \(words(reason))"
      }
    }
  }

  /// What kept the store from being written.
  var warning: String? {
    failure.map { "La réserve ne garde pas tout, et ces entraînements seront refaits\u{A0}: \($0)" }
  }

  private func words(_ reason: Trainer.Outcome.Reason) -> String {
    switch reason {
    case .asked: "refait, comme demandé"
    case .new: "fait pour la première fois"
    case .changed(let changes): "refait, " + changes.map(words).joined(separator: ", ")
    case .notKept: "refait, car la réserve ne l’a pas gardé (trop bref, ou trop ancien)"
    case .spoilt: "refait, car son fichier dans la réserve est abîmé"
    case .ownFunction(let name):
      "refait, car «\u{A0}\(name)\u{A0}» est une fonction du chapitre, dont rien ne dit si elle a changé"
    }
  }

  private func words(_ change: TrainingRecipe.Change) -> String {
    let (old, new) = (shown(change.old), shown(change.new))
    return old == new ? "\(change.name)\u{A0}: un autre contenu" : "\(change.name) \(old) → \(new)"
  }

  /// A value without the checksum in it, and with a decimal comma where it is a number.
  private func shown(_ value: String) -> String {
    if Double(value) != nil { return french(value) }
    return value.replacing(/(, )?[0-9a-f]{64}/, with: "")
  }

  private func day(_ date: Date) -> String { text(of: date, "d MMMM yyyy") }
  private func moment(_ date: Date) -> String { text(of: date, "d MMMM yyyy à HH:mm:ss") }

  private func text(of date: Date, _ format: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "fr_FR")
    formatter.timeZone = timeZone
    formatter.dateFormat = format.replacing("à", with: "'à'")
    return formatter.string(from: date)
  }
}
