"""The work that every contender does: MNIST as the course normalizes it, the same first weights,
batches in order without shuffling, one step of gradient descent each, and after each epoch the cost
over all examples."""

import argparse
import gzip
import json
import os
import time

import numpy as np

def cases():
    """The cases of cases.json by name: layers (units, activation), batch size, learning rate, and
    whether a pattern covers the images."""
    path = os.path.join(os.path.dirname(__file__), "..", "cases.json")
    with open(path) as file:
        return {
            case["name"]: (
                [(int(units), name) for name, units in (l.split(":") for l in case["layers"])],
                case["batchSize"],
                case["learningRate"],
                case.get("isCovered", False),
            )
            for case in json.load(file)
        }


def read(directory, name):
    path = os.path.join(directory, name)
    with (gzip.open(path + ".gz") if not os.path.exists(path) else open(path, "rb")) as file:
        data = file.read()
    return np.frombuffer(data, np.uint8, offset=16 if "images" in name else 8)


def cover(pixels):
    """Adds 37 for each pixel and 101 for each image before, modulo 256."""
    return pixels + (37 * np.arange(784) + 101 * np.arange(len(pixels))[:, None]).astype(np.uint8)


def data(directory, dtype, is_covered=False):
    """Pixels (m x 784), normalized by the training set, and one-hot labels (m x 10), of both sets."""
    prepare = cover if is_covered else lambda pixels: pixels
    sets = [
        (
            prepare(read(directory, f"{name}-images-idx3-ubyte").reshape(-1, 784)).astype(np.float64),
            np.eye(10, dtype=dtype)[read(directory, f"{name}-labels-idx1-ubyte")],
        )
        for name in ("train", "t10k")
    ]
    mean, deviation = sets[0][0].mean(axis=0), sets[0][0].std(axis=0)
    return [
        (np.ascontiguousarray((pixels - mean) / (deviation + 1e-9), dtype=dtype), targets)
        for pixels, targets in sets
    ]


def xavier(inputs, units):
    return np.random.randn(units, inputs) * np.sqrt(1 / inputs)


def weights(layers, dtype, initializer=xavier, seed=0):
    """Weights (outputs x inputs) from the seed, and biases 0."""
    np.random.seed(seed)
    inputs, result = 784, []
    for units, _ in layers:
        W = initializer(inputs, units)
        result.append((W.astype(dtype), np.zeros(units, dtype=dtype)))
        inputs = units
    return result


def main(make):
    """Times `make(X, Y, layers, weights, batch, rate)()`, one epoch a call, without the first."""
    known = cases()
    parser = argparse.ArgumentParser()
    parser.add_argument("case", choices=known)
    parser.add_argument("precision", choices=["float64", "float32"])
    parser.add_argument("epochs", type=int)
    arguments = parser.parse_args()
    dtype = np.dtype(arguments.precision)
    layers, batch, rate, is_covered = known[arguments.case]
    start = time.perf_counter()
    (X, Y), _ = data(os.environ["WORKBOOK_DATA"], dtype, is_covered)
    loading = time.perf_counter() - start
    epoch = make(X, Y, layers, weights(layers, dtype), batch, rate)
    costs, seconds = [epoch()], []
    for _ in range(arguments.epochs):
        start = time.perf_counter()
        costs.append(epoch())
        seconds.append(time.perf_counter() - start)
    costs = [float(cost) for cost in costs]
    print(json.dumps({"loading": loading, "seconds": seconds, "costs": costs}))
