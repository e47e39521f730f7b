#!/usr/bin/env python3
"""Counts what passed and failed in meson's logs and prints `N passed, N failed` as the last line.

Usage: count-tests.py PASSED FAILED LOG.json…
       count-tests.py --failed LOG.json       only prints the names of the tests that failed, to run them again
PASSED and FAILED are what the caller counted itself. Each case of a TAP test counts; a test that says nothing counts as one;
one that crashes or runs out of time is one failure besides the cases it got to. What is skipped is named, and not counted.
A later log of the same build folder speaks for the tests it holds: they were run again.
"""

import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok\b[\s\d]*(?:- )?([^#]*?)\s*(#\s*skip\b.*)?$", re.IGNORECASE | re.MULTILINE)


def read(path):
    with open(path, encoding="utf-8") as log:
        return [json.loads(line) for line in log]


def count(test):
    """Passed cases, and the names of failed and of skipped ones."""
    name = test["name"]
    passed, failed, skipped = 0, [], []
    for bad, case, skip in CASE.findall(test.get("stdout") or ""):
        label = f"{name} {case}".strip()
        if skip:
            skipped.append(label)
        elif bad:
            failed.append(label)
        else:
            passed += 1
    result = test["result"]
    if result == "SKIP":
        skipped.append(name)
    elif result in ("OK", "EXPECTEDFAIL"):
        if passed == 0 and not skipped:
            passed = 1
    elif not failed:
        failed.append(f"{name} ({result.lower()})")
    return passed, failed, skipped


def print_failed(path):
    for test in read(path):
        if count(test)[1]:
            print(test["name"].split(" / ")[-1])


def main():
    passed, failures = int(sys.argv[1]), int(sys.argv[2])
    skipped = []
    tests = {}
    print()
    for path in sys.argv[3:]:
        try:
            tests.update({(pathlib.Path(path).parent, test["name"]): test for test in read(path)})
        except OSError as error:
            print(f"failed: {error}")
            failures += 1
    for test in tests.values():
        good, bad, left = count(test)
        passed += good
        failures += len(bad)
        skipped += left
        for name in bad:
            print(f"failed: {name}")
    for name in skipped:
        print(f"skipped: {name}")
    print(f"{passed} passed, {failures} failed")
    return 1 if failures else 0


if sys.argv[1] == "--failed":
    print_failed(sys.argv[2])
else:
    sys.exit(main())
