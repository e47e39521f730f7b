"""The program's window, driven by keys and read through accessibility. Every wait is for a condition."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

NOW = "2026-09-22T18:00"
PATIENCE = 30


class Failure(Exception):
    pass


def wait_for(what, condition):
    """What the condition returns, as soon as it is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = condition()
        except (gi.repository.GLib.Error, OSError, ValueError):
            value = None
        if value:
            return value
        time.sleep(0.05)
    raise Failure(f"waited {PATIENCE} s in vain for: {what}")


def walk(node):
    """The node and everything below it that is on the screen."""
    if node is None:
        return
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child)


class Window:
    def __init__(self, program, language="zh_CN"):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="fourfold-journey-")
        self.environment = dict(os.environ, FOURFOLD_NOW=NOW, LC_ALL="C.UTF-8", LANGUAGE="en", HOME=self.folder,
                                XDG_DATA_HOME=os.path.join(self.folder, "data"), GSK_RENDERER="cairo", GDK_BACKEND="x11",
                                G_DEBUG="")
        self.database = os.path.join(self.folder, "demo.fourfold")
        self.process = None
        self.log = None
        self.cli("demo", environment={"LANGUAGE": language})

    def __enter__(self):
        return self

    def __exit__(self, kind, *unused):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.log.seek(0)
            if kind is not None:
                print(self.log.read().decode("utf-8", "replace"), file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def cli(self, *arguments, environment=None):
        done = subprocess.run([self.program, *arguments, "--database", self.database],
                              env=dict(self.environment, **(environment or {})), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False)
        if done.returncode != 0:
            raise Failure(f"{arguments}: {done.stderr.decode()}")
        return done.stdout.decode("utf-8")

    def shown_class(self, code):
        """What `show class` says now: the commands read while the window writes."""
        return json.loads(self.cli("show", "class", code, "--json"))

    def trainee(self, code, name):
        return next(t for t in self.shown_class(code)["trainees"] if t["name"] == name)

    def start(self, *arguments):
        self.log = open(self.path("log"), "wb+")
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=subprocess.STDOUT)
        wait_for("the window", lambda: self.root() is not None)
        wait_for("the X window", lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout)

    def root(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application
        return None

    def names(self):
        return [node.get_name() for node in walk(self.root()) if node.get_name()]

    def sees(self, text):
        """Waits until a name on the screen contains the text."""
        wait_for(f"“{text}” on the screen", lambda: any(text in name for name in self.names()))

    def keys(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def press(self, keys):
        """Many keys, one after the other as fast as a window can be expected to take them."""
        subprocess.run(["xdotool", "key", "--delay", "8", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)

    def find(self, role, text):
        """The first node of a role whose name contains the text."""
        def search():
            for node in walk(self.root()):
                if node.get_role_name() == role and text in (node.get_name() or ""):
                    return node
            return None
        return wait_for(f"{role} “{text}”", search)

    def activate(self, role, text):
        node = self.find(role, text)
        action = node.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise Failure(f"{role} “{text}” cannot be activated")
        action.do_action(0)


def run_journeys(journeys):
    """Runs functions that take a program, prints TAP, and ends the process."""
    program = sys.argv[1]
    print(f"1..{len(journeys)}")
    failed = 0
    for number, journey in enumerate(journeys, 1):
        try:
            journey(program)
            print(f"ok {number} {journey.__name__}", flush=True)
        except (Failure, AssertionError) as reason:
            failed += 1
            print(f"not ok {number} {journey.__name__}\n# {reason!r}", flush=True)
    sys.exit(1 if failed else 0)
