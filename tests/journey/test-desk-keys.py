#!/usr/bin/python3
"""The trainer's desk without a mouse: thirty people's marks and register typed by real keys into the program's own window, a block
pasted from a spreadsheet, and every value read back from the database."""

import json
import sqlite3
import subprocess
import time

from window import NOW, Window, run_journeys, wait_for

CLASS = "DESK-01"
PEOPLE = 30
LEAVES = [f"part{i}" for i in range(1, 9)]
STATUS_KEYS = {"p": "present", "l": "late", "a": "absent"}


def write(window, name, lines):
    path = window.path(name)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines)
    return path


def make_class(window):
    """A class of thirty people with eight parts to mark and one session that is just over."""
    numbers = [f"K{i:03d}" for i in range(1, PEOPLE + 1)]
    course = {"fourfold": 1, "course": {"code": "DESK", "title": "Desk", "scheme": {
        "components": [{"key": leaf, "title": leaf.capitalize(), "weight": 1} for leaf in LEAVES]}}}
    window.cli("import", "course", write(window, "course.json", [json.dumps(course)]))
    window.cli("import", "plan", write(window, "plan.csv", ["class,course,title,starts_on,ends_on",
                                                            f"{CLASS},DESK,Desk,2026-09-22,2026-09-22"]))
    window.cli("import", "schedule", write(window, "schedule.csv", ["class,session,starts_at,ends_at",
                                                                    f"{CLASS},S1,2026-09-22 13:30,2026-09-22 17:00"]))
    window.cli("import", "trainees", write(window, "trainees.csv", ["employee_no,name"] + [f"{no},Person {no}" for no in numbers]))
    window.cli("import", "enrolments", write(window, "enrolments.csv", ["class,employee_no"] + [f"{CLASS},{no}" for no in numbers]))


def people(window):
    """The employee numbers in the order of the rows."""
    return [trainee["employee_no"] for trainee in window.shown_class(CLASS)["trainees"]]


def query(window, sql):
    connection = sqlite3.connect(f"file:{window.database}?mode=ro", uri=True)
    try:
        return connection.execute(sql, (CLASS,)).fetchall()
    finally:
        connection.close()


def marks(window):
    """What is stored, by person and part, in hundredths."""
    return {(person, leaf): score for person, leaf, score in query(window, """
        SELECT trainee.employee_no, component.key, mark.score FROM mark JOIN enrolment ON enrolment.id = mark.enrolment_id
        JOIN trainee ON trainee.id = enrolment.trainee_id JOIN component ON component.id = mark.component_id
        JOIN run ON run.id = enrolment.run_id WHERE run.code = ?""")}


def statuses(window):
    return dict(query(window, """
        SELECT trainee.employee_no, attendance.status FROM attendance JOIN enrolment ON enrolment.id = attendance.enrolment_id
        JOIN trainee ON trainee.id = enrolment.trainee_id JOIN run ON run.id = enrolment.run_id WHERE run.code = ?"""))


def open_class(window, tab):
    window.start(window.database)
    window.keys("alt+3")
    window.keys("ctrl+f")
    window.find("entry", "Search")
    window.type(CLASS)
    window.sees("1 class")
    window.keys("Down", "Down", "Return")
    window.sees(f"{CLASS} ·")
    window.keys(tab)


def mark_of(row, column):
    """Some with decimals, some below the pass mark, and few twice."""
    return 3500 + (row * 8 + column) * 25


def keys_of(mark):
    text = f"{mark / 100:.2f}".rstrip("0").rstrip(".")
    return ["period" if letter == "." else letter for letter in text]


def type_marks(program):
    with Window(program, language="en") as window:
        make_class(window)
        rows = people(window)
        assert len(rows) == PEOPLE, rows
        open_class(window, "ctrl+7")
        window.sees("Part8")
        window.keys("ctrl+Home")

        begin = time.monotonic()
        for row in range(PEOPLE):
            keys = []
            for column in range(len(LEAVES)):
                keys += keys_of(mark_of(row, column)) + ["Tab" if column + 1 < len(LEAVES) else "Return"]
            window.press(keys)
        expected = {(person, leaf): mark_of(row, column) for row, person in enumerate(rows) for column, leaf in enumerate(LEAVES)}
        wait_for("every mark in the database", lambda: len(marks(window)) == len(expected))
        print(f"# {len(expected)} marks typed and written in {time.monotonic() - begin:.1f} s")
        assert marks(window) == expected, {key: (marks(window).get(key), value) for key, value in expected.items()
                                           if marks(window).get(key) != value}
        first = window.shown_class(CLASS)["trainees"][0]
        assert first["components"] == {leaf: mark_of(0, column) / 100 for column, leaf in enumerate(LEAVES)}, first
        assert not first["provisional"]


def type_register(program):
    with Window(program, language="en") as window:
        make_class(window)
        rows = people(window)
        typed = ["pla"[(row * row) % 3] for row in range(PEOPLE)]
        open_class(window, "ctrl+5")
        window.sees("S1")
        window.keys("ctrl+Home")

        begin = time.monotonic()
        window.press(typed)
        wait_for("the whole register in the database", lambda: len(statuses(window)) == PEOPLE)
        print(f"# the register of {PEOPLE} people typed and written in {time.monotonic() - begin:.1f} s")
        expected = {person: STATUS_KEYS[key] for person, key in zip(rows, typed)}
        assert statuses(window) == expected, statuses(window)

        window.keys("ctrl+z")
        wait_for("the last one undone", lambda: statuses(window) == {person: expected[person] for person in rows[:-1]})


def paste_and_undo(program):
    """A block as a spreadsheet copies it: looked at, one value refused, the others pasted, and all of it taken back at once."""
    with Window(program, language="en") as window:
        make_class(window)
        rows = people(window)
        open_class(window, "ctrl+7")
        window.sees("Part8")
        window.keys("ctrl+Home")
        block = "\r\n".join(["78\t\"82,5\"\t９１", "64\t170\t75", "\t\t"]) + "\r\n"
        with subprocess.Popen(["xclip", "-selection", "clipboard", "-loops", "0"], stdin=subprocess.PIPE) as clipboard:
            clipboard.stdin.write(block.encode())
            clipboard.stdin.close()
            # Before it owns the selection there is nothing to paste.
            wait_for("the block on the clipboard", lambda: subprocess.run(
                ["xclip", "-o", "-selection", "clipboard"], capture_output=True, check=False).stdout == block.encode())
            window.keys("ctrl+v")
            window.sees("5 cells change · 1 refused")
            window.sees("170")
            assert marks(window) == {}, "the preview wrote something"
            window.keys("Return")
            expected = {(rows[0], "part1"): 7800, (rows[0], "part2"): 8250, (rows[0], "part3"): 9100,
                        (rows[1], "part1"): 6400, (rows[1], "part3"): 7500}
            wait_for("the block in the database", lambda: marks(window) == expected)
            window.keys("ctrl+z")
            wait_for("the paste undone", lambda: marks(window) == {})
            clipboard.terminate()


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([type_marks, type_register, paste_and_undo])
