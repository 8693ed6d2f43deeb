import Document
import FrenchText

/// What can be wrong in a chapter's source, with its place.
public struct ChapterError: Error, Equatable, CustomStringConvertible {
  public enum Problem: Sendable, Equatable {
    case unreadable
    case fileName(String)
    case frontMatterMissing
    case frontMatter(String)
    case frontMatterKey(String, suggestion: String?)
    case titleMissing
    case parameter(String, String)
    case unclosedFence
    case unclosedComment
    case optionsOnFence
    case cellOptions(String)
    case cellOption(String, suggestion: String?)
    case optionValue(key: String, value: String, expected: String)
    case optionMissing(String, label: String)
    case captionWithoutLabel(String, prefix: String)
    case label(String)
    case duplicateLabel(String, first: SourceLocation)
    case unknownLabel(String, suggestion: String?)
    case unknownReference(String, suggestion: String?)
    case unclosedInlineValue
    case emptyInlineValue
    case privateUseCharacter
    case asyncLet
    case excerptWithCode
    case excerptFile(String)
    case excerptRegion(file: String, region: String, suggestion: String?)
    case excerptUnclosed(file: String, region: String)
    case exerciseWithoutStub(String, suggestion: String?)
    case exercisePartMissing(String, exercise: String)
    case exerciseOption(String, of: ExerciseRole.Kind)
    case references(String)
    case glossary(String)
    case duplicateNumber(Int, other: String)
    case table(String)
  }

  public let problem: Problem
  public let location: SourceLocation

  public init(_ problem: Problem, at location: SourceLocation) {
    self.problem = problem
    self.location = location
  }

  /// The line that compilers print: `chapters/03-….md:43:1: error: …`.
  public var description: String { "\(location):1: error: \(problem.message)" }
}

extension ChapterError.Problem {
  var message: String {
    switch self {
    case .unreadable:
      "le fichier est introuvable, illisible, ou n’est pas un texte en UTF-8"
    case .fileName(let name):
      "le fichier « \(name) » ne donne pas le numéro du chapitre : "
        + "nomme-le « 03-reseaux-profonds.md », numéro, tiret, mots sans accents"
    case .frontMatterMissing:
      "le chapitre commence par un en-tête YAML entre deux lignes « --- »"
    case .frontMatter(let message):
      "l’en-tête YAML ne se lit pas (\(message))"
    case .frontMatterKey(let key, let suggestion):
      "l’en-tête ne connaît pas la clé « \(key) »" + didYouMean(suggestion)
    case .titleMissing:
      "l’en-tête ne donne pas de titre : ajoute « title: … »"
    case .parameter(let name, let message):
      "le paramètre « \(name) » \(message)"
    case .unclosedFence:
      "ce bloc de code n’est jamais refermé : ajoute la même clôture, ``` ou ~~~, seule sur sa ligne"
    case .unclosedComment:
      "ce commentaire « <!-- » n’est jamais refermé : ajoute « --> », ou écris « \\<!-- » "
        + "si c’est du texte"
    case .optionsOnFence:
      "« {swift} » est seul sur sa ligne : écris les options en dessous, « #| clé: valeur »"
    case .cellOptions(let message):
      "les options « //| » de la cellule ne se lisent pas (\(message))"
    case .cellOption(let key, let suggestion):
      "option de cellule inconnue : « \(key) »" + didYouMean(suggestion)
    case .optionValue(let key, let value, let expected):
      "l’option « \(key) » vaut « \(value) » : \(expected)"
    case .optionMissing(let key, let label):
      "la cellule « \(label) » n’a pas d’option « \(key) »"
    case .captionWithoutLabel(let key, let prefix):
      "l’option « \(key) » attend une étiquette « label: \(prefix)… »"
    case .label(let label):
      "l’étiquette « \(label) » ne convient pas : "
        + "« fig- » ou « tbl- », puis des lettres sans accent, des chiffres et des tirets"
    case .duplicateLabel(let label, let first):
      "l’étiquette « \(label) » sert déjà à \(first)"
    case .unknownLabel(let label, let suggestion):
      "aucune cellule ne porte l’étiquette « \(label) »" + didYouMean(suggestion)
    case .unknownReference(let key, let suggestion):
      "la bibliographie ne connaît pas « \(key) »" + didYouMean(suggestion)
    case .unclosedInlineValue:
      "la valeur « `{swift} … » n’est pas refermée sur sa ligne par une apostrophe inversée"
    case .emptyInlineValue:
      "la valeur « `{swift} ` » ne contient aucune expression"
    case .privateUseCharacter:
      "le texte contient un caractère à usage privé (U+E000 à U+F8FF), réservé aux valeurs insérées"
    case .asyncLet:
      "« async let » ferait durer la compilation du chapitre : écris « let x = launch { … } », "
        + "puis « try await x.value »"
    case .excerptWithCode:
      "une cellule qui montre un extrait (option « source ») ne contient pas d’autre code"
    case .excerptFile(let file):
      "le fichier source « \(file) » est introuvable ou illisible"
    case .excerptRegion(let file, let region, let suggestion):
      "« \(file) » n’a pas d’extrait « // snippet.\(region) »" + didYouMean(suggestion)
    case .excerptUnclosed(let file, let region):
      "dans « \(file) », l’extrait « // snippet.\(region) » n’est pas refermé par « // snippet.end »"
    case .exerciseWithoutStub(let name, let suggestion):
      "aucune cellule « exercise: \(name) » ne donne l’ébauche de cet exercice"
        + didYouMean(suggestion)
    case .exercisePartMissing(let part, let name):
      "l’exercice « \(name) » n’a pas de cellule « \(part): \(name) »"
    case .exerciseOption(let key, let kind):
      "l’option « \(key) » va dans une cellule « \(kind.rawValue): … »"
    case .glossary(let message):
      "le glossaire ne se lit pas (\(message))"
    case .references(let message):
      "la bibliographie ne se lit pas (\(message))"
    case .duplicateNumber(let number, let other):
      "le numéro de chapitre \(number) sert déjà à « \(other) »"
    case .table(let message):
      message
    }
  }
}
