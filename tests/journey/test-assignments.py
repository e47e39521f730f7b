#!/usr/bin/python3
"""The tab of assignments without a mouse: what is handed in, what everybody commits to, and seven days of cases."""

import sqlite3

from window import NOW, Window, run_journeys, wait_for

CLASS = "SQ-01"


def query(window, sql):
    connection = sqlite3.connect(f"file:{window.database}?mode=ro", uri=True)
    try:
        return connection.execute(sql, (CLASS,)).fetchall()
    finally:
        connection.close()


def hand_ins(window):
    """Who has handed in what, in the order of entry."""
    return query(window, """
        SELECT assignment.title, submission.edition, submission.handed_in_at, submission.score FROM submission
        JOIN assignment ON assignment.id = submission.assignment_id JOIN run ON run.id = assignment.run_id
        WHERE run.code = ? ORDER BY submission.id""")


def commitments(window):
    return query(window, """
        SELECT commitment.kind, commitment.status, commitment.due_on FROM commitment
        JOIN enrolment ON enrolment.id = commitment.enrolment_id JOIN run ON run.id = enrolment.run_id
        WHERE run.code = ? ORDER BY commitment.id""")


def days(window):
    return query(window, """
        SELECT commitment_day.day, commitment_day.cases FROM commitment_day
        JOIN commitment ON commitment.id = commitment_day.commitment_id JOIN enrolment ON enrolment.id = commitment.enrolment_id
        JOIN run ON run.id = enrolment.run_id WHERE run.code = ? ORDER BY commitment_day.id""")


def open_class(window, key):
    window.start(window.database)
    window.keys("alt+3")
    window.sees("10 classes")
    window.keys("ctrl+f")
    window.find("entry", "Search")
    window.type(CLASS)
    window.sees("1 class")
    window.keys("Down", "Down", "Return")
    window.sees(f"{CLASS} ·")
    window.keys(key)


def make_assignment(window):
    open_class(window, "ctrl+6")
    window.sees("Nothing Is to Be Handed In Yet")
    window.keys("ctrl+n")
    window.sees("New Assignment")
    window.type("Script")
    window.keys("alt+a")
    window.sees("no term")


def hand_in(program):
    with Window(program) as window:
        make_assignment(window)
        window.keys("h", "h")
        wait_for("two hand-ins", lambda: [h[:3] for h in hand_ins(window)] == [("Script", "1.0", "2026-09-22 18:00")] * 2)
        window.keys("Up")
        window.type("9-21 16:30")
        window.keys("Return")
        wait_for("a time of its own", lambda: hand_ins(window)[1][2] == "2026-09-21 16:30")
        window.keys("Up", "n")
        wait_for("another edition", lambda: [h[1] for h in hand_ins(window)] == ["1.0", "1.0", "2.0"])
        window.keys("ctrl+z", "ctrl+z")
        wait_for("both taken back", lambda: [h[1:3] for h in hand_ins(window)] == [("1.0", "2026-09-22 18:00")] * 2)


def ask_and_step(program):
    with Window(program) as window:
        open_class(window, "ctrl+shift+c")
        window.sees("Nobody Has Committed to Anything Yet")
        window.keys("ctrl+n")
        window.sees("Ask Everybody for a Commitment")
        window.keys("alt+a")
        wait_for("a plan of everybody", lambda: len(commitments(window)) == 36)
        assert all(kind == "micro_plan" and status == "planned" for kind, status, due in commitments(window))
        window.sees("Planned")
        window.keys("ctrl+6", "ctrl+shift+c", "Down", "Down", "plus")
        wait_for("one handed in", lambda: sorted(c[1] for c in commitments(window))[-1] == "submitted")
        window.keys("ctrl+z")
        wait_for("taken back", lambda: all(c[1] == "planned" for c in commitments(window)))


def log_seven_days(program):
    with Window(program) as window:
        path = window.path("plans.csv")
        number = window.shown_class(CLASS)["trainees"][0]["employee_no"]
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"班次,工号,行动承诺,类型\n{CLASS},{number},每日三例,七天计划\n")
        window.cli("import", "commitments", path)
        open_class(window, "ctrl+shift+l")
        window.sees("每日三例")
        window.keys("ctrl+Home")
        window.type("2026-09-15")
        window.keys("Tab")
        for cases in "3425303":
            window.type(cases)
            window.keys("Tab")
        expected = [(f"2026-09-{15 + day}", int(cases)) for day, cases in enumerate("3425303")]
        wait_for("seven days", lambda: days(window) == expected)
        window.sees("5 of 7 days reached")


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([hand_in, ask_and_step, log_seven_days])
