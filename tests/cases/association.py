"""Prints tests/cases/association.toml: figures by scipy and numpy on random tables, for tests/it/association.rs.

Run: python3 tests/cases/association.py > tests/cases/association.toml   (scipy 1.17, numpy 2)
"""

import math

import numpy as np
from scipy.optimize import least_squares
from scipy.stats import chi2, chi2_contingency, fisher_exact, hypergeom, norm

random = np.random.default_rng(7)


def show(name, **figures):
    print(f"\n[[{name}]]")
    for key, value in figures.items():
        print(f"{key} = {value if isinstance(value, (int, list)) else repr(float(value))}")


def association(total, x, y, both):
    table = [[both, x - both], [y - both, total - x - y + both]]
    cells = np.array(table) + 0.5
    log_ratio = math.log2(cells[0, 0] * cells[1, 1] / (cells[0, 1] * cells[1, 0]))
    half = norm.ppf(0.975) * math.sqrt((1 / cells).sum()) / math.log(2)
    g2 = chi2_contingency(table, correction=False, lambda_="log-likelihood")[0]
    expected = x * y / total
    show(
        "association",
        total=total, x=x, y=y, both=both,
        expected=expected,
        g2=math.copysign(g2, -1 if both < expected else 1),
        chi_square=chi2_contingency(table, correction=True)[0],
        log_ratio=log_ratio, low=log_ratio - half, high=log_ratio + half,
        pmi=math.log2(both / expected) if both else -math.inf,
        npmi=math.log2(both / expected) / -math.log2(both / total) if both else -1.0,
        jaccard=both / (x + y - both), dice=2 * both / (x + y),
        p=hypergeom.sf(both - 1, total, x, y),
        mid_p=hypergeom.sf(both, total, x, y) + 0.5 * hypergeom.pmf(both, total, x, y),
        fisher_p=fisher_exact(table)[1],
    )


def poisson_binomial_tail(p, least):
    distribution = np.zeros(len(p) + 1)
    distribution[0] = 1
    for share in p:
        distribution[1:] = distribution[1:] * (1 - share) + distribution[:-1] * share
        distribution[0] *= 1 - share
    return distribution[least:].sum()


def bipartite(entities, units, density):
    """The bipartite configuration model solved unit by unit, and the tail of the Poisson binomial folded unit by unit."""
    while True:
        weight = np.outer(random.uniform(0.2, 1, entities), random.uniform(0.2, 1, units)) * density
        matrix = (random.random((entities, units)) < weight).astype(int)
        if matrix.sum(1).min() >= 1 and matrix.sum(1).max() < units and matrix.sum(0).max() < entities:
            break
    rows, columns = matrix.sum(1), matrix.sum(0)
    filled = columns > 0

    def model(logs):
        odds = np.exp(logs[:entities, None] + logs[None, entities:])
        return odds / (1 + odds)

    def gap(logs):
        p = model(logs)
        return np.concatenate([p.sum(1) - rows, p.sum(0) - columns[filled]])

    start = np.concatenate([np.log(rows / math.sqrt(rows.sum())), np.log(columns[filled] / math.sqrt(rows.sum()))])
    p = model(least_squares(gap, start, xtol=1e-15, ftol=1e-15, gtol=1e-15).x)
    shared = matrix @ matrix.T
    pairs = [(i, j) for i in range(min(4, entities)) for j in range(i)]
    show(
        "bipartite",
        units=units,
        margins=[int(n) for n in rows],
        degrees=[int(n) for n in columns],
        pairs=[[int(rows[i]), int(rows[j]), int(shared[i, j])] for i, j in pairs],
        p=[float(poisson_binomial_tail(p[i] * p[j], shared[i, j])) for i, j in pairs],
    )


def keyness(count, tokens, count_rest, tokens_rest):
    table = [[count, tokens - count], [count_rest, tokens_rest - count_rest]]
    g2 = chi2_contingency(table, correction=False, lambda_="log-likelihood")[0]
    sign = -1 if count * tokens_rest < count_rest * tokens else 1
    prior = 1000 * (count + count_rest) / (tokens + tokens_rest)

    def odds(n, all_tokens):
        return math.log((n + prior) / (all_tokens + 1000 - n - prior))

    difference = odds(count, tokens) - odds(count_rest, tokens_rest)
    show(
        "keyness",
        count=count, tokens=tokens, count_rest=count_rest, tokens_rest=tokens_rest,
        g2=sign * g2, p=chi2.sf(g2, 1), bayes_factor=g2 - math.log(tokens + tokens_rest),
        log_ratio=math.log2((max(count, 0.5) / tokens) / (max(count_rest, 0.5) / tokens_rest)),
        log_odds=difference,
        z=difference / math.sqrt(1 / (count + prior) + 1 / (count_rest + prior)),
    )


def rate(count, tokens):
    """The exact interval of a Poisson count."""
    low = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    show("rate", count=count, tokens=tokens, low=1000 * low / tokens, high=1000 * chi2.ppf(0.975, 2 * count + 2) / 2 / tokens)


print("# Made by tests/cases/association.py with scipy and numpy; do not edit.")
for total, x, y, both in [(100, 10, 20, 2), (100, 10, 20, 6), (50, 5, 8, 0), (29, 5, 17, 3), (20, 20, 7, 7), (6, 3, 3, 3), (40, 30, 30, 20)]:
    if x < total:
        association(total, x, y, both)
for _ in range(30):
    total = int(random.integers(10, 3000))
    x, y = (int(n) for n in random.integers(1, max(2, total // 3), 2))
    both = int(hypergeom.rvs(total, x, y, random_state=random))
    association(total, x, y, min(x, y, both + int(random.integers(0, 4))))
for entities, units, density in [(6, 12, 0.5), (10, 40, 0.4), (15, 120, 0.3), (8, 400, 0.2)]:
    bipartite(entities, units, density)
for case in [(7, 10, 2, 9), (0, 500, 12, 4000), (30, 5000, 10, 9000), (3, 1200, 300, 90000)]:
    keyness(*case)
for count in [0, 1, 2, 5, 10, 50, 400]:
    rate(count, 10_000)
