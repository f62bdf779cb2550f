"""Documents of Word: the list of sources in a bookmark, and citations that programs for Word keep as fields."""
import base64
import json
import os
import re
import time
import unittest
import zipfile

from citation_support import ANH, APA, BGD, CHICAGO, IEEE, SMITH, UT, book, cite, marks, preferences, zotero_preferences
from support import Dialog, close, on_main_thread, until
from test_citation_documents import FileTest

WORD = "MS Word 2007 XML"
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(text):
    return '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % escaped(text)


def field(code, result):
    character = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    return (character % "begin" + '<w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>' % escaped(code) + character % "separate"
            + run(result) + character % "end")


def control(tag, result):
    return '<w:sdt><w:sdtPr><w:tag w:val="%s"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (tag, run(result))


def csl(name, item, **more):
    return json.dumps({"citationID": name, "properties": {"noteIndex": 0}, "schema": "x",
                       "citationItems": [dict({"id": item["id"], "uris": ["http://zotero.org/users/9/items/" + item["id"]], "itemData": item}, **more)]},
                      ensure_ascii=False)


class WordTest(FileTest):
    def word_file(self, name, *paragraphs, note=None, properties=()):
        """A .docx of our own making; paragraphs are runs as XML."""
        path = os.path.join(self.folder.name, name)
        content = "http://schemas.openxmlformats.org/package/2006/content-types"
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        values = "".join('<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>'
                         % (i + 2, key, escaped(value)) for i, (key, value) in enumerate(properties))
        parts = {
            "[Content_Types].xml": '<Types xmlns="%s"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="%sfootnotes+xml"/>'
            '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>' % (content, word, word),
            "_rels/.rels": '<Relationships xmlns="%s"><Relationship Id="a" Type="%s/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="b" Type="%s/custom-properties" Target="docProps/custom.xml"/></Relationships>' % (relations, office, office),
            "word/_rels/document.xml.rels": '<Relationships xmlns="%s"><Relationship Id="n" Type="%s/footnotes" Target="footnotes.xml"/></Relationships>' % (relations, office),
            "word/document.xml": "<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>" % (NAMESPACES, "".join("<w:p>%s</w:p>" % one for one in paragraphs)),
            "word/footnotes.xml": '<w:footnotes %s><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="0">'
            '<w:p/></w:footnote>%s</w:footnotes>' % (NAMESPACES, '<w:footnote w:id="1"><w:p>%s</w:p></w:footnote>' % note if note else ""),
            "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">%s</Properties>' % values,
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for part, text in parts.items():
                package.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
        return path

    def codes(self, path):
        """The codes of the fields in a .docx."""
        with zipfile.ZipFile(path) as package:
            text = "".join(package.read(name).decode("utf-8") for name in ("word/document.xml", "word/footnotes.xml") if name in package.namelist())
        found = re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", text)
        return sorted(" ".join(one.split()) for one in found if "ADDIN" in one or "CITATION" in one)


class OtherProgramsTest(WordTest):
    ZOTERO = 'ADDIN ZOTERO_ITEM CSL_CITATION '

    def zotero(self):
        return self.word_file("zotero.docx", run("Ghe xuồng ") + field(self.ZOTERO + csl("k1", UT, locator="4", label="page"), "(Trần, 2003, tr. 4)") + run("."),
                              run("Có chú thích") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("."),
                              field('ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY', "Trần, V. Ú. (2003). Sông nước miền Tây."),
                              note=run("Xem ") + field(self.ZOTERO + csl("k2", ANH), "(Nguyễn, 1999)"),
                              properties=[("ZOTERO_PREF_1", zotero_preferences(prefs=(("fieldType", "Field"),)))])

    def test_those_of_zotero_are_told(self):
        document = self.reload(self.zotero())
        listed = self.listed(document)
        self.assertEqual([(one["id"], one["text"], one["note"], one["program"]) for one in listed["citations"]],
                         [("k1", "(Trần, 2003, tr. 4)", 0, "Zotero"), ("k2", "(Nguyễn, 1999)", 1, "Zotero")])
        self.assertEqual(listed["citations"][0]["cites"][0]["itemData"]["title"], UT["title"])
        self.assertTrue(listed["bibliography"])
        (said,) = self.service.problems(document)
        self.assertIn("2 trích dẫn và danh mục tài liệu tham khảo của Zotero", said)

    def test_those_of_zotero_are_never_changed(self):
        path = self.zotero()
        document = self.reload(path)
        before, text = preferences(document), document.Text.getString()
        self.assertEqual(self.service.refresh(document, True), 0)
        for refused in (lambda: self.service.setStyle(document, IEEE, "vi-VN", "text"), lambda: self.service.insertBibliography(document),
                        lambda: self.service.edit(document, "k1", json.dumps([cite(ANH)])), lambda: self.service.remove(document, "k2")):
            with self.assertRaises(Exception) as caught:
                refused()
            self.assertIn("Zotero", str(caught.exception))
        self.service.toBookmarks(document)
        self.service.toMarks(document)
        self.service.unlink(document)
        self.assertEqual((preferences(document), document.Text.getString()), (before, text))
        again = self.save(document, "again.docx", WORD)
        self.assertEqual(self.codes(again), self.codes(path))

    def test_new_citations_beside_them_are_bookmarks_and_stay(self):
        path = self.zotero()
        document = self.reload(path)
        before = preferences(document)
        self.place_cursor(document, 9)
        name = self.insert(document, cite(SMITH))
        self.assertEqual(marks(document), [])
        self.assertEqual(preferences(document), before)
        again = self.reload(self.save(document, "again.docx", WORD))
        self.assertEqual([(one["id"], one["text"]) for one in self.listed(again)["citations"]],
                         [(name, "(Smith, 2011)"), ("k1", "(Trần, 2003, tr. 4)"), ("k2", "(Nguyễn, 1999)")])
        self.assertEqual(self.codes(os.path.join(self.folder.name, "again.docx")), self.codes(path))
        self.service.refresh(again, False)
        self.assertEqual(preferences(again), before)

    def test_a_citation_beside_a_field_of_any_kind_stays(self):
        codes = {"Zotero": self.ZOTERO + csl("k1", UT), "Mendeley": "ADDIN CSL_CITATION " + csl("m1", UT),
                 "EndNote": "ADDIN EN.CITE <EndNote><Cite><Author>Trần</Author></Cite></EndNote>", "Word": "CITATION Tra03 \\l 1066",
                 "page": "PAGE", "link": 'HYPERLINK "https://example.vn/"', "reference": "REF _Ref123 \\h", "unknown": "ADDIN Other.Program 1"}
        for kind, code in codes.items():
            document = self.reload(self.word_file("beside-%s.docx" % kind, run("Một ") + field(code, "(Trần)") + field(code, "(Lê)") + run(" hai.")))
            def portions():
                found, walk = [], document.Text.createEnumeration().nextElement().createEnumeration()
                while walk.hasMoreElements():
                    found.append(walk.nextElement())
                return found

            def back_from_end(steps):
                place = document.Text.createTextCursor()
                place.gotoEnd(False)
                place.goLeft(steps, False)
                return place
            # Right before and behind each field and text, from the last on, and then all along the paragraph.
            places = [lambda n=n: portions()[n].getStart() for n in reversed(range(len(portions())))]
            places += [lambda n=n: back_from_end(n) for n in range(0, 120, 5)]
            put = 0
            for place in places:
                before = document.Text.getString()
                try:
                    self.service.insertAt(document, place(), json.dumps([cite(SMITH if put % 2 else ANH)]))
                except Exception:  # within a field of another program
                    self.assertEqual(document.Text.getString(), before, kind)
                    continue
                put += 1
            self.assertGreater(put, 8, kind)

            def ours(one):
                return sorted(citation["id"] for citation in self.listed(one)["citations"] if "program" not in citation)
            before = ours(document)
            with self.subTest(kind):
                again = self.reload(self.save(document, "saved-%s.docx" % kind, WORD))
                self.assertEqual(ours(again), before)
                third = self.reload(self.save(again, "again-%s.docx" % kind, WORD))
                self.assertEqual(ours(third), before)

    def test_nothing_is_put_into_one_of_them(self):
        document = self.reload(self.zotero())
        found = document.createSearchDescriptor()
        found.SearchString = "2003, tr"
        place = document.findFirst(found).getStart()
        with self.assertRaises(Exception) as caught:
            self.service.insertAt(document, place, json.dumps([cite(SMITH)]))
        self.assertIn("Zotero", str(caught.exception))

    def test_mendeley_endnote_and_word(self):
        for program, code, listing, data in (
                ("Mendeley", "ADDIN CSL_CITATION " + csl("m1", UT), "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", True),
                ("EndNote", "ADDIN EN.CITE <EndNote><Cite><Author>Trần</Author></Cite></EndNote>", "ADDIN EN.REFLIST", True),
                ("Microsoft Word", "CITATION Tra03 \\l 1066", "BIBLIOGRAPHY", False)):
            with self.subTest(program):
                document = self.reload(self.word_file(program[:3] + ".docx", run("Một ") + field(code, "(Trần, 2003)") + run("."), field(listing, "Trần, 2003.")))
                (one,) = self.listed(document)["citations"]
                self.assertEqual((one["text"], one["program"], bool(one["cites"])), ("(Trần, 2003)", program, data))
                self.assertTrue(self.listed(document)["bibliography"])
                self.assertIn("1 trích dẫn và danh mục tài liệu tham khảo của " + program, self.service.problems(document)[0])
                with self.assertRaises(Exception):
                    self.service.insertBibliography(document)
                self.service.setStyle(document, APA, "vi-VN", "text")  # of our own citations
                self.place_cursor(document, 1)
                self.insert(document, cite(ANH))
                self.assertEqual(marks(document), [])

    def test_content_controls_of_mendeley(self):
        tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(dict(json.loads(csl("c1", UT)), manualOverride={
            "isManuallyOverridden": False, "citeprocText": "(Trần, 2003)", "manualOverrideText": ""})).encode()).decode()
        document = self.reload(self.word_file("control.docx", run("Một ") + control(tag, "(Trần, 2003)") + run("."), control("ngay", "hôm nay")))
        (one,) = self.listed(document)["citations"]
        self.assertEqual((one["text"], one["program"], one["cites"][0]["itemData"]["title"]), ("(Trần, 2003)", "Mendeley", UT["title"]))

    def test_what_saving_would_lose_is_told(self):
        data = dict(json.loads(csl("c1", UT)), manualOverride={"isManuallyOverridden": False, "citeprocText": "(Trần, 2003)", "manualOverrideText": ""})
        tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(data).encode()).decode()
        bar = "org.soat.controls"
        plain = self.reload(self.word_file("plain.docx", run("Một ") + control("ngay", "hôm nay")))
        document = self.reload(self.word_file("lost.docx", run("Một ") + control(tag, "(Trần, 2003)") + run(".")))
        knows_tags = hasattr(document.createInstance("com.sun.star.text.ContentControl"), "Tag")
        if knows_tags:
            on_main_thread(self.office, lambda: None)
            self.assertFalse(document.getCurrentController().hasInfobar(bar))
        else:
            self.assertTrue(until(lambda: document.getCurrentController().hasInfobar(bar)))
        self.assertFalse(plain.getCurrentController().hasInfobar(bar))
        saved = self.save(document, "saved.docx", WORD)
        with zipfile.ZipFile(saved) as package:
            self.assertEqual("MENDELEY_CITATION" in package.read("word/document.xml").decode("utf-8"), knows_tags)
        document.store()  # over the file with the tags
        self.take_over(document)

    def take_over(self, document, left=0):
        before, data = document.Text.getString(), self.listed(document)["citations"]
        self.assertEqual(self.service.takeOver(document), left)
        after = document.Text.getString()
        document.getUndoManager().undo()
        self.assertEqual((document.Text.getString(), self.listed(document)["citations"]), (before, data))
        document.getUndoManager().redo()
        self.assertEqual(document.Text.getString(), after)

    def test_those_of_zotero_become_ours(self):
        document = self.reload(self.zotero())
        self.take_over(document)
        again = self.reload(self.save(document, "ours.docx", WORD))
        self.assertEqual(self.codes(os.path.join(self.folder.name, "ours.docx")), [])
        listed = self.listed(again)
        self.assertEqual([(one["id"], one["text"], one["note"], one.get("program")) for one in listed["citations"]],
                         [("k1", "(Trần Văn Út, 2003, tr. 4)", 0, None), ("k2", "(Nguyễn Thị Ánh, 1999)", 1, None)])
        self.assertEqual(listed["citations"][0]["cites"][0]["itemData"]["title"], UT["title"])
        self.assertEqual(self.service.problems(again), ())
        lines = again.Text.getString().split("\n")
        self.assertEqual(len([line for line in lines if "Sông nước miền Tây" in line]), 1, lines)
        self.assertEqual(len([line for line in lines if "Chợ nổi" in line]), 1, lines)
        self.service.setStyle(again, IEEE, "vi-VN", "text")  # refused before
        self.assertEqual(self.texts(again), ["[1, tr. 4]", "[2]"])

    def test_those_of_mendeley_become_ours_in_its_style(self):
        path = self.word_file("mendeley.docx", run("Một ") + field("ADDIN CSL_CITATION " + csl("m1", UT), "(Trần, 2003)") + field("ADDIN CSL_CITATION " + csl("m1", ANH), "(X)")
                              + run("."), field("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", "Trần, 2003."), run("Cuối"),
                              properties=[("Mendeley Citation Style_1", APA)])
        document = self.reload(path)
        self.take_over(document)
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003)", "(Nguyễn Thị Ánh, 1999)"])
        self.assertEqual(self.listed(document)["settings"]["style"], APA)
        self.assertEqual(document.Text.getString().split("\n")[-1], "Cuối")
        self.assertEqual(len(document.Text.getString().split("\n")), 4)

    def test_the_command_asks_and_says_nothing_else(self):
        document = self.office.load(self.zotero(), hidden=False)
        self.addCleanup(document.close, True)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-take-over", "_self", 0, ())
        question = Dialog.find(self.office, "Soát")
        self.assertIn("Zotero: chuyển được 2 trong 2 trích dẫn", question.text())
        self.assertIsNone(Dialog.find(self.office, "Trích dẫn", patience=0.5))
        question.press("Chuyển")
        self.assertTrue(until(lambda: not any("program" in one for one in self.listed(document)["citations"])))

    def test_a_document_closed_while_they_are_taken_over(self):
        for moment in (0, 0.02, 0.06, 0.15, 0.4):
            document = self.office.load(self.zotero(), hidden=False)
            frame = document.getCurrentController().getFrame()
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-take-over", "_self", 0, ())
            Dialog.find(self.office, "Soát").press("Chuyển")
            time.sleep(moment)
            close(self.office, document)
        again = self.reload(self.zotero())
        self.take_over(again)

    def test_controls_of_mendeley_become_ours(self):
        def tag(name, item, shown):
            data = dict(json.loads(csl(name, item)), manualOverride={"isManuallyOverridden": False, "citeprocText": shown, "manualOverrideText": ""})
            return "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(data).encode()).decode()
        listing = ('</w:p><w:sdt><w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/><w:id w:val="9"/></w:sdtPr><w:sdtContent><w:p>%s</w:p><w:p>%s</w:p></w:sdtContent></w:sdt><w:p>'
                   % (run("Nguyễn, T. Á. (1999)."), run("Trần, V. Ú. (2003).")))
        path = self.word_file("controls.docx", run("Một ") + control(tag("c1", UT, "(Trần, 2003)"), "(Trần, 2003)") + run(" hai ")
                              + control(tag("c2", ANH, "(Nguyễn, 1999)"), "(Nguyễn, 1999)") + run("."), control("ngay", "hôm nay"), run("Danh mục") + listing + run("Cuối"))
        document = self.reload(path)
        self.assertTrue(self.listed(document)["bibliography"])
        self.take_over(document)
        again = self.reload(self.save(document, "ours.docx", WORD))
        self.assertEqual([(one["text"], one.get("program")) for one in self.listed(again)["citations"]], [("[2]", None), ("[1]", None)])
        lines = again.Text.getString().split("\n")
        self.assertEqual((lines[1], lines[-1]), ("hôm nay", "Cuối"))
        self.assertEqual(len([line for line in lines if "Sông nước miền Tây" in line]), 1, lines)
        self.assertNotIn("Trần, V. Ú. (2003).", lines)
        with zipfile.ZipFile(os.path.join(self.folder.name, "ours.docx")) as package:
            self.assertNotIn("MENDELEY", package.read("word/document.xml").decode("utf-8"))

    def test_what_carries_no_data_stays(self):
        path = self.word_file("mixed.docx", run("Một ") + field("ADDIN EN.CITE", "(Lê, 2014)") + run(" hai ") + field(self.ZOTERO + csl("k1", UT), "(Trần, 2003)")
                              + field(self.ZOTERO + "{cut", "(hỏng)"), field("ADDIN EN.REFLIST", "Lê, 2014."))
        document = self.reload(path)
        self.take_over(document, left=2)
        self.assertIn("Lê, 2014.", document.Text.getString())
        self.assertEqual([one.get("program") for one in self.listed(document)["citations"]], [None, "EndNote", "Zotero"])
        only = self.reload(self.word_file("only.docx", run("Một ") + field("ADDIN EN.CITE", "(Lê, 2014)")))
        before = only.Text.getString()
        with self.assertRaises(Exception):
            self.service.takeOver(only)
        self.assertEqual(only.Text.getString(), before)

    def test_a_document_that_became_one_of_words_keeps_bookmarks(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))  # a mark; the file keeps its text only
        again = self.reload(self.save(document, "lost.docx", WORD))
        self.place_cursor(again, 10)
        self.insert(again, cite(ANH))
        self.assertEqual(marks(again), [])
        third = self.reload(self.save(again, "kept.docx", WORD))
        self.assertEqual(len(self.listed(third)["citations"]), 1)


class ListInWordTest(WordTest):
    STRANGE = [book("s%d" % i, "Novak", "Petr%d" % i, "Rivers and boats, part %d" % i, 1980 + i, language="en") for i in range(3)]
    OWN = [book("v%d" % i, "Lê", "Văn %s" % name, "Bến đò số %d" % i, 1990 + i) for i, name in enumerate(("Ba", "Cam", "Dần"))]

    def paragraphs(self, document):
        return document.Text.getString().split("\n")

    def cite_all(self, document, items):
        for item in items:
            place = document.Text.createTextCursor()
            place.goRight(3, False)
            self.service.insertAt(document, place, json.dumps([cite(item)]))

    def check(self, document, items, above=1, below=0, style=BGD):
        """The document holds each item's line once, in one place, and nothing else that it did not hold before. A list in the order of
        citing has no headings."""
        lines = self.paragraphs(document)
        if not below:
            self.assertEqual(lines.pop(), "")  # to write on in
        listing = lines[above:len(lines) - below]
        for item in items:
            self.assertEqual(len([line for line in listing if item["title"] in line]), 1, listing)
        headings = [line for line in listing if not any(item["title"] in line for item in items)]
        languages = {item.get("language", "vi") for item in items}
        self.assertEqual(sorted(headings), sorted(["Tiếng Anh", "Tiếng Việt"]) if len(languages) > 1 and style != IEEE else [])
        # The bookmark spans all of it, so that the next change finds it.
        spans = [document.getBookmarks().getByName(name).getAnchor().getString() for name in document.getBookmarks().getElementNames()
                 if preferences(document, name).startswith("ZOTERO_BIBL")]
        self.assertEqual(len(spans), 1)
        self.assertEqual(spans[0].replace("\r", ""), "\n".join(listing))

    def start(self, *paragraphs, at_end=True):
        self.started = getattr(self, "started", 0) + 1
        document = self.reload(self.save(self.new_document(*paragraphs), "new%d.docx" % self.started, WORD))
        view = document.getCurrentController().getViewCursor()
        if at_end:
            view.gotoEnd(False)
        else:
            view.gotoStart(False)
            view.gotoEndOfLine(False)
        return document

    def test_ten_times_in_a_row(self):
        for strange in (True, False):
            for at_end in (True, False):
                with self.subTest(strange=strange, at_end=at_end):
                    items = self.OWN[:1]
                    document = self.start("Một hai ba.", "Phần cuối.", at_end=at_end)
                    self.cite_all(document, items)
                    document.getCurrentController().getViewCursor()
                    self.service.insertBibliography(document)
                    where = {"above": 2 if at_end else 1, "below": 0 if at_end else 1}
                    self.check(document, items, **where)
                    for number, item in enumerate((self.STRANGE if strange else []) + self.OWN[1:]):
                        self.cite_all(document, [item])
                        items = items + [item]
                        self.check(document, items, **where)
                        self.service.refresh(document, False)
                        self.check(document, items, **where)
                    for style in (IEEE, APA, IEEE, BGD):
                        self.service.setStyle(document, style, "vi-VN", "text")
                        self.check(document, items, style=style, **where)
                    first = self.listed(document)["citations"][0]
                    self.service.remove(document, first["id"])
                    gone = first["cites"][0]["itemData"]["id"]
                    self.check(document, [item for item in items if item["id"] != gone], **where)

    def test_after_saving_and_opening(self):
        document = self.start("Một hai ba.")
        items = [self.OWN[0]]
        self.cite_all(document, items)
        self.service.insertBibliography(document)
        for number, item in enumerate(self.STRANGE + self.OWN[1:]):
            document = self.reload(self.save(document, "a%d.docx" % number, WORD))
            self.cite_all(document, [item])
            items.append(item)
            self.check(document, items)
            self.service.refresh(document, False)
            self.check(document, items)

    def test_a_document_that_was_an_odt(self):
        document = self.new_document("Một hai ba.", hidden=False)
        items = [self.OWN[0]]
        self.cite_all(document, items)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.service.toBookmarks(document)
        document = self.reload(self.save(document, "converted.docx", WORD))
        for item in (self.STRANGE[0], self.OWN[1]):
            self.cite_all(document, [item])
            items.append(item)
            self.check(document, items)
        for style in (APA, IEEE, BGD):
            self.service.setStyle(document, style, "vi-VN", "text")
            self.check(document, items, style=style)

    def test_notes_of_an_old_word_document(self):
        """LibreOffice puts the bookmarks in notes of a .doc a letter further each time that it is opened."""
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.cite_all(document, [ANH, UT])
        self.service.toBookmarks(document)
        texts = self.texts(document)
        for number in range(3):
            document = self.reload(self.save(document, "a%d.doc" % number, "MS Word 97"))
            self.assertEqual((self.texts(document), self.service.problems(document)), (texts, ()))
            if number == 1:
                self.service.refresh(document, False)
                self.assertEqual([note.getString() for note in document.getFootnotes()], texts)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.assertEqual((self.texts(document), document.getFootnotes().getCount()), (["[1]", "[2]"], 0))

    def test_a_document_of_words_put_into_another(self):
        inner = self.start("Một hai ba.")
        self.service.setStyle(inner, IEEE, "vi-VN", "text")
        self.cite_all(inner, [ANH])
        place = inner.Text.createTextCursor()
        place.goRight(1, False)
        self.service.insertAt(inner, place, json.dumps([cite(UT)]))
        path = self.save(inner, "inner.docx", WORD)
        document = self.start("Khác.")
        document.getCurrentController().getViewCursor().gotoRange(document.Text.getStart(), False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:InsertDoc", "", 0, self.office.properties(Name="file://" + path))
        self.assertEqual(self.texts(document), ["[1]", "[2]"])
        text = document.Text.getString()
        self.service.refresh(document, False)
        self.assertEqual((self.texts(document), document.Text.getString()), (["[1]", "[2]"], text))
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003)", "(Nguyễn Thị Ánh, 1999)"])

    def test_a_bookmark_behind_its_heading(self):
        document = self.start("Một hai ba.")
        items = [self.OWN[0], self.STRANGE[0]]
        self.cite_all(document, items)
        self.service.insertBibliography(document)
        # As earlier versions left it.
        (name,) = [one for one in document.getBookmarks().getElementNames() if preferences(document, one).startswith("ZOTERO_BIBL")]
        anchor = document.getBookmarks().getByName(name).getAnchor()
        shorter = document.Text.createTextCursorByRange(anchor.getStart())
        shorter.gotoNextParagraph(False)
        shorter.gotoRange(anchor.getEnd(), True)
        document.getBookmarks().getByName(name).dispose()
        again = document.createInstance("com.sun.star.text.Bookmark")
        again.setName(name)
        document.Text.insertTextContent(shorter, again, True)
        self.service.refresh(document, False)
        self.check(document, items)

    def test_text_beside_it_is_left(self):
        document = self.start("Một hai ba.")
        items = [self.OWN[0]]
        self.cite_all(document, items)
        self.service.insertBibliography(document)
        document.Text.insertString(document.Text.getEnd(), "Phụ lục.", False)
        self.cite_all(document, self.STRANGE[:1])
        self.assertEqual(self.paragraphs(document)[-1], "Phụ lục.")
        self.check(document, items + self.STRANGE[:1], below=1)

    def test_a_list_that_is_lost_is_told_by_name(self):
        document = self.start("Một hai ba.")
        self.cite_all(document, self.OWN[:1])
        self.service.insertBibliography(document)
        (name,) = [one for one in document.getBookmarks().getElementNames() if preferences(document, one).startswith("ZOTERO_BIBL")]
        document.getBookmarks().getByName(name).dispose()
        self.assertIn("danh mục tài liệu tham khảo", " ".join(self.service.problems(document)).lower())
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.assertEqual(self.service.problems(document), ())

    def test_undo_brings_the_list_back_with_its_data(self):
        document = self.start("Một hai ba.")
        self.cite_all(document, self.OWN[:1])
        self.service.insertBibliography(document)
        self.service.setLists(document, json.dumps([cite(ANH)]), "[]")
        document.getUndoManager().undo()
        self.check(document, self.OWN[:1])
        document.getUndoManager().redo()
        self.check(document, self.OWN[:1] + [ANH])
        self.service.refresh(document, False)
        self.check(document, self.OWN[:1] + [ANH])


if __name__ == "__main__":
    unittest.main()
