"""NumPy, written as the documents write it, with contiguous batches and nothing computed twice."""

import numpy as np

import work

VALUE = {
    "relu": lambda z: np.maximum(0, z),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
}
SLOPE = {
    "relu": lambda z, a: z > 0,
    "sigmoid": lambda z, a: a * (1 - a),
    "tanh": lambda z, a: 1 - a * a,
}


def cost(A, Y):
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A)).sum() / len(A)


def gradient(A, Y):
    return -(Y / A - (1 - Y) / (1 - A)) / len(A)


def make(X, Y, layers, weights, batch, rate, value=VALUE, cost=cost, gradient=gradient):
    names = [name for _, name in layers]
    Ws, bs = [list(part) for part in zip(*weights)]

    def forward(A):
        passes = []
        for W, b, name in zip(Ws, bs, names):
            Z = A @ W.T + b
            passes.append((A, Z))
            A = value[name](Z)
        return A, passes

    def epoch():
        for start in range(0, len(X), batch):
            x, y = X[start : start + batch], Y[start : start + batch]
            A, passes = forward(x)
            dA = gradient(A, y)
            for index in reversed(range(len(Ws))):
                inputs, Z = passes[index]
                dZ = dA * SLOPE[names[index]](Z, A)
                A = inputs
                if index > 0:
                    dA = dZ @ Ws[index]
                Ws[index] -= rate * (dZ.T @ inputs)
                bs[index] -= rate * dZ.sum(axis=0)
        A, _ = forward(X)
        return cost(A, Y)

    epoch.outputs = lambda A: forward(A)[0]
    return epoch


if __name__ == "__main__":
    work.main(make)
