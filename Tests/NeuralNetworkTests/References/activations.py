"""Computes activations.csv and softmax.csv, the references of ActivationReferenceTests.swift.

Each formula is evaluated by mpmath at the exact value of the double x, with far more digits than a
double has, and rounded once. Run it beside the tables: python3 activations.py
"""

from pathlib import Path

from mpmath import diff, erfc, exp, expm1, isinf, isnan, log1p, mp, mpf, npdf, sqrt, tanh

# Enough digits for 1 - tanh(800)**2 to keep fifty of them.
mp.dps = 750

coarse = [k * 0.7 for k in range(-42, 43)] + [-30.0, 30.0]
fine = [k * 0.07 for k in range(-20, 21)]
special = [-3.0, 3.0, -1.0, 1.0, 2.0, 6.0, -1e-300, 1e-300, -1e-8, 1e-8]
far = [-700.0, 700.0, -800.0, 800.0, -1e300, 1e300, float("-inf"), float("inf"), float("nan")]
grid = sorted(set(coarse + fine + special)) + far


def sigmoid(x):
    return 1 / (1 + exp(-x))


def normal(x):
    # mpmath's erfc takes no larger argument; at 1e5 it has long left the range of doubles.
    return erfc(min(max(-x / sqrt(2), mpf(-1e5)), mpf(1e5))) / 2


def softplus(x):
    return log1p(exp(x)) if x < 0 else x + log1p(exp(-x))


def line():
    return lambda x: x, lambda x: mpf(1)


def relu(alpha=0.0, max_value=None, threshold=0.0):
    """keras.activations.relu, and at a kink the slope on its left."""
    alpha, threshold = mpf(alpha), mpf(threshold)

    def value(x):
        kept = x if x > threshold else mpf(0)
        if max_value is not None:
            kept = min(max(kept, mpf(0)), mpf(max_value))
        return kept - (alpha * max(threshold - x, mpf(0)) if alpha != 0 else 0)

    def derivative(x):
        if x <= threshold:
            return alpha
        clipped = max_value is not None and (x <= 0 or x > max_value)
        return mpf(0 if clipped else 1)

    return value, derivative


def elu(alpha=1.0, scale=1.0):
    alpha, scale = mpf(alpha), mpf(scale)
    return (
        lambda x: scale * (x if x > 0 else alpha * expm1(x)),
        lambda x: scale * (mpf(1) if x > 0 else alpha * exp(x)),
    )


def sigmoids():
    return sigmoid, lambda x: sigmoid(x) * sigmoid(-x)


def hyperbolic():
    return tanh, lambda x: 1 - tanh(x) ** 2


def hard_sigmoid():
    return (
        lambda x: mpf(0) if x <= -3 else mpf(1) if x >= 3 else x / 6 + mpf(1) / 2,
        lambda x: mpf(1) / 6 if -3 < x < 3 else mpf(0),
    )


def softsign():
    return lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2


def swish(beta=1.0):
    beta = mpf(beta)
    return (
        lambda x: x * sigmoid(beta * x),
        lambda x: sigmoid(beta * x) * (1 + beta * x * sigmoid(-beta * x)),
    )


def gelu():
    return lambda x: x * normal(x), lambda x: normal(x) + x * npdf(x)


def mish():
    def derivative(x):
        t = tanh(softplus(x))
        return t + x * (1 - t**2) * sigmoid(x)

    return lambda x: x * tanh(softplus(x)), derivative


relus = [
    dict(),
    dict(alpha=0.25),
    dict(max_value=6.0),
    dict(threshold=1.0),
    dict(threshold=-1.0),
    dict(alpha=0.1, max_value=2.0, threshold=1.0),
    dict(alpha=-0.5, max_value=6.0),
    dict(alpha=0.25, max_value=3.0, threshold=-1.0),
    dict(alpha=0.5, max_value=1.0, threshold=2.0),
    dict(max_value=0.0, threshold=2.0),
]


def leaky(**parameters):
    return relu(**({"alpha": 0.01} | parameters))


catalogue = [("linear", line, {})]
catalogue += [("relu", relu, p) for p in relus]
catalogue += [("leaky_relu", leaky, p) for p in [{}, {"alpha": 0.2}, {"alpha": 0.0}]]
catalogue += [("elu", elu, p) for p in [{}, {"alpha": 0.3}, {"alpha": 2.5}]]
catalogue += [
    ("selu", lambda: elu(1.67326324, 1.05070098), {}),
    ("sigmoid", sigmoids, {}),
    ("hard_sigmoid", hard_sigmoid, {}),
    ("tanh", hyperbolic, {}),
    ("softsign", softsign, {}),
    ("softplus", lambda: (softplus, sigmoid), {}),
]
catalogue += [("swish", swish, p) for p in [{}, {"beta": 1.5}, {"beta": 0.3}, {"beta": -2.0}]]
catalogue += [
    ("gelu", gelu, {}),
    ("mish", mish, {}),
    ("exponential", lambda: (exp, exp), {}),
]


def at(function, x):
    """The function at a double; at an infinity its limit, taken where no double reaches."""
    if isnan(x):
        return float("nan")
    return float(function(mpf(10) ** 400 * (1 if x > 0 else -1) if isinf(x) else mpf(x)))


def text(number):
    return repr(number + 0.0).removesuffix(".0")


def check(name, value, derivative):
    """The derivative is the slope on the left, found by finite differences."""
    for x in coarse + special:
        if abs(x) == 1e-300:  # smaller than the difference's step
            continue
        with mp.workdps(60):
            slope = diff(value, mpf(x), direction=-1)
            expected = derivative(mpf(x))
        left = mpf(1) / 6 if name == "hard_sigmoid" and x == 3 else expected
        assert abs(slope - left) <= mpf(10) ** -25 * max(abs(left), mpf(10) ** -60), (name, x)


if __name__ == "__main__":
    here = Path(__file__).parent
    lines = ["x;;" + ";".join(map(text, grid))]
    for name, make, parameters in catalogue:
        value, derivative = make(**parameters)
        given = ",".join(f"{key}={number}" for key, number in parameters.items())
        specification = f"{name}:{given}" if given else name
        check(name, value, derivative)
        for kind, function in [("value", value), ("derivative", derivative)]:
            numbers = ";".join(text(at(function, x)) for x in grid)
            lines.append(f"{specification};{kind};{numbers}")
    (here / "activations.csv").write_text("\n".join(lines) + "\n")

    columns = [
        [0.3],
        [1.0, 2.0, 3.0],
        [-0.7, 0.1, 0.4, -2.3],
        [30.0, 0.0],
        [-30.0, 12.5, 12.4, 3.0],
        [1000.0, 1001.0, 999.5],
        [-800.0, -801.0],
        [1e300, 0.0, -1e300],
        [2.0, float("-inf"), 1.0],
    ]
    lines = []
    for column in columns:
        powers = [mpf(0) if isinf(z) else exp(mpf(z) - mpf(max(column))) for z in column]
        shares = [power / sum(powers) for power in powers]
        # Against the costs' derivatives 1, -2, 3, -4.
        costs = [mpf((-1) ** k * (k + 1)) for k in range(len(column))]
        mean = sum(share * cost for share, cost in zip(shares, costs))
        for kind, numbers in [
            ("z", column),
            ("value", shares),
            ("derivative", [share * (1 - share) for share in shares]),
            ("backward", [share * (cost - mean) for share, cost in zip(shares, costs)]),
        ]:
            lines.append(f"{kind};" + ";".join(text(float(number)) for number in numbers))
    (here / "softmax.csv").write_text("\n".join(lines) + "\n")
