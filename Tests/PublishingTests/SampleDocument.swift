import Document

/// One document with every kind of block and of Markdown.
enum SampleDocument {
  static let blocks: [WovenBlock] = [
    .title(ChapterTitle(number: 3, title: "Réseaux profonds : l'élan et la patience")),
    .prose(opening),
    .notice(
      "Paramètres modifiés : epochs = 5 (30 dans le cours). Les valeurs publiées ne s'y comparent pas."
    ),
    .code(Listing(cell)),
    .output("époque  1 : coût 2,302\népoque  2 : coût 0,914\n\népoque 30 : coût 0,052\n"),
    .figure(
      Figure(
        caption: Caption(
          .figure, number: "3.1", text: "Coût par époque, tanh 50 / sigmoïde 25 / sigmoïde 10"),
        alternative:
          "Le coût tombe de 2,3 à 0,9 à la deuxième époque, puis descend lentement vers 0,05.",
        files: ["output/03-reseaux-profonds/fig-cout-tanh.png", "output/fig-cout-tanh.svg"])),
    .table(comparison),
    .prose(Prose(closing, values: ["97,4", "a * b_c"])),
    .code(
      Listing(
        "static let tanh = Activation(\n  \"tanh\",\n  value: { .tanh($0) }  // borné par ±1\n)",
        origin: "Sources/NeuralNetwork/Activation+Tanh.swift")),
    .figure(
      Figure(
        caption: Caption(.figure, number: "3.2", text: "Le même coût, en caractères"),
        alternative: "Une courbe qui descend.", files: ["output/fig-texte.png"],
        text: "2 |*\n1 | *\n0 |  ****\n  +------\n")),
  ]

  private static let opening = Prose(
    """
    # Le problème du premier pas

    Un réseau de trois couches `Dense` n'apprend rien si ses poids sont *tous égaux*: la **symétrie**
    ne se brise jamais! On part donc de $W_n$ tirés au hasard, avec $b_n = 0$, et l'on calcule

    $$Z_n = W_n A_{n-1} + b_n$$,

    où $A_{n-1}$ désigne l'activation de la couche précédente. Le jeu compte 60 000 images; on en \
    garde \u{E000} % pour la validation... "Pourquoi ?" demande le lecteur; voir «la descente» ou
    l'[article de Glorot et Bengio](https://proceedings.mlr.press/v9/glorot10a.html).

    ## Trois façons de descendre

    1. Le **lot complet**: un pas par époque, sûr mais lent, qui demande de relire les 60 000 images
       avant de corriger le moindre poids.
    2. Le **petit lot**:
       - bruit utile,
       - mémoire bornée,
         - et donc plus de couches.
    3. L'exemple seul.

    > « Il ne faut pas initialiser les poids à zéro. »
    >
    > Remarque du cours, chapitre 2, où l'on montre que ~~toutes~~ les lignes de `W` restent égales.

    ### Le taux d'apprentissage

    #### Une mise en garde

    ***

    ```sh
    workbook chapter 3 -P epochs=5
    ```
    """, values: ["15"])

  private static let cell = #"""
    /* Un réseau /* à trois */ couches. */
    var random = NumPyRandom(seed: seed)
    var network = Network(inputs: 784, layers: [Dense(50, .tanh), Dense(25, .sigmoid), Dense(10, .sigmoid)])

    @MainActor func accuracy(of W: Matrix) -> String {
      let rate = 0.974 * 1e2  // un pourcentage
      return "taux : \(String(format("%.1f", rate))) %\n" + #"brut \n "cité""#
    }
    """#

  private static let comparison = Table(
    columns: [
      Table.Column("Couches"), Table.Column("Époques", .right), Table.Column("Publié", .right),
      Table.Column("Obtenu", .right), Table.Column("Accord", .center),
    ],
    rows: [
      ["tanh 50 / sigmoïde 25 / sigmoïde 10", "30", "97,40 %", "97,38 %", "≈"],
      ["sigmoïde 10", "1 000", "91,2 %", "91,2 %", "="],
      ["relu 50 / sigmoïde 10", "30", "9,8 %", "nan", "≠"],
    ],
    caption: Caption(.table, number: "3.1", text: "Exactitude sur le jeu d'essai"))

  private static let closing = """
    On atteint **\u{E000} %**, et non `100 %`: la valeur `\u{E001}` n'est pas du Markdown (\u{E001}).
    Faut-il s'en contenter? Non! Voyez $\\alpha = \u{E000}$, puis <https://example.org/?a=b;c>.

    | Fonction | Formule          | Ce qu'elle fait de grandes entrées                               |
    | -------- | :--------------: | ---------------------------------------------------------------: |
    | tanh     | $\\tanh(z)$      | Elle les ramène vers ±1, où sa dérivée s'annule : on n'apprend plus. |
    | ReLU     | $\\max(0, z)$    | Elle les laisse passer, *telles quelles*.                        |

    - Une liste aérée,

    - dont les éléments respirent,
      et se replient quand la ligne est trop longue pour la page où elle est composée, comme ici.
    """
}
