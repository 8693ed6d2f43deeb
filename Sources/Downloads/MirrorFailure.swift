/// Why one mirror did not bring one file.
public enum MirrorFailure: Error, Equatable, Sendable {
  /// The system has no libcurl.
  case noClient
  /// The host has no known address.
  case unknownHost
  /// No connection to the host.
  case unreachable
  /// The server's certificate is not to be trusted.
  case insecure
  /// No answer within the time for it, or a silence within the answer.
  case silent
  /// An answer that has not ended within the time for it.
  case tooSlow
  /// The connection ended before an answer, or with something else than HTTP.
  case noAnswer
  /// The connection ended within the answer.
  case brokenOff
  /// A status that brings no file.
  case status(Int)
  /// A redirection to something else than HTTP, or one too many.
  case redirected
  /// More bytes than a file with the published content can have.
  case tooLarge(limit: Int)
  /// A content that is not the published one.
  case wrongContent

  /// Whether the same mirror may bring the rest when asked again.
  var isInterruption: Bool { [.silent, .tooSlow, .brokenOff].contains(self) }
}

extension MirrorFailure: CustomStringConvertible {
  /// The reason, as the end of a sentence without its full stop.
  public var description: String {
    switch self {
    case .noClient: "la bibliothèque libcurl manque à ce système (paquet libcurl4)"
    case .unknownHost: "serveur introuvable"
    case .unreachable: "connexion impossible"
    case .insecure: "connexion chiffrée impossible, ou certificat non valable"
    case .silent: "pas de réponse dans le temps imparti"
    case .tooSlow: "réponse trop lente"
    case .noAnswer: "la connexion s’est coupée avant une réponse"
    case .brokenOff: "la connexion s’est coupée"
    case .status(404): "il n’a pas ce fichier (erreur 404)"
    case .status(let status): "il répond par l’erreur \(status)"
    case .redirected: "il renvoie vers une adresse qui ne convient pas"
    case .tooLarge(let limit): "il envoie plus que les \(limit) octets admis"
    case .wrongContent: "son fichier n’est pas celui de MNIST"
    }
  }
}
