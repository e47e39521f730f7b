#!/usr/bin/env python3
"""Holds the layers apart: what an archive of src/ leaves undefined must come from a layer below it or from the libraries that
its layer may use. System headers lie in one place, so the compiler alone would not notice.

Usage: test-borders.py CC LAYER=ARCHIVE…  with the layers from the lowest up.
"""

import collections
import re
import subprocess
import sys

# The core computes: of the C library it may have what neither reads nor writes anything outside.
PURE_C = re.compile(
    r"(mem(cpy|move|set|cmp|chr)|str\w+|(ll?)?round|floor|ceil|trunc|fabs|fmod|sqrt|pow|log|log2|log10|exp|copysign"
    r"|qsort|bsearch|abs|__stack_chk_fail|__(mem|str)\w+_chk|_GLOBAL_OFFSET_TABLE_)"
)
# What of GLib touches the world.
IMPURE_GLIB = re.compile(r"g_(file|dir|mkdir|mkstemp|mkdtemp|open|fopen|creat|rename|unlink|remove|rmdir|stat|lstat|spawn|io_channel)(_\w+)?")

BASE = ["libc.so.6", "libm.so.6", "libgcc_s.so.1", "libglib-2.0.so", "libgobject-2.0.so", "libgio-2.0.so"]
DRAWING = ["libpango-1.0.so", "libpangocairo-1.0.so", "libcairo.so"]
LIBRARIES = {
    "core": ["libglib-2.0.so", "libgsl.so"],
    "store": BASE + ["libsqlite3.so", "libicuuc.so", "libicui18n.so"],
    "service": BASE,
    "exchange": BASE + DRAWING + ["libxlsxwriter.so", "libminizip.so", "libexpat.so", "libical.so", "libjson-glib-1.0.so", "libqrencode.so"],
    "cli": BASE + ["libjson-glib-1.0.so"],
    "app": BASE + DRAWING + ["libgtk-4.so", "libadwaita-1.so", "libgraphene-1.0.so", "libgdk_pixbuf-2.0.so"],
}
# Which layers a layer may call.
BELOW = {
    "core": [],
    "store": ["core"],
    "service": ["core", "store"],
    "exchange": ["core", "store", "service"],
    "cli": ["core", "store", "service", "exchange"],
    "app": ["core", "store", "service", "exchange"],
}


def symbols(*arguments):
    out = subprocess.run(["nm", "--format=posix", *arguments], capture_output=True, text=True, check=True).stdout
    return {line.split()[0].split("@")[0] for line in out.splitlines() if " " in line}


def library(compiler, name):
    """The exported symbols of a library, none when it is not installed."""
    path = subprocess.run([*compiler, f"-print-file-name={name}"], capture_output=True, text=True, check=True).stdout.strip()
    return symbols("-D", "--defined-only", path) if path != name else set()


def strangers(layer, compiler, archives, cache):
    allowed = symbols("--defined-only", archives[layer])
    for lower in BELOW[layer]:
        if lower in archives:
            allowed |= symbols("--defined-only", archives[lower])
    for name in LIBRARIES[layer]:
        if name not in cache:
            cache[name] = library(compiler, name)
        allowed |= cache[name]
    undefined = symbols("--undefined-only", archives[layer]) - {"_GLOBAL_OFFSET_TABLE_"}
    if layer == "core":
        return sorted(s for s in undefined if IMPURE_GLIB.fullmatch(s) or (s not in allowed and not PURE_C.fullmatch(s)))
    return sorted(undefined - allowed)


def twice(archive):
    """Symbols that two members of an archive define: the linker takes the first that it needs, and never says that there is another."""
    out = subprocess.run(["nm", "--format=posix", "--defined-only", "--extern-only", archive], capture_output=True, text=True, check=True).stdout
    strong = [fields[0] for fields in map(str.split, out.splitlines()) if len(fields) > 1 and fields[1] in "TDRBC"]
    return sorted(symbol for symbol, count in collections.Counter(strong).items() if count > 1)


def main():
    compiler = sys.argv[1].split()
    archives = dict(argument.split("=", 1) for argument in sys.argv[2:])
    cache = {}
    print(f"1..{len(archives)}")
    for number, layer in enumerate(archives, 1):
        found = strangers(layer, compiler, archives, cache)
        for symbol in found:
            print(f"{layer} may not call {symbol}", file=sys.stderr)
        doubled = twice(archives[layer])
        for symbol in doubled:
            print(f"{layer} defines {symbol} twice", file=sys.stderr)
        print(f"{'not ok' if found or doubled else 'ok'} {number} {layer}")


main()
