import Foundation
import Testing

/// What the laboratory commands say to mistakes: one French sentence, its status, no trace.
@Suite("Mistakes in train and predict")
struct TrainAndPredictErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: [String], _ status: Int32, _ message: String) {
      (self.arguments, self.status, self.message) = (arguments, status, message)
    }
  }

  @Test(
    "a mistake gets one sentence and its status",
    arguments: [
      Mistake(["activation", "relo"], 64, "<nom> : l’activation « relo » n’existe pas ; voulais"),
      Mistake(["activation", "elu:alpha=x"], 64, "écris alpha=nombre positif"),
      Mistake(["activation", "relu", "--at", "1,x"], 64, "--at : « x » n’est pas un nombre"),
      Mistake(["activation", "--at", "1"], 64, "--at : il faut aussi le nom d’une activation"),
      Mistake(["activation", "relu", "--json"], 64, "--json : il faut aussi des points"),
      Mistake(["train", "--layers", "relu:9"], 64, "--layers : la dernière couche a 9 neurones"),
      Mistake(["train", "--learning-rate", "-1"], 64, "--learning-rate : « -1 » ne convient pas"),
      Mistake(["train", "--batch-size", "0"], 64, "--batch-size : « 0 » ne convient pas"),
      Mistake(["train", "--precision", "half"], 64, "choisis float64 ou float32"),
      Mistake(["train", "--threads", "0"], 64, "--threads : « 0 » ne convient pas"),
      Mistake(["chapter", "3", "--threads", "-1"], 64, "écris un entier entre 1 et 1024"),
      Mistake(["verify", "--threads", "deux"], 64, "--threads : « deux » ne convient pas"),
      Mistake(["train", "--cost", "x"], 64, "--cost : le coût « x » n’existe pas"),
      Mistake(["train", "--initializer", "x"], 64, "--initializer : l’initialisation « x »"),
      Mistake(["train", "--plot", "a.gif"], 64, "doit finir par .png, .svg, .dark.svg ou .csv"),
      Mistake(["train", "--save", "/proc/x/y"], 73, "Impossible d’écrire « /proc/x/y »"),
      Mistake(["train", "--data", "/nulle/part"], 66, "« /nulle/part » (donné par --data)"),
      Mistake(["predict"], 64, "donne au moins une image"),
      Mistake(["predict", "x.safetensors"], 64, "donne au moins une image"),
      Mistake(["predict", "x.safetensors", "y.safetensors", "#1"], 64, "un seul réseau"),
      Mistake(["predict", "/nulle/x.safetensors", "#1"], 66, "Impossible de lire « /nulle/x.safe"),
      Mistake(["predict", "/nulle/x.safetensors", "a.png"], 66, "Impossible de lire « /nulle/x"),
      Mistake(["predict", "a.png", "--reject", "2"], 64, "--reject : donne une probabilité"),
      Mistake(["predict", "a.png", "--digits", "0"], 64, "--digits : donne un nombre de chiffres"),
      Mistake(
        ["predict", "a.png", "--plot", "a.gif"], 64, "doit finir par .png, .svg, .dark.svg ou .csv"),
      Mistake(["predict", "#1", "--plot", "a.png"], 64, "donne une seule image, et un fichier"),
      Mistake(["predict", "x.safetensors", "#"], 64, "écris le numéro d’une image de test"),
      Mistake(
        ["predict", "a.png", "--json", "/proc/x/y"], 73, "Impossible d’écrire « /proc/x/y »"),
      Mistake(["inspect", #filePath], 65, "n’est pas un fichier safetensors lisible"),
      Mistake(["inspect", "/nulle/part"], 66, "Impossible de lire « /nulle/part »"),
      Mistake(["inspect", "x", "--normalization", "1"], 64, "écris unit"),
      Mistake(["inspect", "x", "--json", "/proc/x/y"], 73, "Impossible d’écrire « /proc/x/y »"),
    ])
  func mistakes(_ mistake: Mistake) async throws {
    let outcome = try await Program.run(mistake.arguments)
    #expect(outcome.status == mistake.status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(mistake.message), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }

  @Test("a network cut off, and images that are none, are told from what is missing")
  func files() async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    let network = directory.path + "/réseau.safetensors"
    let trained = try await Program.run(
      [
        "train", "--data", directory.path, "--layers", "sigmoid:10", "--epochs", "1", "--save",
        network,
      ])
    try #require(trained.status == 0)
    let image = directory.path + "/image.png"
    for content in ["GIF89a", "P2 20 28 255\n", "\u{89}PNG", "un texte assez long", ""] {
      try Data(content.utf8).write(to: URL(filePath: image))
      let outcome = try await Program.run(["predict", network, image])
      #expect(outcome.status == 65 && outcome.messages.contains("image.png"), "\(content)")
    }
    #expect(try await Program.run(["predict", network, image + "x"]).status == 66)
    let whole = try Data(contentsOf: URL(filePath: network))
    for length in [0, 7, 100, 700, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: network))
      let outcome = try await Program.run(["predict", network, image])
      #expect(outcome.status == 65 && outcome.messages.contains("réseau.safetensors"))
    }
  }
}
