"""packaging/writer --headless: exit status and output as `soat check` has them."""
import os
import re
import subprocess
import tempfile
import unittest

import support

SCRIPT = os.path.join(support.top, "packaging/writer")


class WriterScriptTest(unittest.TestCase):
    def run_on(self, name, content, *options):
        with tempfile.TemporaryDirectory(prefix="soát có dấu cách ") as folder:
            path = os.path.join(folder, name)
            if content is not None:
                with open(path, "wb") as f:
                    f.write(content)
            return subprocess.run([SCRIPT, "--oxt", support.OXT, "--headless", *options, path], capture_output=True, text=True, timeout=120)

    def test_findings(self):
        done = self.run_on("bản nháp.txt", "Không sai.\nCác nghành nghề.\n".encode())
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout.splitlines()[0], r"bản nháp\.txt:2:5: .*\[spelling\.non-syllable\] → ngành")
        self.assertEqual(done.stdout.splitlines()[2].split("|")[1], "     ~~~~~~")

    def test_in_english(self):
        done = self.run_on("a.txt", "Các nghành nghề.\n".encode(), "--lang-ui", "en")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertTrue(re.search(r": error: .*syllable", done.stdout), done.stdout)

    def test_nothing_found(self):
        done = self.run_on("a.txt", "Không sai.\n".encode())
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_no_such_file(self):
        done = self.run_on("a.txt", None)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("a.txt", done.stderr)


if __name__ == "__main__":
    unittest.main()
