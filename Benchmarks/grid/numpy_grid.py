"""The grid in NumPy, one BLAS thread per process; writes a line of JSON per training:

    numpy_grid.py sequential|joblib|otherwise FOLDER PROCESSES
    numpy_grid.py prepare FOLDER                  writes the images there, and lists the trainings
    numpy_grid.py one FOLDER LAYERS RATE SEED     one training on those images
"""

import json
import os
import sys

# Read once, as NumPy's library of products is loaded; the processes of joblib inherit it.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
import trainings
from trainings import numpy_peer


def slope(Z, A):
    e = np.exp(-np.abs(Z))
    return e / np.square(1 + e)


def train_otherwise(data, *training):
    """The same training, rounded otherwise: the pixels of all images in the opposite order, and the
    slope of the sigmoid by another formula, which does not cancel where the sigmoid is almost 1."""
    X, Y, dev, labels = data
    numpy_peer.SLOPE["sigmoid"] = slope
    return trainings.train((X[:, ::-1], Y, dev[:, ::-1], labels), *training, step=-1)


how, folder, *rest = sys.argv[1:]
if how == "one":
    results = [trainings.train(trainings.load(folder), *rest)]
else:
    trainings.prepare(folder)
    if how == "prepare":
        print("\n".join(" ".join(training) for training in trainings.GRID))
        sys.exit()
    data = trainings.load(folder)
    if how == "sequential":
        results = [trainings.train(data, *training) for training in trainings.GRID]
    else:
        import joblib  # a fifth of a second that the other ways need not wait for

        train = train_otherwise if how == "otherwise" else trainings.train
        # joblib hands on the name of a memory-mapped file, not its numbers.
        results = joblib.Parallel(n_jobs=int(rest[0]))(
            joblib.delayed(train)(data, *training) for training in trainings.GRID
        )
for result in results:
    print(json.dumps(result))
