#!/usr/bin/env python3
"""Bad input of every kind: one clear line on standard error, exit status 2, the other files still checked, no crash.

    bad_input.py SOAT

These inputs cannot lie in the repository as golden files: too large, unreadable, or no files at all.
"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, time, unittest, zipfile

from tested_system import KNOWS_ENCODINGS, SLOWDOWN, not_on_windows

try:
    import resource, signal
except ImportError:  # Python on Windows, where the tests that need them are skipped
    resource = signal = None

SOAT = os.path.abspath(sys.argv.pop(1))
SOURCE = pathlib.Path(__file__).resolve().parents[2]


class BadInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "good.txt").write_text("Uống nướcc.\n", encoding="utf-8")

    def soat(self, *arguments, language="en", **options):
        environment = {**os.environ, "DICPATH": str(self.folder), **options.pop("environment", {})}
        return subprocess.run([SOAT, "--lang-ui", language, *map(str, arguments)], cwd=self.folder, env=environment, timeout=120,
                              **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def in_vietnamese(self, *arguments):
        return self.soat(*arguments, language="vi")

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

    @not_on_windows
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

    @not_on_windows
    @unittest.skipUnless(os.path.exists("/proc/self/mem"), "needs a file that opens and cannot be read")
    def test_file_that_fails_while_it_is_read(self):
        self.refused("/proc/self/mem", None, "byte 0", "Input/output error")

    def test_damaged_documents(self):
        self.refused("a.odt", b"PK\x03\x04 and no more", "a.odt")
        self.refused("a.docx", b"", "a.docx")
        self.refused("b.pdf", b"%PDF-1.7\n", "pdftotext")  # it is missing, or cannot read that

    def test_name_that_breaks_the_line(self):
        self.complained(self.soat("check", "a\nb\33[2J.txt"), "a?b?[2J.txt")

    def as_other_user(self, *arguments):
        """Runs the command as a user who may not read everything, which root may."""
        self.folder.chmod(0o755)
        try:
            return self.soat(*arguments, **({"user": 65534} if os.geteuid() == 0 else {}))
        except PermissionError:
            self.skipTest("another user may not run the command here")

    def files_of(self, result):
        return [json.loads(line)["file"] for line in result.stdout.splitlines()]

    @not_on_windows
    def test_folder_is_read_behind_a_link_in_a_ring(self):
        drafts = self.folder / "drafts"
        drafts.mkdir()
        for name in ("a.txt", "z.txt"):
            (drafts / name).write_text("Uống nướcc.\n", encoding="utf-8")
        (drafts / "m.txt").symlink_to("m.txt")
        (drafts / "n.txt").symlink_to("nowhere.txt")
        result = self.soat("check", "-r", "--format", "jsonl", "drafts")
        self.assertEqual(result.returncode, 2)
        self.assertEqual(self.files_of(result), ["drafts/a.txt", "drafts/z.txt"])
        lines = result.stderr.decode().splitlines()
        self.assertEqual([line.split(":")[1].strip() for line in lines], ["drafts/m.txt", "drafts/n.txt"])
        self.assertIn("symbolic links", lines[0])

    @not_on_windows
    def test_folder_is_read_behind_one_that_may_not_be(self):
        drafts = self.folder / "drafts"
        (drafts / "m" / "deep").mkdir(parents=True)
        for name in ("a.txt", "z.txt", "m/b.txt"):
            (drafts / name).write_text("Uống nướcc.\n", encoding="utf-8")
        (drafts / "m").chmod(0)
        self.addCleanup((drafts / "m").chmod, 0o755)
        result = self.as_other_user("check", "-r", "--format", "jsonl", "drafts", "good.txt")
        self.complained(result, "drafts/m: Permission denied")
        self.assertEqual(self.files_of(result), ["drafts/a.txt", "drafts/z.txt", "good.txt"])

    def test_status_of_each_document(self):
        (self.folder / "clean.txt").write_text("Trời xanh.\n", encoding="utf-8")
        result = self.soat("check", "--format", "jsonl", "--status", "good.txt", "none.txt", "clean.txt", "-j", "3")
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([(one["file"], one["status"], one["findings"]) for one in lines if "status" in one],
                         [("good.txt", "checked", 1), ("none.txt", "failed", 0), ("clean.txt", "checked", 0)])
        self.assertEqual([set(one) for one in lines if "status" in one], [{"file", "status", "findings", "error"}] * 3)
        self.assertIn("No such file", lines[2]["error"])
        report = json.loads(self.soat("check", "--format", "json", "good.txt", "none.txt").stdout)
        self.assertEqual([set(one) & {"error", "findings"} for one in report["documents"]], [{"findings"}, {"error"}])
        self.complained(self.soat("check", "--status", "good.txt"), "--status", "jsonl")

    @not_on_windows
    @unittest.skipUnless(sys.platform == "linux", "needs names of any bytes")
    def test_names_can_be_turned_back(self):
        name = b"caf\xe9\\x.txt"
        (self.folder / os.fsdecode(name)).write_text("Uống nướcc.\n", encoding="utf-8")
        result = self.soat("check", "--format", "jsonl", os.fsdecode(name))
        [told] = self.files_of(result)
        self.assertEqual(re.sub(rb"\\\\|\\x(..)", lambda m: bytes.fromhex(m[1].decode()) if m[1] else b"\\", told.encode()), name)
        shown = self.soat("check", os.fsdecode(name)).stdout.decode()
        self.assertTrue(shown.startswith("caf\\xe9\\x.txt:1:6:"), shown)

    @unittest.skipUnless(KNOWS_ENCODINGS, "knows no encodings")
    def test_page_that_cannot_be_decoded(self):
        self.refused("a.html", b"<meta charset=gbk>\n<p>T\xff\xff</p>", "byte 23 (line 2)", "gbk")
        self.refused("b.html", b"<meta charset=none>\n<p>caf\xe9</p>", "byte 26 (line 2)", "none")

    def archive(self, name, **parts):
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part.replace("__", "/").replace("_", "."), content)

    def test_text_that_swells(self):
        office, text = ("urn:oasis:names:tc:opendocument:xmlns:%s:1.0" % name for name in ("office", "text"))
        blanks = '<t:s t:c="1000"/>' * 100_000
        self.archive("a.odt", content_xml=f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><t:p>{blanks}</t:p></o:document-content>')
        self.assertLess((self.folder / "a.odt").stat().st_size, 20_000)
        self.refused("a.odt", None, "spaces")

    def test_documents_that_are_something_else(self):
        self.archive("a.docx", content_xml="<a/>")
        self.refused("a.docx", None, "OpenDocument text")
        self.archive("b.docx", xl__workbook_xml="<a/>")
        self.refused("b.docx", None, "Excel")
        self.archive("c.docx", EncryptedPackage="x")
        self.refused("c.docx", None, "encrypted")
        self.refused("d.docx", b"", "empty")
        self.refused("e.txt", "Người bạn cũ\n".encode("utf-16-le"), "UTF-16 without a byte order mark")

    @not_on_windows
    @unittest.skipUnless(os.path.exists("/dev/zero"), "needs /dev/zero")
    def test_what_has_no_end(self):
        self.refused("/dev/zero", None, "byte 0 (line 1)", "zero byte")
        self.complained(self.soat("check", "--as", "docx", "/dev/zero"), "ZIP")
        with open(self.folder / "large.txt", "wb") as large:
            large.truncate((1 << 30) + 1)
        self.refused("large.txt", None, "larger than 1 GiB")

    def test_format_of_standard_input(self):
        page = "<html><body><p>Một nguời</p><script>var nghành</script></body></html>".encode()
        for arguments in ((), ("--as", "html")):
            result = self.soat("check", "--format", "jsonl", "-", *arguments, input=page)
            self.assertEqual([json.loads(line)["text"] for line in result.stdout.splitlines()], ["nguời"])
        result = self.soat("check", "--format", "jsonl", "--as", "md", "-", input="Gõ `nguời` và nguời".encode())
        self.assertEqual([json.loads(line)["start"] for line in result.stdout.splitlines()], [14])

    def test_other_commands_go_on_behind_a_bad_file(self):
        (self.folder / "a.txt").write_bytes(b"\xff\n")
        (self.folder / "law.txt").write_text("Luật số 45/2019/QH14\n", encoding="utf-8")
        result = self.soat("cite", "parse", "none.txt", "a.txt", "law.txt")
        self.assertEqual(result.returncode, 2)
        self.assertEqual([line.split(":")[1].strip() for line in result.stderr.decode().splitlines()], ["none.txt", "a.txt"])
        self.assertEqual(json.loads(result.stdout)["type"], "legislation")
        if (SOURCE / "dictionaries/vi/soat.model").exists():
            result = self.soat("restore", "none.txt", "good.txt")
            self.complained(result, "none.txt")
            self.assertEqual(result.stdout.decode(), "Uống nướcc.\n")

    def test_help_is_for_people(self):
        for command in ("", "check", "normalise", "convert", "restore", "train", "cite check", "cite format", "cite import", "cite parse"):
            text = self.in_vietnamese(*command.split(), "--help").stdout.decode()
            self.assertNotRegex(text, r"UINT|FLOAT|INT in|TEXT:|POSITIVE|[{}]|]=", command)
            english = self.soat(*command.split(), "--help").stdout.decode()
            for word in ("Usage", "Options", "OPTIONS", "Positionals", "REQUIRED", "Subcommands", "SUBCOMMAND", "Print"):
                self.assertNotIn(word, text, command)
            self.assertIn("Usage: soat " + command, english)
            self.assertEqual(text.count("\n"), english.count("\n"), command)
        self.assertIn(".md", self.soat("check", "--help").stdout.decode())

    def test_values_that_an_option_cannot_take(self):
        for arguments, told in ((("check", "--jobs", "0", "good.txt"), "--jobs: “0” không phải là số nguyên từ 1 đến 256"),
                                (("check", "-j", "2x", "good.txt"), "--jobs: “2x” không phải là số nguyên từ 1 đến 256"),
                                (("check", "good.txt", "--jobs"), "--jobs: thiếu giá trị"),
                                (("check", "--profile", "loud", "good.txt"), "--profile: “loud” không thuộc normal, strict"),
                                (("cite", "format", "--format", "pdf", "x.json"), "--format: “pdf” không thuộc html, rtf, text"),
                                (("restore", "--tones", "middle", "good.txt"), "--tones: “middle” không thuộc new, old"),
                                (("train", "--size", "-3", "--output", "m", "good.txt"), "--size: “-3” không phải là số lớn hơn 0"),
                                (("train", "--order", "9", "--output", "m", "good.txt"), "--order: “9” không phải là số nguyên từ 2 đến 5")):
            result = self.in_vietnamese(*arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertIn(told, result.stderr.decode())

    @not_on_windows
    def test_signal_leaves_nothing_half_written(self):
        (self.folder / "large.txt").write_text("Trời xanh và nắng ấm.\n" * (400_000 // SLOWDOWN), encoding="utf-8")
        before = sorted(self.folder.iterdir())
        process = subprocess.Popen([SOAT, "normalise", "--tones", "new", "-o", "out.txt", "large.txt"], cwd=self.folder)
        while process.poll() is None and sorted(self.folder.iterdir()) == before:
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        process.wait()
        (self.folder / "out.txt").unlink(missing_ok=True)  # it may have been done before
        self.assertEqual(sorted(self.folder.iterdir()), before)

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

    @not_on_windows
    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            self.complained(self.soat("check", "good.txt", stdout=full), "standard output", "No space left")
            self.complained(self.soat("--version", stdout=full), "standard output", "No space left")
            self.complained(self.soat("check", "--help", stdout=full), "standard output", "No space left")

    @not_on_windows
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

    def legacy_document(self, name):
        """A document in .VnTime; its conversion takes more than the four kilobytes that allow_small_files_only() allows."""
        noise = "".join(chr(0x4e00 + (n * 7919) % 20000) for n in range(6000))  # does not compress well
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr("content.xml", '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                             'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
                             'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>'
                             '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-family=".VnTime"/></style:style>'
                             '</office:automatic-styles><office:body><office:text><text:p text:style-name="P1">N\xad\xedc lªn ®Õn bê, m\xada vÉn to.</text:p>'
                             "<text:p>%s</text:p></office:text></office:body></office:document-content>" % noise)

    @not_on_windows
    def test_a_conversion_that_cannot_be_saved_loses_nothing(self):
        def allow_small_files_only():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        self.legacy_document("a.odt")
        (self.folder / "b.odt").write_bytes(b"what was there")
        before = (self.folder / "a.odt").read_bytes()
        for target, kept in (("b.odt", b"what was there"), ("a.odt", before)):  # over another file, and over itself
            self.complained(self.soat("convert", "-o", target, "a.odt", preexec_fn=allow_small_files_only), target, "File too large")
            self.assertEqual((self.folder / target).read_bytes(), kept)
        self.complained(self.soat("convert", "-o", "/dev/full", "a.odt"), "/dev/full", "No space left")
        self.assertEqual(sorted(file.name for file in self.folder.iterdir()), ["a.odt", "b.odt", "good.txt"])
        self.assertEqual(self.soat("convert", "-o", "b.odt", "a.odt").returncode, 0)

    @not_on_windows
    def test_a_folder_that_may_not_be_written_to(self):
        self.legacy_document("a.odt")
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "old.odt").write_bytes(b"what was there")
        closed.chmod(0o555)
        for target in ("closed/new.odt", "closed/old.odt"):
            self.complained(self.as_other_user("convert", "-o", target, "a.odt"), target, "Permission denied")
        self.complained(self.as_other_user("normalise", "--tones", "new", "-o", "closed/new.txt", "good.txt"), "closed/new.txt", "Permission denied")
        self.assertEqual([file.name for file in closed.iterdir()], ["old.odt"])
        self.assertEqual((closed / "old.odt").read_bytes(), b"what was there")

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
