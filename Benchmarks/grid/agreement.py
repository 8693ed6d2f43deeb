"""Whether all contenders obtain the same accuracies, where rounding lets them."""

import sys

import trainings

# Costs of the same training, rounded otherwise, may differ so much, relatively: beyond, the
# descent magnifies the rounding until each contender has a network of its own.
ROUNDING = 1e-9
# In points: ten of the 10,000 images.
TOLERANCE = 0.1


def of_workbook(file):
    """A result of `workbook sweep`, in the words of `trainings.train`."""
    result = file["result"]
    settings = result["settings"]
    return {
        "layers": settings["layers"], "learningRate": settings["learningRate"],
        "seed": settings["seed"], "cost": float(result["costs"][-1]),
        "accuracy": result["devAccuracy"],
    }  # fmt: skip


def by_training(results):
    found = {}
    for result in results:
        rate, seed = float(result["learningRate"]), int(result["seed"])
        found[result["layers"], rate, seed] = result["cost"], result["accuracy"]
    wanted = {(layers, float(rate), int(seed)) for layers, rate, seed in trainings.GRID}
    if set(found) != wanted:
        sys.exit(f"Il y a {len(wanted & set(found))} résultats sur {len(wanted)} entraînements.")
    return found


def are_near(costs):
    return abs(costs[0] - costs[1]) <= ROUNDING * abs(costs[0])


def check(results, otherwise):
    """What to say of the accuracies; ends the program where they differ and should not."""
    names = list(results)
    reference = results[next(name for name in names if name.startswith("NumPy"))]
    steady = [key for key in reference if are_near((reference[key][0], otherwise[key][0]))]

    def difference(key):
        accuracies = [results[name][key][1] for name in names]
        return max(accuracies) - min(accuracies)

    worst = max(steady, key=difference)
    if not difference(worst) <= TOLERANCE + 1e-9:
        accuracies = ", ".join(f"{name} {results[name][worst][1]:.2f}" for name in names)
        sys.exit(f"Les exactitudes diffèrent pour {worst} : {accuracies}.")
    same = sum(difference(key) == 0 for key in steady)
    rates = sorted({rate for _, rate, _ in set(reference) - set(steady)})
    unsteady = ", ".join(f"{rate:g}".replace(".", ",") for rate in rates)
    return (
        f"Tous obtiennent la même exactitude, à {TOLERANCE:g} point près, dans les {len(steady)} "
        f"entraînements que l’arrondi ne change pas ({same} fois au centième près). Les "
        f"{len(reference) - len(steady)} autres (taux {unsteady}) sont chaotiques : NumPy lui-même "
        "y obtient un autre coût dès qu’il additionne les pixels dans l’ordre inverse et calcule "
        "autrement la pente de la sigmoïde."
    ).replace("0.1", "0,1")
