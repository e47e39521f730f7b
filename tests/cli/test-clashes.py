#!/usr/bin/python3
"""Clashes from imported files: what “show clashes” prints, as JSON and in words, and what an import says about them."""

import json
import sqlite3
import sys

from world import World, check

SCHEDULE = """class,session,starts_at,ends_at,venue,trainers,mode,joint
A,S1,2026-09-22 09:00,2026-09-22 12:00,Room 1,Lin,on_site,
B,S1,2026-09-22 11:00,2026-09-22 13:00,Room 1,Zhou,on_site,
B,S2,2026-09-22 11:30,2026-09-22 12:30,,Lin,online,
A,S2,2026-09-23 09:00,2026-09-23 12:00,Room 2,Lin,on_site,K
B,S3,2026-09-23 09:00,2026-09-23 12:00,Room 2,Lin,on_site,K
A,S3,2026-09-24 09:00,2026-09-24 12:00,Room 1,Lin,on_site,
B,S4,2026-09-24 12:00,2026-09-24 13:00,Room 1,Lin,on_site,
A,S4,2026-10-01 09:00,2026-10-01 10:00,Room 1,Lin,on_site,
"""


def clash(kind, name, a, b, start, end, minutes, accepted=None):
    def side(words):
        return None if words is None else {"class": words[0], "session": words[1:]}
    return {"kind": kind, "name": name, "a": side(a), "b": side(b), "from": start, "to": end, "minutes": minutes, "accepted": accepted}


def prepare(world):
    world.good("import", "course", world.write("course.json", '{"fourfold": 1, "course": {"code": "C1", "title": "T"}}'))
    world.good("import", "plan", world.write("plan.csv", "class,course,starts_on,ends_on\nA,C1,2026-09-22,2026-10-01\nB,C1,2026-09-22,2026-10-01\n"))
    world.good("import", "trainees", world.write("trainees.csv", "employee_no,name\nE1,张三\nE2,李四\n"))
    world.good("import", "enrolments", world.write("enrolments.csv", "class,employee_no\nA,E1\nA,E2\nB,E2\n"))


def shown(world):
    return json.loads(world.good("show", "clashes", "--json").out)["clashes"]


def test_json(world):
    prepare(world)
    check(shown(world) == [], "an empty schedule has clashes")
    result = world.good("import", "schedule", world.write("schedule.csv", SCHEDULE))
    expected = [
        clash("venue", "Room 1", "AS1", "BS1", "2026-09-22 11:00", "2026-09-22 12:00", 60),
        clash("trainee", "李四", "AS1", "BS1", "2026-09-22 11:00", "2026-09-22 12:00", 60),
        clash("trainer", "Lin", "AS1", "BS2", "2026-09-22 11:30", "2026-09-22 12:00", 30),
        clash("trainee", "李四", "AS1", "BS2", "2026-09-22 11:30", "2026-09-22 12:00", 30),
        clash("trainee", "李四", "BS1", "BS2", "2026-09-22 11:30", "2026-09-22 12:30", 60),
    ]
    check(shown(world) == expected, json.dumps(shown(world), ensure_ascii=False, indent=1))
    check(result.err.count("Clash: ") == len(expected), result)
    check("Clash: A/S1: Trainer Lin is also needed in class B, session S2: 2026-09-22 11:30–12:00 (30 minutes)." in result.err, result)

    # The same file again changes nothing and repeats nothing.
    check("Clash" not in world.good("import", "schedule", world.path("schedule.csv")).err)

    world.good("check")

    text = world.good("show", "clashes").out
    check(len(text.splitlines()) == len(expected) and "A/S1: Venue Room 1 is also taken by class B, session S1" in text, text)


def write(world, *statements):
    """What no command can write yet, past the guard of the journal."""
    with sqlite3.connect(world.database) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)


def test_more_kinds(world):
    prepare(world)
    world.good("import", "schedule", world.write("schedule.csv", SCHEDULE.splitlines()[0] + "\n" + SCHEDULE.splitlines()[-1] + "\n"))
    check(shown(world) == [], shown(world))
    write(world, "INSERT INTO calendar_day (day, kind, title) VALUES ('2026-10-01', 'off', '国庆节')",
          "UPDATE venue SET capacity = 1, version = version + 1",
          "INSERT INTO unavailability (trainer_id, starts_at, ends_at) SELECT id, '2026-10-01 09:30', '2026-10-01 18:00' FROM trainer",
          "INSERT INTO trainer (name, search_key, sort_key) VALUES ('Zhou', 'zhou', 'zhou')",
          "INSERT INTO trainer_course (trainer_id, course_id) SELECT trainer.id, course.id FROM trainer, course WHERE trainer.name = 'Zhou'",
          "INSERT INTO equipment (name, count, search_key, sort_key) VALUES ('Projector', 1, 'projector', 'projector')",
          "INSERT INTO session_equipment (session_id, equipment_id, count) SELECT session.id, equipment.id, 2 FROM session, equipment",
          "INSERT INTO clash_acceptance (kind, session_id, from_at, to_at, reason, accepted_by, accepted_on)"
          " SELECT 'holiday', id, '2026-10-01 00:00', '2026-10-02 00:00', '大家同意', 'hr', '2026-09-20' FROM session")
    hour = ("2026-10-01 09:00", "2026-10-01 10:00", 60)
    expected = [
        clash("equipment", "Projector", "AS4", None, *hour),
        clash("holiday", "国庆节", "AS4", None, *hour, "大家同意"),
        clash("capacity", "Room 1", "AS4", None, *hour),
        clash("qualification", "Lin", "AS4", None, *hour),
        clash("unavailability", "Lin", "AS4", None, "2026-10-01 09:30", "2026-10-01 10:00", 30),
    ]
    check(shown(world) == expected, json.dumps(shown(world), ensure_ascii=False, indent=1))
    text = world.good("show", "clashes").out
    check("国庆节 is a day off: 2026-10-01 09:00–10:00 (60 minutes). Accepted: 大家同意" in text, text)
    check("Venue Room 1 has 1 seat for 2 trainees." in text, text)
    check("Trainer Lin may not teach course C1 then" in text, text)


def main():
    for test in (test_json, test_more_kinds):
        with World(sys.argv[1]) as world:
            test(world)
        print("ok", test.__name__, flush=True)


main()
