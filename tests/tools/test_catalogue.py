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


VIETNAMESE = re.compile("[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed"
                        "\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
CODE = re.compile(r"""(?P<comment>//[^\n]*)|'(?:[^'\\]|\\.)+'|"(?P<literal>(?:[^"\\\n]|\\.)*)"\s*(?:u8?)?(?=(?P<more>"))?""")


def sentences(source):
    """The string literals of C++ code that say something in Vietnamese: six words or more, or four with a
    mark that ends a sentence; where literals stand in a row all together."""
    found, words = [], ""
    for part in CODE.finditer(source):
        if part["literal"] is None:
            continue
        words += part["literal"]
        if part["more"] is None:
            count = len(re.findall(r"\w+", re.sub(r"\\.", " ", words)))
            if (count >= 6 or (count >= 4 and words.rstrip()[-1:] in ".:?\u2026")) and VIETNAMESE.search(words.replace("So\u00e1t", "")):
                found.append(words)
            words = ""
    return found


class CatalogueTest(unittest.TestCase):
    def setUp(self):
        self.keys = catalogue.read_catalogue(top / "texts")["en"]

    def test_every_text_of_the_program_is_used(self):
        used = set()
        for path in (top / "src").rglob("*"):
            if path.suffix in (".cpp", ".h"):
                used |= set(re.findall(r"\btexts::(\w+)", path.read_text(encoding="utf-8")))
        # The titles and reasons of rules are in the table that is made of them.
        used |= {catalogue.identifier("rule.%s.%s" % (rule["id"], part)) for rule in catalogue.read_rules(top / "texts/rules.txt") for part in ("title", "why")}
        self.assertGreater(len(used), 100)
        self.assertEqual([key for key in self.keys if not catalogue.is_dialogs(key)
                          and catalogue.identifier(key) not in used], [])

    def test_every_text_of_a_dialog_is_used(self):
        used = {"dialog.%s.%s" % (path.stem, name) for path in (top / "extension/dialogs").glob("*.xdl")
                for name in re.findall(r'="&amp;([^";]+)"', path.read_text(encoding="utf-8"))}
        self.assertGreater(len(used), 30)
        self.assertEqual({key for key in self.keys if key.startswith("dialog.")}, used)

    def test_nothing_is_said_in_vietnamese_outside_the_catalogue(self):
        for path in sorted((top / "src").rglob("*")):
            if path.suffix in (".cpp", ".h"):
                self.assertEqual(sentences(path.read_text(encoding="utf-8")), [], path)

    def test_a_sentence_in_the_code_is_noticed(self):
        said = "Ch\u1ed7 n\u00e0y vi\u1ebft ch\u01b0a \u0111\u00fang."
        self.assertEqual(sentences('f({u"%s", u"This is not written right."}, \'"\');' % said), [said])
        self.assertEqual(sentences('f(u"Ch\u1ed7 n\u00e0y "\n  u"vi\u1ebft ch\u01b0a \u0111\u00fang.");'), [said])
        self.assertEqual(sentences('// "%s"\nf("the place is not right", u"ngh\u1ecb \u0111\u1ecbnh")' % said), [])


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

    def test_an_argument_within_a_plural(self):
        self.refused(b"a = {0}\n", b"a = {0?{1} x|{0} x}\n", "a has other arguments")
        self.assertEqual(catalogue.arguments("{0?One|{1} of {0}} {2}"), {0, 1, 2})

    def test_plurals_that_are_none(self):
        for plural in (b"{0?place}", b"{0?place|places", b"{0?a|{1?b|c}}"):
            self.refused(b"a = {0} {1}\n", b"a = {0} {1} " + plural + b"\n", "en.txt:1: {0? begins what is not")

    def test_lines_that_are_no_text(self):
        self.refused(b"a = x\nsome words\n", b"a = x\n", "vi.txt:2: not of the form")
        self.refused(b"a = x\n", b"a = x\n\na = y\n", "en.txt:3: a stands above already")
        self.refused(b"a = x\\q\n", b"a = x\n", "vi.txt:1: only \\n")

    def test_keys_that_cpp_cannot_tell_apart(self):
        self.refused(b"a.b = x\na-b = y\n", b"a.b = x\na-b = y\n", "the same name in C++")

    def test_entries_of_rules(self):
        good = "[a.b]\nseverity = info\ntitle.vi = x\ntitle.en = x\nwhy.vi = x\nwhy.en = x\n"
        for rows, word in ((good + "\n" + good, "rules.txt:8: a.b stands above already"), ("severity = info\n", "rules.txt:1: not of the form"),
                           (good + "title.vi = y\n", "rules.txt:7: title.vi stands above already"), (good + "colour = red\n", "rules.txt:7: an entry has no colour"),
                           (good.replace("why.en = x\n", ""), "a.b has no why.en"), (good.replace("info", "grave"), "a.b has no severity"),
                           (good + "finding.vi = {0}\nfinding.en = x\n", "finding.a.b has other arguments"), (good + "finding.vi = x\n", "finding.a.b is missing"),
                           (good + "thresholds = 0.3 0.6\n", "a.b: strict shows"), (good + "thresholds = much\n", "a.b has not two thresholds")):
            with self.subTest(word=word), tempfile.TemporaryDirectory() as folder:
                for name, text in (("vi.txt", ""), ("en.txt", ""), ("rules.txt", rows)):
                    pathlib.Path(folder, name).write_text(text)
                made = subprocess.run([sys.executable, "-B", str(top / "cmake/make_texts.py"), "rules", folder, folder + "/out"], capture_output=True, text=True)
                self.assertEqual(made.returncode, 1)
                self.assertIn(word, made.stderr)

    def test_a_new_text_changes_no_header_but_its_own(self):
        with tempfile.TemporaryDirectory() as folder:
            made = {}
            for texts in ("a.b = x\nc.d = x\n", "a.b = x\na.a = x\nc.d = x\n"):
                for name in ("vi.txt", "en.txt"):
                    pathlib.Path(folder, name).write_text(texts)
                subprocess.run([sys.executable, "-B", str(top / "cmake/make_texts.py"), "cpp", folder, folder + "/out"], check=True)
                old, made = made, {path.name: path.read_bytes() for path in pathlib.Path(folder, "out").rglob("*")}
            self.assertEqual({name for name in made if made[name] != old.get(name)}, {"a.h", "texts.cpp"})

    def test_bytes_that_are_not_utf_8(self):
        self.refused(b"a = \xff\n", b"a = x\n", "make_texts.py")


if __name__ == "__main__":
    unittest.main()
