#!/usr/bin/env python3
"""That tests/tally counts what failed and what was skipped, and is not content with nothing."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TALLY = pathlib.Path(__file__).resolve().parent.parent / "tally"

CTEST = """ 1/3 Test #1: golden.one ...........   Passed    0.10 sec
 2/3 Test #2: Window.opens .........***Skipped   0.01 sec
 3/3 Test #3: golden.two ...........%s    0.10 sec

%d%% tests passed, %d tests failed out of 3
-- golden tests: %s (1 s, 1 s of processor)
"""
OFFICE = """..s
----------------------------------------------------------------------
Ran 3 tests in 1.000s

OK (skipped=1)
skipped: office tests with another office
-- office tests: passed (2 s, 2 s of processor)
"""


def tally(*logs):
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, log in enumerate(logs):
            files.append(pathlib.Path(folder) / ("%d.log" % i))
            files[-1].write_text(log, encoding="utf-8")
        result = subprocess.run([sys.executable, TALLY, *files], capture_output=True, text=True)
        return result.returncode, result.stdout.splitlines()


class Tally(unittest.TestCase):
    def test_counts_tests_and_names_what_was_skipped(self):
        status, lines = tally(CTEST % ("   Passed", 100, 0, "passed"), OFFICE)
        self.assertEqual((status, lines[-1]), (0, "4 passed, 0 failed, 3 skipped"))
        self.assertIn("skipped: Window.opens", lines)
        self.assertIn("skipped: office tests with another office", lines)

    def test_counts_what_failed(self):
        status, lines = tally(CTEST % ("***Failed", 67, 1, "FAILED"))
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed, 1 skipped"))

    def test_counts_errors_of_unittest(self):
        status, lines = tally("Ran 5 tests in 1.0s\n\nFAILED (failures=1, errors=2)\n-- office tests: FAILED (2 s, 2 s of processor)\n")
        self.assertEqual((status, lines[-1]), (1, "2 passed, 3 failed, 0 skipped"))

    def test_counts_a_step_without_tests_as_one(self):
        self.assertEqual(tally("-- format: passed (1 s, 1 s of processor)\n")[1][-1], "1 passed, 0 failed, 0 skipped")
        self.assertEqual(tally("bad layout\n-- format: FAILED (1 s, 1 s of processor)\n"),
                         (1, ["", "failed: format: format", "    bad layout", "0 passed, 1 failed, 0 skipped"]))

    def test_takes_a_step_that_did_not_end_for_failed(self):
        self.assertEqual(tally("100% tests passed, 0 tests failed out of 3\n")[1][-1], "3 passed, 1 failed, 0 skipped")

    def test_names_what_failed_and_why(self):
        said = "\n".join(tally(
            CTEST.replace("-- golden", "The following tests FAILED:\n\t  3 - golden.two (Timeout)\n-- golden") % ("***Timeout", 67, 1, "FAILED"),
            "..F\n%s\nFAIL: test_fixes (test_panel.Panel)\n%s\nTraceback (most recent call last):\n  File x, line 1\n"
            "AssertionError: 1 != 2\n\n%s\nRan 3 tests in 1.0s\n\nFAILED (failures=1)\n-- office tests: FAILED (2 s, 2 s of processor)\n" % ("=" * 70, "-" * 70, "-" * 70),
            "ok fuzz_a\ndeadly signal\nnot ok fuzz_b\n-- fuzz targets: FAILED (3 s, 3 s of processor)\n")[1])
        self.assertIn("failed: golden tests: golden.two (Timeout)\n", said)
        self.assertIn("failed: office tests: test_fixes (test_panel.Panel)\n    Traceback", said)
        self.assertIn("    AssertionError: 1 != 2\n", said)
        self.assertIn("failed: fuzz targets: fuzz_b\n    deadly signal\n", said)
        self.assertEqual(said.count("failed: "), 3)

    def test_fails_when_nothing_ran(self):
        self.assertEqual(tally()[0], 1)


if __name__ == "__main__":
    unittest.main()
