#!/usr/bin/env python3
"""soat fix on documents: what is changed and what is not, byte for byte; backups; what happens when nothing can be written.

    fix_documents.py SOAT
"""
import io, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest, zipfile

from tested_system import not_on_windows

SOAT = os.path.abspath(sys.argv.pop(1))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
STATIC = {"[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
          '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
          '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
          '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
          "word/media/a.bin": "\x00\x01 not ours"}
BODY = ('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Tôi gặp một ngu</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ời bạn</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> cũ &amp; uống nướcc.</w:t></w:r></w:p>')


def docx(body=BODY, extra={}):
    parts = {**STATIC, "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{W}"><w:body>{body}'
             "<w:sectPr/></w:body></w:document>", **extra}
    return archive(parts)


def odt(body):
    return archive({"mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{ODF}office:1.0" '
                    f'xmlns:text="{ODF}text:1.0" office:version="1.3"><office:body><office:text>{body}</office:text></office:body>'
                    "</office:document-content>",
                    "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0" manifest:version="1.3"><manifest:file-entry '
                    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
                    'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'})


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            made.writestr(info, content)
    return out.getvalue()


def soat(folder, *arguments, status=0, variables=None, **options):
    environment = {**os.environ, "DICPATH": str(folder), **(variables or {})}
    result = subprocess.run([SOAT, *map(str, arguments), "--lang-ui", "en"], cwd=folder, env=environment, timeout=600, capture_output=True, **options)
    if result.returncode != status:
        raise AssertionError(f"{arguments}: status {result.returncode}, not {status}: {result.stderr.decode()}")
    return result


def text_of(xml):
    return re.sub("<[^>]*>", "", xml).strip()


SIGNED = docx(extra={"_xmlsignatures/sig1.xml": "<s/>"})
PAGE = "<!DOCTYPE html><p>Uống nướcc.".encode()
SPAN = odt("<text:p>Tôi gặp một <text:span>ngu</text:span>ời bạn cũ.</text:p>")
# What each way of fixing gets; the command takes seconds to start in a build with sanitizers, so that each has one run.
FILES = {"changes": {"a.docx": docx(), "b.odt": odt("<text:p>Tôi gặp  một nguời bạn<text:s/> cũ.</text:p><text:p>Uống nướcc.</text:p>"),
                     "c.txt": "\ufeffUống nướcc.\r\nTôi gặp nguời bạn.".encode(), "d.md": "Uống *nướcc* và `nướcc`.\n".encode(),
                     "e.tex": "Uống \\emph{nướcc} và $nướcc$. % nướcc\n".encode(),
                     "linked.txt": "Uống nướcc.\n".encode()},
         "tracked": {"t.docx": docx(), "t.odt": SPAN},
         "comments": {"k.docx": docx(), "k.odt": SPAN}}
REFUSED = {"changes": {"signed.docx": SIGNED, "page.html": PAGE}, "tracked": {"plain.txt": "Uống nướcc.".encode()}, "comments": {}}


class Fix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.complaints, cls.once, cls.again = {}, {}, {}
        for kind in FILES:
            for name, content in {**FILES[kind], **REFUSED[kind]}.items():
                (cls.folder / name).write_bytes(content)
        (cls.folder / "linked.txt").chmod(0o640)
        (cls.folder / "link.txt").symlink_to("linked.txt")
        for kind in FILES:
            names = ["link.txt" if name == "linked.txt" else name for name in FILES[kind]]
            first = soat(cls.folder, "fix", "--in-place", "--as", kind, *names, *REFUSED[kind], status=2 if REFUSED[kind] else 0)
            cls.complaints[kind] = first.stderr.decode()
            cls.once.update({name: (cls.folder / name).read_bytes() for name in FILES[kind]})
            cls.again[kind] = soat(cls.folder, "fix", "-i", "--as", kind, *names).stderr.decode()

    def part(self, name, part):
        with zipfile.ZipFile(io.BytesIO(self.once[name])) as made:
            return made.read(part).decode()

    def test_only_the_letters_of_a_docx_change(self):
        before = docx()
        text = self.part("a.docx", "word/document.xml")
        self.assertEqual(text_of(text), "Tôi gặp một người bạn cũ &amp; uống nước.")
        old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(self.once["a.docx"]))
        self.assertEqual(re.findall("<[^>]*>", text), re.findall("<[^>]*>", old.read("word/document.xml").decode()))
        self.assertEqual(old.namelist(), new.namelist())
        for one in old.infolist():
            now = new.getinfo(one.filename)
            self.assertEqual((one.date_time, one.compress_type, one.external_attr), (now.date_time, now.compress_type, now.external_attr))
            if one.filename != "word/document.xml":
                self.assertEqual(old.read(one), new.read(now))
        self.assertEqual((self.folder / "a.docx.bak").read_bytes(), before)

    def test_plain_text_with_and_without_markup(self):
        self.assertEqual(self.once["c.txt"], "\ufeffUống nước.\r\nTôi gặp người bạn.".encode())
        self.assertEqual(self.once["d.md"], "Uống *nước* và `nướcc`.\n".encode())
        self.assertEqual(self.once["e.tex"], "Uống \\emph{nước} và $nướcc$. % nướcc\n".encode())

    def test_a_second_run_finds_nothing(self):
        for kind, files in FILES.items():
            self.assertEqual(self.again[kind].count("nothing to fix"), len(files), self.again[kind])
            for name in files:
                self.assertEqual((self.folder / name).read_bytes(), self.once[name])
                self.assertFalse((self.folder / (name + ".bak2")).exists())

    def test_tracked_changes_of_a_docx(self):
        text = self.part("t.docx", "word/document.xml")
        self.assertEqual(len(re.findall('<w:ins [^>]*w:author="Soát"', text)), 2)
        self.assertEqual(len(re.findall('<w:del [^>]*w:author="Soát"', text)), 3)  # "ngu", "ời", and "nướcc" as a whole
        self.assertIn('<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">ngu</w:delText></w:r>', text)
        self.assertIn('<w:t xml:space="preserve">người</w:t>', text)
        rejected = re.sub("<w:ins .*?</w:ins>", "", text)
        self.assertEqual(text_of(rejected), "Tôi gặp một nguời bạn cũ &amp; uống nướcc.")
        ids = re.findall('w:id="([0-9]*)"', text)
        self.assertEqual(len(ids), len(set(ids)))

    def test_comments_of_a_docx(self):
        comments = self.part("k.docx", "word/comments.xml")
        self.assertEqual(comments.count('w:author="Soát"'), 2)
        self.assertIn("nước", comments)
        self.assertIn("/word/comments.xml", self.part("k.docx", "[Content_Types].xml"))
        self.assertIn("comments.xml", self.part("k.docx", "word/_rels/document.xml.rels"))
        self.assertEqual(text_of(self.part("k.docx", "word/document.xml")), "Tôi gặp một nguời bạn cũ &amp; uống nướcc.")

    def test_marks_of_an_odt(self):
        for name in ("t.odt", "k.odt"):
            self.assertIn("<dc:creator>Soát</dc:creator>", self.part(name, "content.xml"))

    def test_what_is_reopened_in_writer(self):
        office = shutil.which("soffice")
        if not office:
            self.skipTest("no LibreOffice")
        names = ["a.docx", "t.docx", "k.docx", "t.odt", "k.odt"]
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for name in names:
                (folder / name.replace(".", "-")).with_suffix(pathlib.Path(name).suffix).write_bytes(self.once[name])
            files = sorted(str(file) for file in folder.iterdir())
            subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fodt", *files],
                           cwd=folder, check=True, timeout=300, capture_output=True)
            read = {name: (folder / (name.replace(".", "-") + ".fodt")).read_text(encoding="utf-8") for name in names}
        self.assertIn("người", text_of(read["a.docx"]))
        for name in ("t.docx", "t.odt"):
            self.assertIn("<text:changed-region", read[name])
            self.assertIn("<text:deletion", read[name])
            self.assertIn("Soát", read[name])
        for name in ("k.docx", "k.odt"):
            self.assertIn("<office:annotation ", read[name])
            self.assertIn("Soát", read[name])

    def test_what_cannot_be_changed_is_left(self):
        self.assertIn("signed", self.complaints["changes"])
        self.assertIn("page.html: documents of this format", self.complaints["changes"])
        self.assertIn("only .odt and .docx", self.complaints["tracked"])
        for refused in REFUSED.values():
            for name, content in refused.items():
                self.assertEqual((self.folder / name).read_bytes(), content)
        soat(self.folder, "fix", "plain.txt", status=2)

    def test_shown_only(self):
        content = "Uống nướcc.\nTốt.\n".encode()
        (self.folder / "s.txt").write_bytes(content)
        self.assertEqual(soat(self.folder, "fix", "--diff", "s.txt", status=1).stdout.decode(),
                         "--- s.txt\n+++ s.txt\n@@ -1 +1 @@\n-Uống nướcc.\n+Uống nước.\n")
        self.assertEqual((self.folder / "s.txt").read_bytes(), content)
        soat(self.folder, "fix", "--sure", "1", "--dry-run", "s.txt")
        self.assertIn("0 to 1", soat(self.folder, "fix", "--sure", "2", "--dry-run", "s.txt", status=2).stderr.decode())

    @unittest.skipUnless(shutil.which("patch"), "no patch")
    def test_patch_takes_what_is_shown(self):
        for name, content in {"rn.txt": "Tốt.\r\nUống nướcc.\r\nTốt.\r\n", "không hết.txt": "Tốt.\nUống nướcc.", "bom.txt": "\ufeffUống nướcc.\n",
                              "r.txt": "Uống nướcc.\rTốt.\rUống nướcc.\r", "ls.txt": "Tốt.\u2028Uống nướcc.\nUống nướcc.\n"}.items():
            file = self.folder / name
            file.write_bytes(content.encode())
            shown = soat(self.folder, "fix", "--diff", name, status=1).stdout
            subprocess.run(["patch", "--binary", "-p0"], cwd=self.folder, input=shown, check=True, capture_output=True)
            self.assertEqual(file.read_bytes(), content.replace("nướcc", "nước").encode(), name)
            file.unlink()

    @not_on_windows
    def test_a_full_disk_loses_nothing(self):
        content = ("Uống nướcc. " * 200 + "\n").encode()
        (self.folder / "full").mkdir()
        (self.folder / "full/a.txt").write_bytes(content)
        import resource, signal

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        # What is counted for coverage would be cut, too, and with it what other runs count.
        result = soat(self.folder / "full", "fix", "-i", "a.txt", status=2, variables={"LLVM_PROFILE_FILE": "/dev/null"}, preexec_fn=small_files)
        self.assertIn("a.txt: cannot write", result.stderr.decode())
        self.assertEqual((self.folder / "full/a.txt").read_bytes(), content)
        self.assertEqual(sorted(os.listdir(self.folder / "full")), ["a.txt"])

    @not_on_windows
    def test_links_stay_links_and_modes_stay(self):
        self.assertTrue((self.folder / "link.txt").is_symlink())
        self.assertEqual((self.folder / "linked.txt").read_text(), "Uống nước.\n")
        self.assertEqual((self.folder / "linked.txt").stat().st_mode & 0o777, 0o640)
        self.assertEqual((self.folder / "linked.txt.bak").stat().st_mode & 0o777, 0o640)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
