"""A folder with a database, and the built program run on it."""

import os
import shutil
import subprocess
import sys
import tempfile

NOW = "2026-09-25T12:00"


class Result:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def __str__(self):
        return f"exit code {self.code}\n--- stdout\n{self.out}--- stderr\n{self.err}"


class World:
    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="fourfold-cli-")
        self.database = self.path("test.fourfold")
        self.environment = dict(os.environ, FOURFOLD_NOW=NOW, XDG_DATA_HOME=self.path("data"), HOME=self.folder)
        # No command needs a display, a session bus or an installed schema.
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GSETTINGS_SCHEMA_DIR", "LANGUAGE"):
            self.environment.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run(self, *arguments, database=True, prefix=(), environment=None, **more):
        command = [*prefix, self.program, *arguments]
        if database:
            command += ["--database", self.database]
        done = subprocess.run(command, env=dict(self.environment, **(environment or {})), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False, **more)
        return Result(done)

    def good(self, *arguments, **more):
        result = self.run(*arguments, **more)
        check(result.code == 0, arguments, result)
        return result

    def refused(self, *arguments, says="", **more):
        result = self.run(*arguments, **more)
        check(result.code == 1, arguments, result)
        check(says in result.err, arguments, "does not say", repr(says), result)
        check(result.err.strip() != "", arguments, "says nothing")
        return result


def check(good, *words):
    if not good:
        print(*words, file=sys.stderr)
        sys.exit(1)
