"""PyTorch: modules, automatic differentiation, its own optimizer."""

import torch
from torch import nn

import work

VALUE = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh}


def make(X, Y, layers, weights, batch, rate):
    X, Y = torch.from_numpy(X), torch.from_numpy(Y)
    parts = []
    for (_, name), (W, b) in zip(layers, weights):
        linear = nn.Linear(W.shape[1], W.shape[0], dtype=X.dtype)
        linear.weight.data, linear.bias.data = torch.from_numpy(W), torch.from_numpy(b)
        parts += [linear, VALUE[name]()]
    network = nn.Sequential(*parts)
    cost = nn.BCELoss(reduction="sum")
    optimizer = torch.optim.SGD(network.parameters(), lr=rate)

    def epoch():
        for start in range(0, len(X), batch):
            x, y = X[start : start + batch], Y[start : start + batch]
            optimizer.zero_grad(set_to_none=True)
            (cost(network(x), y) / len(x)).backward()
            optimizer.step()
        with torch.no_grad():
            return cost(network(X), Y).item() / len(X)

    return epoch


if __name__ == "__main__":
    work.main(make)
