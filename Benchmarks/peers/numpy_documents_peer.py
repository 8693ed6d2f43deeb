"""NumPy, written as the documents write it: examples in columns, each formula by itself."""

import numpy as np

import work


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


VALUE = {"relu": lambda z: np.maximum(0, z), "sigmoid": sigmoid, "tanh": tanh}
SLOPE = {
    "relu": lambda z: (z > 0).astype(z.dtype),
    "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
    "tanh": lambda z: 1 - tanh(z) ** 2,
}


def make(X, Y, layers, weights, batch, rate):
    X, Y = np.ascontiguousarray(X.T), np.ascontiguousarray(Y.T)
    names = [name for _, name in layers]
    Ws, bs = [W for W, _ in weights], [b[:, np.newaxis] for _, b in weights]

    def forward(A):
        passes = [(A, None)]
        for W, b, name in zip(Ws, bs, names):
            Z = W @ A + b
            A = VALUE[name](Z)
            passes.append((A, Z))
        return passes

    def cost(A, Y):
        return -(Y * np.log(A) + (1 - Y) * np.log(1 - A)).sum() / Y.shape[1]

    def step(x, y):
        passes = forward(x)
        A = passes[-1][0]
        dA = -(y / A - (1 - y) / (1 - A)) / y.shape[1]
        slopes = []
        for index in reversed(range(len(Ws))):
            dZ = dA * SLOPE[names[index]](passes[index + 1][1])
            slopes.append((dZ @ passes[index][0].T, dZ.sum(axis=1, keepdims=True)))
            dA = Ws[index].T @ dZ
        for index, (dW, db) in zip(reversed(range(len(Ws))), slopes):
            Ws[index] = Ws[index] - rate * dW
            bs[index] = bs[index] - rate * db

    def epoch():
        for start in range(0, X.shape[1], batch):
            step(X[:, start : start + batch], Y[:, start : start + batch])
        return cost(forward(X)[-1][0], Y)

    epoch.outputs = lambda A: forward(A.T)[-1][0].T
    return epoch


if __name__ == "__main__":
    work.main(make)
