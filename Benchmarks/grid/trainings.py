"""The grid that every contender trains, and one training of it in NumPy: the network of the other
benchmarks, with the bounded cost of `--cost binary_crossentropy`."""

import itertools
import os
import sys

import numpy as np

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "peers"))
import numpy_peer
import work

LAYERS = [
    "relu:50,relu:25,sigmoid:10",
    "tanh:50,tanh:25,sigmoid:10",
    "relu:50,sigmoid:10",
    "tanh:50,sigmoid:10",
    "sigmoid:50,sigmoid:10",
]
RATES = ["0.01", "0.03", "0.1", "0.3", "1", "3"]
SEEDS = [str(seed) for seed in range(10)]
IMAGES, DEV, BATCH = 10_000, 10_000, 64
GRID = list(itertools.product(LAYERS, RATES, SEEDS))

# Some pixels never change in the images trained on: where one does in another image, it is divided
# by 1e-9, and the tangent as a quotient of exponentials would be nan.
VALUE = numpy_peer.VALUE | {"tanh": np.tanh}
ROUNDING = np.finfo(np.float64).eps / 2


def cost(A, Y):
    logs = np.maximum(np.log(A), -100), np.maximum(np.log1p(-A), -100)
    return -(Y * logs[0] + (1 - Y) * logs[1]).sum() / len(A)


def gradient(A, Y):
    return (A - Y) / np.maximum(A * np.maximum(1 - A, ROUNDING), 1e-12) / len(A)


def prepare(folder):
    """Writes the images, normalized by those trained on, and their labels, as NumPy files that all
    processes share."""
    directory = os.environ["WORKBOOK_DATA"]
    pixels = work.read(directory, "train-images-idx3-ubyte").reshape(-1, 784)
    labels = work.read(directory, "train-labels-idx1-ubyte")
    trained_on = pixels[:IMAGES].astype(np.float64)
    mean, deviation = trained_on.mean(axis=0), trained_on.std(axis=0)
    for name, part in (("training", slice(IMAGES)), ("dev", slice(-DEV, None))):
        X = (pixels[part].astype(np.float64) - mean) / (deviation + 1e-9)
        np.save(os.path.join(folder, f"{name}-images.npy"), X)
        np.save(os.path.join(folder, f"{name}-labels.npy"), labels[part])
        np.save(os.path.join(folder, f"{name}-targets.npy"), np.eye(10)[labels[part]])


def load(folder):
    """The images trained on, their targets, the images that judge, their labels."""

    def array(name):
        return np.load(os.path.join(folder, name + ".npy"), mmap_mode="r")

    names = "training-images", "training-targets", "dev-images", "dev-labels"
    return tuple(array(name) for name in names)


def train(data, layers, rate, seed, step=1):
    """One epoch: its cost over the images trained on, and the accuracy on the others, in percent.

    A step of -1 is for images whose pixels come in the opposite order."""
    np.seterr(all="ignore")
    X, Y, dev, labels = data
    shape = [(int(units), name) for name, units in (l.split(":") for l in layers.split(","))]
    (first, biases), *others = work.weights(shape, np.float64, seed=int(seed))
    weights = [(np.ascontiguousarray(first[:, ::step]), biases), *others]
    epoch = numpy_peer.make(X, Y, shape, weights, BATCH, float(rate), VALUE, cost, gradient)
    loss = epoch()
    accuracy = 100 * (epoch.outputs(dev).argmax(axis=1) == labels).mean()
    return {
        "layers": layers, "learningRate": rate, "seed": seed,
        "cost": float(loss), "accuracy": float(accuracy),
    }
