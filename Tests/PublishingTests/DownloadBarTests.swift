import Testing

@testable import Publishing

@Suite("The bar of a download, and of a sweep")
struct DownloadBarTests {
  private let start = ContinuousClock.now

  private func bar(_ received: [Int], of total: Int?) -> ProgressBar {
    var bar = ProgressBar(title: "fichier", bytes: total, start: start)
    for (second, count) in received.enumerated() {
      bar.update(bytes: count, of: total, now: start + .seconds(second))
    }
    return bar
  }

  @Test("it counts millions of bytes and the time that is left")
  func line() {
    let line = bar([0, 2_000_000], of: 10_000_000).line(width: 80, titleWidth: 7, color: false)
    #expect(line == "fichier ━━━━━━────────────────────────  2,0/10,0 Mo  reste  4 s")
  }

  @Test("a sweep's counts trainings")
  func trainings() {
    var bar = ProgressBar(title: "Balayage", trainings: 300, start: start)
    bar.update(trainings: 100, now: start + .seconds(50))
    let line = bar.line(width: 80, titleWidth: 8, color: false)
    #expect(line.hasPrefix("Balayage ━━━━━━━━━━────"))
    #expect(line.hasSuffix("entraînement 100/300  reste 1 min 40 s"))
  }

  @Test("bytes that were there before do not count as speed")
  func resumed() {
    let line = bar([8_000_000, 9_000_000], of: 10_000_000)
      .line(width: 80, titleWidth: 7, color: false)
    #expect(line.hasSuffix(" 9,0/10,0 Mo  reste  1 s"))
  }

  @Test(
    "no number and no width is too odd",
    arguments: [nil, 0, 1, Int.max], [0, 1, 20, 500])
  func odd(total: Int?, width: Int) {
    let line = bar([0, 5_000_000], of: total).line(width: width, titleWidth: 7, color: false)
    #expect(line.count <= max(width, 0))
  }
}
