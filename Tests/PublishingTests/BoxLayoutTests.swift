import Testing

@testable import Publishing

@Suite("A formula in two dimensions")
struct BoxLayoutTests {
  @Test("Display mathematics is laid out as on paper", arguments: pictures)
  func display(tex: String, expected: [String]) {
    let lines = Formula(tex).display(width: 78)
    #expect(lines == expected, "\n\(lines.joined(separator: "\n"))")
    #expect(Set(lines.map(\.displayWidth)).count == 1)
  }

  @Test("What needs no height stays on its line, the same as inline")
  func oneLine() {
    let formula = Formula(#"Z_n = W_n A_{n-1} + b_n"#)
    #expect(formula.display(width: 78) == ["Zₙ = Wₙ Aₙ₋₁ + bₙ"])
    #expect(formula.display(width: 78) == [formula.inline])
  }

  @Test("A layout wider than the terminal gives way to the inline form", arguments: [-1, 0, 5, 15])
  func narrow(width: Int) {
    let formula = Formula(#"\sigma(x) = \frac{1}{1+e^{-x}}"#)
    #expect(formula.display(width: width) == ["σ(x) = 1/(1 + e⁻ˣ)"])
    #expect(formula.display(width: 16).count == 3)
  }

  private static let pictures: [(String, [String])] = [
    (
      #"\sigma(x) = \frac{1}{1+e^{-x}}"#,
      [
        "           1    ",
        "σ(x) = ─────────",
        "        1 + e⁻ˣ ",
      ]
    ),
    (
      #"\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
      [
        "           eˣ − e⁻ˣ ",
        "tanh(x) = ──────────",
        "           eˣ + e⁻ˣ ",
      ]
    ),
    (
      #"\mathrm{ReLU}(x) = \begin{cases} 0 & \text{si } x < 0 \\ x & \text{si } x \geq 0 \end{cases}"#,
      [
        "          ⎧ 0   si x < 0",
        "ReLU(x) = ⎨             ",
        "          ⎩ x   si x ≥ 0",
      ]
    ),
    (
      #"\mathcal{L} = -\frac{1}{m} \sum_{i=1}^{m} \sum_{k=1}^{10} \left[ y_k^{(i)} \log a_k^{(i)} + (1 - y_k^{(i)}) \log(1 - a_k^{(i)}) \right]"#,
      [
        "       1   m  10                                                ",
        "ℒ = − ───  Σ   Σ  [yₖ⁽ⁱ⁾ log aₖ⁽ⁱ⁾ + (1 − yₖ⁽ⁱ⁾) log(1 − aₖ⁽ⁱ⁾)]",
        "       m  i=1 k=1                                               ",
      ]
    ),
    (
      "Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}",
      [
        " [l]    [l]  [l−1]    [l]",
        "Z    = W    A      + b   ",
      ]
    ),
    (
      #"dW_n = \frac{1}{m} dZ_n A_{n-1}^\top"#,
      [
        "       1           ",
        "dWₙ = ─── dZₙ Aₙ₋₁ᵀ",
        "       m           ",
      ]
    ),
    (
      #"dA = -\left(\frac{Y}{A} - \frac{1-Y}{1-A}\right)"#,
      [
        "      ⎛ Y     1 − Y ⎞",
        "dA = −⎜─── − ───────⎟",
        "      ⎝ A     1 − A ⎠",
      ]
    ),
    (
      #"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#,
      [
        "                   zᵢ    ",
        "                  e      ",
        "softmax(z)ᵢ = ───────────",
        "                      zⱼ ",
        "               Σⱼ₌₁ᴷ e   ",
      ]
    ),
    (
      #"W \sim \mathcal{N}\left(0, \sqrt{\frac{2}{n}}\right)"#,
      [
        "     ⎛    ┌────⎞",
        "     ⎜    │  2 ⎟",
        "W ∼ 𝒩⎜0,  │ ───⎟",
        "     ⎝   ╲│  n ⎠",
      ]
    ),
    (
      #"\sqrt{\frac{2}{n_{\text{in}}}}"#,
      [
        " ┌──────",
        " │   2  ",
        " │ ─────",
        "╲│  nᵢₙ ",
      ]
    ),
    (
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} x_1 \\ x_2 \end{pmatrix}"#,
      [
        "⎛ 1  2 ⎞ ⎛ x₁ ⎞",
        "⎜      ⎟ ⎜    ⎟",
        "⎝ 3  4 ⎠ ⎝ x₂ ⎠",
      ]
    ),
    (
      #"X = \begin{bmatrix} x_{11} & \cdots & x_{1n} \\ \vdots & \ddots & \vdots \\ x_{m1} & \cdots & x_{mn} \end{bmatrix}"#,
      [
        "    ⎡ x₁₁  ⋯  x₁ₙ ⎤",
        "X = ⎢  ⋮   ⋱   ⋮  ⎥",
        "    ⎣ xₘ₁  ⋯  xₘₙ ⎦",
      ]
    ),
    (
      #"\begin{aligned} Z_1 &= W_1 X + b_1 \\ A_1 &= \tanh(Z_1) \\ Z_2 &= W_2 A_1 + b_2 \end{aligned}"#,
      [
        "Z₁ = W₁ X + b₁ ",
        "A₁ = tanh(Z₁)  ",
        "Z₂ = W₂ A₁ + b₂",
      ]
    ),
    (
      #"\begin{aligned} \sigma'(x) &= \frac{e^{-x}}{(1+e^{-x})^2} \\ &= \sigma(x)\,(1-\sigma(x)) \end{aligned}"#,
      [
        "            e⁻ˣ        ",
        "σ′(x) = ────────────   ",
        "         (1 + e⁻ˣ)²    ",
        "                       ",
        "      = σ(x)\u{A0}(1 − σ(x))",
      ]
    ),
    (
      #"\int_0^1 f(x)\,dx = \lim_{n\to\infty} \frac{1}{n}\sum_{k=1}^n f\left(\frac{k}{n}\right)"#,
      [
        "                   1   n   ⎛ k ⎞",
        "∫₀¹ f(x)\u{A0}dx = lim ───  Σ  f⎜───⎟",
        "              n→∞  n  k=1  ⎝ n ⎠",
      ]
    ),
    (
      "x_{i,j}^2 + w_{jk}^{[l]} + x^{2}_{i} + x^y + x^q + 2^{x_i}",
      [
        "           [l]               q    xᵢ",
        "x²    + wⱼₖ    + xᵢ² + xʸ + x  + 2  ",
        "  i,j                               ",
      ]
    ),
    (
      #"\underbrace{W_n A_{n-1}}_{\text{produit}} + \underbrace{b_n}_{\text{biais}}"#,
      [
        "Wₙ Aₙ₋₁ +  bₙ  ",
        "╰──┬──╯    ╰┬╯ ",
        "produit   biais",
      ]
    ),
    (
      #"\left(\frac{a}{b}\right)^2 + \left(1+\frac{1}{n}\right)^{n_1}"#,
      [
        "⎛ a ⎞²   ⎛     1 ⎞n₁",
        "⎜───⎟  + ⎜1 + ───⎟  ",
        "⎝ b ⎠    ⎝     n ⎠  ",
      ]
    ),
    (
      #"\begin{cases} \dfrac{x}{2} & \text{si } x<0 \\ x & \text{sinon} \end{cases}"#,
      [
        "⎧  x            ",
        "⎪ ───   si x < 0",
        "⎨  2            ",
        "⎪               ",
        "⎩ x     sinon   ",
      ]
    ),
    (
      #"\left.\frac{df}{dx}\right|_{x=0}"#,
      [
        " df │   ",
        "────│   ",
        " dx │ₓ₌₀",
      ]
    ),
    (
      #"\lVert x \rVert_2 = \sqrt{\sum_{i} x_i^2}"#,
      [
        "‖x‖₂ = √(Σᵢ xᵢ²)"
      ]
    ),
    (
      #"A = \begin{cases} a & \text{si } b \\ c & \text{si } d \\ e & \text{si } f \\ g & \text{sinon} \end{cases}"#,
      [
        "    ⎧ a   si b ",
        "    ⎪          ",
        "    ⎪ c   si d ",
        "A = ⎨          ",
        "    ⎪ e   si f ",
        "    ⎪          ",
        "    ⎩ g   sinon",
      ]
    ),
    (
      #"\mathrm{SELU}(x) = \lambda \begin{cases} x & \text{si } x > 0 \\ \alpha (e^x - 1) & \text{si } x \le 0 \end{cases}"#,
      [
        "            ⎧ x           si x > 0",
        "SELU(x) = λ ⎨                     ",
        "            ⎩ α(eˣ − 1)   si x ≤ 0",
      ]
    ),
    (
      #"\frac{\partial \mathcal{L}}{\partial W_{ij}} = \frac{\partial \mathcal{L}}{\partial Z}\frac{\partial Z}{\partial W}"#,
      [
        "  ∂ℒ      ∂ℒ   ∂Z ",
        "────── = ──── ────",
        " ∂Wᵢⱼ     ∂Z   ∂W ",
      ]
    ),
    (
      #"\sqrt{x}^2 + {a+\frac{b}{c}}^2 + \log|x| + \log\left|x\right|_2"#,
      [
        "        ⎛     b ⎞²                     ",
        "(√x)² + ⎜a + ───⎟  + log |x| + log |x|₂",
        "        ⎝     c ⎠                      ",
      ]
    ),
  ]
}
