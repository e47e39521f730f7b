#!/usr/bin/python3
"""Kills real imports at many moments. Whatever the moment: the database is sound, all rows are in or none, and what was
acknowledged is there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROWS = 2000
KILLS = 24


def run(program, database, *arguments):
    return subprocess.run([program, "--database", database, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", check=False)


def count(database):
    connection = sqlite3.connect(database)
    try:
        return connection.execute("SELECT count(*) FROM trainee WHERE deleted = 0").fetchone()[0]
    finally:
        connection.close()


def prepare(program, folder):
    database = os.path.join(folder, "people.fourfold")
    for name in os.listdir(folder):
        if name.startswith("people."):
            os.unlink(os.path.join(folder, name))
    done = run(program, database, "import", "trainees", os.path.join(folder, "first.csv"))
    assert done.returncode == 0, done.stderr
    return database


def kill_once(program, folder, delay):
    """Whether the import was still running when it was killed."""
    database = prepare(program, folder)
    process = subprocess.Popen([program, "--database", database, "import", "trainees", os.path.join(folder, "many.csv")],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    output, _ = process.communicate()
    killed = process.returncode != 0

    check = run(program, database, "check")
    assert check.returncode == 0, f"after {delay:.4f} s: exit code {check.returncode} {check.stdout}{check.stderr}"
    rows = count(database)
    assert rows in (1, ROWS + 1), f"after {delay:.4f} s there are {rows} trainees"
    if not killed or b"new" in output:
        assert rows == ROWS + 1, f"an acknowledged import is gone after {delay:.4f} s"

    again = run(program, database, "import", "trainees", os.path.join(folder, "many.csv"))
    assert again.returncode == 0, again.stderr
    assert count(database) == ROWS + 1
    return killed


def main():
    program = sys.argv[1]
    seed = int(os.environ.get("FOURFOLD_SEED", random.randrange(1 << 32)))
    chance = random.Random(seed)
    print(f"# FOURFOLD_SEED={seed}")

    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "first.csv"), "w", encoding="utf-8") as file:
            file.write("工号,姓名\nA1,张三\n")
        with open(os.path.join(folder, "many.csv"), "w", encoding="utf-8") as file:
            file.write("工号,姓名,部门\n" + "".join(f"B{i:05},李四{i},客服部\n" for i in range(ROWS)))
        database = prepare(program, folder)
        start = time.monotonic()
        done = run(program, database, "import", "trainees", os.path.join(folder, "many.csv"))
        length = time.monotonic() - start
        assert done.returncode == 0 and f"{ROWS} new" in done.stdout, done.stderr

        killed = sum(kill_once(program, folder, length * (i + chance.random()) / KILLS * 1.05) for i in range(KILLS))
        print(f"# {killed} of {KILLS} imports were killed while they ran")
        assert killed >= KILLS // 3, "too few imports were killed while they ran"


main()
