#!/usr/bin/env python3
"""That documented_paths.py tells of a path that is not there, and only of such."""
import contextlib
import io
import pathlib
import tempfile
import unittest

import documented_paths

DOCUMENT = """# Title
See `src/text/utf.h`, `text/utf`, `tests/golden/<behaviour>`, `src/text/{utf,nowhere}.h`, https://example.org/src/text/never.h, and and/or.

    ./dev run && ls build/release/bin tests/gone/run

[a](here.md) [b](not-here.md) `check/never.h` `tests/fuzz/seeds/NAME`
"""


class Paths(unittest.TestCase):
    def test_a_path_that_is_not_there_is_told_with_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "here.md")
            path.write_text(DOCUMENT, encoding="utf-8")
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                status = documented_paths.main([str(path)])
        self.assertEqual(status, 1)
        told = [line.rsplit(":", 2)[1] + line.rsplit(":", 2)[2] for line in said.getvalue().splitlines()]
        self.assertEqual(told, ["2 no src/text/nowhere.h in the tree", "4 no tests/gone/run in the tree", "6 no check/never.h in the tree",
                                "6 no not-here.md in the tree"])


if __name__ == "__main__":
    unittest.main()
