"""Opens a score sheet as other spreadsheet programs do, and compares.

recalculate.py SHEET.xlsx CLASS.json SEED

1. the stored values are those of the JSON;
2. a spreadsheet program that recalculates finds the same values;
3. after random changes of marks, weights and limits it finds what RULES.md says, computed here once more from the sheet's inputs.
"""

import json
import math
import random
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

FIRST_ROW = 3
TOLERANCE = 1e-7
ROUNDINGS = ("down", "nearest", "up")


def recalculate(path):
    result = path.replace(".xlsx", ".recalculated.xlsx")
    subprocess.run(["ssconvert", "--recalc", path, result], check=True, stderr=subprocess.DEVNULL)
    return openpyxl.load_workbook(result, data_only=True)


def fail(*words):
    print(*words)
    sys.exit(1)


def same(a, b):
    a, b = (None if value == "" else value for value in (a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= TOLERANCE * max(1, abs(a))
    return a == b


def round_half_up(value, places):
    step = Decimal(1).scaleb(-places)
    return float(Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP))


class Sheet:
    """The inputs of a score sheet and where they stand."""

    def __init__(self, book):
        self.book = book
        self.scores = book["Scores"]
        self.scheme = book["Scheme"]
        self.columns = {}
        for cell in self.scores[2]:
            self.columns.setdefault(cell.value, cell.column)
        self.settings = {row[0].value: row[1] for row in self.scheme.iter_rows(min_row=1, max_row=13)}
        self.read_components()

    def read_components(self):
        header = next(row[0].row for row in self.scheme.iter_rows() if row[0].value == "Component")
        self.components = []
        path = []
        row = header + 1
        while self.scheme.cell(row, 2).value:
            title = self.scheme.cell(row, 1).value
            depth = (len(title) - len(title.lstrip(" "))) // 4
            path = path[:depth]
            self.components.append({
                "title": title.strip(), "key": self.scheme.cell(row, 2).value, "source": self.scheme.cell(row, 3).value,
                "parent": path[-1] if path else None, "row": row, "leaf": True,
                "pretest": self.scheme.cell(row, 5).value is None})
            if path:
                self.components[path[-1]]["leaf"] = False
            path.append(len(self.components) - 1)
            row += 1
        for component in self.components:
            if component["leaf"]:
                component["column"] = self.columns[component["title"]]

    def rows(self):
        return range(FIRST_ROW, self.scores.max_row + 1)

    def cell(self, row, heading):
        return self.scores.cell(row, self.columns[heading])

    def leaves(self):
        return [component for component in self.components if component["leaf"] and not component["pretest"]]

    def shares(self):
        shares = []
        for i, component in enumerate(self.components):
            if component["pretest"]:
                shares.append(0)
                continue
            siblings = sum(self.scheme.cell(other["row"], 5).value for other in self.components
                           if other["parent"] == component["parent"] and not other["pretest"])
            above = 1 if component["parent"] is None else shares[component["parent"]]
            shares.append(above * self.scheme.cell(component["row"], 5).value / siblings if siblings else 0)
        return {component["key"]: share for component, share in zip(self.components, shares)}


def attendance_mark(sheet, row, maximum):
    value = {heading: sheet.cell(row, heading).value for heading in
             ("Sessions planned", "Absent", "Attended", "Excused", "Excused, but counted")}
    neutral = value["Excused"] - value["Excused, but counted"]
    if value["Sessions planned"] > value["Attended"] + value["Absent"] + neutral:
        return None
    if "Minutes planned" in sheet.columns:
        attended = sheet.cell(row, "Minutes attended").value
        divisor = sheet.cell(row, "Minutes planned").value - sheet.cell(row, "Minutes excused").value
    else:
        attended = value["Attended"]
        divisor = value["Sessions planned"] - neutral
    return maximum * attended / divisor if divisor else None


def disqualified(sheet, row, absence):
    if sheet.cell(row, "Disqualification waived").value == "Yes":
        return False
    if absence > sheet.settings["Most absence allowed, %"].value + 1e-9:
        return True
    least = sheet.settings["Least attendance required, %"].value
    if least is None:
        return False
    if "Minutes planned" in sheet.columns:
        planned = sheet.cell(row, "Minutes planned").value
        attainable = planned - sheet.cell(row, "Minutes absent").value - sheet.cell(row, "Minutes excused").value
    else:
        planned = sheet.cell(row, "Sessions planned").value
        attainable = (planned - sheet.cell(row, "Absent").value - sheet.cell(row, "Excused").value
                      + sheet.cell(row, "Excused, but counted").value)
    return attainable * 100 < least * planned - 1e-9


def compute_row(sheet, row, shares, plain):
    minutes = "Minutes planned" in sheet.columns
    planned = sheet.cell(row, "Minutes planned" if minutes else "Sessions planned").value
    absent = sheet.cell(row, "Minutes absent" if minutes else "Absent").value
    result = {"Absence %": 100 * absent / planned if planned else 0, "leaves": {}}
    total = assessed = missing = 0
    for leaf in sheet.leaves():
        mark = sheet.scores.cell(row, leaf["column"]).value
        maximum = sheet.scheme.cell(leaf["row"], 6).value
        if isinstance(mark, str) and mark.startswith("="):
            mark = attendance_mark(sheet, row, maximum)
        result["leaves"][leaf["column"]] = mark
        share = shares[leaf["key"]]
        if isinstance(mark, (int, float)):
            total += share * 100 * mark / maximum
            assessed += share
        elif mark != "EX" and share > 0:
            missing += 1
    out = disqualified(sheet, row, result["Absence %"])
    result["Total"] = round_half_up(round_half_up(total / assessed, 8), 2) if assessed > 0 else None
    known = result["Total"] is not None and missing == 0
    result["Marks missing"] = missing
    result["Disqualified"] = "Yes" if out else "No"
    result["Passed"] = "No" if out else None if not known else "Yes" if result["Total"] >= plain["pass"] - 1e-9 else "No"
    result["ranked"] = known and not out
    return result


def compute(sheet):
    """RULES.md, 1 and 2, over the inputs of the sheet."""
    shares = sheet.shares()
    plain = {"pass": sheet.settings["Pass mark"].value}
    rows = {row: compute_row(sheet, row, shares, plain) for row in sheet.rows()}
    totals = sorted((result["Total"] for result in rows.values() if result["ranked"]), reverse=True)
    n = len(totals)
    percent = sheet.settings["Awards for the top, %"].value
    exact = round(n * percent / 100, 8)
    rounding = sheet.settings["Awards are rounded (down, nearest, up)"].value
    k = {"down": math.floor(exact), "nearest": math.floor(exact + 0.5), "up": math.ceil(exact)}[rounding]
    k = 0 if n == 0 or percent == 0 else min(n, max(1, k))
    for result in rows.values():
        result["Rank"] = 1 + sum(total > result["Total"] for total in totals) if result["ranked"] else None
        award = k > 0 and result["Passed"] == "Yes" and result["Total"] >= totals[k - 1]
        result["Award"] = "Yes" if award else "No"
    return rows


def compare_with_rules(sheet, book, what):
    scores = book["Scores"]
    for row, result in compute(sheet).items():
        for heading, expected in result.items():
            if heading == "ranked":
                continue
            if heading == "leaves":
                for column, mark in expected.items():
                    if not same(scores.cell(row, column).value, mark):
                        fail(what, "row", row, "column", column, "is", scores.cell(row, column).value, "not", mark)
                continue
            found = scores.cell(row, sheet.columns[heading]).value
            if not same(found, expected):
                fail(what, "row", row, heading, "is", repr(found), "not", repr(expected))


def compare_formulas(formulas, stored, recalculated):
    n = 0
    for name in ("Scores", "Scheme"):
        for row in formulas[name].iter_rows():
            for cell in row:
                if not (isinstance(cell.value, str) and cell.value.startswith("=") and cell.data_type == "f"):
                    continue
                a = stored[name].cell(cell.row, cell.column).value
                b = recalculated[name].cell(cell.row, cell.column).value
                if not same(a, b):
                    fail(name, cell.coordinate, cell.value, "is stored as", repr(a), "and recalculated as", repr(b))
                n += 1
    return n


def compare_json(sheet, stored, document):
    scores = stored["Scores"]
    trainees = {trainee["employee_no"]: trainee for trainee in document["trainees"]}
    words = {True: "Yes", False: "No", None: None}
    if len(trainees) != scores.max_row - 2:
        fail("the sheet has", scores.max_row - 2, "trainees, not", len(trainees))
    for row in sheet.rows():
        trainee = trainees[scores.cell(row, 1).value]
        expected = {
            "Name": trainee["name"].replace("_x0041_", "_x005F_x0041_"), "Absent": trainee["absent"], "Attended": trainee["attended"],
            "Excused": trainee["excused"], "Absence %": trainee["absence_percent"], "Total": trainee["total"],
            "Passed": words[trainee["passed"]], "Rank": trainee["rank"], "Award": words[trainee["award"]],
            "Disqualified": words[trainee["disqualified"]]}
        for heading, value in expected.items():
            found = scores.cell(row, sheet.columns[heading]).value
            if not same(found, value):
                fail("stored in row", row, heading, "is", repr(found), "not", repr(value))
        if trainee["provisional"] != (sheet_missing(sheet, stored, row)):
            fail("row", row, "is provisional:", trainee["provisional"])
        for leaf in sheet.components:
            if not leaf["leaf"]:
                continue
            found = scores.cell(row, leaf["column"]).value
            percent = trainee["components"][leaf["key"]]
            maximum = stored["Scheme"].cell(leaf["row"], 6).value
            mark = "EX" if leaf["key"] in trainee["exempt"] else None if percent is None else percent * maximum / 100
            if not same(found, mark):
                fail("stored in row", row, leaf["title"], "is", repr(found), "not", repr(mark))


def sheet_missing(sheet, stored, row):
    return bool(stored["Scores"].cell(row, sheet.columns["Marks missing"]).value) or \
        stored["Scores"].cell(row, sheet.columns["Total"]).value in (None, "")


def change(sheet, rand):
    for component in sheet.components:
        cell = sheet.scheme.cell(component["row"], 5)
        if not component["pretest"] and rand.random() < 0.5:
            cell.value = rand.choice([0, 1, rand.randint(1, 100), rand.randint(1, 10000) / 100])
    sheet.settings["Pass mark"].value = rand.randint(4000, 8000) / 100
    sheet.settings["Most absence allowed, %"].value = rand.randint(5, 50)
    sheet.settings["Least attendance required, %"].value = rand.choice([None, 30, 60])
    sheet.settings["Awards for the top, %"].value = rand.choice([0, 5, 20, 33.33, 100])
    sheet.settings["Awards are rounded (down, nearest, up)"].value = rand.choice(ROUNDINGS)
    for row in sheet.rows():
        for leaf in sheet.leaves():
            if rand.random() < 0.3:
                maximum = sheet.scheme.cell(leaf["row"], 6).value
                cell = sheet.scores.cell(row, leaf["column"])
                cell.value = rand.choice([None, "EX", rand.randint(0, 100 * int(maximum)) / 100, maximum])
        if rand.random() < 0.2:
            sheet.cell(row, "Absent").value = rand.randint(0, sheet.cell(row, "Sessions planned").value)
        if rand.random() < 0.1:
            sheet.cell(row, "Disqualification waived").value = rand.choice([None, "Yes"])


def main():
    path, json_path, seed = sys.argv[1:4]
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    sheet = Sheet(formulas)
    with open(json_path, encoding="utf-8") as file:
        compare_json(sheet, stored, json.load(file))
    n = compare_formulas(formulas, stored, recalculate(path))
    compare_with_rules(sheet, stored, "stored")

    rand = random.Random(int(seed))
    for turn in range(2):
        change(sheet, rand)
        changed = path.replace(".xlsx", ".changed%d.xlsx" % turn)
        formulas.save(changed)
        compare_with_rules(sheet, recalculate(changed), "changed")
    print(n, "formulas")


main()
