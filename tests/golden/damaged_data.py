#!/usr/bin/env python3
"""Damages every file of the data, one at a time: missing, cut short, of another version, one byte flipped. The command names the file (and
the line, of a text table), ends with status 2, and all that does not need the file works on.

    damaged_data.py SOAT
"""
import concurrent.futures, json, os, pathlib, random, re, struct, subprocess, sys, tempfile, unittest

SOAT = os.path.abspath(sys.argv.pop(1))
DATA = pathlib.Path(__file__).resolve().parents[2] / "dictionaries/vi"
FILES = sorted(str(file.relative_to(DATA)) for file in DATA.rglob("*")
               if file.is_file() and file.suffix != ".md" and file.parent.name != "source")
CITATION = [name for name in FILES if name.startswith("citation/")]
CHECKING = [name for name in FILES if name not in CITATION]
SYSTEM = pathlib.Path("/usr/share/citation-style-language")  # what is missing is taken from here
TEXT = "Thủ tứơng đến thăm.\n\nUống nướcc , rồi đi ngủ.\n\nAnh ấy rất nỗi tiếng, ko sai.\n"
# What is found without any file but the word list and the weights of rules.
ALWAYS = ["spelling.tone-placement", "spelling.non-syllable", "punctuation.space"]
WITHOUT_WEIGHTS = ["punctuation.space"]
random_place = random.Random(20)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1:]


def another_version(name, data):
    if name.endswith((".model", ".vectors")):
        return data[:8] + struct.pack("<I", struct.unpack_from("<I", data, 8)[0] + 1) + data[12:]
    if name.endswith((".csl", ".xml")):
        return re.sub(rb'(<(?:style|locale)\b[^>]*\bversion=")[0-9.]+', rb"\g<1>9.9", data, count=1)
    if name.endswith(".dic"):
        return data.replace(b"soat:words-1", b"soat:words-2", 1)
    return re.sub(rb"^(#soat [a-z-]+ )[0-9]+\n", rb"\g<1>99\n", data)


def damages(name, flips):
    """Each damage with its name; None for a missing file."""
    data = (DATA / name).read_bytes()
    yield "missing", None
    yield "empty", b""
    line = data.find(b"\n", len(data) // 2) + 1
    yield "cut short behind a line", data[:line]
    yield "cut short", data[:len(data) * 2 // 3]
    other = another_version(name, data)
    assert other != data, name
    yield "of another version", other
    for at in [0, len(data) - 1] + [random_place.randrange(len(data)) for _ in range(flips)]:
        yield f"byte {at} flipped", flipped(data, at)


class DamagedData(unittest.TestCase):
    def run_damaged(self, name, content, arguments, inputs):
        """Runs the command on a copy of the data in which one file has this content."""
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            for file in FILES:
                (folder / "data" / file).parent.mkdir(parents=True, exist_ok=True)
                if file != name:
                    (folder / "data" / file).symlink_to(DATA / file)
                elif content is not None:
                    (folder / "data" / file).write_bytes(content)
            for file, text in inputs.items():
                (folder / file).write_text(text, encoding="utf-8")
            environment = {**os.environ, "DICPATH": place, "LC_ALL": "C.UTF-8"}
            return subprocess.run([SOAT, "--lang-ui", "en", *arguments], cwd=folder, env=environment, capture_output=True, timeout=120)

    def each(self, names, flips, look):
        """look(name, damage, content) for every damage, several at a time as the command takes no notice of others."""
        cases = [(name, damage, content) for name in names for damage, content in damages(name, flips)
                 if content is not None or not (SYSTEM / name.removeprefix("citation/")).exists()]
        self.assertGreaterEqual(len(cases), 6 * len(names))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for case, result in zip(cases, pool.map(lambda case: look(*case), cases)):
                with self.subTest(file=case[0], damage=case[1]):
                    self.told(case[0], case[2], *result)

    def told(self, name, content, result, works):
        message = result.stderr.decode().replace("\\", "/")  # as Windows writes paths
        self.assertEqual(result.returncode, 2, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertIn("data/" + name + ":", message)
        self.assertIn("install", message)
        if content is not None and name.endswith((".txt", ".tsv", ".dic", ".aff")):
            self.assertRegex(message, re.escape(name) + r":[0-9]+: ")
        self.assertTrue(works, (message, result.stdout.decode()))

    def check(self, name, _, content):
        result = self.run_damaged(name, content, ["check", "--data", "data", "--format", "jsonl", "a.txt"], {"a.txt": TEXT})
        if name == "vi_VN.dic":
            return result, result.stdout == b""  # without the syllables of the language nothing can be said of a text
        rules = [json.loads(line)["rule"] for line in result.stdout.splitlines()]
        return result, set(WITHOUT_WEIGHTS if name == "rule-weights.txt" else ALWAYS) <= set(rules)

    def test_checking(self):
        self.each(CHECKING, 2, self.check)

    def test_the_text_has_what_the_test_looks_for(self):
        result = self.run_damaged(None, None, ["check", "--data", "data", "--format", "jsonl", "a.txt"], {"a.txt": TEXT})
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        self.assertLess(set(ALWAYS), {json.loads(line)["rule"] for line in result.stdout.splitlines()})

    def test_the_word_list_is_not_needed_to_convert_and_to_cite(self):
        for arguments, wanted in ((["convert", "--from", "viqr", "a.txt"], "Tiếng Việt\n"),
                                  (["cite", "parse", "b.txt"], "legislation")):
            result = self.run_damaged("vi_VN.dic", b"", arguments, {"a.txt": "Tie^'ng Vie^.t\n", "b.txt": "Luật số 45/2019/QH14\n"})
            self.assertEqual((result.returncode, result.stderr), (0, b""))
            self.assertIn(wanted, result.stdout.decode())

    def cite(self, name, _, content):
        stem = pathlib.Path(name).stem
        by_style = ["--style", stem] if name.endswith(".csl") else ["--style", "iso-690", "--locale", stem.removeprefix("locales-")]
        if name == "citation/checksums.txt":
            by_style = []
        items = json.dumps([{"id": "a", "type": "book", "title": "Đò", "author": [{"family": "An", "given": "B"}]}])
        result = self.run_damaged(name, content, ["cite", "format", "--data", "data", *by_style, "items.json"], {"items.json": items})
        return result, name != "citation/checksums.txt" or "Đò" in result.stdout.decode()

    def test_citing(self):
        # Every locale is read alike, so a few stand for all.
        few = {"locales-vi-VN", "locales-en-US", "locales-fr-FR"}
        self.each([name for name in CITATION if "/locales/" not in name or pathlib.Path(name).stem in few], 1, self.cite)

    def test_every_locale_is_listed(self):
        listed = (DATA / "citation/checksums.txt").read_text(encoding="utf-8")
        for name in CITATION:
            if not name.endswith(".txt"):
                self.assertIn(name.removeprefix("citation/") + "\t", listed)


if __name__ == "__main__":
    unittest.main()
