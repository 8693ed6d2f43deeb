import Testing

@testable import Publishing

@Suite("Unicode scripts")
struct FormulaScriptsTests {
  @Test(
    "Digits, signs and letters find their own script",
    arguments: [
      ("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"), ("+−=()", "⁺⁻⁼⁽⁾", "₊₋₌₍₎"),
      ("aehijklmnoprstuvx", "ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛˣ", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"), ("βγφχ", "ᵝᵞᵠᵡ", "ᵦᵧᵩᵪ"),
    ])
  func both(plain: String, raised: String, lowered: String) {
    #expect(FormulaScripts.raised(plain) == raised)
    #expect(FormulaScripts.lowered(plain) == lowered)
  }

  @Test("The last of each table is where it should be")
  func ends() {
    #expect(FormulaScripts.raised("zABWδθ⊤∗∘′†") == "ᶻᴬᴮᵂᵟᶿᵀ*°′†")
    #expect(FormulaScripts.lowered("ρχ") == "ᵨᵪ")
  }

  @Test("One character without a script leaves the whole to be written")
  func written() {
    #expect(FormulaScripts.raised("2q") == nil)
    #expect(FormulaScripts.lowered("ib") == nil)
    #expect(FormulaScripts.written("q", after: "^") == "^q")
    #expect(FormulaScripts.written("2q", after: "^") == "^(2q)")
    #expect(FormulaScripts.written("[l]", after: "^") == "^[l]")
    #expect(FormulaScripts.written("(a)(b)", after: "_") == "_((a)(b))")
  }
}
