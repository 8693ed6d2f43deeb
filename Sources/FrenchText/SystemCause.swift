import Foundation

/// What the `errno` value `code` means, in French, as the end of a sentence without its full stop.
public func systemCause(_ code: Int32) -> String {
  switch code {
  case ENOSPC: "il n’y a plus de place sur le disque"
  case EDQUOT: "le quota d’espace disque est atteint"
  case EFBIG: "le fichier serait trop grand"
  case EACCES, EPERM: "l’accès est refusé"
  case ENOENT: "un fichier ou un dossier de ce chemin n’existe pas"
  case EROFS: "le système de fichiers est en lecture seule"
  case ENOTDIR: "une partie du chemin n’est pas un dossier"
  case EISDIR: "c’est un dossier"
  case ENAMETOOLONG: "le nom est trop long"
  case ELOOP: "trop de liens symboliques se suivent"
  case EINVAL: "le chemin n’est pas valide"
  case EIO: "une erreur d’entrée-sortie s’est produite"
  case EMFILE, ENFILE: "trop de fichiers sont ouverts"
  case ENOMEM, EAGAIN: "les ressources du système sont épuisées"
  case ENOEXEC: "ce n’est pas un programme exécutable"
  default: "le système a répondu par l’erreur \(code) (\(String(cString: strerror(code))))"
  }
}
