#!/usr/bin/env python3
"""Hostile and damaged files for soat cite: one clear line on standard error, exit status 2, no crash, within seconds.

    bad_citations.py SOAT

Made here because most are too large for the repository.
"""
import json, os, pathlib, subprocess, sys, tempfile, unittest

from tested_system import KNOWS_ENCODINGS

SOAT = os.path.abspath(sys.argv.pop(1))
STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id></info>%s</style>'
LARGE = 110_000_000


class BadCitations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("items.json", '[{"id": "a", "type": "book", "title": "Đò"}]')

    def write(self, name, content):
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def cite(self, *arguments, **options):
        return subprocess.run([SOAT, "--lang-ui", "en", "cite", *arguments], cwd=self.folder, timeout=120, capture_output=True, **options)

    def refused(self, *arguments, parts):
        result = self.cite(*arguments)
        message = result.stderr.decode()
        self.assertEqual(result.returncode, 2, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertTrue(message.startswith("soat: "), message)
        for part in parts:
            self.assertIn(part, message)

    def refused_style(self, content, *parts):
        self.write("a.csl", content)
        self.refused("format", "--style", "a.csl", "items.json", parts=parts)

    def refused_import(self, name, content, *parts):
        self.write(name, content)
        self.refused("import", name, parts=(name, *parts))

    def test_style_with_entities_that_swell(self):
        entities = "".join('<!ENTITY a%d "%s">' % (i, ("&a%d;" % (i - 1)) * 10 if i else "xxxxxxxxxx") for i in range(20))
        style = STYLE.replace("<title>x", "<title>&a19;") % '<citation><layout><text value="x"/></layout></citation>'
        self.refused_style("<!DOCTYPE style [%s]>%s" % (entities, style), "a.csl")

    def test_style_that_reads_a_file(self):
        self.refused_style('<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + STYLE % "&a;", "a.csl")

    def test_style_that_calls_itself(self):
        macros = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
        layout = '<layout><text macro="a"/></layout>'
        self.refused_style(STYLE % (macros + "<citation>%s</citation><bibliography>%s</bibliography>" % (layout, layout)), "loop")

    def test_style_nested_without_end(self):
        self.refused_style(STYLE % ("<citation><layout>" + "<group>" * 20000 + "</group>" * 20000 + "</layout></citation>"), "a.csl")

    def test_what_is_no_style(self):
        self.refused_style("<html/>", "a.csl", "not a CSL style")
        self.refused_style(b"\x00\xff\xfe", "a.csl")
        self.refused("format", "--style", "none.csl", "items.json", parts=("none.csl", "No such file"))

    def test_sources_nested_without_end(self):
        self.refused_import("a.json", "[" * 100_000, "nested deeper")
        self.refused_import("a.html", "<div>" * 200_000, "not even a title")

    def test_sources_of_100_megabytes(self):
        for name, start in (("a.json", '[{"id":"a","title":"'), ("a.bib", "@book{a, title={"), ("a.ris", "TY  - BOOK\nTI  - "), ("a.html", "<title>")):
            self.refused_import(name, start.encode() + b"x" * LARGE, "larger than")
            (self.folder / name).unlink()

    def test_sources_of_another_kind(self):
        for name in ("a.json", "a.bib", "a.ris", "a.html"):
            self.refused_import(name, bytes(range(256)) * 10 if name != "a.html" else b"")
        self.refused_import("a.pdf", "%PDF-1.7", ".bib, .ris, .json, .enw")
        self.refused_import("zotero.sqlite", b"SQLite format 3\0" + b"\xff" * 4096, "not a Zotero library")
        self.refused_import("deep.xml", "<xml><records>" + "<a>" * 100_000, "line 1")
        self.refused_import("a.rdf", "<rdf:RDF xmlns:rdf='x'><a></rdf:RDF>", "line 1")
        self.refused_import("b.xml", b'<?xml version="1.0" encoding="windows-1252"?><xml><records>a\x81 tr</records></xml>', "line 1")
        if KNOWS_ENCODINGS:
            self.refused_import("b.html", b'<html><head><meta charset="windows-1258"><title>\x81\x81</title></head></html>')
        for title in ("&#x81;&#x81;", "&#x1;\u200b\ufffd &nbsp;"):
            self.refused_import("c.html", f"<title>{title}</title><p>Một.", "not even a title")
        self.refused_import("a.nbib", "không phải", "PubMed")
        self.refused_import("a.enw", "không phải", "EndNote")

    def test_sources_in_another_encoding(self):
        self.write("a.bib", "@book{a, title={Đò ngang}}".encode("utf-16"))
        result = self.cite("import", "a.bib")
        self.assertEqual(json.loads(result.stdout)[0]["title"], "Đò ngang")
        self.write("a.bib", b"@book{a, title={Caf\xe9}}")
        result = self.cite("import", "a.bib")
        self.assertEqual(json.loads(result.stdout)[0]["title"], "Café")
        self.assertIn("a.bib:1: not UTF-8; read as Windows-1252", result.stderr.decode())

    def test_a_damaged_entry_is_told_and_costs_itself(self):
        self.write("a.bib", "@book{a, title={Một}}\n@book{b, title={Hai}\n@book{c, title={Ba}}\n")
        self.write("a.ris", "TI  - Lạc\nTY  - BOOK\nTI  - Bến\nER  - \n")
        result = self.cite("import", "a.bib", "a.ris")
        self.assertEqual(result.returncode, 2)
        self.assertEqual([item["title"] for item in json.loads(result.stdout)], ["Một", "Ba", "Bến"])
        self.assertIn("a.bib:2: entry \"b\"", result.stderr.decode())
        self.assertIn("a.ris:1: ", result.stderr.decode())

    def test_what_repeats_without_end_costs_its_length(self):
        self.write("at.bib", "@book{" * 100_000)
        self.write("ring.bib", "".join("@book{k%d, title={x}, crossref=k%d}\n" % (i, (i + 1) % 50_000) for i in range(50_000)))
        self.write("open.bib", "".join("@book{k%d, title={x\n" % i for i in range(50_000)))
        self.write("ids.json", json.dumps([{"id": "k", "type": "book", "title": str(i)} for i in range(20_000)]))
        self.write("word.html", "<title>Đò</title><p>Thứ " + "ệ" * 2_000_000)
        self.write("attributes.html", "<title>Đò</title><body " + " ".join("a%d=1" % i for i in range(100_000)) + ">x")
        self.write("a.txt", "Một.")
        for name in ("at.bib", "ring.bib", "open.bib", "ids.json", "word.html", "attributes.html"):
            result = self.cite("import", name)
            self.assertIn(result.returncode, (0, 2), name)
        for name in ("word.html", "attributes.html"):
            self.assertEqual(self.cite("check", "--library", name, "a.txt").returncode, 0, name)

    def test_scripts_in_a_page_do_nothing(self):
        self.write("a.html", "<title>Đò</title><script>while(true);</script><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":" + "[" * 100_000 + "</script>")
        self.assertEqual(json.loads(self.cite("import", "a.html").stdout)[0]["title"], "Đò")

    def test_library_of_another_kind(self):
        self.write("a.txt", "Một.")
        self.refused("check", "--library", "none.sqlite", "a.txt", parts=("none.sqlite", "no such file"))
        self.assertFalse((self.folder / "none.sqlite").exists())
        self.write("empty.sqlite", b"")
        self.refused("check", "--library", "empty.sqlite", "a.txt", parts=("empty.sqlite", "empty file"))
        self.assertEqual((self.folder / "empty.sqlite").read_bytes(), b"")
        self.write("bad.sqlite", b"no database" * 1000)
        self.refused("check", "--library", "bad.sqlite", "a.txt", parts=("bad.sqlite",))
        self.assertEqual((self.folder / "bad.sqlite").read_bytes(), b"no database" * 1000)

    def test_a_file_that_cannot_be_read_does_not_stop_the_others(self):
        self.write("a.odt", b"PK\x03\x04 and no more")
        self.write("b.txt", "Theo Nghị định số 48/2015/ND-CP của Chính phủ.")
        result = self.cite("check", "--format", "jsonl", "a.odt", "b.txt")
        self.assertEqual(result.returncode, 2)
        self.assertIn("a.odt", result.stderr.decode())
        self.assertEqual(json.loads(result.stdout)["rule"], "citation.legal-form")

    def test_lines_that_are_no_text(self):
        result = self.cite("parse", input=b"\x01\n" + b"[" * 1_000_000 + b"\n\n" + "Nghị định số 48/2015/NĐ-CP".encode())
        self.assertEqual(result.returncode, 0, result.stderr)
        lines = result.stdout.splitlines()
        self.assertEqual(lines[:3], [b"null"] * 3)
        self.assertEqual(json.loads(lines[3])["number"], "48/2015/NĐ-CP")

    def test_parsing_goes_on_behind_what_is_no_text(self):
        self.write("a.txt", b"Ngh\xcb")
        self.write("b.txt", "Nghị định số 48/2015/NĐ-CP")
        result = self.cite("parse", "a.txt", "none.txt", "b.txt")
        self.assertEqual(result.returncode, 2)
        self.assertIn("a.txt: byte 3 (line 1): not UTF-8", result.stderr.decode())
        self.assertIn("none.txt", result.stderr.decode())
        self.assertEqual(json.loads(result.stdout)["number"], "48/2015/NĐ-CP")


if __name__ == "__main__":
    unittest.main()
