import FrenchText

/// Why Slurm cannot do a sweep.
enum SlurmError: ReportedError {
  case missing(program: String)
  case noAnswer(program: String)
  /// The controller is down, or this machine may not ask it.
  case unreachable(program: String, complaint: String)
  /// `sbatch` refused; so many tasks were taken before.
  case refused(complaint: String, submitted: Int, of: Int)
  case tooManyTasks(tasks: Int, free: Int, limit: Int)
  /// Other users' tasks filled the queue meanwhile.
  case full
  case spoiltSubmission(file: String)
  case oddPath(String)

  var exitStatus: ExitStatus {
    switch self {
    case .missing, .noAnswer, .unreachable, .refused, .full: .unavailable
    case .tooManyTasks, .oddPath: .usage
    case .spoiltSubmission: .data
    }
  }

  var description: String {
    switch self {
    case .missing(let program):
      "La commande \(program) est introuvable : Slurm n’est pas installé sur cette machine ; connecte-toi "
        + "à celle de ton centre de calcul qui l’a, ou retire --on slurm."
    case .noAnswer(let program):
      "La commande \(program) ne répond pas : le contrôleur de Slurm est peut-être arrêté ; réessaie "
        + "plus tard, rien n’est perdu."
    case .unreachable(let program, let complaint):
      "Slurm ne répond pas à \(program) (\(quoted(complaint))) : son contrôleur est peut-être arrêté ; "
        + "réessaie plus tard, rien n’est perdu."
    case .refused(let complaint, let submitted, let all):
      "Slurm a refusé la soumission (\(quoted(complaint))) : corrige l’option que cela désigne"
        + (submitted == 0
          ? "."
          : " ; \(submitted) tâches sur \(all) sont déjà soumises, « ./workbook sweep resume » "
            + "soumettra les autres.")
    case .tooManyTasks(let tasks, let free, let limit):
      "Cela ferait \(number(tasks)) tâches, et ce Slurm, qui en garde moins de \(number(limit)) à la fois, "
        + "n’a plus de place que pour \(number(free)) : mets plus d’entraînements dans chacune, par "
        + "--tasks-per-job, ou attends que d’autres finissent."
    case .full:
      "La file de Slurm est pleine : attends que des tâches finissent, puis « ./workbook sweep "
        + "resume » soumettra ce qui manque."
    case .spoiltSubmission(let file):
      "Le fichier \(quoted(file)) n’est pas celui qu’une soumission a écrit : efface-le ; les tâches en "
        + "cours n’en ont pas besoin."
    case .oddPath(let path):
      "Le nom du dossier \(quoted(path)) contient un signe que Slurm ne prend pas, % ou une fin de "
        + "ligne ; choisis un autre dossier par --output."
    }
  }
}
