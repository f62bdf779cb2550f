#!/usr/bin/env python3
"""Bad input of every kind: one clear line on standard error, exit status 2, the other files still checked, no crash.

    bad_input.py SOAT

These inputs cannot lie in the repository as golden files: too large, unreadable, or no files at all.
"""
import json, os, pathlib, shutil, subprocess, sys, tempfile, unittest

try:
    import resource, signal
except ImportError:  # Windows, where the test that needs them is skipped
    resource = signal = None

SOAT = os.path.abspath(sys.argv.pop(1))
SOURCE = pathlib.Path(__file__).resolve().parents[2]
# Sanitizers make the command some twenty times slower; the long line is as much shorter then.
SLOWDOWN = int(os.environ.get("SOAT_SLOWDOWN", "1"))


class BadInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "good.txt").write_text("Uống nướcc.\n", encoding="utf-8")

    def soat(self, *arguments, **options):
        environment = {**os.environ, "DICPATH": str(self.folder), **options.pop("environment", {})}
        return subprocess.run([SOAT, *map(str, arguments)], cwd=self.folder, env=environment, timeout=120,
                              **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def refused(self, name, content, *parts):
        """The file is complained of in one line with these parts, and the good file beside it is still checked."""
        if content is not None:
            (self.folder / name).write_bytes(content)
        result = self.soat("check", "--format", "jsonl", name, "good.txt")
        self.complained(result, name, *parts)
        self.assertEqual([json.loads(line)["file"] for line in result.stdout.splitlines()], ["good.txt"])

    def complained(self, result, *parts):
        message = result.stderr.decode()
        self.assertEqual(result.returncode, 2, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertTrue(message.startswith("soat: "), message)
        for part in parts:
            self.assertIn(part, message)

    def test_not_utf8(self):
        self.refused("a.txt", "một\n".encode() + b"caf\xe9\n", "byte 9 (line 2)", "not UTF-8")

    def test_binary(self):
        self.refused("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00", "byte 7 (line 1)", "zero byte")

    def test_lone_surrogates_in_utf16(self):
        self.refused("a.txt", b"\xff\xfea\x00\x00\xd8b\x00", "byte 4 (line 1)", "lone surrogate")

    def test_folder(self):
        (self.folder / "a.d").mkdir()
        self.refused("a.d", None, "folder", "--recursive")

    def test_missing_file(self):
        self.refused("a.txt", None, "No such file")

    @unittest.skipUnless(hasattr(os, "geteuid"), "needs Unix permissions")
    def test_unreadable_file(self):
        (self.folder / "a.txt").write_text("x")
        (self.folder / "a.txt").chmod(0)
        self.folder.chmod(0o755)
        root = os.geteuid() == 0  # root may read every file, so another user must try
        try:
            result = self.soat("check", "--format", "jsonl", "a.txt", "good.txt", **({"user": 65534} if root else {}))
        except PermissionError:
            self.skipTest("another user may not run the command here")
        self.complained(result, "a.txt", "Permission denied")
        self.assertIn(b"good.txt", result.stdout)

    @unittest.skipUnless(os.path.exists("/proc/self/mem"), "needs a file that opens and cannot be read")
    def test_file_that_fails_while_it_is_read(self):
        self.refused("/proc/self/mem", None, "byte 0", "Input/output error")

    def test_damaged_documents(self):
        self.refused("a.odt", b"PK\x03\x04 and no more", "a.odt")
        self.refused("a.docx", b"", "a.docx")
        self.refused("b.pdf", b"%PDF-1.7\n", "PDF")

    def test_name_that_breaks_the_line(self):
        self.complained(self.soat("check", "a\nb\33[2J.txt"), "a?b?[2J.txt")

    def test_empty_file_has_nothing_to_find(self):
        (self.folder / "a.txt").write_bytes(b"")
        result = self.soat("check", "a.txt")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))

    def test_one_line_of_50_megabytes(self):
        sentences = 1_800_000 // SLOWDOWN
        (self.folder / "a.txt").write_text("Trời xanh và nắng ấm. " * sentences + "nướcc", encoding="utf-8")
        self.assertGreater((self.folder / "a.txt").stat().st_size, 50_000_000 // SLOWDOWN)
        result = self.soat("check", "--format", "jsonl", "--only", "spelling", "a.txt")
        self.assertEqual((result.returncode, result.stderr), (1, b""))
        last = json.loads(result.stdout.splitlines()[-1])
        self.assertEqual((last["paragraph"], last["start"], last["text"]), (0, 22 * sentences, "nướcc"))

    def test_one_line_of_50_megabytes_without_a_space(self):
        (self.folder / "a.txt").write_bytes(b"a" * 50_000_000)
        self.assertIn(self.soat("check", "a.txt").returncode, (0, 1))

    def test_ten_thousand_combining_marks(self):
        (self.folder / "a.txt").write_text("a" + "\u0301\u0323" * 5_000 + " trời", encoding="utf-8")
        for form in ("text", "jsonl", "json", "html"):
            result = self.soat("check", "--format", form, "a.txt")
            self.assertIn(result.returncode, (0, 1))
            self.assertEqual(result.stderr, b"")

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            self.complained(self.soat("check", "good.txt", stdout=full), "standard output", "No space left")
            self.complained(self.soat("--version", stdout=full), "standard output", "No space left")
            self.complained(self.soat("check", "--help", stdout=full), "standard output", "No space left")

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_disk_leaves_the_old_file(self):
        (self.folder / "old.txt").write_text("hòa", encoding="utf-8")
        (self.folder / "large.txt").write_text("hòa " * 10_000, encoding="utf-8")
        self.complained(self.soat("normalise", "--tones", "new", "-o", "/dev/full", "good.txt"), "/dev/full", "No space left")

        def allow_small_files_only():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        result = self.soat("normalise", "--tones", "new", "-o", "old.txt", "large.txt", preexec_fn=allow_small_files_only)
        self.complained(result, "old.txt", "File too large")
        self.assertEqual((self.folder / "old.txt").read_text(encoding="utf-8"), "hòa")
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()), ["good.txt", "large.txt", "old.txt"])

    def test_output_may_be_the_input(self):
        (self.folder / "a.txt").write_text("hòa bình\n", encoding="utf-8")
        self.assertEqual(self.soat("normalise", "--tones", "new", "-o", "a.txt", "a.txt").returncode, 0)
        self.assertEqual((self.folder / "a.txt").read_text(encoding="utf-8"), "hoà bình\n")

    def test_input_that_the_other_commands_cannot_read(self):
        (self.folder / "a.txt").write_bytes(b"ab\xff")
        self.complained(self.soat("normalise", "--tones", "new", "a.txt"), "a.txt: byte 2 (line 1)", "not UTF-8")
        self.complained(self.soat("normalise", "--tones", "none", "a.txt"), "none")
        self.complained(self.soat("convert", "--from", "unicode", "a.txt"), "a.txt: byte 2 (line 1)", "not UTF-8")
        self.complained(self.soat("convert", "--from", "none", "a.txt"), "none")
        if (SOURCE / "dictionaries/vi/soat.model").exists():
            self.complained(self.soat("restore", "a.txt"), "a.txt: byte 2 (line 1)", "not UTF-8")
        self.complained(self.soat("convert", "--from", "unicode", "--to", "vni", input="字".encode()), "1 character", "vni", "--lossy")

    def test_unknown_option_command_and_values(self):
        self.complained(self.soat("check", "--no-such", "good.txt"), "--no-such")
        self.complained(self.soat("no-such"), "no-such")
        self.complained(self.soat())
        self.complained(self.soat("check"), "files")
        self.complained(self.soat("check", "--only", "spelling,no-such", "good.txt"), "no-such")
        self.complained(self.soat("check", "--format", "no-such", "good.txt"), "no-such")
        self.complained(self.soat("check", "-j", "0", "good.txt"), "0")

    def test_missing_data(self):
        self.complained(self.soat("check", "--data", "none", "good.txt"), "none", "--data")
        self.complained(self.soat("check", "good.txt", environment={"SOAT_DATA": "none"}), "none", "SOAT_DATA")

    def test_damaged_dictionary(self):
        data = self.folder / "data"
        shutil.copytree(SOURCE / "dictionaries/vi", data)
        for word_list in data.rglob("*.dic"):
            word_list.write_bytes(b"\x00\xff damaged")
        result = self.soat("check", "--data", "data", "good.txt")
        self.assertEqual(result.returncode, 2)
        self.assertIn(".dic", result.stderr.decode())

    def test_order_of_input_is_kept_with_threads(self):
        names = [f"{i:03}.txt" for i in range(60)]
        for name in names:
            (self.folder / name).write_text("nướcc " * (1 + int(name[:3]) * 7 % 50), encoding="utf-8")
        alone = self.soat("check", "--format", "jsonl", *names)
        together = self.soat("check", "--format", "jsonl", "-j", 4, *names)
        self.assertEqual(alone.returncode, 1)
        self.assertEqual(alone.stdout, together.stdout)


if __name__ == "__main__":
    unittest.main()
