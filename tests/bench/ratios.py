#!/usr/bin/python3
"""Speed and memory as ratios to a bare limit, measured in turn in one run.

usage: ratios.py BUILD_DIR [import] [export] [frame] [clash] [levels] [desk] [grid]

import  100,000 trainees from CSV against sqlite3's .import of the same file and INSERT … SELECT into a table with the same
        unique key and index                                                                       (limit 6)
export  a score sheet of 20,000 rows, read-back included, against bare libxlsxwriter in its default mode writing the same cells
        (limit 1.6; memory 1). Ours is the whole process, the database's reading and all formats included; of the other's time
        only the library's calls count, without formats, and of its memory all but the list of cells
frame   the first frame on a database with 100,000 trainees against an empty libadwaita window   (limit 1.6)
clash   the check of one session for clashes, among 1,000,000 against 10,000   (limit 2)
levels  1,000,000 answers: the figures of a class with 102,000 of them against SQLite's count of the same answers by question and value, and
        the year's results, when somebody has answered since the last time, against its sum of the same answers by question   (limit 1.5)
desk    what lists, pages and checks take with 100,000 trainees, 20,000 sessions and 200,000 enrolments: figures without a limit, below the
        time in which SQLite alone reads all names. Only where it is named
grid    the grid with 500 trainees × 60 columns: to open (300 ms), a key that scrolls (8 ms), a frame of scrolling (8 ms); the last one also
        against a bare widget that draws as many layouts. Figures; only where it is named

Each round measures ours and the bare limit one after the other. Prints the median of the rounds' ratios of wall time, which decides,
and beside it that of the processor's time, which other work on the machine disturbs less. Ends with status 1 if a limit is broken.
"""
import datetime
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TRAINEES = 100_000
ROWS = 20_000
DESK_CLASSES = 2_000
DESK_DAY = datetime.date(2026, 9, 22)
SEED = 20260922
SURNAMES = "陈王刘赵孙马徐胡何林高罗郑梁谢宋唐韩冯邓曹彭曾萧田董潘袁蔡蒋张李杨黄周吴"
GIVEN = "雨桐子涵思远嘉怡文博俊杰若云天一美玲奕辰佩珊静华可欣浩然婉清帆淑慧志丽娟晓菲明哲安琪博彦成宇丹妮国伟"


def trainees_csv(path, count, rand):
    departments = ["客服中心", "售后服务部", "东区门店", "西区门店", "物流部", "产品运营部", "技术支持部", "人力资源部"]
    layers = ["frontline", "support", "management"]
    with open(path, "w", encoding="utf-8") as out:
        out.write("employee_no,name,layer,department,job_title,email,phone\n")
        for i in range(count):
            name = rand.choice(SURNAMES) + rand.choice(GIVEN) + rand.choice(["", rand.choice(GIVEN)])
            out.write(f"F{i:06d},{name},{rand.choice(layers)},{rand.choice(departments)},专员,f{i}@example.org,13{i:09d}\n")


class Cost:
    """What a process took: milliseconds of wall time and of the processor, in all its threads, and its peak of memory in kB."""

    def __init__(self, wall, cpu, kb=0):
        self.wall = wall
        self.cpu = cpu
        self.kb = kb


def run(command, **options):
    """The cost of a whole process from its start to its end, and what it printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{output[-2000:]}")
    return Cost(1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss), output


def printed_cost(output):
    """The cost of a part of a process that measured itself."""
    return Cost(*(float(figure) for figure in re.search(r"cost wall ([\d.]+) cpu ([\d.]+) kb (\d+)", output).groups()))


def remove_database(path):
    for suffix in ("", "-wal", "-shm", "-journal", ".lock"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)


class Bench:
    def __init__(self, build, folder):
        self.build = build
        self.folder = folder
        self.program = os.path.join(build, "src", "fourfold")
        self.failed = False
        self.csv = os.path.join(folder, "trainees.csv")
        trainees_csv(self.csv, TRAINEES, random.Random(SEED))

    def path(self, name):
        return os.path.join(self.folder, name)

    def report(self, name, ours, bare, measure, limit):
        """@measure, of Cost, decides; the processor's time is printed beside the wall's."""

        def compare(measure, unit):
            ratio = statistics.median(getattr(a, measure) / getattr(b, measure) for a, b in zip(ours, bare))
            figures = (statistics.median(getattr(cost, measure) for cost in costs) for costs in (ours, bare))
            return ratio, "{:.2f} × ({:.0f} {unit} against {:.0f} {unit})".format(ratio, *figures, unit=unit)

        ratio, text = compare(measure, "kB" if measure == "kb" else "ms")
        self.failed = self.failed or ratio > limit
        if measure == "wall":
            text += f", processor {compare('cpu', 'ms')[1]}"
        print(f"{name}: {text}; limit {limit} × {'kept' if ratio <= limit else 'BROKEN'}", flush=True)

    def bench_import(self, rounds=5):
        ours, bare = [], []
        for _ in range(rounds):
            database = self.path("import.fourfold")
            remove_database(database)
            # The empty file is no part of the import.
            run([self.program, "import", "trainees", "--database", database, self.csv_head()])
            ours.append(run([self.program, "import", "trainees", "--database", database, self.csv])[0])
            bare.append(self.bare_import())
        self.report("import of 100,000 trainees", ours, bare, "wall", 6.0)

    def csv_head(self):
        path = self.path("head.csv")
        with open(self.csv, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as out:
            out.write(source.readline())
            out.write("X1,甲,,,,,\n")
        return path

    def bare_import(self):
        database = self.path("bare.db")
        remove_database(database)
        script = self.path("bare.sql")
        with open(script, "w", encoding="utf-8") as out:
            out.write(".mode csv\n.import '" + self.csv + "' staging\n"
                      "CREATE TABLE trainee (id INTEGER PRIMARY KEY AUTOINCREMENT, employee_no TEXT NOT NULL, name TEXT NOT NULL,"
                      " layer TEXT, department TEXT, job_title TEXT, email TEXT, phone TEXT);\n"
                      "CREATE UNIQUE INDEX trainee_employee_no ON trainee (employee_no);\n"
                      "CREATE INDEX trainee_sort ON trainee (name, id);\n"
                      "INSERT INTO trainee (employee_no, name, layer, department, job_title, email, phone)"
                      " SELECT employee_no, name, layer, department, job_title, email, phone FROM staging;\n")
        return run(["sqlite3", "-bail", database, ".read " + script])[0]

    def bench_export(self, rounds=5):
        database = self.class_database()
        ours, bare = [], []
        sheet = self.path("scores.xlsx")
        command = [self.program, "export", "scores", "--database", database, "--class", "BIG", "--output", sheet]
        run(command)
        cells = self.path("cells.tsv")
        # In a process of its own: the peak of a child's memory begins with what its parent has.
        run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "list-cells.py"), sheet, cells])
        bare_program = os.path.join(self.build, "tests", "bench", "bare-workbook")
        for _ in range(rounds):
            ours.append(run(command)[0])
            bare.append(printed_cost(run([bare_program, cells, self.path("bare.xlsx")])[1]))
        self.report("export of a 20,000-row score sheet", ours, bare, "wall", 1.6)
        self.report("memory of that export", ours, bare, "kb", 1.0)

    def class_database(self):
        database = self.path("class.fourfold")
        remove_database(database)
        rand = random.Random(SEED)
        here = os.path.dirname(os.path.abspath(__file__))
        course = os.path.join(here, "..", "..", "data", "demo", "en", "CX-101.json")
        base = [self.program, "import"]

        def load(kind, path):
            run([*base, kind, "--database", database, path])

        def sheet(name, heading, rows):
            path = self.path(name)
            with open(path, "w", encoding="utf-8") as out:
                out.write(heading + "\n")
                out.writelines(row + "\n" for row in rows)
            return path

        numbers = [f"F{i:06d}" for i in range(ROWS)]
        trainees = self.path("class-trainees.csv")
        trainees_csv(trainees, ROWS, rand)
        load("course", course)
        load("trainees", trainees)
        load("plan", sheet("plan.csv", "class,course,title,starts_on,ends_on", ["BIG,CX-101,Big,2026-03-02,2026-03-03"]))
        load("schedule", sheet("schedule.csv", "class,session,starts_at,ends_at",
                               [f"BIG,S{i},2026-03-0{2 + i // 2} {'09:00' if i % 2 == 0 else '14:00'},"
                                f"2026-03-0{2 + i // 2} {'12:00' if i % 2 == 0 else '17:00'}" for i in range(4)]))
        load("enrolments", sheet("enrolments.csv", "class,employee_no", [f"BIG,{no}" for no in numbers]))
        load("attendance", sheet("attendance.csv", "class,session,employee_no,status",
                                 [f"BIG,S{i},{no},{rand.choice(['present'] * 9 + ['absent'])}" for no in numbers for i in range(4)]))
        leaves = ["participation", "exercises", "card", "written", "practical.c1", "practical.c2", "practical.c3",
                  "practical.c4", "practical.c5", "on_the_job", "pretest"]
        load("scores", sheet("scores.csv", "class,employee_no," + ",".join(leaves),
                             [f"BIG,{no}," + ",".join(str(rand.randint(8, 20) if "." in leaf else rand.randint(40, 100))
                                                      if rand.random() > 0.03 else "" for leaf in leaves) for no in numbers]))
        return database

    def bench_frame(self, rounds=7):
        database = self.path("frame.fourfold")
        remove_database(database)
        run([self.program, "import", "trainees", "--database", database, self.csv])
        shim = os.path.join(self.build, "tests", "bench", "first-frame.so")
        bare_program = os.path.join(self.build, "tests", "bench", "bare-window")

        def first_frame(command):
            environment = dict(os.environ, LD_PRELOAD=shim, FIRST_FRAME_START=f"{time.monotonic() * 1000:.3f}",
                               GSK_RENDERER="cairo", GDK_BACKEND="x11", XDG_DATA_HOME=self.path("home"))
            return printed_cost(run(command, env=environment)[1])

        ours, bare = [], []
        for i in range(rounds + 1):
            # Measuring ends the program as a crash would, and the next one would check the whole file; a command closes it properly.
            run([self.program, "import", "trainees", "--database", database, self.csv_head()])
            frame, bare_frame = first_frame([self.program, database]), first_frame([bare_program])
            if i > 0:  # the first round warms the caches
                ours.append(frame)
                bare.append(bare_frame)
        self.report("first frame", ours, bare, "wall", 1.6)

    def bench_clash(self, rounds=5):
        program = os.path.join(self.build, "tests", "bench", "clash")
        ratios = sorted(float(run([program, "1000000"])[1]) / float(run([program, "10000"])[1]) for _ in range(rounds))
        ratio, limit = ratios[rounds // 2], 2
        self.failed = self.failed or ratio > limit
        print(f"clash check of one session, among 1,000,000 against 10,000: {ratio:.2f} (limit {limit})", flush=True)

    def bench_levels(self):
        program = os.path.join(self.build, "tests", "bench", "levels")
        database = self.path("levels.fourfold")
        remove_database(database)
        run([program, "fill", database])
        output = run([program, "measure", database])[1]

        def costs(name):
            return [Cost(float(wall), float(cpu)) for wall, cpu in re.findall(rf"^{name} wall ([\d.]+) cpu ([\d.]+)$", output, re.M)]

        self.report("figures of a class with 102,000 answers", costs("class ours"), costs("class bare"), "wall", 1.5)
        self.report("results of a year with 1,000,000 answers", costs("year ours"), costs("year bare"), "wall", 1.5)
        print("those results with every class read anew: {0.wall:.0f} ms, processor {0.cpu:.0f} ms".format(costs("year anew")[0]), flush=True)

    def desk_database(self):
        """Two years of a training department: 2,000 classes of ten sessions and 100 people each, one person in 40 of them."""
        database = self.path("desk.fourfold")
        rand = random.Random(SEED)
        here = os.path.dirname(os.path.abspath(__file__))
        first = datetime.date(2025, 9, 22)
        classes = [(f"D{i:04d}", first + datetime.timedelta(days=7 * (i % 104))) for i in range(DESK_CLASSES)]
        halves = (("08:30", "12:00"), ("13:30", "17:00"))

        def load(kind, heading, rows):
            path = self.path(f"desk-{kind}.csv")
            with open(path, "w", encoding="utf-8") as out:
                out.write(heading + "\n")
                out.writelines(",".join(row) + "\n" for row in rows)
            run([self.program, "import", kind, "--database", database, path])

        def sessions():
            for i, (code, day) in enumerate(classes):
                for s in range(10):
                    on = day + datetime.timedelta(days=s // 2)
                    trainer = rand.randrange(300) if rand.random() < 0.02 else i % 300
                    yield (code, f"S{s + 1}", *(f"{on} {time}" for time in halves[s % 2]), f"Room {i % 60:02d}", f"Trainer {trainer:03d}")

        def people(i):
            return {0} | set(rand.sample(range(TRAINEES), 100)) if i % 50 == 0 else set(rand.sample(range(TRAINEES), 100))

        members = [(code, day, people(i)) for i, (code, day) in enumerate(classes)]
        remove_database(database)
        run([self.program, "import", "course", "--database", database, os.path.join(here, "..", "..", "data", "demo", "en", "CX-101.json")])
        run([self.program, "import", "trainees", "--database", database, self.csv])
        load("plan", "class,course,title,starts_on,ends_on,capacity",
             ((code, "CX-101", f"Class {code}", str(day), str(day + datetime.timedelta(days=4)), "120") for code, day in classes))
        load("schedule", "class,session,starts_at,ends_at,venue,trainers", sessions())
        for part in range(2):  # a sheet may have 200,000 rows
            load("enrolments", "class,employee_no",
                 ((code, f"F{no:06d}") for code, _, numbers in members[part::2] for no in sorted(numbers)))
        near = [m for m in members if DESK_DAY - datetime.timedelta(days=21) <= m[1] <= DESK_DAY]
        load("attendance", "class,session,employee_no,status",
             ((code, f"S{s + 1}", f"F{no:06d}", rand.choice(["present"] * 9 + ["absent"]))
              for code, _, numbers in near for no in sorted(numbers) for s in range(10)))
        run([os.path.join(self.build, "tests", "bench", "desk"), "fill", database])
        return database

    def bench_desk(self):
        """Prints what the desk's lists, pages and checks take on a big database, the first line what SQLite alone takes to read all names."""
        print(run([os.path.join(self.build, "tests", "bench", "desk"), "measure", self.desk_database()])[1], end="", flush=True)

    def grid_database(self):
        """A class of 500 people with 57 parts to mark and 57 sessions, all of it marked and signed for."""
        database = self.path("grid.fourfold")
        remove_database(database)
        rand = random.Random(SEED)
        numbers = [f"F{i:06d}" for i in range(500)]
        parts = [f"part{i}" for i in range(57)]
        first = datetime.date(2026, 3, 2)

        def load(kind, suffix, lines):
            path = self.path("grid-" + kind + suffix)
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in lines)
            run([self.program, "import", kind, "--database", database, path])

        load("course", ".json", [json.dumps({"fourfold": 1, "course": {"code": "GRID", "title": "Grid", "scheme": {
            "components": [{"key": part, "weight": 1} for part in parts]}}})])
        load("trainees", ".csv", ["employee_no,name"] + [f"{no},{rand.choice(SURNAMES)}{rand.choice(GIVEN)}" for no in numbers])
        load("plan", ".csv", ["class,course,title,starts_on,ends_on", f"GRID,GRID,Grid,{first},{first + datetime.timedelta(days=56)}"])
        load("schedule", ".csv", ["class,session,starts_at,ends_at"] +
             [f"GRID,S{i},{first + datetime.timedelta(days=i)} 09:00,{first + datetime.timedelta(days=i)} 12:00" for i in range(57)])
        load("enrolments", ".csv", ["class,employee_no"] + [f"GRID,{no}" for no in numbers])
        load("attendance", ".csv", ["class,session,employee_no,status"] +
             [f"GRID,S{i},{no},{rand.choice(['present'] * 19 + ['late'])}" for no in numbers for i in range(57)])
        load("scores", ".csv", ["class,employee_no," + ",".join(parts)] +
             [f"GRID,{no}," + ",".join(str(rand.randint(40, 100)) for _ in parts) for no in numbers])
        return database

    def bench_grid(self):
        """The processor's time of the main thread for each thing that one does in a grid, to the end of the frame that shows it."""
        environment = dict(os.environ, GSK_RENDERER="cairo", GDK_BACKEND="x11")
        print(run([os.path.join(self.build, "tests", "bench", "grid"), self.grid_database(), "GRID"], env=environment)[1], end="", flush=True)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = tempfile.mkdtemp(prefix="fourfold-bench-")
    try:
        bench = Bench(os.path.abspath(sys.argv[1]), folder)
        wanted = sys.argv[2:] or ["import", "export", "frame", "clash", "levels"]
        for name in wanted:
            getattr(bench, "bench_" + name)()
        return 1 if bench.failed else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
