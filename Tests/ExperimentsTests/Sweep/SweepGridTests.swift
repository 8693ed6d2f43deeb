import Experiments
import Testing

@Suite("The grid of a sweep")
struct SweepGridTests {
  @Test("lists, ranges and repeated options multiply; what is not given has train's default")
  func product() throws {
    let grid = try SweepGrid([
      .layers: ["relu:50,sigmoid:10", "tanh:20,sigmoid:10"],
      .learningRate: ["0.01,0.03", "0.1"], .seed: ["0..3,10"],
    ])
    #expect(grid.count == 2 * 3 * 5)
    #expect(grid[.seed] == ["0", "1", "2", "3", "10"])
    #expect(grid[.epochs] == ["20"] && grid[.precision] == ["float64"])
    #expect(Set(grid.varying) == [.layers, .learningRate, .seed])
  }

  @Test("each training is one combination, and none is there twice")
  func points() throws {
    let grid = try SweepGrid([
      .initializer: ["he", "xavier"], .batchSize: ["16,32"], .seed: ["0..2"],
    ])
    let all = (0..<grid.count).map(grid.options)
    #expect(
      Set(all.map { "\($0.initializer) \($0.batchSize) \($0.seed)" }).count == 2 * 2 * 3)
    // Trainings of one batch size follow each other, seeds change fastest.
    #expect(all.prefix(6).allSatisfy { $0.batchSize == "16" })
    #expect(all.prefix(3).map(\.seed) == ["0", "1", "2"])
  }

  @Test("what means the same counts once, in the library's words")
  func synonyms() throws {
    let grid = try SweepGrid([
      .layers: ["ReLU:050,sigmoid:10", "relu:50,sigmoid:10"], .learningRate: ["0.10,0.1,1e-1"],
      .initializer: ["kaiming_normal", "he"],
    ])
    #expect(grid.count == 1)
    #expect(grid[.layers] == ["relu:50,sigmoid:10"] && grid[.learningRate] == ["0.1"])
    #expect(!grid.notes.isEmpty)
  }

  @Test("a grid contains the grids of fewer values, in any order")
  func growth() throws {
    let small = try SweepGrid([.seed: ["0..4"], .learningRate: ["0.1"]])
    let large = try SweepGrid([.seed: ["9,4,3,2,1,0"], .learningRate: ["0.3,0.1"]])
    #expect(large.contains(small) && !small.contains(large) && small.contains(small))
  }

  @Test(
    "what is no grid is refused in a sentence that names the option",
    arguments: [
      (SweepOption.learningRate, "0.1,,0.3", "--learning-rate : il manque une valeur"),
      (.learningRate, "0.1,rapide", "--learning-rate : « rapide » ne convient pas"),
      (.seed, "9..0", "--seed : « 9..0 » n’est pas une suite"),
      (.seed, "0..", "--seed : « 0.. » n’est pas une suite"),
      (.seed, "0..99999999999", "--seed : « 0..99999999999 » n’est pas une suite"),
      (.layers, "relu:50,sigmoid:9", "--layers : la dernière couche"),
      (.initializer, "he,he", "--initializer : il y a 2 initialisations pour 3 couches"),
      (.epochs, "0", "--epochs : « 0 » ne convient pas"),
      (.precision, "float64,float16", "--precision : « float16 » n’existe pas"),
    ])
  func mistakes(option: SweepOption, text: String, sentence: String) {
    #expect {
      try SweepGrid([option: [text]])
    } throws: { error in
      "\(error)".replacing("\u{A0}", with: " ").hasPrefix(sentence)
    }
  }

  @Test("more than a million trainings are refused before they are counted out")
  func size() {
    #expect(throws: ArgumentError.self) {
      try SweepGrid([.seed: ["0..99999"], .learningRate: ["0.1,0.2,0.3,0.4"], .epochs: ["1..9"]])
    }
    #expect(throws: ArgumentError.self) { try SweepGrid([.seed: ["0..999999,0..999999"]]) }
  }
}
