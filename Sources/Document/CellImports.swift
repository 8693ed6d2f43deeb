/// The modules that cells use without saying so.
public enum CellImports {
  public static let modules = [
    "ChapterKit", "Cores", "Datasets", "Document", "Experiments", "Foundation",
    "FrenchText", "LinearAlgebra", "ModelFiles", "NeuralNetwork", "Plotting",
  ]
}
