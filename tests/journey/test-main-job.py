#!/usr/bin/python3
"""A trainer's first hour: find somebody, take attendance, undo, enter a mark, export the score sheet."""

import os

import openpyxl

from window import NOW, Window, run_journeys, wait_for

CLASS = "CX-01"


def open_class(window, code):
    window.keys("alt+3")
    window.sees("10 classes")
    window.keys("ctrl+f")
    window.find("entry", "Search")
    window.type(code)
    window.sees("1 class")
    window.keys("Down", "Down", "Return")
    window.sees(f"{code} ·")


def find_by_pinyin(program):
    with Window(program) as window:
        window.start(window.database)
        window.keys("alt+5")
        window.sees("240 trainees")
        window.keys("ctrl+f")
        window.find("entry", "Search")
        window.type("zs")
        window.sees("张三")
        wait_for("a short list", lambda: "240 trainees" not in window.names())
        assert not any("王" in name for name in window.names()), "the search leaves others in the list"


def mark_absent_and_undo(program):
    with Window(program) as window:
        before = window.trainee(CLASS, "张三")
        assert before["employee_no"] == "F10001"
        window.start(window.database)
        open_class(window, CLASS)
        window.keys("ctrl+5")
        window.sees("张三")
        window.keys("ctrl+Home", "a")
        wait_for("the absence in the database", lambda: window.trainee(CLASS, "张三")["absent"] == before["absent"] + 1)
        window.keys("ctrl+z")
        wait_for("the absence undone", lambda: window.trainee(CLASS, "张三") == before)


def enter_a_mark_and_export(program):
    with Window(program) as window:
        before = window.trainee(CLASS, "张三")
        mark = 93 if before["components"]["participation"] != 93 else 94
        window.start(window.database)
        open_class(window, CLASS)
        window.keys("ctrl+7")
        window.sees("张三")
        window.keys("ctrl+Home")
        window.type(str(mark))
        window.keys("Return")
        wait_for("the mark in the database", lambda: window.trainee(CLASS, "张三")["components"]["participation"] == mark)
        after = window.trainee(CLASS, "张三")
        assert after["total"] != before["total"]

        target = window.path("scores.xlsx")
        window.activate("push button", "Export to Excel")
        wait_for("the file dialog", lambda: any("Save" in name for name in window.names()))
        window.keys("ctrl+a")
        window.type(target)
        window.keys("Return")
        wait_for("the workbook", lambda: os.path.exists(target))
        sheet = openpyxl.load_workbook(target, data_only=True)["Scores"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        row = next(row for row in rows if row[0] == "F10001")
        assert row[1] == "张三"
        assert mark in row, row
        assert any(isinstance(value, (int, float)) and abs(value - after["total"]) < 1e-9 for value in row), (after["total"], row)


if __name__ == "__main__":
    print(f"# the clock stands at {NOW}")
    run_journeys([find_by_pinyin, mark_absent_and_undo, enter_a_mark_and_export])
