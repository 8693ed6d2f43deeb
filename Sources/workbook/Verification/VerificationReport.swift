import ChapterKit
import Document

/// What `verify` concludes: the published values, the claims of the prose, and what nobody compared.
struct VerificationReport {
  let comparisons: [Comparison]
  let claims: [Claim]
  /// The chapters that were run.
  let chapters: [Chapter]
  let gaps: [ComparisonGap]

  /// Whether this machine reproduces all that was published, and all that is claimed.
  var isSound: Bool {
    gaps.isEmpty && claims.allSatisfy { $0.holds || $0.isTimed }
      && !comparisons.contains { $0.verdict == .different }
  }

  var blocks: [WovenBlock] {
    let claims = chapters.map { chapter in "- \(judgement(of: chapter))" }
    return VerificationTable(comparisons).blocks
      + [.prose(Prose("Affirmations du texte :\n\n\(claims.joined(separator: "\n"))"))]
      + failures.map(WovenBlock.notice)
  }

  /// One sentence for each claim that does not hold, and for each series that was left out.
  var failures: [String] {
    claims.filter { !$0.holds }.map(\.complaint) + gaps.map(sentence)
  }

  private func judgement(of chapter: Chapter) -> String {
    let claims = claims.filter { $0.chapter == chapter.number }
    let broken = claims.count { !$0.holds }
    let count =
      switch claims.count {
      case 0: "aucune affirmation"
      case 1: "une affirmation"
      default: "\(claims.count) affirmations"
      }
    let verdict =
      switch (claims.count, broken) {
      case (0, _): ""
      case (1, 0): ", tenue"
      case (_, 0): ", toutes tenues"
      case (_, 1): ", dont une n’est pas tenue"
      default: ", dont \(broken) ne sont pas tenues"
      }
    return "chapitre \(chapter.number) : \(count)\(verdict)"
  }

  private func sentence(_ gap: ComparisonGap) -> String {
    let series = "La série publiée « \(gap.run) » (\(gap.quantity.words))"
    return gap.compared == 0
      ? "\(series) n’est comparée par aucun chapitre."
      : "\(series) n’est comparée qu’en partie : \(gap.compared) \(gap.compared == 1 ? "valeur" : "valeurs") sur \(gap.published)."
  }
}
