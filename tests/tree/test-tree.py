#!/usr/bin/env python3
"""What is true of the source tree as a whole: nothing generated is kept in it, and every string is translated.

Usage: test-tree.py SOURCE
"""

import pathlib
import re
import subprocess
import sys
import tempfile

GENERATED = re.compile(r"(^|/)((_build[^/]*|build|__pycache__)/|core$)|\.(o|a|so|mo|gmo|pot|pyc|gresource|fourfold|orig|rej)$|~$")
MARKED = re.compile(r"\b(_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]

source = pathlib.Path(sys.argv[1])


class Skip(Exception):
    pass


def run(*command):
    return subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)


def listed(path):
    lines = (source / path).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def nothing_generated_in_git():
    files = run("git", "ls-files")
    if files.returncode != 0:
        raise Skip("not a git checkout")
    return [f"{name} is generated" for name in files.stdout.splitlines() if GENERATED.search(name)]


def is_translatable(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    return any(MARKED.search(line) and not line.lstrip().startswith(("#define", "/*", "*")) for line in text.splitlines())


def every_string_is_listed():
    files = [*source.glob("src/**/*.[ch]"), *source.glob("ui/**/*.ui")]
    marked = {str(path.relative_to(source)) for path in files if is_translatable(path)}
    names = listed("po/POTFILES.in")
    problems = [f"po/POTFILES.in lacks {name}" for name in sorted(marked - set(names))]
    problems += [f"po/POTFILES.in names {name}, which is not there" for name in names if not (source / name).exists()]
    problems += [f"po/POTFILES.in names {name} twice" for name in sorted({n for n in names if names.count(n) > 1})]
    return problems


def every_string_is_whole():
    """xgettext stops at a macro within a string: what comes behind it would never be translated."""
    cut = re.compile(MARKED.pattern + r'\s*(?:"[^"]*",\s*)*"[^"]*"\s*[A-Z]')
    return [
        f"{path.relative_to(source)}: {match.group(0)}"
        for path in source.glob("src/**/*.[ch]")
        for match in cut.finditer(path.read_text(encoding="utf-8"))
    ]


def extract(template):
    keywords = [f"--keyword={keyword}" for keyword in KEYWORDS]
    done = run("xgettext", "--from-code=UTF-8", "--add-comments", *keywords, "--files-from=po/POTFILES.in", f"--output={template}")
    return done.stderr.splitlines() if done.returncode != 0 else []


def every_catalogue_is_complete():
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "fourfold.pot"
        problems = extract(template)
        if problems or not template.exists():
            return problems or ["there is no string to translate"]
        for language in listed("po/LINGUAS"):
            catalogue = f"po/{language}.po"
            checked = run("msgfmt", "--check", "--output-file=/dev/null", catalogue)
            compared = run("msgcmp", catalogue, str(template))
            for done in (checked, compared):
                if done.returncode != 0:
                    problems += done.stderr.splitlines()[:20]
    return problems


CASES = [nothing_generated_in_git, every_string_is_listed, every_string_is_whole, every_catalogue_is_complete]

print(f"1..{len(CASES)}")
for number, case in enumerate(CASES, 1):
    name = case.__name__.replace("_", "-")
    try:
        found = case()
    except Skip as reason:
        print(f"ok {number} {name} # SKIP {reason}")
        continue
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{'not ok' if found else 'ok'} {number} {name}")
