import Experiments
import Testing

@Suite("Layers of the command line")
struct LayerListTests {
  private func parse(_ text: String) throws -> LayerList {
    try LayerList(text, argument: "--layers", outputs: 10)
  }

  @Test("parameters come before the units, several separated by commas")
  func grammar() throws {
    let list = try parse("relu:50,relu:max_value=6,threshold=0.5:20,swish:beta=1.5:7,softmax:10")
    #expect(list.layers.map(\.units) == [50, 20, 7, 10])
    #expect(
      list.layers.map(\.activation)
        == ["relu", "relu:max_value=6,threshold=0.5", "swish:beta=1.5", "softmax"])
    #expect(
      try list.dense(Float.self).map(\.activation.name)
        == ["relu", "relu:max_value=6.0,threshold=0.5", "swish:beta=1.5", "softmax"])
  }

  @Test(
    "each mistake has its own sentence, which names the argument",
    arguments: [
      ("", "la couche 1 est vide"),
      ("relu:50,,sigmoid:10", "la couche 2 est vide"),
      ("relu:50,", "la couche 2 est vide"),
      ("relu", "il manque le nombre de neurones"),
      ("relu:alpha=0.2", "il manque le nombre de neurones"),
      ("relu:50:alpha=0.2,sigmoid:10", "il n’est pas à la fin"),
      ("relu::50", "il manque le nombre de neurones"),
      ("relu:5:6:7", "il manque le nombre de neurones"),
      ("relu:,sigmoid:10", "il manque le nombre de neurones"),
      ("relu:1.5", "«\u{A0}1.5\u{A0}» n’est pas un nombre de neurones"),
      ("relu:99999999999999999999", "n’est pas un nombre de neurones"),
      ("relu:0", "il faut au moins un neurone"),
      ("relu:-5", "il faut au moins un neurone"),
      ("rélu:50", "n’existe pas ; voulais-tu dire « relu » ? Choisis parmi linear, relu"),
      ("leaky_relu:alpha=x:5", "écris alpha=nombre"),
      ("tanh:alpha=1:5", "n’a pas de paramètre « alpha »"),
      ("sigmoid:9", "la dernière couche a 9 neurones, il en faut 10"),
    ])
  func mistakes(text: String, sentence: String) throws {
    let error = #expect(throws: ArgumentError.self) { try parse(text) }
    let message = "\(try #require(error))".replacing("\u{A0}", with: " ")
    #expect(message.hasPrefix("--layers : "))
    #expect(message.contains(sentence.replacing("\u{A0}", with: " ")), "\(message)")
  }
}
