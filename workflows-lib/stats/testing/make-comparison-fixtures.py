"""Writes comparison-fixtures.json beside this file: the truth that the tests of the comparison statistics compare with.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0 arch==8.0.0
    venv/bin/python make-comparison-fixtures.py && npx prettier --write comparison-fixtures.json

scipy: normal tails, signed-rank tests, Fisher's test, Benjamini-Hochberg. statsmodels: Holm, Newcombe. arch: block lengths. Where scipy has no exact
answer (signed ranks with ties for more than 12 values, Fisher's test of large counts), all cases are counted in Python's whole numbers.
"""

import json
from fractions import Fraction
from math import comb
from pathlib import Path

import arch
import numpy
import scipy
import statsmodels
from arch.bootstrap import optimal_block_length
from scipy.stats import PermutationMethod, false_discovery_control, fisher_exact, norm, rankdata, wilcoxon
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

ALTERNATIVES = ["greater", "less", "two-sided"]
random = numpy.random.default_rng(20_261_123)


def normal():
    tails = [{"z": z, "upper": norm.sf(z)} for z in [-6.0, -1.0, 0.0, 0.1, 1.0, 1.96, 3.5, 8.0, 30.0]]
    points = [{"tail": p, "z": norm.isf(p)} for p in [0.4, 0.2, 0.05, 0.025, 0.005, 1e-4, 1e-9]]
    return {"tails": tails, "points": points}


def counted(values):
    """Both one-sided p-values of Pratt's signed-rank test, by counting the sums of doubled midranks in whole numbers."""
    doubled = numpy.rint(2 * rankdata(numpy.abs(values))).astype(int)
    ranks = [int(r) for r, v in zip(doubled, values) if v != 0]
    sums = {0: 1}
    for rank in ranks:
        larger = dict(sums)
        for total, patterns in sums.items():
            larger[total + rank] = larger.get(total + rank, 0) + patterns
        sums = larger
    seen = int(sum(r for r, v in zip(doubled, values) if v > 0))
    everything = 2 ** len(ranks)
    at_least = Fraction(sum(n for total, n in sums.items() if total >= seen), everything)
    at_most = Fraction(sum(n for total, n in sums.items() if total <= seen), everything)
    return {"greater": float(at_least), "less": float(at_most), "two-sided": float(min(1, 2 * min(at_least, at_most)))}


def signed_rank_case(kind, values, shift):
    # Eighths and sixteenths are exact in binary, so ties and zeros are the same here and there.
    differences = numpy.asarray(values) - shift
    zeros = int((differences == 0).sum())
    settings = {"untied": "exact", "permuted": PermutationMethod(n_resamples=numpy.inf), "normal": "asymptotic"}
    cases = []
    for alternative in ALTERNATIVES:
        if kind == "counted":
            p = counted(differences)[alternative]
        else:
            p = wilcoxon(differences, zero_method="pratt", correction=True, alternative=alternative, method=settings[kind]).pvalue
        statistic = wilcoxon(differences, zero_method="pratt", alternative="greater", method="asymptotic").statistic
        answer = {"statistic": float(statistic), "zeros": zeros, "p": float(p)}
        cases.append({"kind": kind, "values": list(map(float, values)), "shift": shift, "alternative": alternative, **answer})
    return cases


def signed_rank():
    cases = []
    for n in [1, 2, 5, 10, 20, 30, 60]:
        cases += signed_rank_case("untied", numpy.round(random.standard_t(4, n) + 0.4, 6), 0.0625)
    for n in [3, 6, 9, 12]:
        for _ in range(3):
            cases += signed_rank_case("permuted", random.integers(-6, 10, n) / 8, 0.125)
    for n in [25, 40, 60]:
        cases += signed_rank_case("counted", random.integers(-9, 14, n) / 16, 0.0625)
    for n in [61, 200]:
        cases += signed_rank_case("normal", random.integers(-9, 12, n) / 16, 0.0625)
        cases += signed_rank_case("normal", numpy.round(random.standard_t(4, n) + 0.2, 6), 0.0)
    return cases


def pseudo_medians():
    """Bounds by asking scipy's exact test on either side of every Walsh average."""
    cases = []
    for n, tail in [(4, 0.05), (5, 0.05), (8, 0.025), (15, 0.005), (20, 0.0005), (40, 0.025)]:
        values = numpy.round(random.standard_t(4, n) + 1, 6)
        walsh = sorted((values[i] + values[j]) / 2 for i in range(n) for j in range(i, n))
        between = [walsh[0] - 1, *((a + b) / 2 for a, b in zip(walsh, walsh[1:])), walsh[-1] + 1]
        rejects = {
            side: [wilcoxon(values - shift, alternative=side, method="exact").pvalue <= tail for shift in between]
            for side in ["greater", "less"]
        }
        # between[k] lies just above walsh[k - 1]; the first shift that is not rejected has the bound below it.
        low = walsh[rejects["greater"].index(False) - 1] if rejects["greater"][0] else None
        high = walsh[-rejects["less"][::-1].index(False)] if rejects["less"][-1] else None
        case = {"values": values.tolist(), "tail": tail, "estimate": float(numpy.median(walsh))}
        cases.append({**case, "low": None if low is None else float(low), "high": None if high is None else float(high)})
    return cases


def multiplicity():
    lists = [[0.04], [0.01, 0.04, 0.03, 0.005], [0.02, 0.02, 0.02, 1.0, 0.0], numpy.round(random.uniform(0, 1, 20) ** 3, 6).tolist()]
    return [
        {"p": p, "holm": multipletests(p, method="holm")[1].tolist(), "bh": false_discovery_control(p, method="bh").tolist()}
        for p in lists
    ]


def exact_fisher(base, head):
    """All tables with these margins, counted; two-sided: those at most as likely as the one seen."""
    (s1, n1), (s2, n2) = base, head
    drawn = s1 + s2
    weights = {x: comb(n2, x) * comb(n1, drawn - x) for x in range(max(0, drawn - n1), min(n2, drawn) + 1)}
    total = comb(n1 + n2, drawn)
    chance = lambda keep: float(Fraction(sum(w for x, w in weights.items() if keep(x, w)), total))
    return {
        "greater": chance(lambda x, w: x >= s2),
        "less": chance(lambda x, w: x <= s2),
        "two-sided": chance(lambda x, w: w <= weights[s2]),
    }


def fisher():
    small = [((3, 10), (9, 10)), ((0, 30), (5, 30)), ((5, 30), (0, 30)), ((1, 4), (1, 4)), ((8, 100), (16, 90)), ((99, 100), (90, 95))]
    large = [((50, 100_000), (93, 100_000)), ((20, 40_000), (400, 41_000)), ((990, 2_000), (1_100, 2_000)), ((700, 1_000), (2_150, 3_000))]
    cases = []
    for base, head in small + large:
        exact = exact_fisher(base, head)
        for alternative in ALTERNATIVES:
            # scipy's table: head first, so that "greater" means more of head.
            table = [[head[0], head[1] - head[0]], [base[0], base[1] - base[0]]]
            p = fisher_exact(table, alternative=alternative).pvalue
            assert abs(p - exact[alternative]) <= 1e-8 * exact[alternative], (base, head, alternative, p, exact)
            cases.append({"base": base, "head": head, "alternative": alternative, "p": exact[alternative]})
    return cases


def newcombe():
    cases = []
    for base, head in [((48, 80), (56, 70)), ((0, 40), (3, 50)), ((12, 1_000), (30, 990)), ((500, 20_000), (500, 20_000))]:
        for level in [0.9, 0.95, 0.99]:
            low, high = confint_proportions_2indep(*head, *base, compare="diff", method="newcomb", alpha=1 - level)
            cases.append({"base": base, "head": head, "level": level, "low": float(low), "high": float(high)})
    return cases


def block_lengths():
    cases = []
    for rho, n in [(0.0, 200), (0.3, 200), (0.6, 300), (0.9, 500), (-0.5, 300)]:
        series = [0.0]
        for _ in range(n - 1):
            series.append(rho * series[-1] + random.normal())
        series = numpy.round(series, 4)
        cases.append({"rho": rho, "series": series.tolist(), "length": float(optimal_block_length(series)["circular"].iloc[0])})
    return cases


fixtures = {
    "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
    "arch": arch.__version__,
    "normal": normal(),
    "signedRank": signed_rank(),
    "pseudoMedians": pseudo_medians(),
    "multiplicity": multiplicity(),
    "fisher": fisher(),
    "newcombe": newcombe(),
    "blockLengths": block_lengths(),
}
Path(__file__).with_name("comparison-fixtures.json").write_text(json.dumps(fixtures, separators=(",", ":")).replace('},{', '},\n{') + "\n")
