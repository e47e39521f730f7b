#!/usr/bin/python3
"""HR's desk: a class made from its course with its sessions, looked at on its schedule, and taken back."""

import sqlite3

from window import NOW, Window, run_journeys, wait_for

CLASS = "KA-300-02"


def starts(window):
    """When the sessions begin, by their keys; read beside the window that writes."""
    connection = sqlite3.connect(f"file:{window.database}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute("SELECT session.starts_at FROM session JOIN run ON run.id = session.run_id"
                                                     " WHERE run.code = ? AND run.deleted = 0 ORDER BY session.key", (CLASS,))]
    finally:
        connection.close()


def make_a_class_and_undo(program):
    with Window(program, language="en") as window:
        window.start(window.database)
        window.keys("alt+3")
        window.sees("10 classes")
        window.keys("ctrl+n")
        window.sees("Choose a course to see the sessions of its class.")
        window.keys("space")
        window.sees("KA-300")
        window.keys("Down", "Return")
        window.sees("4 sessions · 12 h")
        window.keys("ctrl+Return")
        window.sees(f"{CLASS} ·")
        made = wait_for("the sessions in the database", lambda: starts(window))
        assert len(made) == 4, made

        window.keys("ctrl+2")
        window.sees("9 of 9 items of the syllabus are taught.")
        window.keys("ctrl+z")
        wait_for("the class undone", lambda: starts(window) == [])


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([make_a_class_and_undo])
