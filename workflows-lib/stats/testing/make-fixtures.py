"""Writes scipy-fixtures.json beside this file: the truth that the statistics tests compare with.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 && venv/bin/python make-fixtures.py
"""

import json
from pathlib import Path

import numpy
import scipy
from scipy.stats import beta, binom, binomtest, chi2, t

LEVELS = [0.9, 0.95, 0.99]


def student():
    degrees = [1, 2, 3, 4.7, 9, 29, 99, 1234.5, 99_999]
    tails = [{"t": x, "degrees": d, "upper": t.sf(x, d)} for d in degrees for x in [0.0, 0.3, 1.0, 2.5, 7.0, 40.0]]
    points = [0.001, 0.025, 0.3, 0.6, 0.95, 0.975, 0.995, 0.9999]
    quantiles = [{"probability": p, "degrees": d, "t": t.ppf(p, d)} for d in degrees for p in points]
    return {"tails": tails, "quantiles": quantiles}


def binomial():
    cases = []
    for trials in [1, 7, 50, 368, 10_000, 1_000_000]:
        for chance in [0.01, 0.5, 0.95]:
            centre, spread = trials * chance, (trials * chance * (1 - chance)) ** 0.5
            for k in sorted({int(min(trials, max(0, round(centre + z * spread)))) for z in [-4, -1.96, 0, 1.96, 4]}):
                tails = {"lower": binom.cdf(k, trials, chance), "upper": binom.sf(k, trials, chance)}
                cases.append({"k": k, "trials": trials, "chance": chance, **tails})
    return cases


def proportions():
    cases = []
    for successes, trials in [(0, 1), (1, 1), (0, 30), (3, 100), (50, 100), (99, 100), (100, 100), (5, 200_000), (199_999, 200_000)]:
        for level in LEVELS:
            bounds = binomtest(successes, trials).proportion_ci(level, method="exact")
            # The quantile of the beta distribution itself: proportion_ci finds it by a root search that stops early.
            tail = (1 - level) / 2
            low = beta.isf(1 - tail, successes, trials - successes + 1) if successes > 0 else 0.0
            high = beta.isf(tail, successes + 1, trials - successes) if successes < trials else 1.0
            assert abs(low - bounds.low) < 1e-9 and abs(high - bounds.high) < 1e-9
            cases.append({"successes": successes, "trials": trials, "level": level, "low": low, "high": high})
    return cases


def poisson():
    cases = []
    for count in [0, 1, 2, 10, 137, 5_000, 1_000_000]:
        for level in LEVELS:
            tail = (1 - level) / 2
            low = chi2.ppf(tail, 2 * count) / 2 if count > 0 else 0.0
            cases.append({"count": count, "level": level, "low": low, "high": chi2.isf(tail, 2 * count + 2) / 2})
    return cases


def ranks():
    cases = []
    for q in [0.05, 0.5, 0.9, 0.95, 0.99]:
        for n in [2, 5, 6, 10, 35, 36, 71, 72, 73, 100, 367, 368, 1_000, 12_345, 1_000_000]:
            for level in LEVELS:
                tail = (1 - level) / 2
                low, high = int(binom.ppf(tail, n, q)), int(binom.isf(tail, n, q)) + 1
                # ppf answers the smallest k with P(B <= k) >= tail; equality does not happen here.
                cases.append({"n": n, "q": q, "level": level, "low": low if low >= 1 else None, "high": high if high <= n else None})
    return cases


def summaries():
    random = numpy.random.default_rng(20_261_123)
    samples = {
        "lognormal": numpy.round(random.lognormal(3, 0.6, 40), 6),
        "offset": numpy.round(1e9 + random.normal(0, 1e-2, 25), 6),
        "two": numpy.array([1.0, 4.0]),
    }
    cases = []
    for name, values in samples.items():
        # Long doubles keep the reference itself free of the offset's cancellation.
        exact = values.astype(numpy.longdouble)
        mean, stddev = exact.mean(), exact.std(ddof=1)
        half = t.ppf(0.975, len(values) - 1) * float(stddev) / len(values) ** 0.5
        bounds = {"low": float(mean) - half, "high": float(mean) + half}
        cases.append({"name": name, "values": values.tolist(), "mean": float(mean), "stddev": float(stddev), **bounds})
    return cases


fixtures = {
    "scipy": scipy.__version__,
    "student": student(),
    "binomial": binomial(),
    "proportions": proportions(),
    "poisson": poisson(),
    "ranks": ranks(),
    "summaries": summaries(),
}
Path(__file__).with_name("scipy-fixtures.json").write_text(json.dumps(fixtures, indent=1) + "\n")
