#!/usr/bin/python3
"""Items, gain, promoters, series and Pareto on plain sheets: published data, what is undefined, what is refused, and random sheets against
a second implementation that goes another way: the covariance matrix for reliability, tied people replaced by their mean for
discrimination, whole numbers for the binomial, the beta function for F."""

import json
import math
import os
import random
import statistics
import sys
from fractions import Fraction

from world import World, check

ALPHA_TABLE = """employee_no,q1,q2,q3
00001,1,1,1
00002,2,1,1
00003,2,1,2
00004,3,2,1
00005,2,3,2
00006,2,3,3
00007,3,2,3
00008,3,3,3
00009,2,3,2
00010,3,3,3
"""
PARETO_TABLE = "category,count\n" + "".join(f"c{count},{count}\n" for count in (4, 1, 256, 16, 2, 64, 8, 128, 32))
RUN_LIMITS = {10: (6, 2), 12: (7, 3), 16: (7, 4), 20: (7, 6), 24: (8, 8), 30: (8, 10), 40: (8, 14), 60: (9, 23)}

ITEM_KEYS = ["mean", "difficulty", "sd", "r_it", "r_ir", "discrimination", "alpha_drop"]
KEYS = {
    "items": ["n", "k", "alpha", "alpha_low", "alpha_high", "kr20", "items"],
    "gain": ["pairs", "pre", "post", "hake", "hake_individual", "dz", "ds", "dav"],
    "nps": ["n", "promoters", "passives", "detractors", "score", "margin"],
    "series": ["n", "useful", "median", "longest_run", "max_run", "crossings", "min_crossings", "signal", "mean", "mr_mean", "upper", "lower"],
    "pareto": ["items"],
}

# Sheet, arguments, and what of the figures is expected.
UNDEFINED = (
    ("items", "q1\n1\n2\n", (), {"n": 2, "k": 1, "alpha": None, "alpha_low": None, "kr20": None}),
    ("items", "q1,q2\n1,0\n", (), {"n": 1, "k": 2, "alpha": None, "kr20": None}),
    ("items", "q1,q2\n0.1,0.2\n0.1,0.2\n0.1,0.2\n", (), {"alpha": None, "alpha_high": None}),
    ("items", "q1,q2\n1,\n,1\n", (), {"n": 0, "alpha": None}),
    ("items", "q1,q2\n0,0\n0,0\n", (), {"n": 2, "alpha": None, "kr20": None}),
    ("gain", "pre,post\n100,100\n100,100\n", (), {"pairs": 2, "hake": None, "hake_individual": None, "dz": None, "ds": None, "dav": None}),
    ("gain", "pre,post\n10,20\n", ("--max", "20"), {"pairs": 1, "pre": 50, "post": 100, "hake": 1, "dz": None}),
    ("gain", "post,pre\n80,\n,60\n", (), {"pairs": 0, "pre": None, "post": None, "hake": None}),
    ("nps", "nps\n7\n8\n", (), {"n": 2, "passives": 2, "score": 0, "margin": 0}),
    ("series", "value\n5\n5\n5\n", (), {"useful": 0, "max_run": None, "min_crossings": None, "signal": False, "mr_mean": 0, "upper": 5}),
    ("series", "value\n5\n", (), {"n": 1, "median": 5, "mean": 5, "mr_mean": None, "upper": None, "lower": None}),
)

REFUSED = (
    ("items", "q1,q1\n1,2\n", "has two columns headed “q1”"),
    ("items", "q1,q2\n1,good\n", ":2:q2: “good” is not a number"),
    ("items", "q1,,q3\n1,2,3\n", ":2: “2” stands in a column without a heading"),
    ("gain", "pre,after_words\n1,2\n", "needs a column headed “post”"),
    ("gain", "pre,post,Post\n1,2,3\n", "has two columns for “post”"),
    ("gain", "pre,post\n1,101\n", ":2:post: “101” is above 100"),
    ("gain", "pre,post\n-1,10\n", ":2:pre: “-1” is below 0"),
    ("nps", "nps\n11\n", ":2:nps: “11” is above 10"),
    ("nps", "nps\n8.5\n", ":2:nps: “8.5” is not a whole number"),
    ("nps", "a,b\n8,9\n", "has 2 columns of numbers"),
    ("series", "date,price\n1,2\n", "needs a column headed “value”"),
    ("pareto", "category,count\nA,-1\n", ":2:count: “-1” is below 0"),
    ("pareto", "category,count\nA,1\n A ,2\n", ":3: “A” has a row already"),
    ("pareto", "category,count\n,2\n", ":2: the count has no category"),
    ("pareto", "count\n2\n", "needs a column headed “category”"),
)


def analyse(world, kind, text, *arguments):
    return json.loads(world.good("analyse", kind, world.write(f"{kind}.csv", text), *arguments, "--json", database=False).out)


def near(value, expected, tolerance=1e-7):
    if value is None or expected is None or isinstance(expected, bool):
        return value is expected
    return abs(value - expected) <= tolerance * max(1, abs(expected))


def assert_figures(figures, expected, context):
    for key, value in expected.items():
        check(near(figures[key], value), key, value, figures, context)


# The second implementation -------------------------------------------------------------------------------------------------------


def beta(x, a, b):
    """The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8), summed from its far end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta(1 - x, b, a)
    tail = 1.0
    for m in range(400, 0, -1):
        odd = -(a + m - 1) * (a + b + m - 1) / ((a + 2 * m - 2) * (a + 2 * m - 1)) * x
        even = m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m)) * x
        tail = 1 + odd / (1 + even / tail)
    front = math.exp(a * math.log(x) + b * math.log(1 - x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)) / a
    return front / tail


def f_quantile(p, d1, d2):
    low, high = 0.0, 1.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if beta(middle, d1 / 2, d2 / 2) < p else (low, middle)
    return low / (1 - low) * d2 / d1


def covariances(columns):
    """Of Fractions, so that what does not vary is told from what hardly does."""
    n = len(columns[0])
    means = [sum(column) / n for column in columns]
    return [[sum((x - a) * (y - b) for x, y in zip(first, second)) / (n - 1) for second, b in zip(columns, means)]
            for first, a in zip(columns, means)]


def reliability(matrix, chosen):
    k = len(chosen)
    total = sum(matrix[i][j] for i in chosen for j in chosen)
    if k < 2 or total == 0:
        return None
    return float(Fraction(k, k - 1) * (1 - sum(matrix[i][i] for i in chosen) / total))


def correlation(matrix, item, others):
    variance = sum(matrix[i][j] for i in others for j in others)
    if variance == 0 or matrix[item][item] == 0:
        return None
    return float(sum(matrix[item][j] for j in others)) / math.sqrt(variance * matrix[item][item])


def discrimination(scores, totals, most):
    order = sorted(range(len(totals)), key=lambda person: totals[person])
    shared = [statistics.fmean(scores[other] for other in order if totals[other] == totals[person]) for person in order]
    size = max(1, int(Fraction(27 * len(totals), 100) + Fraction(1, 2)))
    return (sum(shared[-size:]) - sum(shared[:size])) / size / most


def items(rows, most):
    n, k = len(rows), len(rows[0])
    columns = list(zip(*rows))
    totals = [sum(Fraction(str(score)) for score in row) for row in rows]
    matrix = covariances([[Fraction(str(score)) for score in column] for column in columns])
    alpha = reliability(matrix, range(k))
    figures = {"n": n, "k": k, "alpha": alpha, "alpha_low": None, "alpha_high": None}
    figures["kr20"] = alpha if all(score in (0, 1) for row in rows for score in row) else None
    if alpha is not None:
        for key, p in (("alpha_low", .975), ("alpha_high", .025)):
            figures[key] = 1 - (1 - alpha) * f_quantile(p, n - 1, (n - 1) * (k - 1))
    each = []
    for item, column in enumerate(columns):
        others = [other for other in range(k) if other != item]
        each.append({"mean": statistics.fmean(column), "difficulty": statistics.fmean(column) / most, "sd": statistics.stdev(column),
                     "r_it": correlation(matrix, item, range(k)), "r_ir": correlation(matrix, item, others),
                     "discrimination": discrimination(column, totals, most), "alpha_drop": reliability(matrix, others)})
    return figures, each


def gain(pre, post):
    differences = [after - before for before, after in zip(pre, post)]
    room = [(after - before) / (100 - before) for before, after in zip(pre, post) if before < 100]
    d, s, t = statistics.fmean(differences), statistics.variance(pre), statistics.variance(post)
    spread = statistics.stdev(differences)
    return {"pairs": len(pre), "pre": statistics.fmean(pre), "post": statistics.fmean(post),
            "hake": d / (100 - statistics.fmean(pre)), "hake_individual": statistics.fmean(room), "dz": d / spread if spread > 1e-9 else None,
            "ds": d / math.sqrt((s + t) / 2), "dav": d / ((math.sqrt(s) + math.sqrt(t)) / 2)}


def series(values):
    median = statistics.median(values)
    sides = "".join("+" if value > median else "-" for value in values if value != median)
    useful = len(sides)
    figures = {"n": len(values), "useful": useful, "median": median, "max_run": None, "min_crossings": None}
    figures["longest_run"] = max((len(run) for run in sides.replace("+-", "+ -").replace("-+", "- +").split()), default=0)
    figures["crossings"] = sides.count("+-") + sides.count("-+")
    if useful:
        figures["max_run"] = math.floor(math.log2(useful) + .5) + 3
        figures["min_crossings"] = next(c for c in range(useful)
                                        if 20 * sum(math.comb(useful - 1, i) for i in range(c + 1)) >= 2 ** (useful - 1))
    figures["signal"] = bool(useful) and (figures["longest_run"] > figures["max_run"] or figures["crossings"] < figures["min_crossings"])
    figures["mean"] = statistics.fmean(values)
    figures["mr_mean"] = statistics.fmean(abs(a - b) for a, b in zip(values, values[1:]))
    figures["upper"] = figures["mean"] + 3 * figures["mr_mean"] / 1.128
    figures["lower"] = figures["mean"] - 3 * figures["mr_mean"] / 1.128
    return figures


# Random sheets -------------------------------------------------------------------------------------------------------------------


def draw_items(draw):
    n, k = draw.randint(2, 40), draw.randint(1, 8)
    kind = draw.choice(("rating", "choice", "points"))
    rows = []
    for _ in range(n):
        person = draw.gauss(0, 1)
        scores = [person + draw.gauss(0, 1) for _ in range(k)]
        if kind == "rating":
            rows.append([min(5, max(1, round(3.5 + score))) for score in scores])
        elif kind == "choice":
            rows.append([int(score > 0) for score in scores])
        else:
            rows.append([min(10.0, max(0.0, round(5 + score, 1))) for score in scores])
    most = {"rating": max(map(max, rows)), "choice": 1, "points": 10}[kind]
    return rows, most, ("--max", "10") if kind == "points" else ()


def test_random_items(world, draw):
    for _ in range(25):
        rows, most, arguments = draw_items(draw)
        text = ",".join(f"Q{j}" for j in range(len(rows[0]))) + "\n" + "".join(",".join(map(str, row)) + "\n" for row in rows)
        if all(score in (0, 1) for row in rows for score in row):
            most = 1
        figures = analyse(world, "items", text, *arguments)
        expected, each = items(rows, most)
        assert_figures(figures, expected, text)
        for name, item in zip(figures["items"], each):
            assert_figures(figures["items"][name], item, text)


def test_random_gain(world, draw):
    for _ in range(15):
        most = draw.choice((20, 100, 150))
        pre = [round(min(most, max(0, draw.gauss(.6, .2) * most)), 1) for _ in range(draw.randint(3, 40))]
        post = [round(min(most, max(0, mark + draw.gauss(.1, .1) * most)), 1) for mark in pre]
        text = "id,post,pre\n" + "".join(f"{i},{after},{before}\n" for i, (before, after) in enumerate(zip(pre, post)))
        figures = analyse(world, "gain", text, "--max", str(most))
        assert_figures(figures, gain([100 * mark / most for mark in pre], [100 * mark / most for mark in post]), text)


def test_random_series(world, draw):
    for _ in range(25):
        step = draw.choice((0, 0, 3))
        values = [round(draw.gauss(20 + (step if i > 10 else 0), 2), draw.choice((0, 1))) for i in range(draw.randint(2, 80))]
        figures = analyse(world, "series", "value\n" + "".join(f"{value}\n" for value in values))
        assert_figures(figures, series(values), values)


def test_random_rest(world, draw):
    answers = [draw.randint(0, 10) for _ in range(draw.randint(1, 60))]
    values = [100 if answer > 8 else -100 if answer < 7 else 0 for answer in answers]
    figures = analyse(world, "nps", "answer\n" + "".join(f"{answer}\n" for answer in answers))
    assert_figures(figures, {"score": statistics.fmean(values), "margin": 1.96 * statistics.pstdev(values) / math.sqrt(len(values))}, answers)

    counts = [draw.randint(0, 20) for _ in range(draw.randint(1, 15))] + [1]
    bars = analyse(world, "pareto", "category,count\n" + "".join(f"c{i},{count}\n" for i, count in enumerate(counts)))["items"]
    check([bar["category"] for bar in bars] == [f"c{i}" for i in sorted(range(len(counts)), key=lambda i: -counts[i])], counts, bars)
    reached = Fraction(0)
    for bar in bars:
        check(bar["vital"] == (reached < Fraction(8, 10)), bar, bars)
        reached += Fraction(bar["count"], sum(counts))
        check(near(bar["cumulative_percent"], float(100 * reached)), bar, bars)


# What is known -------------------------------------------------------------------------------------------------------------------


def test_published(world, draw):
    figures = analyse(world, "items", ALPHA_TABLE)
    check([round(figures[key], 4) for key in ("alpha", "alpha_low", "alpha_high")] == [.7734, .3364, .9388], figures)
    figures = analyse(world, "nps", "nps\n" + "9\n" * 162 + "8\n" * 108 + "6\n" * 54)
    check((round(figures["score"], 2), round(figures["margin"], 2)) == (33.33, 8.12), figures)
    figures = analyse(world, "gain", "pre,post\n4.916,16.016\n", "--max", "20")
    check(round(figures["hake"], 3) == .736, figures)
    bars = analyse(world, "pareto", PARETO_TABLE)["items"]
    check([bar["count"] for bar in bars] == [256, 128, 64, 32, 16, 8, 4, 2, 1], bars)
    check([round(bar["cumulative_percent"], 2) for bar in bars] == [50.10, 75.15, 87.67, 93.93, 97.06, 98.63, 99.41, 99.80, 100], bars)
    check([bar["vital"] for bar in bars] == [True] * 3 + [False] * 6, bars)
    for n, limits in RUN_LIMITS.items():
        figures = analyse(world, "series", "value\n" + "".join(f"{i}\n" for i in range(n)))
        check((figures["max_run"], figures["min_crossings"], figures["signal"]) == (*limits, True), figures)


def test_keys(world, draw):
    sheets = {"items": ALPHA_TABLE, "gain": "pre,post\n1,2\n", "nps": "nps\n1\n", "series": "value\n1\n", "pareto": PARETO_TABLE}
    for kind, text in sheets.items():
        figures = analyse(world, kind, text)
        check(list(figures) == KEYS[kind], kind, figures)
        result = world.good("analyse", kind, world.write("sheet.csv", text), database=False)
        check(len(result.out.splitlines()) > 5 and not result.err, kind, result)
        check(kind in world.good("analyse", kind, "--help", database=False).out, kind)
    figures = analyse(world, "items", ALPHA_TABLE)["items"]
    check(list(figures) == ["q1", "q2", "q3"] and list(figures["q1"]) == ITEM_KEYS, figures)
    check(list(analyse(world, "pareto", PARETO_TABLE)["items"][0]) == ["category", "count", "cumulative_percent", "vital"], "pareto")


def test_undefined(world, draw):
    for kind, text, arguments, expected in UNDEFINED:
        assert_figures(analyse(world, kind, text, *arguments), expected, text)


def test_left_out(world, draw):
    path = world.write("items.csv", ALPHA_TABLE + "00011,3,,3\n")
    result = world.good("analyse", "items", path, "--json", database=False)
    check(json.loads(result.out)["n"] == 10 and f"{path}:12:q2: the cell is empty; the row is left out." in result.err, result)
    result = world.good("analyse", "gain", world.write("gain.csv", "pre,post\n100,100\n50,75\n"), "--json", database=False)
    check(json.loads(result.out)["hake_individual"] == .5 and "1 pair had nothing left to gain" in result.err, result)
    path = world.write("series.csv", "月份,数值\n1,5\n2,\n3,7\n")
    result = world.good("analyse", "series", path, "--json", database=False)
    check(json.loads(result.out)["n"] == 2 and "“月份” is ignored" in result.err and ":3:数值: the cell is empty" in result.err, result)


def test_reversed(world, draw):
    text = "a,b,c\n1,1,3\n2,2,2\n3,3,1\n4,3,1\n"
    figures = analyse(world, "items", text)
    check(figures["items"]["c"]["r_ir"] < 0 < figures["items"]["a"]["r_it"], figures)
    result = world.good("analyse", "items", world.write("turned.csv", text), database=False)
    check("runs against the other items" in result.out, result)


def test_refused(world, draw):
    for kind, text, sentence in REFUSED:
        result = world.run("analyse", kind, world.write("refused.csv", text), "--json", database=False)
        check(result.code == 1 and sentence in result.err and not result.out, kind, text, result)
    path = world.write("items.csv", ALPHA_TABLE)
    check("“3” is above 2" in world.run("analyse", "items", path, "--max", "2", database=False).err, "a mark above --max")
    for most in ("0", "-1", "many"):
        check(world.run("analyse", "items", path, "--max", most, database=False).code == 2, most)


def main():
    seed = int(os.environ.get("FOURFOLD_SEED", random.SystemRandom().randrange(2 ** 32)))
    print(f"# seed {seed}: FOURFOLD_SEED={seed}")
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        with World(sys.argv[1]) as world:
            test(world, random.Random(seed))
        print(f"ok {number} {test.__name__}")


main()
