import Testing

@testable import Publishing

@Suite("A formula on one line")
struct LinearLayoutTests {
  @Test("TeX becomes the Unicode that a student reads at sight", arguments: rows)
  func inline(tex: String, expected: String) {
    #expect(Formula(tex).inline == expected)
  }

  private static let rows: [(String, String)] = [
    (#"\sigma(x) = \frac{1}{1+e^{-x}}"#, "σ(x) = 1/(1 + e⁻ˣ)"),
    (#"\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#, "tanh(x) = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)"),
    (
      #"\mathrm{ReLU}(x) = \begin{cases} 0 & \text{si } x < 0 \\ x & \text{si } x \geq 0 \end{cases}"#,
      "ReLU(x) = { 0 si x < 0\u{A0}; x si x ≥ 0 }"
    ),
    (#"\mathrm{ReLU}(x) = \max(0, x)"#, "ReLU(x) = max(0, x)"),
    (
      #"\mathcal{L} = -\frac{1}{m} \sum_{i=1}^{m} \sum_{k=1}^{10} \left[ y_k^{(i)} \log a_k^{(i)} + (1 - y_k^{(i)}) \log(1 - a_k^{(i)}) \right]"#,
      "ℒ = −(1/m) Σᵢ₌₁ᵐ Σₖ₌₁¹⁰ [yₖ⁽ⁱ⁾ log aₖ⁽ⁱ⁾ + (1 − yₖ⁽ⁱ⁾) log(1 − aₖ⁽ⁱ⁾)]"
    ),
    (#"-\frac{1}{m}\sum_{i=1}^{m}"#, "−(1/m) Σᵢ₌₁ᵐ"),
    (
      #"J = -\frac1m \sum \left[ Y \log A + (1-Y)\log(1-A)\right]"#,
      "J = −(1/m) Σ [Y log A + (1 − Y) log(1 − A)]"
    ),
    ("Z_n = W_n A_{n-1} + b_n", "Zₙ = Wₙ Aₙ₋₁ + bₙ"),
    ("Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}", "Z^[l] = W^[l] A^[l−1] + b^[l]"),
    ("A_n = a_n(Z_n)", "Aₙ = aₙ(Zₙ)"),
    (#"dZ_n = a_n'(Z_n) \ast dA_n"#, "dZₙ = aₙ′(Zₙ) ∗ dAₙ"),
    (#"dW_n = \frac{1}{m} dZ_n A_{n-1}^\top"#, "dWₙ = (1/m) dZₙ Aₙ₋₁ᵀ"),
    (
      #"dW_n = dZ_n \cdot A_{n-1}^\top, \quad db_n = \sum_{i} dZ_n^{(i)}, \quad dA_{n-1} = W_n^\top \cdot dZ_n"#,
      "dWₙ = dZₙ · Aₙ₋₁ᵀ,   dbₙ = Σᵢ dZₙ⁽ⁱ⁾,   dAₙ₋₁ = Wₙᵀ · dZₙ"
    ),
    (#"dA = -\frac{\frac{Y}{A} - \frac{1-Y}{1-A}}{m}"#, "dA = −(Y/A − (1 − Y)/(1 − A))/m"),
    (#"dA = -\left(\frac{Y}{A} - \frac{1-Y}{1-A}\right)"#, "dA = −(Y/A − (1 − Y)/(1 − A))"),
    (#"W \leftarrow W - \eta\, dW"#, "W ← W − η\u{A0}dW"),
    (
      #"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#,
      "softmax(z)ᵢ = e^(zᵢ)/(Σⱼ₌₁ᴷ e^(zⱼ))"
    ),
    (#"\sqrt{\frac{2}{n_{\text{in}}}}"#, "√(2/nᵢₙ)"),
    (#"W \sim \mathcal{N}\left(0, \sqrt{\frac{2}{n}}\right)"#, "W ∼ 𝒩(0, √(2/n))"),
    (#"\sqrt{2/n}"#, "√(2/n)"),
    (
      #"\sqrt{1-x^2} + \sqrt[3]{x} + \sqrt[n]{x} + \sqrt{10} + \sqrt n"#,
      "√(1 − x²) + ∛x + ⁿ√x + √10 + √n"
    ),
    (
      #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} x_1 \\ x_2 \end{pmatrix}"#,
      "(1, 2\u{A0}; 3, 4) (x₁\u{A0}; x₂)"
    ),
    (
      #"X = \begin{bmatrix} x_{11} & \cdots & x_{1n} \\ \vdots & \ddots & \vdots \\ x_{m1} & \cdots & x_{mn} \end{bmatrix}"#,
      "X = [x₁₁, ⋯, x₁ₙ\u{A0}; ⋮, ⋱, ⋮\u{A0}; xₘ₁, ⋯, xₘₙ]"
    ),
    (
      #"\begin{aligned} Z_1 &= W_1 X + b_1 \\ A_1 &= \tanh(Z_1) \\ Z_2 &= W_2 A_1 + b_2 \end{aligned}"#,
      "Z₁ = W₁ X + b₁\u{A0}; A₁ = tanh(Z₁)\u{A0}; Z₂ = W₂ A₁ + b₂"
    ),
    (
      #"\begin{aligned} \sigma'(x) &= \frac{e^{-x}}{(1+e^{-x})^2} \\ &= \sigma(x)\,(1-\sigma(x)) \end{aligned}"#,
      "σ′(x) = e⁻ˣ/(1 + e⁻ˣ)² = σ(x)\u{A0}(1 − σ(x))"
    ),
    (#"\sigma' = \sigma(1-\sigma)"#, "σ′ = σ(1 − σ)"),
    (#"\tanh' = 1 - \tanh^2"#, "tanh′ = 1 − tanh²"),
    (
      #"f\colon \mathbb{R}^n \to \mathbb{R}^m,\ x \mapsto \mathbf{W}\mathbf{x} + \mathbf{b}"#,
      "f : ℝⁿ → ℝᵐ, x ↦ 𝐖𝐱 + 𝐛"
    ),
    (#"\forall x \in \mathbb{R}, \; |x| + 1 \geq 1"#, "∀x ∈ ℝ, |x| + 1 ≥ 1"),
    (#"\frac{x}{|x|+1}"#, "x/(|x| + 1)"),
    (
      #"\hat{y}_i = \bar{x} + \tilde{w} + \hat{y_i} + \vec{v} + \overline{AB}"#,
      "ŷᵢ = x̄ + w̃ + ŷᵢ + v⃗ + A̅B̅"
    ),
    (#"\lVert x \rVert_2 = \sqrt{\sum_{i} x_i^2}"#, "‖x‖₂ = √(Σᵢ xᵢ²)"),
    (
      #"\frac{\partial \mathcal{L}}{\partial W_{ij}} = \frac{\partial \mathcal{L}}{\partial Z}\frac{\partial Z}{\partial W}"#,
      "∂ℒ/∂Wᵢⱼ = (∂ℒ/∂Z) (∂Z/∂W)"
    ),
    (#"\nabla_\theta J(\theta)"#, "∇_θ J(θ)"),
    (#"0{,}01 \times 10^{-9}"#, "0,01 × 10⁻⁹"),
    (#"60\,000"#, "60\u{A0}000"),
    (
      #"\int_0^1 f(x)\,dx = \lim_{n\to\infty} \frac{1}{n}\sum_{k=1}^n f\left(\frac{k}{n}\right)"#,
      "∫₀¹ f(x)\u{A0}dx = lim_(n→∞) (1/n) Σₖ₌₁ⁿ f(k/n)"
    ),
    (#"x \ll y \gg z \approx w \neq v \propto u \pm 1"#, "x ≪ y ≫ z ≈ w ≠ v ∝ u ± 1"),
    (
      "x_{i,j}^2 + w_{jk}^{[l]} + x^{2}_{i} + x^y + x^q + 2^{x_i}",
      "x²_(i,j) + wⱼₖ^[l] + xᵢ² + xʸ + x^q + 2^(xᵢ)"
    ),
    (
      #"\operatorname{argmax}_k a_k + \operatorname*{argmin}_{\theta} J"#, "argmaxₖ aₖ + argmin_θ J"
    ),
    (#"\mathrm{Var}(Z) = n_{\mathrm{in}} \mathrm{Var}(W)"#, "Var(Z) = nᵢₙ Var(W)"),
    (#"\mathbb{1}_{x<0}\,\alpha x + \mathbb{1}_{x \geq 0}\, x"#, "𝟙_(x<0) αx + 𝟙_(x≥0) x"),
    (
      #"\underbrace{W_n A_{n-1}}_{\text{produit}} + \underbrace{b_n}_{\text{biais}}"#,
      "Wₙ Aₙ₋₁ (produit) + bₙ (biais)"
    ),
    (#"]-1, 1[ = \left]-1, 1\right["#, "]−1, 1[ = ]−1, 1["),
    (#"x \in {]0, 1[}"#, "x ∈ ]0, 1["),
    (#"e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#, "e^(−(x−μ)²/(2σ²))"),
    (
      #"\frac{1}{\sqrt{2\pi}\,\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#,
      "(1/(√(2π)\u{A0}σ)) e^(−(x−μ)²/(2σ²))"
    ),
    (
      #"\mathrm{ELU}(x) = \begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \leq 0 \end{cases}"#,
      "ELU(x) = { x, x > 0\u{A0}; α(eˣ − 1), x ≤ 0 }"
    ),
    (
      #"\mathrm{swish}(x) = x \cdot \sigma(\beta x) = \frac{x}{1 + e^{-\beta x}}"#,
      "swish(x) = x · σ(βx) = x/(1 + e⁻ᵝˣ)"
    ),
    (#"p(y \mid x) = P(Y=y | X=x)"#, "p(y | x) = P(Y = y | X = x)"),
    (#"a = b \quad\text{et}\quad c = d"#, "a = b   et   c = d"),
    (#"\left(\frac{a}{b}\right)^2 + \left(1+\frac{1}{n}\right)^{n_1}"#, "(a/b)² + (1 + 1/n)^(n₁)"),
    (#"\frac{a}{b}^2"#, "(a/b)²"),
    (#"\tfrac12 x + \dfrac12 x"#, "(1/2) x + (1/2) x"),
    (
      #"\begin{cases} \dfrac{x}{2} & \text{si } x<0 \\ x & \text{sinon} \end{cases}"#,
      "{ x/2 si x < 0\u{A0}; x sinon }"
    ),
    (#"\left.\frac{df}{dx}\right|_{x=0}"#, "df/dx|ₓ₌₀"),
    (
      #"\frac{\sinh x}{\cosh x}, \frac{1}{\log n}, \frac{\log(x)}{\tanh(x)}, \frac{1}{2n}, \frac{2x}{3}, \frac{n(n+1)}{2}, \frac{1}{f(x)}, \frac{-x}{2}, \frac{1}{-x}"#,
      "(sinh x)/(cosh x), 1/(log n), log(x)/tanh(x), 1/(2n), 2x/3, n(n + 1)/2, 1/f(x), −x/2, 1/(−x)"
    ),
    (
      #"\frac{\text{vrais positifs}}{\text{vrais positifs} + \text{faux positifs}}"#,
      "(vrais positifs)/(vrais positifs + faux positifs)"
    ),
    (#"\prod_{l=1}^{L} W^{[l]} x"#, "∏ₗ₌₁ᴸ W^[l] x"),
    (#"12\,288 \times 0{,}5 = 6\,144"#, "12\u{A0}288 × 0,5 = 6\u{A0}144"),
    (#"1 - \sigma(768\,000) \approx 10^{-333\,000}"#, "1 − σ(768\u{A0}000) ≈ 10⁻³³³⁰⁰⁰"),
    (#"784 \to \tanh 50 \to \sigma 25"#, "784 → tanh 50 → σ25"),
    (#"A \odot B, A * B, A^T B, A^{-1}, x^{*}, 45^\circ"#, "A ⊙ B, A ∗ B, Aᵀ B, A⁻¹, x*, 45°"),
    (#"\min_{W, b} J(W, b)"#, "min_(W,b) J(W, b)"),
    (#"(f \circ g)'(x) = f'(g(x))\,g'(x)"#, "(f ∘ g)′(x) = f′(g(x))\u{A0}g′(x)"),
    ("f''(x), f'''(x)^2", "f″(x), f‴(x)²"),
    (#"x_1, x_2, \dots, x_n"#, "x₁, x₂, …, xₙ"),
    (#"w_1 x_1 + \cdots + w_n x_n"#, "w₁ x₁ + ⋯ + wₙ xₙ"),
    (#"\log_2 n + \log_{10}(n) + \ln x"#, "log₂ n + log₁₀(n) + ln x"),
    (#"\| x \|, \left\| \frac{x}{2} \right\|"#, "‖x‖, ‖x/2‖"),
    (#"\{ x \in \mathbb{R} : x > 0 \}"#, "{x ∈ ℝ : x > 0}"),
    (
      #"\delta_{ij} = \begin{cases} 1 \text{ si } i = j \\ 0 \text{ sinon} \\ 2 \end{cases}"#,
      "δᵢⱼ = { 1 si i = j\u{A0}; 0 sinon\u{A0}; 2 }"
    ),
    (#"\overset{\text{def}}{=} \underset{k}{\max} \xrightarrow{f}"#, "=ᵈᵉᶠ maxₖ ⟶ᶠ"),
    (#"\frac{d\sigma}{dx} = \frac{\mathrm{d}}{\mathrm{d}x} \sigma"#, "dσ/dx = (d/dx) σ"),
    (#"(y_i - a_i)^2 + \sum_i(y_i-a_i)^2"#, "(yᵢ − aᵢ)² + Σᵢ (yᵢ − aᵢ)²"),
    (#"2\sigma(2x) - 1"#, "2σ(2x) − 1"),
    (#"99{,}6\,\%"#, "99,6\u{A0}%"),
    (#"\bigl( x \bigr) + \Big| y \Big|"#, "(x) + |y|"),
    (#"a \le b \ge c \ne d"#, "a ≤ b ≥ c ≠ d"),
    (#"x = -1, y=+2, a - -b, 3\cdot(-2)"#, "x = −1, y = +2, a − −b, 3 · (−2)"),
    (#"\epsilon \in [0, 1)"#, "ε ∈ [0, 1)"),
    (#"x_{n+1}=x_n-\eta\nabla f(x_n)"#, "xₙ₊₁ = xₙ − η∇f(xₙ)"),
    (#"\text{précision} = \frac{VP}{VP+FP}"#, "précision = VP/(VP + FP)"),
    (#"{\sigma'}^2 + {x^2}^3"#, "(σ′)² + (x²)³"),
    (#"\left\{ \frac{x}{2}, y \right\}"#, "{x/2, y}"),
    (#"\Theta(n\log n), O(n^2)"#, "Θ(n log n), O(n²)"),
    ("W_{n}^{T}, W_n^{(t+1)}", "Wₙᵀ, Wₙ⁽ᵗ⁺¹⁾"),
    (#"\ell_2, \lfloor x/2 \rfloor, \langle u, v\rangle"#, "ℓ₂, ⌊x/2⌋, ⟨u, v⟩"),
    (
      #"A = \begin{cases} a & \text{si } b \\ c & \text{si } d \\ e & \text{si } f \\ g & \text{sinon} \end{cases}"#,
      "A = { a si b\u{A0}; c si d\u{A0}; e si f\u{A0}; g sinon }"
    ),
    (
      #"\begin{pmatrix} \frac{\partial f}{\partial x} \\ \frac{\partial f}{\partial y} \end{pmatrix}"#,
      "(∂f/∂x\u{A0}; ∂f/∂y)"
    ),
    (#"\mathrm{softplus}(x) = \log(1 + e^x)"#, "softplus(x) = log(1 + eˣ)"),
    (
      #"\mathrm{SELU}(x) = \lambda \begin{cases} x & \text{si } x > 0 \\ \alpha (e^x - 1) & \text{si } x \le 0 \end{cases}"#,
      "SELU(x) = λ { x si x > 0\u{A0}; α(eˣ − 1) si x ≤ 0 }"
    ),
    (
      #"b_n \leftarrow b_n - \eta\,\frac{1}{m}\sum_{i=1}^m dZ_n^{(i)}"#,
      "bₙ ← bₙ − η (1/m) Σᵢ₌₁ᵐ dZₙ⁽ⁱ⁾"
    ),
    (#"\frac{\sinh(x)}{\cosh(x)}"#, "sinh(x)/cosh(x)"),
    (#"\sqrt{\frac{6}{n_{in}+n_{out}}}"#, "√(6/(nᵢₙ + nₒᵤₜ))"),
    (#"\frac{1}{1+\frac{1}{x}}"#, "1/(1 + 1/x)"),
    (#"\sigma(z) = P(y = 1 \mid x ; W, b)"#, "σ(z) = P(y = 1 | x; W, b)"),
    (#"W \sim \mathcal{U}[0, 1["#, "W ∼ 𝒰[0, 1["),
    (#"x^{-1/2} \hat\theta \dot x"#, "x^(−1/2) θ̂ẋ"),
    (#"\max_j |z_j|"#, "maxⱼ |zⱼ|"),
    ("|a| |b| = |ab|", "|a| |b| = |ab|"),
    (#"\mathbf{W}_1^\top \boldsymbol\theta"#, "𝐖₁ᵀ 𝛉"),
    (#"\sum_{i \in B} x_i"#, "Σ_(i∈B) xᵢ"),
    (
      #"\sqrt{x}^2 + {a+\frac{b}{c}}^2 + \log|x| + \log\left|x\right|_2"#,
      "(√x)² + (a + b/c)² + log |x| + log |x|₂"
    ),
    (#"\frac{1}{2}\,x = \frac{1}{2} \quad x"#, "(1/2) x = 1/2   x"),
    (#"W_1 \in \mathbb{R}^{n_1 \times n_0}"#, "W₁ ∈ ℝ^(n₁×n₀)"),
    (#"\hat{\mathbf{y}}, \mathrm{ReLU}'(x), \arg\max_k a_k"#, "𝐲̂, ReLU′(x), arg maxₖ aₖ"),
    (#"\left\lVert x \right\rVert_2^2, \text{l'entrée}"#, "‖x‖₂², l'entrée"),
    (#"\mathbb{E}_{x \sim p}[f(x)]"#, "𝔼_(x∼p)[f(x)]"),
    (#"x_{\text{train}}, x_{\text{mini lot}}"#, "xₜᵣₐᵢₙ, x_(mini lot)"),
    (#"\sum\limits_{i} x_i"#, "Σᵢ xᵢ"),
    ("x ≤ 1 × σ(y) − 2", "x ≤ 1 × σ(y) − 2"),
  ]
}
