extension ActivationGuide {
  /// One guide for each family of the library, in the library's order.
  public static let all: [ActivationGuide] = [
    ActivationGuide(
      "linear",
      formula: #"x"#,
      derivative: #"1"#,
      range: #"]-\infty ; +\infty["#,
      use: """
        À la sortie d’une régression, où toute valeur est permise. Entre deux couches cachées, \
        elle ne sert à rien : deux applications linéaires de suite n’en font qu’une.
        """),
    ActivationGuide(
      "relu",
      formula:
        #"\begin{cases} \alpha (x - \theta) & \text{si } x \leq \theta \\ "#
        + #"x & \text{si } x > \theta \text{ et } M = +\infty \\ "#
        + #"\min(\max(0, x), M) & \text{si } x > \theta \text{ et } M < +\infty \end{cases}"#,
      derivative:
        #"\begin{cases} \alpha & \text{si } x \leq \theta \\ "#
        + #"1 & \text{si } x > \theta \text{ et } M = +\infty \\ "#
        + #"1 & \text{si } x > \theta \text{ et } 0 < x \leq M < +\infty \\ "#
        + #"0 & \text{sinon} \end{cases}"#,
      range: #"[0 ; +\infty["#,
      symbols: ["alpha": #"\alpha"#, "max_value": #"M"#, "threshold": #"\theta"#],
      use: """
        Le premier choix pour les couches cachées : rapide, et sans saturation à droite. Sans \
        ses paramètres, c’est max(0, x) ; un neurone dont l’entrée reste négative n’apprend \
        alors plus.
        """),
    ActivationGuide(
      "leaky_relu",
      formula: #"\begin{cases} x & \text{si } x \geq 0 \\ \alpha x & \text{si } x < 0 \end{cases}"#,
      derivative:
        #"\begin{cases} 1 & \text{si } x > 0 \\ "#
        + #"\alpha & \text{si } x \leq 0 \end{cases}"#,
      range: #"]-\infty ; +\infty["#,
      symbols: ["alpha": #"\alpha"#],
      use: """
        Dans les couches cachées, quand des neurones ReLU meurent : la pente α, faible mais \
        jamais nulle, leur permet de revenir.
        """),
    ActivationGuide(
      "elu",
      formula:
        #"\begin{cases} x & \text{si } x > 0 \\ "#
        + #"\alpha (e^x - 1) & \text{si } x \leq 0 \end{cases}"#,
      derivative:
        #"\begin{cases} 1 & \text{si } x > 0 \\ "#
        + #"\alpha e^x & \text{si } x \leq 0 \end{cases}"#,
      range: #"]-1 ; +\infty["#,
      symbols: ["alpha": #"\alpha"#],
      use: """
        Dans les couches cachées : ses valeurs négatives ramènent la moyenne des sorties vers \
        zéro, ce que ReLU ne fait pas. Une exponentielle par valeur négative en est le prix.
        """),
    ActivationGuide(
      "selu",
      formula:
        #"\begin{cases} \lambda x & \text{si } x > 0 \\ "#
        + #"\lambda \alpha (e^x - 1) & \text{si } x \leq 0 \end{cases}"#,
      derivative:
        #"\begin{cases} \lambda & \text{si } x > 0 \\ "#
        + #"\lambda \alpha e^x & \text{si } x \leq 0 \end{cases}"#,
      range: #"]-1{,}758 ; +\infty["#,
      use: """
        Dans les réseaux denses et profonds, avec l’initialisation lecun_normal : ses \
        constantes, α = 1,67326324 et λ = 1,05070098, y gardent la moyenne des sorties près de 0 \
        et leur variance près de 1.
        """),
    ActivationGuide(
      "sigmoid",
      formula: #"\frac{1}{1 + e^{-x}}"#,
      derivative: #"\sigma(x) (1 - \sigma(x))"#,
      range: #"]0 ; 1["#,
      use: """
        À la sortie, quand il s’agit de répondre par oui ou par non, une fois ou pour chaque \
        étiquette. Dans les couches cachées, sa pente de 1/4 au plus affaiblit le gradient à \
        chaque couche.
        """),
    ActivationGuide(
      "naive_sigmoid",
      formula: #"\frac{1}{1 + e^{-x}}"#,
      derivative: #"\sigma(x) (1 - \sigma(x))"#,
      range: #"[0 ; 1]"#,
      use: """
        La sigmoïde calculée comme sa formule s’écrit, avec les arrondis des documents \
        d’origine. Loin à gauche, l’exponentielle déborde, et le quotient vaut 0 comme il se \
        doit.
        """),
    ActivationGuide(
      "hard_sigmoid",
      formula: #"\max(0, \min(1, \frac{x}{6} + \frac{1}{2}))"#,
      derivative:
        #"\begin{cases} \frac{1}{6} & \text{si } \lvert x \rvert < 3 \\ "#
        + #"0 & \text{sinon} \end{cases}"#,
      range: #"[0 ; 1]"#,
      use: """
        Une sigmoïde en trois segments, sans exponentielle, pour les petits processeurs. Au-delà \
        de ±3, son gradient est exactement nul.
        """),
    ActivationGuide(
      "tanh",
      formula: #"\frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
      derivative: #"1 - \tanh^2(x)"#,
      range: #"]-1 ; 1["#,
      use: """
        Dans les couches cachées d’un réseau peu profond : une sigmoïde étirée, centrée en 0, de \
        pente 1 à l’origine.
        """),
    ActivationGuide(
      "naive_tanh",
      formula: #"\frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
      derivative: #"1 - \tanh^2(x)"#,
      range: #"[-1 ; 1]"#,
      use: """
        La tangente hyperbolique calculée comme sa formule s’écrit, avec les arrondis des \
        documents d’origine. Au-delà de ±709, elle divise l’infini par l’infini et donne nan.
        """),
    ActivationGuide(
      "softsign",
      formula: #"\frac{x}{1 + \lvert x \rvert}"#,
      derivative: #"\frac{1}{(1 + \lvert x \rvert)^2}"#,
      range: #"]-1 ; 1["#,
      use: """
        Une cousine de la tangente hyperbolique, sans exponentielle, qui sature bien plus \
        lentement.
        """),
    ActivationGuide(
      "softplus",
      formula: #"\ln(1 + e^x)"#,
      derivative: #"\frac{1}{1 + e^{-x}}"#,
      range: #"]0 ; +\infty["#,
      use: """
        Une ReLU sans angle, de dérivée jamais nulle ; et, à la sortie, un moyen d’obtenir un \
        nombre positif.
        """),
    ActivationGuide(
      "swish",
      formula: #"x \sigma(\beta x)"#,
      derivative: #"\sigma(\beta x) (1 + \beta x (1 - \sigma(\beta x)))"#,
      range: #"[-0{,}278 ; +\infty["#,
      symbols: ["beta": #"\beta"#],
      use: """
        Dans les couches cachées des réseaux profonds, à la place de ReLU : lisse, elle laisse \
        passer un peu de signal négatif. Avec β = 1, on l’appelle aussi silu.
        """),
    ActivationGuide(
      "gelu",
      formula: #"x \Phi(x)"#,
      derivative: #"\Phi(x) + \frac{x}{\sqrt{2\pi}} e^{-x^2/2}"#,
      range: #"[-0{,}170 ; +\infty["#,
      use: """
        L’activation des transformeurs : x est pondéré par Φ(x), la probabilité qu’une variable \
        normale lui soit inférieure.
        """),
    ActivationGuide(
      "mish",
      formula: #"x \tanh(\ln(1 + e^x))"#,
      derivative: #"t + x (1 - t^2) \sigma(x), \quad t = \tanh(\ln(1 + e^x))"#,
      range: #"[-0{,}309 ; +\infty["#,
      use: """
        Une proche parente de swish, lisse elle aussi, employée en vision. Elle coûte une \
        exponentielle, un logarithme et une tangente hyperbolique par valeur.
        """),
    ActivationGuide(
      "exponential",
      formula: #"e^x"#,
      derivative: #"e^x"#,
      range: #"]0 ; +\infty["#,
      interval: -3...3,
      use: """
        À la sortie, quand la grandeur prédite est positive et s’étend sur plusieurs ordres de \
        grandeur. Dans une couche cachée, elle explose.
        """),
    ActivationGuide(
      "softmax",
      formula: #"\frac{e^{x_i}}{\sum_j e^{x_j}}"#,
      derivative: #"a_i (1 - a_i), \quad a_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"#,
      range: #"]0 ; 1["#,
      use: """
        À la sortie, pour choisir une classe parmi plusieurs : les valeurs de la couche, toutes \
        positives, ont pour somme 1. Elle agit sur la couche entière ; la courbe est celle de \
        deux neurones, x et 0.
        """),
  ]
}
