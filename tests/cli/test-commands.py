#!/usr/bin/python3
"""Every command as a person or a scheduled task meets it: exit codes, sentences, files; good and bad databases, disks and files."""

import fcntl
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
import struct
import subprocess
import sys

from world import World, check

MAN_PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/fourfold.1")

NOBODY = 65534
COURSE = {"fourfold": 1, "course": {
    "code": "C1", "title": "一门课", "benefits": ["a", "b"], "hours": 12.5,
    "syllabus": [{"kind": "lecture", "title": "One", "minutes": 90, "children": [{"kind": "topic", "title": "Two"}]}],
    "attendance": {"grace_minutes": 10, "max_absence_percent": 33.33, "base": "minutes", "min_attended_percent": 50},
    "scheme": {"pass_mark": 65, "award_rounding": "up", "components": [
        {"key": "g", "title": "G", "weight": 40, "components": [{"key": "a", "weight": 0.5, "max": 20}, {"key": "b", "weight": 1}]},
        {"key": "r", "weight": 60, "source": "rubric", "level": 2, "criteria": [{"key": "c1", "max": 5}]},
        {"key": "p", "pretest_of": "a"}]},
    "metrics": [{"key": "m", "baseline": 30, "target": 15.5, "target_kind": "relative"}], "results_days": 90}}

# What a course has in tables of its own.
PARTS = {
    "category": "Service",
    "timetable": [
        {"day": 1, "from": "9:00", "to": "10:30", "item": "1", "activity": "讲授"},
        {"day": 1, "from": "10:30", "to": "10:45", "title": "茶歇", "activity": "break"},
        {"day": 2, "from": "09:00", "to": "10:00", "title": "Drill", "item": "1.1", "layer": "support"}],
    "needs": [{"kind": "gap", "layer": "frontline", "text": "不敢承诺", "source": "Interviews", "percent": 38.5, "item": "1.1"},
              {"kind": "pain_point", "text": "Calls wait"}],
    "goals": [{"level": 3, "text": "85 % apply it"}, {"layer": "management", "text": "Coach"}],
    "deliverables": [{"title": "Script", "edition": "1.0", "item": "1", "issued_on": "2026-05-03"}, {"title": "Script", "edition": "2.0"}]}

BAD_PARTS = (
    ({"timetable": [{"day": 1, "from": "9:00", "to": "8:00", "title": "a"}]}, "$.course.timetable[0]: The end must come after"),
    ({"timetable": [{"day": 1, "from": "9:00", "to": "9:30", "item": "7"}]}, "$.course.timetable[0].item: The syllabus has no item"),
    ({"timetable": [{"day": 1, "from": "9:00", "to": "9:30", "title": "a", "layer": "nobody"}]}, "$.course.timetable[0]:"),
    ({"needs": [{"kind": "wish", "text": "a"}]}, "$.course.needs[0].kind:"),
    ({"goals": [{"level": 5, "text": "a"}]}, "$.course.goals[0].level:"),
    ({"deliverables": [{"title": "a"}, {"title": "a"}]}, "$.course.deliverables[1]: There is an edition 1.0"),
)

USAGE = (
    ((), "Name a command"),
    (("chek",), "Did you mean “check”?"),
    (("imprt", "trainees"), "Did you mean"),
    (("import",), "needs one more word"),
    (("import", "elephants"), "There is no command"),
    (("import", "trainees"), "The argument FILE is missing"),
    (("check", "more"), "one argument too many"),
    (("check", "--frobnicate"), "There is no option"),
    (("export", "scores", "--class", "A"), "“--output” is missing"),
    (("export", "scores", "--class"), "needs a value"),
    (("export", "scores", "--class", "A", "--output", "x.xlsx", "--language", "tlh"), "takes one of en, zh_CN, zh_TW"),
    (("import", "trainees", "x.csv", "--dry-run=yes"), "takes no value"),
    (("show", "class", b"\xff\xfe"), "not valid UTF-8"),
)

# What a course may not be: the change, and the path that the sentence begins with.
BAD_COURSES = (
    (lambda c: c.update(colour="red"), "$.course.colour:"),
    (lambda c: c.pop("title"), "$.course:"),
    (lambda c: c.update(title=""), "$.course.title:"),
    (lambda c: c.update(hours="12"), "$.course.hours:"),
    (lambda c: c.update(hours=-1), "$.course.hours:"),
    (lambda c: c.update(hours=1.255), "$.course.hours:"),
    (lambda c: c.update(results_days=2.5), "$.course.results_days:"),
    (lambda c: c.update(benefits=["a", 1]), "$.course.benefits[1]:"),
    (lambda c: c["syllabus"][0].update(kind="song"), "$.course.syllabus[0].kind:"),
    (lambda c: c["syllabus"][0]["children"][0].pop("title"), "$.course.syllabus[0].children[0]:"),
    (lambda c: c["scheme"]["components"][0].update(weight=-1), "$.course.scheme.components[0].weight:"),
    (lambda c: c["scheme"]["components"][1].pop("weight"), "$.course.scheme.components[1]:"),
    (lambda c: c["scheme"]["components"][1].update(key="g"), "$.course.scheme.components[1].key:"),
    (lambda c: c["scheme"]["components"][1].update(key="b"), "$.course.scheme.components[1].key:"),
    (lambda c: c["scheme"]["components"][2].update(pretest_of="nothing"), "$.course.scheme:"),
    (lambda c: c["scheme"].update(pass_mark=101), "$.course.scheme.pass_mark:"),
    (lambda c: c["scheme"].update(components={}), "$.course.scheme.components:"),
    (lambda c: c["metrics"].append({"key": "m"}), "$.course.metrics[1].key:"),
    (lambda c: c.update(questionnaires=[{"key": "q", "scale": [5, 1]}]), "$.course.questionnaires[0].scale:"),
    (lambda c: c.update(questionnaires=[{"key": "q", "dimensions": [
        {"key": "a", "questions": [{"key": "q1"}]}, {"key": "b", "questions": [{"key": "q1"}]}]}]),
     "$.course.questionnaires[0].dimensions[1].questions[0].key:"),
)
BROKEN_FILES = (
    ("", "$:"), ("{", "$:"), ("[]", "$:"), ("[" * 100000, "$:"), ('{"fourfold": 2, "course": {"code": "C", "title": "T"}}', "$.fourfold:"),
    ('{"course": {"code": "C", "title": "T", "hours": 1, "hours": 2}}', "$.course: The member “hours” stands twice"),
    (b'{"course": {"code": "C", "title": "\xff"}}', "$:"),
)


def test_usage(world):
    for arguments, says in USAGE:
        result = world.run(*arguments)
        check(result.code == 2 and says in result.err and result.out == "", arguments, result)
    check(not os.path.exists(world.database), "wrong usage has made a database")
    result = world.run("check", environment={"FOURFOLD_NOW": "yesterday"})
    check(result.code == 2 and "FOURFOLD_NOW" in result.err, result)


def test_help(world):
    check(world.good("--version", database=False).out.startswith("fourfold "))
    overview = world.good("--help", database=False).out
    commands = overview.split("Commands:")[1].split("Options:")[0].strip().splitlines()
    check(len(commands) >= 13, overview)
    with open(MAN_PAGE, encoding="utf-8") as file:
        manual = " ".join(re.sub(r'\\f.|"', "", file.read().replace("\\-", "-")).split())
    for line in commands:
        words = [word for word in line.strip().split("  ")[0].split() if not word.isupper()]
        text = world.good(*words, "--help", database=False).out
        check(text.startswith("Usage:\n  fourfold " + " ".join(words)), text)
        check("--database FILE" in text, text)
        check(" ".join(words) in manual, "the man page lacks a command", words)
        for option in re.findall(r"^  (--[a-z-]+)", text, re.MULTILINE):
            check(re.search(re.escape(option) + r"(?![a-z-])", manual), "the man page lacks an option", words, option)


def test_missing(world):
    for command in (("check",), ("show", "class", "A"), ("export", "course", "--course", "C1", "--output", world.path("c.json")),
                    ("backup", "--output", world.path("b.fourfold"))):
        world.refused(*command, says="test.fourfold")
    check(not os.path.exists(world.database), "a reading command has made a database")


def test_course(world):
    path = world.write("course.json", json.dumps(COURSE))
    check(world.good("import", "course", path, "--dry-run").out == "1 new, 0 changed, 0 unchanged, 0 rejected\n")
    check(not os.path.exists(world.database), "a dry run has made a database")
    check(world.good("import", "course", path).out == "1 new, 0 changed, 0 unchanged, 0 rejected\n")
    check(world.good("import", "course", path).out == "0 new, 0 changed, 1 unchanged, 0 rejected\n")
    world.good("export", "course", "--course", "C1", "--output", world.path("first.json"))
    check(world.good("import", "course", world.path("first.json")).out.startswith("0 new, 0 changed, 1 unchanged"))
    os.rename(world.database, world.path("other.fourfold"))
    world.good("import", "course", world.path("first.json"))
    world.good("export", "course", "--course", "C1", "--output", world.path("second.json"))
    check(world.read("first.json") == world.read("second.json"), "a round trip changes the file")
    # What the file does not mention stays.
    path = world.write("title.json", '\ufeff{"course": {"code": "C1", "title": "Another"}}')
    check(world.good("import", "course", path).out.startswith("0 new, 1 changed"))
    world.good("export", "course", "--course", "C1", "--output", world.path("third.json"))
    check(world.read("third.json").decode() == world.read("second.json").decode().replace("一门课", "Another"))
    world.good("check")
    world.refused("export", "course", "--course", "none", "--output", world.path("none.json"), says="There is no course “none”")


def test_course_parts(world):
    """Timetable, needs, goals and deliverables come in, go out and come in again as they are; a list that is not mentioned stays."""
    full = {"fourfold": 1, "course": dict(COURSE["course"], **PARTS)}
    full["course"]["syllabus"][0]["children"][0]["made_to_order"] = True
    path = world.write("parts.json", json.dumps(full))
    check(world.good("import", "course", path).out.startswith("1 new"))
    check(world.good("import", "course", path).out.startswith("0 new, 0 changed, 1 unchanged"))
    world.good("export", "course", "--course", "C1", "--output", world.path("first.json"))
    written = json.loads(world.read("first.json"))["course"]
    check(written["timetable"][0] == {"day": 1, "from": "09:00", "to": "10:30", "title": "One", "activity": "talk", "item": "1"}, written)
    check(written["needs"] == PARTS["needs"] and written["goals"] == PARTS["goals"], written)
    check(written["deliverables"] == PARTS["deliverables"] and written["category"] == "Service", written)
    check(written["syllabus"][0]["children"][0]["made_to_order"] is True, written)
    check(world.good("import", "course", world.path("first.json")).out.startswith("0 new, 0 changed, 1 unchanged"))
    world.good("import", "course", world.write("title.json", '{"course": {"code": "C1", "title": "Another", "goals": []}}'))
    world.good("export", "course", "--course", "C1", "--output", world.path("second.json"))
    written = json.loads(world.read("second.json"))["course"]
    check("goals" not in written and len(written["timetable"]) == 3, written)
    world.good("import", "course", world.path("first.json"))
    world.good("export", "course", "--course", "C1", "--output", world.path("third.json"))
    check(world.read("first.json") == world.read("third.json"))
    for parts, says in BAD_PARTS:
        bad = world.write("bad.json", json.dumps({"course": dict(COURSE["course"], **parts)}))
        world.refused("import", "course", bad, says=says)


def test_outline(world):
    """A syllabus as text, in any encoding; what is there already stays itself."""
    world.good("import", "course", world.write("course.json", json.dumps(COURSE)))
    text = "第一讲：花店的一天（90分钟）\n一、开门\n案例：三家花店\n第二讲 One\n"
    plain = world.write("outline.txt", text)
    check(world.good("import", "outline", "--course", "C1", plain, "--dry-run").out == "3 new, 0 changed, 1 unchanged, 0 rejected\n")
    check(world.good("import", "outline", "--course", "C1", world.write("gb.txt", text.encode("gb18030"))).out.startswith("3 new"))
    check(world.good("import", "outline", "--course", "C1", world.write("u16.txt", text.encode("utf-16"))).out
          == "0 new, 0 changed, 4 unchanged, 0 rejected\n")
    world.good("export", "course", "--course", "C1", "--output", world.path("c.json"))
    syllabus = json.loads(world.read("c.json"))["course"]["syllabus"]
    check([item["title"] for item in syllabus] == ["One", "花店的一天"], syllabus)
    check(syllabus[1]["minutes"] == 90 and syllabus[1]["children"][0]["children"][0] == {"kind": "case", "title": "三家花店"}, syllabus)
    result = world.good("import", "outline", "--course", "C1", plain, "--replace")
    check("1 item of the syllabus is not in the text" in result.err and result.out.startswith("0 new"), result)
    check(world.refused("import", "outline", "--course", "C1", world.write("empty.txt", "\n \n"), says="no text").out
          == "0 new, 0 changed, 0 unchanged, 0 rejected\n")
    world.refused("import", "outline", "--course", "C9", plain, says="There is no course “C9”")
    check(world.run("import", "outline", plain).code == 2)


def test_bad_courses(world):
    world.good("import", "course", world.write("course.json", json.dumps(COURSE)))
    files = [(world_text, says) for world_text, says in BROKEN_FILES]
    for change, says in BAD_COURSES:
        course = json.loads(json.dumps(COURSE))
        change(course["course"])
        files.append((json.dumps(course), says))
    world.good("export", "course", "--course", "C1", "--output", world.path("before.json"))
    for text, says in files:
        path = world.write("bad.json", text)
        result = world.refused("import", "course", path, says=f"{path}: {says}")
        check(result.out == "0 new, 0 changed, 0 unchanged, 1 rejected\n", result)
    world.refused("import", "course", world.path("nothing.json"), says="nothing.json")
    world.good("export", "course", "--course", "C1", "--output", world.path("after.json"))
    check(world.read("before.json") == world.read("after.json"), "a refused course has changed something")


def fill(world):
    world.good("import", "course", world.write("course.json", json.dumps(COURSE)))
    world.good("import", "trainees", world.write("t.csv", "employee_no,name\n001,张三\n002,=1+1\n"))
    world.good("import", "plan", world.write("p.csv", "class,course,starts_on\nA,C1,2026-09-23\n"))
    world.good("import", "enrolments", world.write("e.csv", "class,employee_no\nA,001\nA,002\n"))


def test_busy(world):
    fill(world)
    with open(world.database + ".lock", "w", encoding="utf-8") as lock:
        lock.write("user=wang\nhost=desk7\npid=4711\nsince=2026-09-25 08:00\n")
        lock.flush()
        fcntl.fcntl(lock, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))
        result = world.refused("import", "trainees", world.path("t.csv"), says="wang on desk7 (process 4711")
        check(result.out == "", result)
        world.good("show", "class", "A")
        world.good("export", "scores", "--class", "A", "--output", world.path("a.xlsx"))
        world.good("backup", "--output", world.path("b.fourfold"))
        world.refused("restore", world.path("b.fourfold"), says="wang")
    world.good("import", "trainees", world.path("t.csv"))


def test_bad_databases(world):
    fill(world)
    sound = world.read("test.fourfold")

    foreign = world.path("foreign.fourfold")
    sqlite3.connect(foreign).executescript("CREATE TABLE a (b); INSERT INTO a VALUES (1);")
    text = world.write("text.fourfold", "no database at all, but long enough to be looked at\n" * 100)
    damaged = world.write("damaged.fourfold", sound[:4096] + b"\x55" * (len(sound) - 4096))
    short = world.write("short.fourfold", sound[:6000])
    for path in (foreign, text, damaged, short):
        before = open(path, "rb").read()
        for command in (("import", "trainees", world.path("t.csv")), ("show", "class", "A"), ("check",)):
            result = world.run(*command, "--database", path, database=False)
            check(result.code == 1 and result.err != "", path, result)
        check(open(path, "rb").read() == before, path, "has been changed")
        world.refused("restore", path)
    world.good("check")


def test_read_only(world):
    """Root ignores the modes of files, so that another user tries."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return
    fill(world)
    os.chmod(world.folder, 0o755)
    os.chmod(world.database, 0o644)
    prefix = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    os.mkdir(world.path("mine"), 0o755)
    os.chown(world.path("mine"), NOBODY, NOBODY)
    world.refused("import", "trainees", world.path("t.csv"), prefix=prefix)
    world.good("show", "class", "A", prefix=prefix)
    world.good("export", "scores", "--class", "A", "--output", world.path("mine/a.xlsx"), prefix=prefix)
    world.refused("export", "scores", "--class", "A", "--output", world.path("a.xlsx"), prefix=prefix, says="You may not write")
    world.refused("export", "course", "--course", "C1", "--output", world.path("c.json"), prefix=prefix, says="You may not write")


def leftovers(folder):
    return [name for name in os.listdir(folder) if name.endswith(".part") or "fourfold-" in name]


def test_export_is_whole(world):
    fill(world)
    target = world.path("out.xlsx")
    export = ("export", "scores", "--class", "A", "--output")
    world.write("out.xlsx", "what was there before")
    os.chmod(target, 0o640)

    # Files may grow to what the database's own helpers need, and the workbook needs more.
    world.good("import", "trainees", world.write("many.csv", "employee_no,name\n" + "".join(f"{n},N{n * n}\n" for n in range(100, 700))))
    world.good("import", "enrolments", world.write("in.csv", "class,employee_no\n" + "".join(f"A,{n}\n" for n in range(100, 700))))

    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))

    world.refused(*export, target, preexec_fn=small_files)
    check(world.read("out.xlsx") == b"what was there before", "a failed export has changed its target")
    check(leftovers(world.folder) == [], "a failed export leaves", leftovers(world.folder))

    world.good(*export, target)
    check(world.read("out.xlsx")[:2] == b"PK" and stat.S_IMODE(os.stat(target).st_mode) == 0o640)
    check(leftovers(world.folder) == [], leftovers(world.folder))
    world.good(*export, world.path("new.xlsx"), preexec_fn=lambda: os.umask(0o027))
    check(stat.S_IMODE(os.stat(world.path("new.xlsx")).st_mode) == 0o640)

    os.symlink("new.xlsx", world.path("link.xlsx"))
    world.write("new.xlsx", "old")
    world.good(*export, world.path("link.xlsx"))
    check(os.path.islink(world.path("link.xlsx")) and world.read("new.xlsx")[:2] == b"PK", "a link has been replaced")

    world.refused(*export, world.folder, says="name a file")
    world.refused(*export, world.path("no/such/a.xlsx"), says="does not exist")
    world.refused("export", "scores", "--class", "B", "--output", target, says="There is no class “B”")


def test_full_disk(world):
    """On a small file system of its own, where this process may make one."""
    fill(world)
    os.mkdir(world.path("small"))
    command = ["unshare", "-m", "sh", "-c",
               'mount -t tmpfs -o size=16k none "$1" || exit 77; "$2" export scores --database "$3" --class A --output "$1/a.xlsx"; '
               'code=$?; [ -z "$(ls -A "$1")" ] || exit 78; exit $code', "sh", world.path("small"), world.program, world.database]
    done = subprocess.run(command, env=world.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        print("no file system of its own:", done.stderr)
        return
    check(done.returncode == 1 and "no room" in done.stderr, done.returncode, done.stderr)


def test_backup(world):
    fill(world)
    copy = world.path("copy.fourfold")
    world.good("backup", "--output", copy)
    world.good("import", "trainees", world.write("more.csv", "employee_no,name\n003,李四\n"))
    world.good("restore", copy)
    kept = [name for name in os.listdir(world.folder) if "before-restore" in name]
    check(len(kept) == 1, os.listdir(world.folder))
    check(world.good("import", "trainees", world.path("more.csv")).out.startswith("1 new"), "the restored database is not the old one")
    check(world.good("import", "trainees", world.path("more.csv"), "--database", world.path(kept[0]), database=False)
          .out.startswith("0 new"), "the file that was kept is not the one that was there")
    world.refused("restore", world.path("none.fourfold"))
    world.refused("backup", "--output", world.path("no/such/b.fourfold"))


def test_findings(world):
    fill(world)
    connection = sqlite3.connect(world.database)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_schema WHERE type = 'trigger'")
    connection.commit()
    connection.close()
    connection = sqlite3.connect(world.database)
    connection.execute("UPDATE course SET sort_key = 'wrong'")
    connection.commit()
    connection.close()
    result = world.run("check")
    check(result.code == 1 and (result.out != "" or result.err != ""), result)


def test_text_in_cells(world):
    """What begins like a formula is text in the workbook."""
    fill(world)
    world.good("export", "scores", "--class", "A", "--output", world.path("a.xlsx"))
    import openpyxl
    sheet = openpyxl.load_workbook(world.path("a.xlsx"))["Scores"]
    check([sheet.cell(row, 1).value for row in (3, 4)] == ["001", "002"])
    check(sheet.cell(4, 2).value == "=1+1" and sheet.cell(4, 2).data_type in ("s", "inlineStr"), sheet.cell(4, 2).data_type)


def main():
    program = os.path.abspath(sys.argv[1])
    for test in (test_usage, test_help, test_missing, test_course, test_course_parts, test_outline, test_bad_courses, test_busy, test_bad_databases, test_read_only,
                 test_export_is_whole, test_full_disk, test_backup, test_findings, test_text_in_cells):
        with World(program) as world:
            test(world)
        print("ok", test.__name__, flush=True)


main()
