#!/usr/bin/python3
"""The statistics on plain sheets: published data, and random tables against a second implementation that goes another way: coincidence
matrices for Krippendorff's alpha, sums of squares by correction term for the intraclass correlations."""

import json
import os
import random
import sys

from world import World, check

C_DATA = """id,A,B,C,D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,3,,
"""
SHROUT_FLEISS = "J1;J2;J3;J4\n9;2;5;8\n6;1;3;2\n8;4;6;8\n7;1;2;6\n10;5;6;9\n6;2;4;7\n"
ICCS = ("icc11", "icc21", "icc31", "icc1k", "icc2k", "icc3k")
ALPHAS = ("alpha_nominal", "alpha_ordinal", "alpha_interval")

REFUSED = (
    ("employee_no,A,B\nE1,80,good\n", ":2:B: “good” is not a number"),
    ("A,B\n1,2\n3,4,5\n", ":3: “5” stands in a column without a heading"),
    ("A,B\n", "needs a heading row"),
    ("", "is empty"),
    ("id\n1\n2\n", "needs a heading row"),
    ("A\n1e999\n", "“1e999” is not a number"),
)


def alpha(rows, level):
    units = [[value for value in row if value is not None] for row in rows]
    units = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in units for value in unit})
    if len(values) < 2:
        return None
    pairs = {(a, b): 0.0 for a in values for b in values}
    for unit in units:
        for i, a in enumerate(unit):
            for j, b in enumerate(unit):
                if i != j:
                    pairs[a, b] += 1 / (len(unit) - 1)
    counts = {a: sum(pairs[a, b] for b in values) for a in values}

    def difference(a, b):
        low, high = min(a, b), max(a, b)
        if low == high:
            return 0
        if level == "alpha_nominal":
            return 1
        if level == "alpha_interval":
            return (a - b) ** 2
        between = sum(counts[value] for value in values if low <= value <= high)
        return (between - (counts[low] + counts[high]) / 2) ** 2

    observed = sum(count * difference(a, b) for (a, b), count in pairs.items())
    expected = sum(counts[a] * counts[b] * difference(a, b) for a in values for b in values)
    return 1 - (sum(counts.values()) - 1) * observed / expected


def iccs(rows):
    n, k = len(rows), len(rows[0])
    if n < 2 or k < 2 or any(value is None for row in rows for value in row):
        return [None] * 6
    correction = sum(map(sum, rows)) ** 2 / (n * k)
    total = sum(value ** 2 for row in rows for value in row) - correction
    between = sum(sum(row) ** 2 for row in rows) / k - correction
    raters = sum(sum(column) ** 2 for column in zip(*rows)) / n - correction
    bms, wms = between / (n - 1), (total - between) / (n * (k - 1))
    jms, ems = raters / (k - 1), (total - between - raters) / ((n - 1) * (k - 1))
    # A variance below 0 is an estimate of none: what is divided by it is not defined.
    return [above / below if below > 1e-9 else None for above, below in (
        (bms - wms, bms + (k - 1) * wms), (bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n), (bms - ems, bms + (k - 1) * ems),
        (bms - wms, bms), (bms - ems, bms + (jms - ems) / n), (bms - ems, bms))]


def analyse(world, text):
    return json.loads(world.good("analyse", "raters", world.write("raters.csv", text), "--json", database=False).out)


def near(value, expected, tolerance):
    if value is None or expected is None:
        return value is expected
    return abs(value - expected) <= tolerance * max(1, abs(expected))


def test_published(world):
    figures = analyse(world, C_DATA)
    check(list(figures) == ["n", "k", *ICCS, *ALPHAS], figures)
    check((figures["n"], figures["k"]) == (12, 4) and all(figures[key] is None for key in ICCS), figures)
    check([round(figures[key], 4) for key in ALPHAS] == [.7434, .8154, .8491], figures)
    figures = analyse(world, SHROUT_FLEISS)
    check([round(figures[key], 2) for key in ICCS] == [.17, .29, .71, .44, .62, .91], figures)


def test_random(world):
    seed = int(os.environ.get("FOURFOLD_SEED", random.SystemRandom().randrange(2 ** 32)))
    print(f"# seed {seed}: FOURFOLD_SEED={seed}")
    draw = random.Random(seed)
    for _ in range(25):
        n, k = draw.randint(2, 30), draw.randint(2, 6)
        missing = draw.choice((0, 0, .2))
        people = [draw.gauss(75, 10) for _ in range(n)]
        rows = [[None if draw.random() < missing else round(person + draw.gauss(0, 5), draw.choice((0, 1))) for _ in range(k)] for person in people]
        lines = [",".join(f"R{j}" for j in range(k))] + [",".join("" if value is None else str(value) for value in row) for row in rows]
        # A line of nothing is none.
        rows = [row for row in rows if any(value is not None for value in row)]
        figures = analyse(world, "\n".join(lines) + "\n")
        check(figures["n"] == len(rows), lines, figures)
        for key, expected in [*zip(ICCS, iccs(rows)), *((key, alpha(rows, key)) for key in ALPHAS)]:
            check(near(figures[key], expected, 1e-7), key, expected, lines, figures)


def test_words(world):
    result = world.good("analyse", "raters", world.write("raters.csv", C_DATA), database=False)
    check("Subjects: 12, raters: 4" in result.out and "0.8491" in result.out and "–" in result.out, result)


def test_refused(world):
    for text, sentence in REFUSED:
        result = world.run("analyse", "raters", world.write("raters.csv", text), "--json", database=False)
        check(result.code == 1 and sentence in result.err and not result.out, text, result)
    check(world.run("analyse", "raters", database=False).code == 2, "a file is needed")


def main():
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with World(sys.argv[1]) as world:
            test(world)
        print(f"ok {number} {test.__name__}")


main()
