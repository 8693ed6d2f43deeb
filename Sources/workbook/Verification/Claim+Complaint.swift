import ChapterKit

extension Claim {
  /// Where it stands, and that this run does not bear it out.
  var complaint: String {
    "\(location) : cette exécution ne confirme pas l’affirmation « \(statement) »."
      + (isTimed
        ? " C’est une durée, qui dépend de la machine : elle n’est pas jugée." : "")
  }
}
