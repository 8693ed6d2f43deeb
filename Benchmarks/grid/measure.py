"""Times the contenders in alternation, each in a fresh process and a fresh folder, checks that they
obtain the same accuracies, and writes RESULTATS.md."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import agreement
import trainings

HERE = Path(__file__).resolve().parent
WORKBOOK = HERE.parent.parent / ".build/release/workbook"


def numpy(how):
    def command(folder, processes):
        return [sys.executable, HERE / "numpy_grid.py", how, folder, processes]

    return command


def parallel(folder, processes):
    return [HERE / "gnu-parallel", sys.executable, folder, processes]


def workbook(folder, threads):
    layers = [word for layers in trainings.LAYERS for word in ("--layers", layers)]
    return [
        WORKBOOK, "sweep", *layers, "--learning-rate", ",".join(trainings.RATES),
        "--seed", f"{trainings.SEEDS[0]}..{trainings.SEEDS[-1]}", "--epochs", "1",
        "--images", trainings.IMAGES, "--dev", trainings.DEV, "--cost", "binary_crossentropy",
        "--output", os.path.join(folder, "sweep"), "--threads", threads,
    ]  # fmt: skip


def run(command, processes):
    """Seconds from start to end, and the results by layers, learning rate and seed."""
    with tempfile.TemporaryDirectory() as folder:
        words = [str(word) for word in command(folder, processes)]
        start = time.perf_counter()
        child = subprocess.run(words, stdout=subprocess.PIPE, text=True)
        seconds = time.perf_counter() - start
        if child.returncode != 0:
            sys.exit(f"« {' '.join(words)} » s’est arrêté, état {child.returncode}.")
        if command is workbook:
            files = Path(folder, "sweep", "results").glob("*/*.json")
            results = [agreement.of_workbook(json.loads(file.read_text())) for file in files]
        else:
            results = [json.loads(line) for line in child.stdout.splitlines()]
    return seconds, agreement.by_training(results)


def has_gnu_parallel():
    # Another program has the same name.
    return shutil.which("parallel") is not None and "GNU" in subprocess.run(
        ["parallel", "--version"], capture_output=True, text=True
    ).stdout


def contenders(arguments):
    n = arguments.cores
    together = f"{n} processus"
    known = {
        f"workbook, {n} fils": (workbook, n),
        "workbook, 1 fil": (workbook, 1),
        f"NumPy, joblib, {together}": (numpy("joblib"), n),
        f"NumPy, GNU parallel, {together}": (parallel, n),
        "NumPy, à la suite, 1 processus": (numpy("sequential"), 1),
    }
    if arguments.without_workbook:
        known = {name: way for name, way in known.items() if way[0] is not workbook}
    if not has_gnu_parallel():
        print("GNU parallel n’est pas là : --install l’installe.", file=sys.stderr)
        known = {name: way for name, way in known.items() if way[0] is not parallel}
    return known


def french(value, digits):
    return f"{value:.{digits}f}".replace(".", ",")


def table(times):
    first = statistics.median(next(iter(times.values())))
    lines = [
        "| 300 entraînements | secondes | rapport |",
        "| --- | ---: | ---: |",
    ]
    for name, seconds in times.items():
        median = statistics.median(seconds)
        spread = f"{french(min(seconds), 1)} ; {french(max(seconds), 1)}"
        lines.append(
            f"| {name} | {french(median, 1)} [{spread}] | × {french(median / first, 1)} |"
        )
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--without-workbook", action="store_true")
    arguments = parser.parse_args()
    ways = contenders(arguments)
    times, results = {name: [] for name in ways}, {}
    for round in range(1, arguments.rounds + 1):
        for name, way in ways.items():
            seconds, results[name] = run(*way)
            times[name].append(seconds)
            print(f"tour {round}, {name} : {french(seconds, 1)} s", file=sys.stderr)
    _, otherwise = run(numpy("otherwise"), arguments.cores)
    sentence = agreement.check(results, otherwise)
    page = (
        "# Une grille d’entraînements\n\n"
        "Écrit par `Benchmarks/grid/run`. Secondes du lancement à la fin : médiane "
        f"[minimum ; maximum], {arguments.rounds} fois chacun. « × 3 » veut dire : trois fois plus "
        f"de temps que la première ligne.\n\n{table(times)}\n\n{sentence}\n"
    )
    if arguments.without_workbook:
        print(page)
    else:
        (HERE / "RESULTATS.md").write_text(page)


main()
