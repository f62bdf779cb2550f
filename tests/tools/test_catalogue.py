#!/usr/bin/env python3
"""The texts of the interface: each is used, both languages have the same, and a fault in a catalogue is told with its place."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

top = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(top / "cmake"))
import catalogue  # noqa: E402


class CatalogueTest(unittest.TestCase):
    def setUp(self):
        self.keys = catalogue.read_catalogue(top / "texts")["en"]

    def test_every_text_of_the_program_is_used(self):
        used = set()
        for path in (top / "src").rglob("*"):
            if path.suffix in (".cpp", ".h"):
                used |= set(re.findall(r"\btexts::(\w+)", path.read_text(encoding="utf-8")))
        self.assertGreater(len(used), 100)
        self.assertEqual([key for key in self.keys if not catalogue.is_dialogs(key)
                          and catalogue.identifier(key) not in used], [])

    def test_every_text_of_a_dialog_is_used(self):
        used = {"dialog.%s.%s" % (path.stem, name) for path in (top / "extension/dialogs").glob("*.xdl")
                for name in re.findall(r'="&amp;([^";]+)"', path.read_text(encoding="utf-8"))}
        self.assertGreater(len(used), 30)
        self.assertEqual({key for key in self.keys if key.startswith("dialog.")}, used)


class FaultTest(unittest.TestCase):
    def refused(self, vi, en, *words):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "vi.txt").write_bytes(vi)
            pathlib.Path(folder, "en.txt").write_bytes(en)
            made = subprocess.run([sys.executable, "-B", str(top / "cmake/make_texts.py"), "cpp", folder, folder + "/out"], capture_output=True, text=True)
            self.assertEqual(made.returncode, 1)
            for word in words:
                self.assertIn(word, made.stderr)
            self.assertFalse(list(pathlib.Path(folder, "out").glob("*")))

    def test_a_text_missing_in_one_language(self):
        self.refused(b"a.b = x\n", b"a.b = x\na.c = y\n", "vi.txt: a.c is missing")
        self.refused(b"a.b = x\na.c = y\n", b"a.b = x\n", "en.txt: a.c is missing")

    def test_other_arguments(self):
        self.refused(b"a = {0} x\n", b"a = x\n", "a has other arguments")
        self.refused(b"a = {0} {1}\n", b"a = {0} {0}\n", "a has other arguments")
        self.refused(b"a = {1}\n", b"a = {1}\n", "not numbered from {0}")

    def test_lines_that_are_no_text(self):
        self.refused(b"a = x\nsome words\n", b"a = x\n", "vi.txt:2: not of the form")
        self.refused(b"a = x\n", b"a = x\n\na = y\n", "en.txt:3: a stands above already")
        self.refused(b"a = x\\q\n", b"a = x\n", "vi.txt:1: only \\n")

    def test_keys_that_cpp_cannot_tell_apart(self):
        self.refused(b"a.b = x\na-b = y\n", b"a.b = x\na-b = y\n", "the same name in C++")

    def test_bytes_that_are_not_utf_8(self):
        self.refused(b"a = \xff\n", b"a = x\n", "make_texts.py")


if __name__ == "__main__":
    unittest.main()
