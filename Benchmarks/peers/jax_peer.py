"""JAX: one compiled function per epoch, a scan over the batches."""

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

import work

VALUE = {
    "relu": jax.nn.relu,
    "sigmoid": jax.nn.sigmoid,
    "tanh": jnp.tanh,
}


def make(X, Y, layers, weights, batch, rate):
    names = [name for _, name in layers]

    def outputs(weights, A):
        for (W, b), name in zip(weights, names):
            A = VALUE[name](A @ W.T + b)
        return A

    def cost(weights, x, y):
        A = outputs(weights, x)
        return -(y * jnp.log(A) + (1 - y) * jnp.log(1 - A)).sum() / len(x)

    def step(weights, examples):
        slopes = jax.grad(cost)(weights, *examples)
        return jax.tree.map(lambda w, slope: w - rate * slope, weights, slopes), None

    whole = len(X) // batch * batch
    batches = (
        jnp.asarray(X[:whole]).reshape(-1, batch, X.shape[1]),
        jnp.asarray(Y[:whole]).reshape(-1, batch, Y.shape[1]),
    )
    rest = (jnp.asarray(X[whole:]), jnp.asarray(Y[whole:]))
    X, Y = jnp.asarray(X), jnp.asarray(Y)

    @jax.jit
    def run(weights, X, Y, batches, rest):
        weights, _ = jax.lax.scan(step, weights, batches)
        if len(rest[0]):
            weights, _ = step(weights, rest)
        return weights, cost(weights, X, Y)

    state = [[(jnp.asarray(W), jnp.asarray(b)) for W, b in weights]]

    def epoch():
        state[0], value = run(state[0], X, Y, batches, rest)
        return value.block_until_ready()

    return epoch


if __name__ == "__main__":
    work.main(make)
