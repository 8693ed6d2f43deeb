import Document
import Testing

@testable import ChapterKit
@testable import workbook

@Suite("What verify concludes")
struct VerificationReportTests {
  private static let chapters = (1...3).map {
    Chapter(
      number: $0, slug: "essai", title: "Essai", summary: "", document: "C", parameters: []
    ) { _ in }
  }

  private func claim(
    _ chapter: Int, line: Int, holds: Bool, isTimed: Bool = false
  ) -> Claim {
    Claim(
      chapter: chapter, location: SourceLocation(file: "chapters/0\(chapter)-essai.md", line: line),
      statement: "phrase \(line)", holds: holds, isTimed: isTimed, digits: .mnist)
  }

  private func comparison(
    _ index: Int, difference: Double = 0, _ verdict: Verdict = .reproduced
  ) -> Comparison {
    Comparison(
      chapter: 1, document: "C", run: "essai", quantity: .cost, index: index, published: 1,
      obtained: 1, relativeDifference: difference, verdict: verdict)
  }

  private func report(
    _ comparisons: [Comparison] = [], _ claims: [Claim] = [], _ gaps: [ComparisonGap] = []
  ) -> VerificationReport {
    VerificationReport(
      comparisons: comparisons, claims: claims, chapters: Self.chapters, gaps: gaps)
  }

  private func text(_ report: VerificationReport) -> String {
    report.blocks.compactMap { block in
      switch block {
      case .prose(let prose): prose.markdown
      case .notice(let text): text
      default: nil
      }
    }.joined(separator: "\n").replacing("\u{A0}", with: " ")
  }

  @Test("each chapter's claims get a line, a claim that does not hold its own with its place")
  func claims() {
    let report = report(
      [],
      [
        claim(1, line: 7, holds: true), claim(2, line: 8, holds: true),
        claim(2, line: 9, holds: false), claim(2, line: 10, holds: true),
      ])
    let text = text(report)
    #expect(text.contains("chapitre 1 : une affirmation, tenue"))
    #expect(text.contains("chapitre 2 : 3 affirmations, dont une n’est pas tenue"))
    #expect(text.contains("chapitre 3 : aucune affirmation"))
    #expect(text.contains("chapters/02-essai.md:9 : cette exécution ne confirme pas"))
    #expect(!text.contains("essai.md:8"))
    #expect(!report.isSound)
  }

  @Test("all held, all compared, nothing different: sound; one of them otherwise: not")
  func soundness() {
    let held = [claim(1, line: 7, holds: true)]
    #expect(report([comparison(1)], held).isSound)
    #expect(!report([comparison(1), comparison(2, .different)], held).isSound)
    let slow = report([], held + [claim(1, line: 8, holds: false, isTimed: true)])
    #expect(slow.isSound && text(slow).contains("essai.md:8") && text(slow).contains("une durée"))
    let gap = ComparisonGap(run: "essai", quantity: .cost, compared: 1, published: 2)
    let partial = report([comparison(1)], held, [gap])
    #expect(!partial.isSound)
    #expect(
      text(partial).contains("« essai » (coût) n’est comparée qu’en partie : 1 valeur sur 2"))
    let never = ComparisonGap(run: "autre", quantity: .output, compared: 0, published: 2)
    #expect(
      text(report([], [], [never])).contains("« autre » (sortie) n’est comparée par aucun chapitre")
    )
  }

  @Test("a value that is no number is the greatest difference, wherever it stands")
  func notANumber() throws {
    let table = VerificationTable([
      comparison(1, difference: 1e-3), comparison(2, difference: .nan, .different),
      comparison(3, difference: 1e-2),
    ])
    guard case .table(let rows)? = table.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(rows.rows == [["C essai", "coût", "3", "nan", "différent"]])
  }
}
