"""The trainings that a chapter redoes, in one NumPy script, written as the
documents write it: `python numpy_chapter.py 3|4`."""

import os
import sys

import numpy as np

import numpy_documents_peer
import work

RELU = [(50, "relu"), (25, "relu"), (10, "sigmoid")]
TANH = [(50, "tanh"), (25, "sigmoid"), (10, "sigmoid")]
INITIALIZERS = {
    "uniform": lambda n, m: np.random.rand(m, n),
    "uniform_100": lambda n, m: np.random.rand(m, n) * 0.01,
    "gaussian": lambda n, m: np.random.randn(m, n),
    "gaussian_100": lambda n, m: np.random.randn(m, n) * 0.01,
    "xavier": lambda n, m: np.random.randn(m, n) / np.sqrt(n),
    "he": lambda n, m: np.random.randn(m, n) * np.sqrt(2 / n),
    "bengio": lambda n, m: np.random.randn(m, n) / np.sqrt(n + m),
}
# layers, initializer, learning rate, epochs
CHAPTERS = {
    "3": [(TANH, "gaussian_100", 0.1, 30), (RELU, "gaussian_100", 0.01, 30)],
    "4": [
        (RELU, "uniform", 0.005, 1),
        (RELU, "uniform_100", 0.005, 20),
        (RELU, "gaussian", 0.005, 1),
        (RELU, "xavier", 0.005, 20),
        (RELU, "he", 0.005, 20),
        (RELU, "bengio", 0.005, 20),
    ],
}

np.seterr(all="ignore")
(X, Y), (test_X, test_Y) = work.data(os.environ["WORKBOOK_DATA"], np.float64)
for layers, name, rate, epochs in CHAPTERS[sys.argv[1]]:
    weights = work.weights(layers, np.float64, INITIALIZERS[name])
    train = numpy_documents_peer.make(X, Y, layers, weights, 64, rate)
    costs = [train() for _ in range(epochs)]
    accuracies = [
        (train.outputs(inputs).argmax(axis=1) == targets.argmax(axis=1)).mean()
        for inputs, targets in ((X, Y), (test_X, test_Y))
    ]
    print(name, costs[-1], *accuracies)
