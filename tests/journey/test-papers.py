#!/usr/bin/python3
"""Test papers without a mouse: answers typed by one key each make the mark, the journal tells of them, and what is undone has its name
also after a restart."""

import json
import sqlite3

from window import NOW, Window, run_journeys, wait_for, walk

CLASS = "PAPER-01"
PEOPLE = ["K001", "K002", "K003"]
ITEMS = [
    {"key": "1", "kind": "choice", "title": "Which?", "options": ["x", "y", "z"], "answer": "B", "points": 2},
    {"key": "2", "kind": "choice", "title": "Which ones?", "options": ["x", "y", "z"], "answer": "AC", "points": 2},
    {"key": "3", "kind": "short", "title": "Why?", "points": 6},
]


def write(window, name, lines):
    path = window.path(name)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line + "\n" for line in lines)
    return path


def make_class(window):
    course = {"fourfold": 1, "course": {"code": "PAPER", "title": "Paper", "scheme": {"components": [
        {"key": "written", "title": "Written", "weight": 100, "source": "test", "items": ITEMS}]}}}
    window.cli("import", "course", write(window, "course.json", [json.dumps(course)]))
    window.cli("import", "plan", write(window, "plan.csv", ["class,course,title,starts_on,ends_on",
                                                            f"{CLASS},PAPER,Paper class,2026-09-22,2026-09-22"]))
    window.cli("import", "trainees", write(window, "trainees.csv", ["employee_no,name"] + [f"{no},Person {no}" for no in PEOPLE]))
    window.cli("import", "enrolments", write(window, "enrolments.csv", ["class,employee_no"] + [f"{CLASS},{no}" for no in PEOPLE]))


def answers(window):
    """What is stored, by person and item."""
    connection = sqlite3.connect(f"file:{window.database}?mode=ro", uri=True)
    try:
        return {(no, key): letters if letters is not None else score for no, key, letters, score in connection.execute("""
            SELECT trainee.employee_no, test_item.key, test_answer.answer, test_answer.score FROM test_answer
            JOIN test_item ON test_item.id = item_id JOIN enrolment ON enrolment.id = enrolment_id
            JOIN trainee ON trainee.id = trainee_id""")}
    finally:
        connection.close()


def open_papers(window):
    window.start(window.database)
    window.keys("alt+3")
    window.keys("ctrl+f")
    window.find("entry", "Search")
    window.type(CLASS)
    window.sees("1 class")
    window.keys("Down", "Down", "Return")
    window.sees(f"{CLASS} ·")
    window.keys("ctrl+7")
    window.sees("Why This Total")
    window.keys("ctrl+t")
    window.sees("Edit Paper")
    window.sees("Person K001")


def descriptions(window):
    return [node.get_description() for node in walk(window.root()) if node.get_description()]


def type_answers(program):
    with Window(program, language="en") as window:
        make_class(window)
        open_papers(window)
        window.press(["b", "a", "c", "Return", "4", "period", "5", "Return"])
        window.press(["1", "0", "Return", "0", "Return"])
        window.press(["c"])
        expected = {("K001", "1"): "B", ("K001", "2"): "AC", ("K001", "3"): 450, ("K002", "1"): "A", ("K002", "2"): "",
                    ("K002", "3"): 0, ("K003", "1"): "C"}
        wait_for("every answer in the database", lambda: len(answers(window)) == len(expected))
        assert answers(window) == expected, answers(window)
        marks = {trainee["employee_no"]: trainee["components"].get("written") for trainee in window.shown_class(CLASS)["trainees"]}
        assert marks == {"K001": 85, "K002": 0, "K003": None}, marks

        window.keys("alt+Left")
        window.sees(f"{CLASS} ·")
        window.keys("ctrl+j")
        window.sees("Journal")
        window.sees("Person K003 · Written · Which? · Answer")

        window.process.terminate()
        window.process.wait(timeout=20)
        window.start(window.database)
        wait_for("the name of what would be undone",
                 lambda: any("Enter the answer to item 1 of Person K003" in text for text in descriptions(window)))
        window.keys("ctrl+z")
        wait_for("the last answer undone", lambda: ("K003", "1") not in answers(window))
        wait_for("the name of what would be done again",
                 lambda: any("Redo: Enter the answer to item 1 of Person K003" in text for text in descriptions(window)))


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([type_answers])
