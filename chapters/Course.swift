import ChapterKit
import Document

/// The course: its chapters in their order, and the results that the original documents published.
///
/// A chapter is one Markdown file of this folder, named `NN-words.md`; there is nothing to add here.
public enum Course {
  public static let title = "Réseaux de neurones\u{A0}: le cahier qui s’exécute"
  public static let summary =
    "Fonctions d’activation, réseaux profonds, poids de départ\u{A0}: six chapitres qui racontent, calculent, "
    + "dessinent, et posent chaque nombre obtenu à côté de celui qui fut publié."
  public static let chapters: [Chapter] = tangledChapters
  public static let exercises: [Exercise] = tangledExercises
  public static let published = tangledResults
  public static let glossary: [GlossaryTerm] = tangledGlossary
}
