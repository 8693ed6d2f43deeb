import Testing

@Suite("Mistyped names")
struct MistypedNameTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let meant: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ command: String, _ meant: String) {
      (arguments, self.meant) = (command.split(separator: " ").map(String.init), meant)
    }
  }

  @Test(
    "wherever a name is typed, a near miss is told what was meant",
    arguments: [
      Mistake("chaptre 3", "chapter"), Mistake("tset", "test"), Mistake("exercice 3.1", "exercise"),
      Mistake("help verfy", "verify"), Mistake("data ftech", "fetch"),
      Mistake("store statsu", "status"), Mistake("chapter 33", "3"),
      Mistake("chapter reseaux-profond", "reseaux-profonds"), Mistake("verify 44", "4"),
      Mistake("chapter 3 -P epoch=3", "epochs"), Mistake("chapter 3 --figures pgn", "png"),
      Mistake("chapter 3 --figures PNG", "png"), Mistake("chapter 3 --figure png", "--figures"),
      Mistake("activation sigmod", "sigmoid"), Mistake("activation relu:max_vlaue=6", "max_value"),
      Mistake("activation hardtanh", "tanh"), Mistake("train --layers rleu:9,softmax:10", "relu"),
      Mistake("train --layers elu:alfa=2:9,softmax:10", "alpha"),
      Mistake("train --initializer xavierr", "xavier"),
      Mistake("train --initializer he_normal", "he"),
      Mistake("train --initializer he:scal=2", "scale"),
      Mistake("train --cost binary_crosentropy", "binary_crossentropy"),
      Mistake("train --cost BCEWithLogitsLoss", "binary_crossentropy"),
      Mistake("train --precision flaot32", "float32"),
    ])
  func mistakes(_ mistake: Mistake) async throws {
    let outcome = try await Program.run(mistake.arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.messages.contains(" ; voulais-tu dire « \(mistake.meant) » ?"), "\(outcome.messages)")
  }

  @Test(
    "a name that is near nothing is told the choices alone",
    arguments: [
      Mistake("chapter 99", "chapitres"), Mistake("activation zzz", "choisis parmi linear"),
      Mistake("train --cost x", "choisis parmi binary_crossentropy"),
      Mistake("train --precision half", "choisis float64"),
      Mistake("chapter 3 --figures gif", "png"),
    ])
  func strangers(_ mistake: Mistake) async throws {
    let outcome = try await Program.run(mistake.arguments)
    #expect(outcome.status == 64 && outcome.messages.contains(mistake.meant))
    #expect(!outcome.messages.contains("voulais-tu"), "\(outcome.messages)")
  }

  @Test("a training in the words of other libraries tells them once, and keeps its own")
  func otherWords() async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    let outcome = try await Program.run([
      "train", "--data", directory.path, "--epochs", "1", "--json", "-", "--layers",
      "ReLU:8,ReLU:8,Sigmoid:10", "--initializer", "kaiming_normal", "--cost",
      "stable_binary_crossentropy", "--precision", "double",
    ])
    #expect(outcome.status == 0)
    for note in [
      "« ReLU » s’écrit ici relu.", "« Sigmoid » s’écrit ici sigmoid.",
      "« kaiming_normal » s’écrit ici he.", "« double » s’écrit ici float64.",
      "« stable_binary_crossentropy » s’écrit ici binary_crossentropy.",
    ] {
      #expect(outcome.messages.ranges(of: note).count == 1, "\(outcome.messages)")
    }
    for word in [
      #""layers" : "relu:8,relu:8,sigmoid:10""#, #""initializer" : "he""#,
      #""cost" : "binary_crossentropy""#, #""precision" : "float64""#,
    ] { #expect(outcome.output.contains(word), "\(outcome.output)") }
  }

  @Test("a chapter answers to its name too")
  func slug() async throws {
    let outcome = try await Program.run(["chapter", "reseaux-profonds", "-P", "epochs=0"])
    #expect(outcome.status == 64 && outcome.messages.contains("epochs"))
  }
}
