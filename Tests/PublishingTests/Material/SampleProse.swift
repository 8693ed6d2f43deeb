/// The narrative of the sample course.
enum SampleProse {
  static let opening = """
    # Le problème du premier pas

    Une *couche cachée* et une **couche** de plus : ~~rien~~ tout change ! On atteint \u{E000} % en \
    \u{E001}, d'après [Glorot (2010)](#ref-glorot) puis [LeCun (1998)](#ref-lecun) ; voir la
    [figure 3.1](#fig-cout), le [tableau 3.1](#tbl-accord), la [suite](#deux-pas) et
    [le site](https://example.org/a?b=1&c=(2)). Le dropout, ce dropout, [revient](#ref-glorot).

    ![Un schéma](https://example.org/schema.png) et ![un dessin](images/dessin.png)\\
    puis `let x = "a|b"` ; la valeur `\u{E000}` reste. Une adresse : <https://example.org/?a=b;c>.

    ## Deux pas

    ### Trois pas : le détail

    #### Quatre pas

    - une liste serrée,
    - de deux éléments :
      1. le premier,
      2. le second ;
         - et plus bas.

    3. trois,
    4. quatre.
    """

  static let markdown = #"""
    - Une liste aérée ;

    - dont les éléments respirent.

      Deux paragraphes.

    > « Il ne faut pas initialiser les poids à zéro. »
    >
    > - Dit le cours.

    ***

    ```sh
    ./workbook chapter 3 -P epochs=5   # l'essai
    ```

    ```swift
    let text = "plus de ``` que de raison"
    ```

    | Fonction | Formule | Ce qu'elle fait : |
    | :------- | :-----: | ----------------: |
    | tanh     | $\tanh(z)$ | *ramène* vers ±1 ! |
    | valeur   | $\vert z \vert$ | `a \| b`  |
    """#

  static let formulas = #"""
    Avec $W_n$, $b^{[l]}$, $x'$, $0{,}25$, $60\,000$ et $\eta = \#u{E000}$, on a
    $$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \sqrt[3]{\frac{a}{b}}$$ puis

    $$f(x) = \begin{cases} 0 & \text{si } x < 0 \\ x & \text{sinon} \end{cases}$$

    $$\begin{aligned} z &= W a + b \\ a &= \sigma(z) \end{aligned}$$

    $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^\top \underbrace{a + b}_{\text{biais}}
    \sum_{i=1}^{n} \sqrt{x_i^2} \lim_{n \to \infty} \hat{y}$$

    1. Un point : $a \in \mathbb{R}^n$.
    """#

  static let exercise = """
    ### À toi : une couche de plus

    Ajoute une couche, puis compare :

    | a | b |
    | --- | --- |
    | 1 | 2 |
    """
}
