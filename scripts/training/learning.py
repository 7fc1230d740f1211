"""What the trainers share: rows of hashed features, linear models by L-BFGS, whole-number weights.

A model's table has a power of two entries; a feature's entry is the upper bits of its 32-bit hash, as the
C++ code looks it up.  Entries that fewer than `least` rows touch stay 0.
"""
import numpy as np
from scipy import optimize, sparse

STEPS = 127  # Weights are stored as -127..127 times the unit.


class Table:
    """Maps hashes to columns, and columns back to the whole table."""

    def __init__(self, hashes, bits, least):
        self.bits = bits
        entries = hashes >> np.uint32(32 - bits)
        counts = np.bincount(entries, minlength=1 << bits)
        self.used = np.flatnonzero(counts >= least)
        self.column = np.full(1 << bits, -1, dtype=np.int32)
        self.column[self.used] = np.arange(len(self.used), dtype=np.int32)

    def matrix(self, hashes, sizes):
        """One row for each size; a feature twice in a row counts twice."""
        columns = self.column[hashes >> np.uint32(32 - self.bits)]
        kept = columns >= 0
        ends = np.concatenate([[0], np.cumsum(sizes.astype(np.int64))])
        before = np.concatenate([[0], np.cumsum(kept)])
        indices = columns[kept]
        return sparse.csr_matrix((np.ones(len(indices), dtype=np.float32), indices, before[ends]),
                                 shape=(len(sizes), len(self.used)))

    def whole(self, weights):
        """The table of all entries, from the weights of the columns."""
        out = np.zeros((1 << self.bits,) + weights.shape[1:], dtype=weights.dtype)
        out[self.used] = weights
        return out


def minimize(function, start, iterations, say):
    """L-BFGS from `start`; `function` gives value and gradient."""
    state = {"n": 0, "f": 0.0}

    def noted(x):
        state["f"], gradient = function(x)
        return state["f"], gradient

    def told(_):
        state["n"] += 1
        if state["n"] % 20 == 0:
            say(f"  step {state['n']}: {state['f']:.1f}")

    return optimize.minimize(noted, start, jac=True, method="L-BFGS-B", callback=told,
                             options={"maxiter": iterations, "maxcor": 8, "ftol": 1e-7}).x


def logistic(x, y, strength, iterations, say, weights=None):
    """Weights of a logistic regression with an L2 penalty; y is 0 or 1."""
    xt = x.T.tocsr()
    y = y.astype(np.float64)
    weights = np.ones(len(y)) if weights is None else weights

    def loss(w):
        z = x @ w.astype(np.float32)
        z = z.astype(np.float64)
        value = (weights * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * strength * (w @ w)
        residue = weights * (1 / (1 + np.exp(-z)) - y)
        return value, xt @ residue.astype(np.float32) + strength * w

    return minimize(loss, np.zeros(x.shape[1]), iterations, say)


def quantized(weights, unit):
    """Whole-number steps of `unit`, as bytes."""
    return np.clip(np.rint(weights / unit), -STEPS, STEPS).astype(np.int8).view(np.uint8)
