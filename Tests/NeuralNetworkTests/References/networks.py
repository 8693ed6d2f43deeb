"""Computes networks.csv, the references of TrainingReferenceTests.swift: a NumPy transcription of
the training, for settings that the documents do not have. Run it beside the table.

Each row: layers, initializers, cost, rate, batch size, seed, float type; then the cost over all
examples after each epoch, and the weights and biases of the last layer, row by row.
"""

from pathlib import Path

import numpy as np
from scipy.special import erf, expit

alpha, scale = 1.67326324, 1.05070098


def softmax(Z):
    powers = np.exp(Z - Z.max(axis=0))
    return powers / powers.sum(axis=0)


def density(x):
    return np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)


def normal(x):
    return (1 + erf(x / np.sqrt(2))) / 2


def mish_slope(x):
    t = np.tanh(np.log1p(np.exp(x)))
    return t + x * (1 - t**2) * expit(x)


def elementwise(value, slope):
    return value, lambda Z, dA: slope(Z) * dA


def softmax_backward(Z, dA):
    A = softmax(Z)
    return A * (dA - (A * dA).sum(axis=0))


def exponential_unit(alpha, scale=1.0):
    return elementwise(
        lambda x: scale * np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1)),
        lambda x: scale * np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
    )


def swish(beta):
    return elementwise(
        lambda x: x * expit(beta * x),
        lambda x: expit(beta * x) + beta * x * expit(beta * x) * (1 - expit(beta * x)),
    )


activations = {
    "linear": elementwise(lambda x: x, np.ones_like),
    "relu": elementwise(lambda x: np.maximum(x, 0), lambda x: (x > 0) * 1.0),
    "relu:max_value=1,threshold=0.25": elementwise(
        lambda x: np.where(x > 0.25, np.minimum(x, 1), 0), lambda x: (x > 0.25) * (x <= 1) * 1.0
    ),
    "leaky_relu:alpha=0.2": elementwise(
        lambda x: np.where(x > 0, x, 0.2 * x), lambda x: np.where(x > 0, 1, 0.2)
    ),
    "elu": exponential_unit(1.0),
    "elu:alpha=0.5": exponential_unit(0.5),
    "selu": exponential_unit(alpha, scale),
    "sigmoid": elementwise(expit, lambda x: expit(x) * (1 - expit(x))),
    "hard_sigmoid": elementwise(
        lambda x: np.clip(x / 6 + 0.5, 0, 1), lambda x: (abs(x) < 3) / 6
    ),
    "tanh": elementwise(np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "softsign": elementwise(lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    "softplus": elementwise(lambda x: np.log1p(np.exp(x)), expit),
    "swish": swish(1.0),
    "swish:beta=1.5": swish(1.5),
    "gelu": elementwise(lambda x: x * normal(x), lambda x: normal(x) + x * density(x)),
    "mish": elementwise(lambda x: x * np.tanh(np.log1p(np.exp(x))), mish_slope),
    "exponential": elementwise(np.exp, np.exp),
    "softmax": (softmax, softmax_backward),
}

initializers = {
    "uniform": lambda r, n, m: r.rand(m, n),
    "uniform:scale=0.05": lambda r, n, m: r.rand(m, n) * 0.05,
    "uniform_100": lambda r, n, m: r.rand(m, n) * 0.01,
    "gaussian": lambda r, n, m: r.randn(m, n),
    "gaussian:scale=0.5": lambda r, n, m: r.randn(m, n) * 0.5,
    "gaussian_100": lambda r, n, m: r.randn(m, n) * 0.01,
    "xavier": lambda r, n, m: r.randn(m, n) / np.sqrt(n),
    "he": lambda r, n, m: r.randn(m, n) * np.sqrt(2 / n),
    "bengio": lambda r, n, m: r.randn(m, n) / np.sqrt(n + m),
    "lecun_normal": lambda r, n, m: r.randn(m, n) / np.sqrt(n),
    "glorot_normal": lambda r, n, m: r.randn(m, n) * np.sqrt(2 / (n + m)),
}


costs = {
    "naive_binary_crossentropy": (
        lambda A, Y: -(Y * np.log(A) + (1 - Y) * np.log(1 - A)).sum() / A.shape[1],
        lambda A, Y: -(Y / A - (1 - Y) / (1 - A)) / A.shape[1],
    ),
    "categorical_crossentropy": (
        lambda A, Y: -(Y * np.log(A)).sum() / A.shape[1],
        lambda A, Y: -(Y / A) / A.shape[1],
    ),
    "mean_squared_error": (
        lambda A, Y: ((A - Y) ** 2).sum() / A.shape[1],
        lambda A, Y: 2 * (A - Y) / A.shape[1],
    ),
}
costs["binary_crossentropy"] = costs["naive_binary_crossentropy"]


def train(layers, starts, cost, rate, batch, seed, kind, epochs=6):
    """The costs after each epoch, and the last layer."""
    rows, columns = np.mgrid[0:4, 0:7]
    X = (((7 * rows + 3 * columns) % 11 - 5) / 4).astype(kind)
    Y = np.zeros((3, 7), kind)
    Y[np.arange(7) ** 2 % 3, np.arange(7)] = 1

    random = np.random.RandomState(seed)
    sizes = [4] + [units for units, _ in layers]
    starts = starts if len(starts) > 1 else starts * len(layers)
    W = [
        initializers[start](random, n, m).astype(kind)
        for start, n, m in zip(starts, sizes, sizes[1:])
    ]
    b = [np.zeros((m, 1), kind) for m in sizes[1:]]

    def forward(X):
        Zs, As = [], [X]
        for layer, (_, name) in enumerate(layers):
            Zs.append(W[layer] @ As[-1] + b[layer])
            As.append(activations[name][0](Zs[-1]))
        return Zs, As

    found = []
    for _ in range(epochs):
        for first in range(0, 7, batch):
            Zs, As = forward(X[:, first : first + batch])
            dA = costs[cost][1](As[-1], Y[:, first : first + batch])
            steps = []
            for layer in reversed(range(len(layers))):
                dZ = activations[layers[layer][1]][1](Zs[layer], dA)
                steps.append((layer, dZ @ As[layer].T, dZ.sum(axis=1, keepdims=True)))
                dA = W[layer].T @ dZ
            for layer, dW, db in steps:
                W[layer] -= kind(rate) * dW
                b[layer] -= kind(rate) * db
        found.append(costs[cost][0](forward(X)[1][-1], Y))
    return found + list(W[-1].flatten()) + list(b[-1].flatten())


regression = ("linear", "mean_squared_error")
classes = ("softmax", "categorical_crossentropy")
labels = ("sigmoid", "naive_binary_crossentropy")

# Hidden layers; initializers; output and cost; rate, batch size, seed.
runs = [
    ("5 tanh", "xavier", classes, 0.3, 3, 0),
    ("5 relu|4 relu", "he", classes, 0.1, 2, 1),
    ("6 tanh", "gaussian", regression, 0.05, 4, 0),
    ("6 elu|4 elu", "bengio", regression, 0.02, 7, 2),
    ("5 elu|4 selu", "lecun_normal", classes, 0.1, 3, 3),
    ("5 selu|4 selu", "lecun_normal", labels, 0.2, 5, 42),
    ("5 gelu|4 mish", "glorot_normal", classes, 0.25, 1, 4),
    ("5 mish|4 gelu", "he|xavier|bengio", labels, 0.15, 6, 5),
    ("5 swish|4 swish:beta=1.5", "glorot_normal", classes, 0.2, 3, 6),
    ("5 softplus|4 softsign", "gaussian:scale=0.5", labels, 0.1, 100, 7),
    ("5 leaky_relu:alpha=0.2|4 elu:alpha=0.5", "he", classes, 0.1, 3, 8),
    ("5 relu:max_value=1,threshold=0.25|4 tanh", "uniform", labels, 0.3, 2, 9),
    ("5 hard_sigmoid|4 exponential", "uniform:scale=0.05", classes, 0.2, 3, 10),
    ("5 softmax|4 sigmoid", "gaussian|uniform_100|gaussian_100", classes, 0.5, 3, 11),
    ("4 tanh", "xavier", ("sigmoid", "mean_squared_error"), 0.5, 3, 123456789),
    ("4 sigmoid", "gaussian", ("softmax", "naive_binary_crossentropy"), 0.1, 3, 12),
    ("4 tanh", "glorot_normal", ("sigmoid", "binary_crossentropy"), 0.2, 2, 13),
    ("4 gelu", "he", ("softmax", "mean_squared_error"), 0.2, 4, 14),
    ("4 swish", "he", ("softplus", "mean_squared_error"), 0.1, 4, 15),
]

if __name__ == "__main__":
    lines = []
    for hidden, starts, (output, cost), rate, batch, seed in runs:
        declared = f"{hidden}|3 {output}"
        layers = [(int(units), name) for units, name in (l.split(" ") for l in declared.split("|"))]
        for kind in (np.float64, np.float32):
            numbers = train(layers, starts.split("|"), cost, rate, batch, seed, kind)
            assert np.isfinite(numbers).all(), declared
            labels = [declared, starts, cost, rate, batch, seed, kind.__name__]
            lines.append(";".join(map(str, labels + [float(number) for number in numbers])))
    Path(__file__).with_name("networks.csv").write_text("\n".join(lines) + "\n")
