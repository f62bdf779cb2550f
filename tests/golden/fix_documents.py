#!/usr/bin/env python3
"""soat fix on documents: what is changed and what is not, byte for byte; backups; what happens when nothing can be written.

    fix_documents.py SOAT
"""
import io, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest, zipfile

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


class Fix(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def soat(self, *arguments, status=0, **options):
        environment = {**os.environ, "DICPATH": str(self.folder)}
        result = subprocess.run([SOAT, *map(str, arguments), "--lang-ui", "en"], cwd=self.folder, env=environment, timeout=120,
                                **{"capture_output": True, **options})
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result

    def write(self, name, content):
        (self.folder / name).write_bytes(content)
        return name

    def part(self, name, part):
        with zipfile.ZipFile(self.folder / name) as made:
            return made.read(part).decode()

    def fix(self, name, *arguments):
        self.soat("fix", "--in-place", *arguments, name)

    def test_only_the_letters_of_a_docx_change(self):
        before = docx()
        self.write("a.docx", before)
        self.fix("a.docx")
        text = self.part("a.docx", "word/document.xml")
        self.assertEqual(re.sub("<[^>]*>", "", text).strip(), "Tôi gặp một người bạn cũ &amp; uống nước.")
        self.assertEqual(re.findall("<[^>]*>", text), re.findall("<[^>]*>", zipfile.ZipFile(io.BytesIO(before)).read("word/document.xml").decode()))
        old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(self.folder / "a.docx")
        self.assertEqual(old.namelist(), new.namelist())
        for one in old.infolist():
            now = new.getinfo(one.filename)
            self.assertEqual((one.date_time, one.compress_type, one.external_attr), (now.date_time, now.compress_type, now.external_attr))
            if one.filename != "word/document.xml":
                self.assertEqual(old.read(one), new.read(now))
        self.assertEqual((self.folder / "a.docx.bak").read_bytes(), before)

    def test_a_second_run_finds_nothing(self):
        self.write("a.docx", docx())
        self.write("b.odt", odt("<text:p>Tôi gặp  một nguời bạn<text:s/> cũ.</text:p><text:p>Uống nướcc.</text:p>"))
        self.write("c.txt", "\ufeffUống nướcc.\r\nTôi gặp nguời bạn.".encode())
        self.write("d.md", "Uống *nướcc* và `nướcc`.\n".encode())
        for name in ("a.docx", "b.odt", "c.txt", "d.md"):
            self.fix(name)
            once = (self.folder / name).read_bytes()
            self.assertIn("nothing to fix", self.soat("fix", "-i", name).stderr.decode())
            self.assertEqual((self.folder / name).read_bytes(), once)
            self.assertFalse((self.folder / (name + ".bak2")).exists())
        self.assertEqual((self.folder / "c.txt").read_bytes(), "\ufeffUống nước.\r\nTôi gặp người bạn.".encode())
        self.assertEqual((self.folder / "d.md").read_bytes(), "Uống *nước* và `nướcc`.\n".encode())

    def test_tracked_changes_of_a_docx(self):
        self.write("a.docx", docx())
        self.fix("a.docx", "--as", "tracked")
        text = self.part("a.docx", "word/document.xml")
        self.assertEqual(len(re.findall('<w:ins [^>]*w:author="Soát"', text)), 2)
        self.assertEqual(len(re.findall('<w:del [^>]*w:author="Soát"', text)), 3)  # "ngu", "ời", and "nướcc" as a whole
        self.assertIn('<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">ngu</w:delText></w:r>', text)
        self.assertIn('<w:t xml:space="preserve">người</w:t>', text)
        rejected = re.sub("<w:ins .*?</w:ins>", "", text)
        self.assertEqual(re.sub("<[^>]*>", "", rejected).strip(), "Tôi gặp một nguời bạn cũ &amp; uống nướcc.")
        ids = re.findall('w:id="([0-9]*)"', text)
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn("nothing to fix", self.soat("fix", "-i", "--as", "tracked", "a.docx").stderr.decode())

    def test_comments_of_a_docx(self):
        self.write("a.docx", docx())
        self.fix("a.docx", "--as", "comments")
        comments = self.part("a.docx", "word/comments.xml")
        self.assertEqual(comments.count('w:author="Soát"'), 2)
        self.assertIn("nước", comments)
        self.assertIn("/word/comments.xml", self.part("a.docx", "[Content_Types].xml"))
        self.assertIn("comments.xml", self.part("a.docx", "word/_rels/document.xml.rels"))
        self.assertEqual(re.sub("<[^>]*>", "", self.part("a.docx", "word/document.xml")).strip(),
                         "Tôi gặp một nguời bạn cũ &amp; uống nướcc.")
        self.soat("fix", "-i", "--as", "comments", "a.docx")
        self.assertEqual(self.part("a.docx", "word/comments.xml"), comments)

    def test_marks_of_an_odt(self):
        body = "<text:p>Tôi gặp một <text:span>ngu</text:span>ời bạn cũ.</text:p>"
        for kind in ("tracked", "comments"):
            self.write("a.odt", odt(body))
            self.fix("a.odt", "--as", kind)
            text = self.part("a.odt", "content.xml")
            self.assertIn("<dc:creator>Soát</dc:creator>", text)
            self.soat("fix", "-i", "--as", kind, "a.odt")
            self.assertEqual(self.part("a.odt", "content.xml"), text)

    def test_what_is_reopened_in_writer(self):
        office = shutil.which("soffice")
        if not office:
            self.skipTest("no LibreOffice")
        for name, content, kind in (("a.docx", docx(), "changes"), ("b.docx", docx(), "tracked"), ("c.docx", docx(), "comments"),
                                    ("d.odt", odt("<text:p>Tôi gặp một nguời bạn cũ.</text:p>"), "tracked"),
                                    ("e.odt", odt("<text:p>Tôi gặp một nguời bạn cũ.</text:p>"), "comments")):
            self.write(name, content)
            self.fix(name, "--as", kind)
        names = ["a.docx", "b.docx", "c.docx", "d.odt", "e.odt"]
        subprocess.run([office, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", "fodt", *names],
                       cwd=self.folder, check=True, timeout=300, capture_output=True)
        read = {name: (self.folder / (name[0] + ".fodt")).read_text(encoding="utf-8") for name in names}
        self.assertIn("người", re.sub("<[^>]*>", "", read["a.docx"]))
        for name in ("b.docx", "d.odt"):
            self.assertIn("<text:changed-region", read[name])
            self.assertIn("<text:deletion", read[name])
            self.assertIn("Soát", read[name])
        for name in ("c.docx", "e.odt"):
            self.assertIn("<office:annotation ", read[name])
            self.assertIn("Soát", read[name])

    def test_what_cannot_be_changed_is_left(self):
        signed = docx(extra={"_xmlsignatures/sig1.xml": "<s/>"})
        self.write("a.docx", signed)
        self.assertIn("signed", self.soat("fix", "-i", "a.docx", status=2).stderr.decode())
        self.assertEqual((self.folder / "a.docx").read_bytes(), signed)
        self.write("a.html", "<!DOCTYPE html><p>Uống nướcc.".encode())
        self.assertIn("web pages", self.soat("fix", "-i", "a.html", status=2).stderr.decode())
        self.write("a.txt", "Uống nướcc.".encode())
        self.assertIn("only .odt and .docx", self.soat("fix", "-i", "--as", "tracked", "a.txt", status=2).stderr.decode())
        self.soat("fix", "a.txt", status=2)

    def test_shown_only(self):
        self.write("a.txt", "Uống nướcc.\nTốt.\n".encode())
        self.assertEqual(self.soat("fix", "--diff", "a.txt", status=1).stdout.decode(),
                         "--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-Uống nướcc.\n+Uống nước.\n")
        self.assertIn("a.txt:1:6: “nướcc” → “nước”", self.soat("fix", "--dry-run", "a.txt", status=1).stdout.decode())
        self.assertEqual((self.folder / "a.txt").read_bytes(), "Uống nướcc.\nTốt.\n".encode())
        self.assertEqual(self.soat("fix", "-", input="Uống nướcc.\n".encode()).stdout.decode(), "Uống nước.\n")
        self.soat("fix", "--sure", "1", "--dry-run", "a.txt")
        self.assertIn("0 to 1", self.soat("fix", "--sure", "2", "--dry-run", "a.txt", status=2).stderr.decode())

    def test_a_full_disk_loses_nothing(self):
        self.write("a.txt", ("Uống nướcc. " * 20000 + "\n").encode())
        before = (self.folder / "a.txt").read_bytes()
        import resource, signal

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        result = self.soat("fix", "-i", "a.txt", status=2, preexec_fn=small_files)
        self.assertIn("a.txt: cannot write", result.stderr.decode())
        self.assertEqual((self.folder / "a.txt").read_bytes(), before)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.txt"])

    def test_links_stay_links_and_modes_stay(self):
        self.write("a.txt", "Uống nướcc.\n".encode())
        (self.folder / "a.txt").chmod(0o640)
        (self.folder / "link.txt").symlink_to("a.txt")
        self.fix("link.txt")
        self.assertTrue((self.folder / "link.txt").is_symlink())
        self.assertEqual((self.folder / "a.txt").read_text(), "Uống nước.\n")
        self.assertEqual((self.folder / "a.txt").stat().st_mode & 0o777, 0o640)
        self.assertEqual((self.folder / "a.txt.bak").stat().st_mode & 0o777, 0o640)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
