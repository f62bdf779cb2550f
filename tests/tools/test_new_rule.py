#!/usr/bin/env python3
"""tools/new-rule leaves a tree in which the new rule's files stand where they belong, are formatted, and compile.

    test_new_rule.py [COMPILE_COMMANDS]

With the commands of a build the new files are compiled (their syntax only).
"""
import importlib.machinery
import importlib.util
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = None


def load_tool():
    loader = importlib.machinery.SourceFileLoader("new_rule", str(TOP / "tools/new-rule"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("new_rule", loader))
    loader.exec_module(module)
    return module


class NewRuleTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name)
        # Only what the tool reads: what else lies in the tree may come and go while other tests run.
        (self.top / "texts").mkdir()
        for file in (".clang-format", "texts/rules.txt", "texts/vi.txt", "texts/en.txt"):
            shutil.copy(TOP / file, self.top / file)
        self.tool = load_tool()

    def make(self, name):
        self.tool.main(self.top, name)

    def files(self):
        return {str(path.relative_to(self.top)): path.read_bytes() for path in self.top.rglob("*") if path.is_file()}

    def test_makes_four_things(self):
        before = self.files()
        self.make("style.old-words")
        after = self.files()
        self.assertEqual({path for path in before if before[path] != after[path]}, {"texts/rules.txt"})
        self.assertEqual(set(after) - set(before), {
            "src/check/rules/style/old_words.cpp", "tests/unit/check/rules/style/old_words_test.cpp",
            "tests/golden/style-old-words/args", "tests/golden/style-old-words/input.txt"})

    def test_the_entry_stands_behind_those_of_its_family(self):
        self.make("residue.middle")
        self.make("consistency.end")
        heads = re.findall(r"^\[(.*)\]$", (self.top / "texts/rules.txt").read_text(encoding="utf-8"), re.M)
        self.assertEqual(heads[-1], "consistency.end")
        self.assertEqual([head.split(".")[0] for head in heads[heads.index("residue.middle") - 1:][:3]], ["residue", "residue", "style"])

    def test_what_it_makes_is_formatted(self):
        for name in ("style.old-words", "spelling.zeal", "citation.a", "residue.middle"):
            self.make(name)
        made = ["src/check/rules/style/old_words.cpp", "tests/unit/check/rules/style/old_words_test.cpp"]
        result = subprocess.run(["clang-format", "--dry-run", "--Werror", *made], cwd=self.top, capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_what_it_makes_compiles(self):
        if COMMANDS is None:
            self.skipTest("no build")
        entry = next(entry for entry in json.loads(COMMANDS.read_text()) if "/soat_check.dir/" in entry["command"])
        arguments = [argument for argument in shlex.split(entry["command"]) if not argument.endswith("ccache")]
        place = arguments.index("-c")
        flags = [argument for argument in arguments[:place] if argument not in ("-MD",)]
        for option in ("-MT", "-MF", "-o"):
            if option in flags:
                del flags[flags.index(option):flags.index(option) + 2]
        self.make("style.old-words")
        made = self.top / "made"
        for kind, folder in (("cpp", made / "texts"), ("rules", made / "check")):
            subprocess.run([sys.executable, "-B", str(TOP / "cmake/make_texts.py"), kind, str(self.top / "texts"), str(folder)], check=True)
        flags.insert(1, "-I%s" % made)
        for file in ("src/check/rules/style/old_words.cpp", "made/check/rules.cpp"):
            result = subprocess.run([*flags, "-fsyntax-only", str(self.top / file)], cwd=entry["directory"], capture_output=True, text=True)
            self.assertEqual(result.returncode, 0, result.stderr)

    def test_changes_nothing_where_the_rule_is_there(self):
        file = self.top / "src/check/rules/style/old_words.cpp"
        file.parent.mkdir(parents=True)
        file.write_text("")
        before = self.files()
        for name in ("style.tone", "garble.glued", "style.old-words"):
            with self.assertRaises(SystemExit):
                self.make(name)
        self.assertEqual(self.files(), before)

    def test_wants_a_family_and_a_name(self):
        for name in ("tone", "style.", "style.Tone", "style.a b", "manners.bad", "../style.tone"):
            with self.assertRaises(SystemExit):
                self.make(name)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        COMMANDS = pathlib.Path(sys.argv.pop(1))
    unittest.main()
