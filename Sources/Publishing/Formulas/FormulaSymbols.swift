/// The symbols that TeX calls by a name or that one types directly.
enum FormulaSymbols {
  /// The symbol of a command, without its backslash.
  static let named: [String: FormulaNode] = {
    var table: [String: FormulaNode] = [:]
    for (atomClass, pairs) in pairsByClass {
      let words = pairs.split(whereSeparator: \.isWhitespace)
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        table[String(words[index])] = .symbol(String(words[index + 1]), atomClass)
      }
    }
    for (atomClass, names) in namesByClass {
      for name in names.split(separator: " ") {
        table[String(name)] = .symbol(String(name), atomClass)
      }
    }
    table["limsup"] = .symbol("lim sup", .limitFunction)
    table["liminf"] = .symbol("lim inf", .limitFunction)
    return table
  }()

  /// The symbol of a typed character: `-` is a minus sign, `≤` a relation.
  static func typed(_ character: Character) -> FormulaNode {
    if let symbol = signs[character] { return symbol }
    return .symbol(String(character), classOfCharacter[character] ?? .ordinary)
  }

  /// The cells of the spaces that have a name; the negative one and the styles take none.
  static let spaces: [String: Int] = [
    ",": 1, ":": 1, ">": 1, ";": 1, " ": 1, "thinspace": 1, "medspace": 1, "thickspace": 1,
    "enspace": 1, "quad": 3, "qquad": 6, "!": 0, "negthinspace": 0, "displaystyle": 0,
    "textstyle": 0, "limits": 0, "nolimits": 0,
  ]

  /// The combining mark of an accent.
  static let accents: [String: Character] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}",
    "tilde": "\u{303}", "widetilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}",
    "ddot": "\u{308}", "check": "\u{30C}", "breve": "\u{306}",
  ]

  private static let signs: [Character: FormulaNode] = [
    "+": .symbol("+", .binary), "-": .symbol("−", .binary), "−": .symbol("−", .binary),
    "*": .symbol("∗", .binary),
    "=": .symbol("=", .relation), "<": .symbol("<", .relation), ">": .symbol(">", .relation),
    ":": .symbol(":", .relation), ",": .symbol(",", .punctuation),
    ";": .symbol(";", .punctuation), "(": .symbol("(", .open), "[": .symbol("[", .open),
    ")": .symbol(")", .close), "]": .symbol("]", .close), "!": .symbol("!", .close),
    "|": .symbol("|", .bar),
  ]

  private static let classOfCharacter: [Character: AtomClass] = {
    var table: [Character: AtomClass] = [:]
    for case .symbol(let text, let atomClass) in named.values where text.count == 1 {
      if let character = text.first { table[character] = atomClass }
    }
    // Two commands write each of these; typed, they are the Greek letter and the bare sign.
    table["Σ"] = .ordinary
    table["|"] = .bar
    table["‖"] = .bar
    return table
  }()

  private static let namesByClass: [(AtomClass, String)] = [
    (
      .function,
      """
      log ln exp sin cos tan tanh sinh cosh coth cot sec csc arcsin arccos arctan arg deg det dim \
      gcd hom ker lg Pr
      """
    ),
    (.limitFunction, "max min sup inf lim"),
  ]

  private static let pairsByClass: [(AtomClass, String)] = [
    (
      .ordinary,
      """
      alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
      kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς
      tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
      Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
      infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ
      Re ℜ Im ℑ aleph ℵ top ⊤ bot ⊥ intercal ⊤ neg ¬ lnot ¬ angle ∠ triangle △ square □ prime ′
      vdots ⋮ ddots ⋱ backslash \\ % % # # _ _ $ $ & & dagger † degree ° imath ı jmath ȷ
      checkmark ✓ P ¶ S §
      """
    ),
    (.inner, "dots … ldots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯"),
    (
      .binary,
      """
      cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • odot ⊙ oplus ⊕ otimes ⊗ ominus ⊖
      oslash ⊘ cap ∩ cup ∪ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ sqcup ⊔ sqcap ⊓ bmod mod
      """
    ),
    (
      .relation,
      """
      leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅
      propto ∝ ll ≪ gg ≫ lt < gt > in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
      to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔
      Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ impliedby ⟸ Leftrightarrow ⇔ iff ⟺
      mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ hookrightarrow ↪
      mid | parallel ∥ perp ⊥ prec ≺ succ ≻ preceq ⪯ succeq ⪰ vdash ⊢ models ⊨ coloneqq ≔
      triangleq ≜ doteq ≐ asymp ≍ lesssim ≲ gtrsim ≳ rightleftharpoons ⇌ colon :
      """
    ),
    (.sum, "sum Σ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀"),
    (.integral, "int ∫ iint ∬ iiint ∭ oint ∮"),
    (.open, "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lparen ("),
    (.close, "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rparen )"),
    (.bar, "vert | Vert ‖ | ‖"),
  ]
}
