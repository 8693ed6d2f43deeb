"""The work that every contender does: MNIST as the course normalizes it, the same first weights,
batches in order without shuffling, one step of gradient descent each, and after each epoch the cost
over all examples."""

import argparse
import gzip
import json
import os
import time

import numpy as np

# layers, batch size, learning rate
CASES = {
    "relu": ([(50, "relu"), (25, "relu"), (10, "sigmoid")], 64, 0.005),
    "tanh": ([(50, "tanh"), (25, "sigmoid"), (10, "sigmoid")], 64, 0.1),
    "full": ([(30, "tanh"), (10, "sigmoid")], 60000, 0.1),
    "wide-512": ([(512, "relu"), (512, "relu"), (10, "sigmoid")], 64, 0.005),
    "wide-1024": ([(1024, "relu"), (1024, "relu"), (10, "sigmoid")], 64, 0.005),
    "batch-1": ([(50, "relu"), (25, "relu"), (10, "sigmoid")], 1, 0.0005),
    "batch-16": ([(50, "relu"), (25, "relu"), (10, "sigmoid")], 16, 0.002),
    "batch-512": ([(50, "relu"), (25, "relu"), (10, "sigmoid")], 512, 0.005),
    "batch-4096": ([(50, "relu"), (25, "relu"), (10, "sigmoid")], 4096, 0.005),
}


def read(directory, name):
    path = os.path.join(directory, name)
    with (gzip.open(path + ".gz") if not os.path.exists(path) else open(path, "rb")) as file:
        data = file.read()
    return np.frombuffer(data, np.uint8, offset=16 if "images" in name else 8)


def examples(directory, dtype):
    """Pixels (m x 784), normalized per pixel, and one-hot labels (m x 10)."""
    pixels = read(directory, "train-images-idx3-ubyte").reshape(-1, 784).astype(np.float64)
    labels = read(directory, "train-labels-idx1-ubyte")
    pixels = (pixels - pixels.mean(axis=0)) / (pixels.std(axis=0) + 1e-9)
    return (
        np.ascontiguousarray(pixels, dtype=dtype),
        np.eye(10, dtype=dtype)[labels],
    )


def first_weights(layers, dtype):
    """Weights (outputs x inputs) of variance 1/inputs, and biases 0."""
    np.random.seed(0)
    inputs, weights = 784, []
    for units, _ in layers:
        W = np.random.randn(units, inputs) * np.sqrt(1 / inputs)
        weights.append((W.astype(dtype), np.zeros(units, dtype=dtype)))
        inputs = units
    return weights


def main(make):
    """Times `make(X, Y, layers, weights, batch, rate)()`, one epoch a call, without the first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", choices=CASES)
    parser.add_argument("precision", choices=["float64", "float32"])
    parser.add_argument("epochs", type=int)
    arguments = parser.parse_args()
    dtype = np.dtype(arguments.precision)
    layers, batch, rate = CASES[arguments.case]
    X, Y = examples(os.environ["WORKBOOK_DATA"], dtype)
    epoch = make(X, Y, layers, first_weights(layers, dtype), batch, rate)
    costs, seconds = [epoch()], []
    for _ in range(arguments.epochs):
        start = time.perf_counter()
        costs.append(epoch())
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "costs": [float(cost) for cost in costs]}))
