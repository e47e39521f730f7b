#!/usr/bin/python3
"""Imports of files as people send them: workbooks that other programs wrote, in the order and with the oddities of real lists; which
stream says what, and which exit code."""

import datetime
import shutil
import sqlite3
import subprocess
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from world import World, check

PEOPLE = (("00123", "张三", "华东/客服部", "专员"), ("00124", "李四", "华东/客服部", "主管"), ("F9", "王五", "东区门店", "店长"))


def stored(world):
    with sqlite3.connect(world.database) as connection:
        return connection.execute("SELECT employee_no, trainee.name, department.path, job_title FROM trainee JOIN department ON"
                                  " department.id = department_id WHERE deleted = 0 ORDER BY employee_no").fetchall()


def test_office_roster(world):
    """A merged title, a department merged downwards, numbers padded by a format, a hidden sheet in front, sums below."""
    book = openpyxl.Workbook()
    book.active.title = "码表"
    book.active.append(["一线", "管理"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("花名册")
    sheet.append(["2026年花名册"])
    sheet.merge_cells("A1:E1")
    sheet.append(["序号", "部门", "工号", "姓 名", "岗位"])
    sheet.append([1, "华东/客服部", 123, "张三", "专员"])
    sheet.append([2, None, 124, "李四", "主管"])
    sheet.append([3, "东区门店", "F9", "王五", "店长"])
    sheet.append(["合计", None, "=COUNTA(C3:C5)"])
    sheet.merge_cells("B3:B4")
    for row in (3, 4):
        sheet.cell(row, 3).number_format = "00000"
    book.save(world.path("roster.xlsx"))

    result = world.good("import", "trainees", world.path("roster.xlsx"))
    check(result.out == "3 new, 0 changed, 0 unchanged, 0 rejected\n", result)
    check("Row 1 " in result.err and "合计" in result.err, result)
    check(stored(world) == list(PEOPLE), stored(world))
    check(world.good("import", "trainees", world.path("roster.xlsx"), "--sheet", "花名册").out.startswith("0 new, 0 changed, 3 unchanged"))
    world.refused("import", "trainees", world.path("roster.xlsx"), "--sheet", "Sheet9", says="“花名册”")
    world.refused("import", "trainees", world.path("roster.xlsx"), "--sheet", "码表", says="employee_no")


def test_lost_digits(world):
    book = openpyxl.Workbook()
    book.active.append(["工号", "姓名"])
    book.active.append([440301199001011234, "张三"])
    book.active.append(["440301199001011234", "李四"])
    path = world.path("digits.xlsx")
    book.save(path)
    result = world.refused("import", "trainees", path)
    check(f"{path}:2:工号: The spreadsheet has already lost digits" in result.err, result)
    check(result.out == "1 new, 0 changed, 0 unchanged, 1 rejected\n", result)
    check(world.good("import", "trainees", path, "--skip-bad").out == result.out)


def plan_dates(world, code):
    with sqlite3.connect(world.database) as connection:
        return connection.execute("SELECT starts_on, ends_on FROM run WHERE code = ?", (code,)).fetchone()


def test_dates(world):
    """Dates as cells of both calendars, and sessions with times."""
    course = '{"fourfold": 1, "course": {"code": "C1", "title": "T"}}'
    world.good("import", "course", world.write("course.json", course))
    for code, epoch in (("K1900", None), ("K1904", CALENDAR_MAC_1904)):
        book = openpyxl.Workbook()
        if epoch is not None:
            book.epoch = epoch
        book.active.append(["班次", "课程", "开始日期", "结束日期"])
        book.active.append([code, "C1", datetime.date(2026, 9, 21), datetime.datetime(2026, 9, 22)])
        book.save(world.path("plan.xlsx"))
        world.good("import", "plan", world.path("plan.xlsx"))
        check(plan_dates(world, code) == ("2026-09-21", "2026-09-22"), plan_dates(world, code))

    book = openpyxl.Workbook()
    book.active.append(["班次", "课次", "日期", "开始", "结束", "讲师"])
    book.active.append(["K1900", "S1", datetime.date(2026, 9, 21), datetime.time(8, 30), datetime.time(12, 0), "周文杰"])
    book.active.append(["K1904", "S1", None, datetime.datetime(2026, 9, 21, 9, 0), datetime.datetime(2026, 9, 21, 10, 0), "周文杰"])
    book.save(world.path("schedule.xlsx"))
    result = world.good("import", "schedule", world.path("schedule.xlsx"))
    check("The trainer 周文杰 is new." in result.err, result)
    check("Clash: K1900/S1: Trainer 周文杰 is also needed in class K1904, session S1: 2026-09-21 09:00–10:00 (60 minutes)." in result.err, result)
    with sqlite3.connect(world.database) as connection:
        rows = connection.execute("SELECT starts_at, ends_at FROM session ORDER BY starts_at").fetchall()
    check(rows == [("2026-09-21 08:30", "2026-09-21 12:00"), ("2026-09-21 09:00", "2026-09-21 10:00")], rows)


def test_gnumeric(world):
    """What Gnumeric writes from a CSV file."""
    if shutil.which("ssconvert") is None:
        print("# ssconvert is not installed")
        return
    text = "工号,姓名,部门,岗位\n" + "".join(",".join(person) + "\n" for person in PEOPLE).replace("00123", "A00123").replace("00124", "A00124")
    source = world.write("gnumeric.csv", text)
    subprocess.run(["ssconvert", "--import-encoding=UTF-8", source, world.path("gnumeric.xlsx")], check=True, capture_output=True,
                   env=dict(world.environment, LC_ALL="C.UTF-8"))
    check(world.good("import", "trainees", world.path("gnumeric.xlsx")).out.startswith("3 new"))
    check(world.good("import", "trainees", source).out == "0 new, 0 changed, 3 unchanged, 0 rejected\n")


def test_streams(world):
    """Counts on stdout, everything else on stderr; a dry run has the exit code that the import would have."""
    path = world.write("bad.csv", "工号,姓名,备注\n1,张三,x\n2,,y\n")
    line = f"{path}:3:姓名: "
    counts = "1 new, 0 changed, 0 unchanged, 1 rejected\n"
    for options in ((), ("--dry-run",)):
        result = world.refused("import", "trainees", path, *options)
        check(result.out == counts and line in result.err and "“备注”" in result.err, result)
    for options in (("--dry-run", "--skip-bad"), ("--skip-bad",)):
        result = world.good("import", "trainees", path, *options)
        check(result.out == counts and line in result.err, result)
    check(world.good("import", "trainees", path, "--skip-bad").out.startswith("0 new, 0 changed, 1 unchanged"))


def test_encodings(world):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"):
        path = world.path(f"{encoding}.csv")
        with open(path, "w", encoding=encoding) as out:
            out.write("工號,姓名,部門\n00123,陳大文,客戶服務部\n00124,李小明,客戶服務部\n")
        check(world.good("import", "trainees", path).out.endswith(" 0 rejected\n"))
    with sqlite3.connect(world.database) as connection:
        names = connection.execute("SELECT name FROM trainee ORDER BY employee_no").fetchall()
    check(names == [("陳大文",), ("李小明",)], names)
    result = world.run("import", "trainees", path, "--encoding", "klingon")
    check(result.code == 2, result)
    check(world.good("import", "trainees", path, "--encoding", "big5", "--delimiter", "comma").out.startswith("0 new, 0 changed, 2 unchanged"))


def test_refused_files(world):
    for name, data in (("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("page.xls", b"<html><table></table></html>")):
        with open(world.path(name), "wb") as out:
            out.write(data)
        result = world.refused("import", "trainees", world.path(name), says="save it as .xlsx")
        check(result.out == "0 new, 0 changed, 0 unchanged, 0 rejected\n", result)


def main():
    for test in (test_office_roster, test_lost_digits, test_dates, test_gnumeric, test_streams, test_encodings, test_refused_files):
        with World(sys.argv[1]) as world:
            test(world)
            world.good("check")
        print("ok", test.__name__, flush=True)


main()
