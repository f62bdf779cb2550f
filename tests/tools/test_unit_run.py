#!/usr/bin/env python3
"""That tests/unit/run tells each test that failed, whatever became of the process it ran in."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

RUN = pathlib.Path(__file__).resolve().parent.parent / "unit" / "run"

# A program that speaks as GoogleTest's do: the word behind a test's name says what becomes of it.
PROGRAM = """#!/usr/bin/env python3
import os, sys, time
TESTS = %r
if sys.argv[1] == "--gtest_list_tests":
    print("Running main() from x.cc")
    print("Suite.")
    for name in TESTS:
        print("  " + name + ("  # GetParam() = 3" if "/" in name else ""))
    sys.exit()
failed = 0
for name in sys.argv[1].partition("=")[2].split(":"):
    print("[ RUN      ] " + name, flush=True)
    if "Crash" in name:
        print("a report", flush=True)
        os.abort()
    if "Hang" in name:
        time.sleep(100)
    if "Bad" in name:
        print("1 is not 2")
        failed = 1
    print("[  %%s ] %%s (3 ms)" %% ("SKIPPED" if "Skip" in name else "FAILED " if "Bad" in name else "     OK", name))
if failed:
    print("[  FAILED  ] 1 test, listed below:")
sys.exit(failed or %d)
"""


def run(*tests, status=0, timeout=60):
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "unit_x"
        program.write_text(PROGRAM % (tests, status), encoding="utf-8")
        program.chmod(0o755)
        done = subprocess.run([sys.executable, RUN, folder, "--timeout", str(timeout)], capture_output=True, text=True)
        return done.returncode, done.stdout.splitlines()


class UnitRun(unittest.TestCase):
    def test_tells_each_test(self):
        status, lines = run("A", "B", "C", "D", "E", "x/0")
        self.assertEqual((status, sorted(lines)), (0, ["ok Suite." + name for name in ("A", "B", "C", "D", "E", "x/0")]))

    def test_tells_what_failed_and_why(self):
        status, lines = run("A", "Bad")
        self.assertEqual((status, lines), (1, ["ok Suite.A", "1 is not 2", "not ok Suite.Bad"]))

    def test_tells_what_was_skipped(self):
        self.assertEqual(run("Skip"), (0, ["skipped: Suite.Skip"]))

    def test_a_crash_is_the_running_tests_and_the_others_run(self):
        status, lines = run("A", "B", "C", "D", "Crash", "F", "G", "H", "Later")  # A, Crash and Later are of one part
        self.assertEqual(status, 1)
        self.assertIn("not ok Suite.Crash", lines)
        self.assertEqual(lines[lines.index("not ok Suite.Crash") - 1], "a report")
        self.assertEqual(sum(line.startswith("ok ") for line in lines), 8)

    def test_so_is_a_test_that_does_not_end(self):
        status, lines = run("Hang", "B", "C", "D", "Later", timeout=5)
        self.assertEqual(status, 1)
        self.assertIn("not ok Suite.Hang", lines)
        self.assertIn("ok Suite.Later", lines)

    def test_a_failure_outside_of_the_tests_is_the_programs(self):
        self.assertEqual(run("A", status=3)[1][-1], "not ok unit_x")

    def test_fails_when_nothing_ran(self):
        self.assertEqual(run()[0], 1)
        with tempfile.TemporaryDirectory() as empty:
            self.assertNotEqual(subprocess.run([sys.executable, RUN, empty], capture_output=True).returncode, 0)


if __name__ == "__main__":
    unittest.main()
