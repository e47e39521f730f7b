#!/usr/bin/python3
"""A trainer who is booked twice: Today says so first, and the clash stays until somebody says why it may stand."""

import json

from window import NOW, Window, run_journeys, wait_for

REASON = "The second hour is a film"


def acceptances(window):
    """What was said about each clash in the schedule, by the sessions that clash."""
    shown = json.loads(window.cli("show", "clashes", "--json"))["clashes"]
    return {(clash["a"]["session"], clash["b"]["session"]): clash["accepted"] for clash in shown if clash["kind"] == "trainer"}


def accept_a_clash_and_undo(program):
    with Window(program, language="en") as window:
        before = acceptances(window)
        assert before and not any(before.values()), before
        window.start(window.database)
        window.sees("Ye Zhen also teaches")
        window.activate("push button", "Solve…: Ye Zhen")
        window.sees("Keep both and note why")
        window.activate("push button", "Accept…")
        window.find("text", "Why both are kept")
        window.type(REASON)
        window.keys("Return")
        wait_for("the reason in the schedule", lambda: list(acceptances(window).values()).count(REASON) == 1)

        # Another session of both classes still clashes.
        assert None in acceptances(window).values()
        window.keys("Escape")
        window.keys("ctrl+z")
        wait_for("the acceptance undone", lambda: not any(acceptances(window).values()))


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([accept_a_clash_and_undo])
