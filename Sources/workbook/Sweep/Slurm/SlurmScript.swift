/// The script of each task, to be read and adapted.
struct SlurmScript {
  let submission: SlurmSubmission
  /// The program, in the sweep's folder.
  let program: String

  var text: String {
    let request = submission.request
    var options = [
      "--job-name=workbook-sweep", "--output=\(submission.name)/log/%A_%a.txt",
      "--open-mode=append", "--ntasks=1", "--cpus-per-task=1",
    ]
    if let partition = request.partition { options.append("--partition=\(partition)") }
    if let time = request.time { options.append("--time=\(time)") }
    options += request.options
    return """
      #!/bin/bash
      \(options.map { "#SBATCH \($0)" }.joined(separator: "\n"))

      # Chaque tâche fait les entraînements d’une ligne de la liste, et Slurm la lance dans le dossier du
      # balayage. Ce qui est déjà fait n’est pas refait, l’ordre est indifférent : pour un autre
      # ordonnanceur, il suffit de lancer ces lignes une fois pour chaque ligne de la liste.
      # $1 : le numéro, à partir de 0, de la ligne de la première tâche.
      set -eu
      line=$(($1 + SLURM_ARRAY_TASK_ID + 1))
      trainings=$(sed -n "${line}p" '\(submission.name)/trainings.txt')
      exec './\(program)' sweep work . --only "$trainings" --threads "$SLURM_CPUS_PER_TASK"

      """
  }
}
