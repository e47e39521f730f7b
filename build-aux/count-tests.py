#!/usr/bin/env python3
"""Counts what passed and failed in meson's logs and prints `N passed, N failed` as the last line.

Usage: count-tests.py PASSED FAILED LOG.json…
PASSED and FAILED are what the caller counted itself. Each case of a TAP test counts; a test that says nothing counts as one;
one that crashes or runs out of time is one failure besides the cases it got to. What is skipped is named, and not counted.
"""

import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b[\s\d]*(?:- )?([^#]*?)\s*(#\s*skip\b.*)?$", re.IGNORECASE | re.MULTILINE)


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


def main():
    passed, failures = int(sys.argv[1]), int(sys.argv[2])
    skipped = []
    print()
    for path in sys.argv[3:]:
        try:
            with open(path, encoding="utf-8") as log:
                tests = [json.loads(line) for line in log]
        except OSError as error:
            print(f"failed: {error}")
            failures += 1
            continue
        for test in tests:
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


sys.exit(main())
