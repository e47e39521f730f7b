#!/usr/bin/python3
"""Settling a class from the command line: what is in the way, what is fixed, and what is refused afterwards."""

import json
import sys

from world import World, check

COURSE = {"fourfold": 1, "course": {"code": "C1", "title": "T", "scheme": {"pass_mark": 60, "award_percent": 50, "components": [
    {"key": "written", "title": "Written test", "weight": 40}, {"key": "oral", "title": "Oral test", "weight": 60}]}}}


def prepare(world, scores):
    world.good("import", "course", world.write("course.json", json.dumps(COURSE)))
    world.good("import", "plan", world.write("plan.csv", "class,course,starts_on,ends_on\nA,C1,2026-09-22,2026-09-22\n"))
    world.good("import", "trainees", world.write("trainees.csv", "employee_no,name\nE1,张三\nE2,李四\nE3,王五\nE4,赵六\n"))
    world.good("import", "enrolments", world.write("enrolments.csv", "class,employee_no\nA,E1\nA,E2\nA,E3\nA,E4\n"))
    world.good("import", "schedule", world.write("schedule.csv", "class,session,starts_at,ends_at\nA,S1,2026-09-22 09:00,2026-09-22 12:00\n"))
    give(world, scores)


def give(world, scores):
    return world.good("import", "scores", world.write("scores.csv", "class,employee_no,written,oral\n" + scores))


def shown(world):
    return json.loads(world.good("show", "class", "A", "--json").out)


def test_obstacles(world):
    prepare(world, "A,E1,90,90\nA,E2,80,\nA,E3,90,90\nA,E4,,\n")
    result = world.refused("settle", "--class", "A", says="2 trainees are provisional")
    check("E2 李四 is provisional and lacks: Oral test\n" in result.err, result)
    check("E4 赵六 is provisional and lacks: Written test, Oral test\n" in result.err, result)
    check("E1" not in result.err and result.out == "", result)
    check(shown(world)["settled"] is False, "settled all the same")
    world.refused("settle", "--class", "nowhere", says="There is no class “nowhere”.")
    check(world.run("settle").code == 2, "settles no class")


def test_settles(world):
    prepare(world, "A,E1,90,90\nA,E2,80,70\nA,E3,90,90\nA,E4,50,50\n")
    result = world.good("settle", "--class", "A")
    check("The results of class “A” are settled since 2026-09-25 12:00" in result.err, result)
    settled = shown(world)
    check(settled["settled"] is True, settled)
    check([t["rank"] for t in settled["trainees"]] == [1, 3, 1, 4], settled)
    check([t["award"] for t in settled["trainees"]] == [True, False, True, False], settled)

    # Once more says the same and changes nothing.
    check("settled since 2026-09-25 12:00" in world.good("settle", "--class", "A", environment={"FOURFOLD_NOW": "2026-09-26T09:00"}).err)

    # The same marks are none that change; another one is refused with its row, and so is attendance.
    check("0 new, 0 changed, 1 unchanged, 0 rejected" in give(world, "A,E1,90,90\n").out, "the same marks")
    world.write("scores.csv", "class,employee_no,written\nA,E1,91\n")
    world.refused("import", "scores", world.path("scores.csv"), says="scores.csv:2:")
    world.refused("import", "scores", world.path("scores.csv"), says="The results are settled since 2026-09-25 12:00; reopen them")
    world.write("attendance.csv", "class,session,employee_no,status\nA,S1,E1,present\n")
    world.refused("import", "attendance", world.path("attendance.csv"), says="The results are settled since 2026-09-25 12:00")
    check(shown(world) == settled, shown(world))
    world.good("check")


def main():
    for test in (test_obstacles, test_settles):
        with World(sys.argv[1]) as world:
            test(world)
        print("ok", test.__name__, flush=True)


main()
