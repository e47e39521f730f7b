#!/usr/bin/python3
"""The four levels of a class from files to "show class --json", against a plain second implementation of the rules, on random data."""

import datetime
import json
import math
import random
import statistics
import sys

from world import World, check

END = datetime.date(2026, 6, 30)
KINDS = ["card", "seven_day", "micro_plan", "project", ""]
STATES = ["planned", "submitted", "applied", "verified"]


def course(rand):
    rating = lambda key: {"key": key, "kind": "rating", "title": key}
    return {"fourfold": 1, "course": {
        "code": "C1", "title": "T",
        "scheme": {"pass_mark": 60, "components": [
            {"key": "process", "title": "Process", "weight": 40},
            {"key": "result", "title": "Result", "weight": 60, "level": 2, "components": [
                {"key": "written", "title": "Written", "weight": 40, "max": 50},
                {"key": "practical", "title": "Practical", "weight": 60}]},
            {"key": "pretest", "title": "Before", "max": 20, "pretest_of": "written"}]},
        "questionnaires": [
            {"key": "reaction", "title": "Reaction", "level": 1, "kind": "rating", "anonymous": True, "target": 3,
             "dimensions": [{"key": "content", "title": "Content", "weight": 2, "questions": [rating("q1"), rating("q2")]},
                            {"key": "place", "title": "Place", "weight": rand.choice([1, 0.5]), "questions": [rating("q3")]},
                            {"key": "loyalty", "questions": [{"key": "q9", "kind": "nps", "title": "q9"},
                                                             {"key": "q10", "kind": "text", "title": "q10"}]}]},
            {"key": "more", "title": "More", "level": 1, "kind": "rating",
             "dimensions": [{"key": "all", "title": "All", "questions": [rating("m1"), rating("m2")]}]}],
        "learning_target_percent": 70,
        "behaviour": {"days": 30, "applied_target_percent": 50, "submitted_target_percent": 60},
        "metrics": [
            {"key": "nps", "title": "NPS", "unit": "points", "direction": "up", "baseline": 30, "target_kind": "relative", "target": 15},
            {"key": "hours", "title": "Hours", "unit": "h", "direction": "down", "baseline": -4, "target_kind": "points", "target": 2},
            {"key": "share", "title": "Share", "unit": "%", "direction": "up", "target_kind": "value", "target": 95},
            {"key": "silent", "title": "Silent", "direction": "up", "baseline": 0, "target_kind": "points", "target": 1}],
        "results_days": 90}}


def mean(values):
    values = [v for v in values if v is not None]
    return math.fsum(values) / len(values) if values else None


def weighted(pairs):
    pairs = [(w, v) for w, v in pairs if v is not None]
    total = math.fsum(w for w, _ in pairs)
    return math.fsum(w * v for w, v in pairs) / total if total > 0 else None


def met(actual, target, direction="up"):
    if actual is None or target is None:
        return None
    return actual >= target - 1e-9 if direction == "up" else actual <= target + 1e-9


def percent(part, whole):
    return 100 * part / whole if whole else None


# What is put in, and what it must come to -----------------------------------------------------------------------------------

def questionnaire(definition, forms, invited, dimensions):
    few = definition.get("anonymous", False) and len(forms) < 5
    questions = {q["key"]: None if few else mean(f[q["key"]] for f in forms)
                 for d in definition["dimensions"] for q in d["questions"] if q["kind"] == "rating"}
    means = {d["key"]: mean(questions[q["key"]] for q in d["questions"]) for d in definition["dimensions"] if d["key"] in dimensions}
    overall = weighted((d.get("weight", 1), means[d["key"]]) for d in definition["dimensions"] if d["key"] in dimensions)
    return {"invited": invited, "responses": len(forms), "response_percent": None if few else percent(len(forms), invited), "suppressed": few,
            "mean": overall, "target": definition.get("target"), "met": met(overall, definition.get("target")),
            "dimensions": means, "questions": questions, "nps": None}


def nps(scores):
    scores = [s for s in scores if s is not None]
    n = len(scores)
    if n == 0:
        return {"score": None, "margin": None, "n": 0}
    p, d = sum(s >= 9 for s in scores) / n, sum(s <= 6 for s in scores) / n
    return {"score": 100 * (p - d), "margin": 196 * math.sqrt((p + d - (p - d) ** 2) / n), "n": n}


def level_1(definition, forms, named, invited):
    reaction, more = definition["questionnaires"]
    first = questionnaire(reaction, forms, invited, ["content", "place"])
    first["nps"] = None if first["suppressed"] else nps(f["q9"] for f in forms)
    first["others"] = {"more": questionnaire(more, named, invited, ["all"])}
    return first


def level_2(marks, now):
    known = [0.4 * 2 * m["written"] + 0.6 * m["practical"] for m in marks.values() if m["written"] is not None and m["practical"] is not None]
    pairs = [(5 * m["pretest"], 2 * m["written"]) for m in marks.values() if m["pretest"] is not None and m["written"] is not None]
    rate = percent(sum(k >= 60 - 1e-9 for k in known), len(known))
    pre, post = mean(a for a, _ in pairs), mean(b for _, b in pairs)
    gains = [b - a for a, b in pairs]
    sd = statistics.stdev(gains) if len(gains) > 1 else 0
    return {"due_on": "2026-07-01", "assessed": len(known), "mean": mean(known), "pass_percent": rate, "target_percent": 70,
            "met": met(rate, 70) if now >= datetime.date(2026, 7, 1) else None,
            "gain": {"pairs": len(pairs), "pre": pre, "post": post,
                     "hake": (post - pre) / (100 - pre) if pairs and pre < 100 else None,
                     "dz": mean(gains) / sd if sd > 1e-9 else None}}


def level_3(people, commitments, now):
    plans = [(no, STATES.index(state)) for no, kind, state in commitments if kind in ("micro_plan", "")]
    submitted = percent(len({no for no, state in plans if state >= 1}), len(people))
    applied = percent(len({no for no, state in plans if state >= 2}), len(people))
    return {"due_on": "2026-07-30", "submitted_percent": submitted, "submitted_target": 60, "applied_percent": applied, "target": 50,
            "met": met(submitted, 60) and met(applied, 50) if now >= datetime.date(2026, 7, 30) else None}


def signal(values):
    middle = statistics.median(values)
    sides = [v > middle for v in values if v != middle]
    if not sides:
        return False
    longest = run = 1
    crossings = 0
    for a, b in zip(sides, sides[1:]):
        crossings += a != b
        run = run + 1 if a == b else 1
        longest = max(longest, run)
    n, k, cumulative = len(sides) - 1, 0, 0.0
    while True:
        cumulative += math.comb(n, k) / 2 ** n
        if cumulative >= 0.05:
            break
        k += 1
    return longest > math.floor(math.log2(len(sides)) + 0.5) + 3 or crossings < k


def metric(definition, series, now):
    baseline, asked = definition.get("baseline"), definition["target"]
    sign = 1 if definition["direction"] == "up" else -1
    if definition["target_kind"] == "value":
        target = asked
    elif baseline is None or (definition["target_kind"] == "relative" and baseline == 0):
        target = None
    else:
        target = baseline + sign * (abs(baseline) * asked / 100 if definition["target_kind"] == "relative" else asked)
    due = END + datetime.timedelta(days=90)
    inside = [value for day, value in sorted(series.items()) if END <= day <= due]
    actual = inside[-1] if inside else None
    change = 100 * (actual - baseline) / abs(baseline) if actual is not None and baseline else None
    return {"baseline": baseline, "target": target, "actual": actual, "change_percent": change,
            "met": met(actual, target, definition["direction"]) if now >= due else None,
            "signal": signal([value for _, value in sorted(series.items())]) if series else None}


# Random data ------------------------------------------------------------------------------------------------------------------

def maybe(rand, value, share=0.85):
    return value if rand.random() < share else None


def text(value):
    return "" if value is None else str(value)


def table(world, name, heading, rows):
    return world.write(name, heading + "\n" + "".join(",".join(text(cell) for cell in row) + "\n" for row in rows))


def fill(world, rand, definition, people):
    world.good("import", "course", world.write("course.json", json.dumps({"fourfold": 1, "course": definition})))
    world.good("import", "plan", table(world, "plan.csv", "class,course,starts_on,ends_on", [("A", "C1", "2026-06-29", END)]))
    world.good("import", "trainees", table(world, "trainees.csv", "employee_no,name", [(no, "张三") for no in people]))
    world.good("import", "enrolments", table(world, "enrolments.csv", "class,employee_no", [("A", no) for no in people]))

    marks = {no: {"written": maybe(rand, rand.randint(0, 50)), "practical": maybe(rand, rand.randint(0, 100)),
                  "pretest": maybe(rand, rand.randint(0, 20))} for no in people}
    world.good("import", "scores", table(world, "scores.csv", "class,employee_no,written,practical,pretest",
                                         [("A", no, m["written"], m["practical"], m["pretest"]) for no, m in marks.items()]))

    forms = [{"q1": rand.randint(1, 5), **{q: maybe(rand, rand.randint(1, 5)) for q in ("q2", "q3")}, "q9": maybe(rand, rand.randint(0, 10))}
             for _ in range(rand.randint(2, len(people)))]
    world.good("import", "answers", table(world, "reaction.csv", "class,questionnaire,employee_no,q1,q2,q3,q9,q10",
                                          [("A", "reaction", "", f["q1"], f["q2"], f["q3"], f["q9"], "好") for f in forms]))
    named = {no: {"m1": rand.randint(1, 5), "m2": maybe(rand, rand.randint(1, 5))} for no in rand.sample(people, rand.randint(1, len(people)))}
    world.good("import", "answers", table(world, "more.csv", "class,questionnaire,employee_no,m1,m2",
                                          [("A", "more", no, f["m1"], f["m2"]) for no, f in named.items()]))

    commitments = [(rand.choice(people), rand.choice(KINDS), rand.choice(STATES)) for _ in range(rand.randint(1, 2 * len(people)))]
    world.good("import", "commitments", table(world, "commitments.csv", "class,employee_no,title,status,due_on,kind",
                                              [("A", no, f"Plan {i}", state, "2026-07-30", kind)
                                               for i, (no, kind, state) in enumerate(commitments)]))
    days = [END + datetime.timedelta(days=rand.randint(-200, 120)) for _ in range(40)]
    series = {m["key"]: {day: rand.randint(0, 400) / 4 for day in rand.sample(days, rand.randint(1, 30))}
              for m in definition["metrics"] if m["key"] != "silent"}
    series["silent"] = {}
    world.good("import", "metrics", table(world, "metrics.csv", "class,metric,date,value",
                                          [("A", key, day, value) for key, values in series.items() for day, value in values.items()]))
    return marks, forms, list(named.values()), commitments, series


def compare(expected, found, path):
    if isinstance(expected, dict):
        check(isinstance(found, dict) and set(found) == set(expected), path, "has the keys", found, "for", expected)
        for key, value in expected.items():
            compare(value, found[key], f"{path}.{key}")
    elif isinstance(expected, float) or (isinstance(expected, int) and not isinstance(expected, bool)):
        check(found is not None and not isinstance(found, bool) and abs(found - expected) <= 1e-9 * max(1, abs(expected)), path, "is", found,
              "instead of", expected)
    else:
        check(found == expected and type(found) is type(expected), path, "is", found, "instead of", expected)


def test_random(world, seed):
    rand = random.Random(seed)
    definition = course(rand)["course"]
    people = [f"E{i:02d}" for i in range(rand.randint(4, 12))]
    marks, forms, named, commitments, series = fill(world, rand, definition, people)
    for now in ("2026-06-30", "2026-07-15", "2026-08-01", "2026-09-28"):
        day = datetime.date.fromisoformat(now)
        expected = {"1": level_1(definition, forms, named, len(people)), "2": level_2(marks, day), "3": level_3(people, commitments, day),
                    "4": {"due_on": "2026-09-28", "metrics": {m["key"]: metric(m, series[m["key"]], day) for m in definition["metrics"]}}}
        shown = json.loads(world.good("show", "class", "A", "--json", environment={"FOURFOLD_NOW": now + "T12:00"}).out)
        compare(expected, shown["levels"], f"seed {seed}, {now}: levels")
    lines = world.good("show", "class", "A").out
    check("Reaction" in lines and "Behaviour" in lines, lines)
    world.good("check")


def test_nothing(world):
    """A class of which nothing is asked: no level claims anything, and a 0 is nowhere."""
    world.good("import", "course", world.write("course.json", json.dumps({"fourfold": 1, "course": {"code": "C1", "title": "T"}})))
    world.good("import", "plan", world.write("plan.csv", "class,course,starts_on,ends_on\nA,C1,2026-06-29,2026-06-30\n"))
    levels = json.loads(world.good("show", "class", "A", "--json").out)["levels"]
    check(levels["1"] is None and levels["2"] is None, levels)
    check([levels["3"][key] for key in ("submitted_percent", "applied_percent", "met")] == [None] * 3, levels)
    check(levels["4"]["metrics"] == {}, levels)


def main():
    base = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 32)
    for seed in range(base, base + 4):
        print("seed", seed, flush=True)
        with World(sys.argv[1]) as world:
            test_random(world, seed)
    with World(sys.argv[1]) as world:
        test_nothing(world)


if __name__ == "__main__":
    main()
