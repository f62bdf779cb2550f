"""Citations that only name their sources: Word's own, LibreOffice's own and JabRef's, told, kept and taken over."""
import json
import os
import zipfile

from citation_support import ANH, APA, UT, book, marks
from test_citation_word import WORD, WordTest, escaped, field, run

BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def source(tag, item):
    people = "".join("<b:Person><b:Last>%s</b:Last><b:First>%s</b:First></b:Person>" % (one["family"], one["given"]) for one in item["author"])
    return ("<b:Source><b:Tag>%s</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList>%s</b:NameList></b:Author></b:Author>"
            "<b:Title>%s</b:Title><b:Year>%d</b:Year><b:Publisher>%s</b:Publisher></b:Source>"
            % (tag, people, escaped(item["title"]), item["issued"]["date-parts"][0][0], item["publisher"]))


class ElsewhereTest(WordTest):
    def taken(self, document, left=0):
        """Takes over, undoes and does it again; gives the citations then."""
        before, listed = document.Text.getString(), self.listed(document)["citations"]
        self.assertEqual(self.service.takeOver(document), left)
        after = document.Text.getString()
        document.getUndoManager().undo()
        self.assertEqual((document.Text.getString(), self.listed(document)["citations"]), (before, listed))
        document.getUndoManager().redo()
        self.assertEqual(document.Text.getString(), after)
        return self.listed(document)["citations"]


class WordsOwnTest(ElsewhereTest):
    def word(self, name, *sources, damaged=False):
        path = self.word_file(name, run("Một ") + field("CITATION Tra03 \\l 1066 \\p 12", "(Trần, 2003, tr. 12)") + run(" hai ")
                              + field("CITATION Ngu99 \\m Tra03", "(Nguyễn, 1999; Trần, 2003)") + run("."), field("BIBLIOGRAPHY", "Trần, 2003."), run("Cuối"))
        part = '<b:Sources xmlns:b="%s" SelectedStyle="/APA.XSL">%s</b:Sources>' % (BIBLIOGRAPHY, "".join(sources))
        with zipfile.ZipFile(path) as package:
            parts = {one: package.read(one).decode("utf-8") for one in package.namelist()}
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
            "</Relationships>", '<Relationship Id="s" Type="%s/customXml" Target="../customXml/item1.xml"/></Relationships>' % OFFICE)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            "</Types>", '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/customXml/itemProps1.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>')
        parts["customXml/item1.xml"] = part
        parts["customXml/_rels/item1.xml.rels"] = ('<Relationships xmlns="%s"><Relationship Id="p" Type="%s/customXmlProps" Target="itemProps1.xml"/></Relationships>'
                                                   % (PACKAGE, OFFICE))
        parts["customXml/itemProps1.xml"] = ('<ds:datastoreItem ds:itemID="{0D1A5C55-9E3A-4C4F-8D4D-4A3DFA3C5B11}" '
                                             'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>')
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for one, text in parts.items():
                package.writestr(one, text)
        return path

    def test_they_are_told_with_their_sources(self):
        document = self.reload(self.word("told.docx", source("Tra03", UT), source("Ngu99", ANH)))
        first, second = self.listed(document)["citations"]
        self.assertEqual((first["text"], first["program"], first["cites"][0]["locator"]), ("(Trần, 2003, tr. 12)", "Microsoft Word", "12"))
        self.assertEqual([one["itemData"]["title"] for one in second["cites"]], [ANH["title"], UT["title"]])
        self.assertEqual(second["cites"][0]["itemData"]["publisher"], "NXB Trẻ")

    def test_nothing_changes_unasked(self):
        path = self.word("kept.docx", source("Tra03", UT), source("Ngu99", ANH))
        document = self.reload(path)
        self.listed(document)
        self.service.refresh(document, True)
        again = self.save(document, "again.docx", WORD)
        self.assertEqual(self.codes(again), self.codes(path))
        with zipfile.ZipFile(again) as package:
            self.assertIn("Sông nước miền Tây", package.read("customXml/item1.xml").decode("utf-8"))

    def test_they_become_ours(self):
        document = self.reload(self.word("taken.docx", source("Tra03", UT), source("Ngu99", ANH)))
        self.assertEqual([(one["text"], one.get("program")) for one in self.taken(document)], [("[2, tr. 12]", None), ("[1], [2]", None)])
        lines = document.Text.getString().split("\n")
        self.assertEqual(lines[-1], "Cuối")
        for title in (UT["title"], ANH["title"]):
            self.assertEqual(len([line for line in lines if title in line]), 1, lines)
        self.assertNotIn("Trần, 2003.", lines)
        again = self.reload(self.save(document, "ours.docx", WORD))
        self.assertEqual(self.codes(os.path.join(self.folder.name, "ours.docx")), [])
        self.service.setStyle(again, APA, "vi-VN", "text")
        self.assertEqual(self.texts(again), ["(Trần Văn Út, 2003, tr. 12)", "(Nguyễn Thị Ánh, 1999; Trần Văn Út, 2003)"])

    def test_one_whose_source_is_missing_stays_with_the_list(self):
        document = self.reload(self.word("missing.docx", source("Tra03", UT)))
        self.assertEqual([one.get("program") for one in self.taken(document, left=1)], [None, "Microsoft Word"])
        self.assertIn("Trần, 2003.", document.Text.getString().split("\n"))

    def test_damaged_sources_change_nothing(self):
        document = self.reload(self.word("damaged.docx", "<b:Source><b:Tag>Tra03</b:Tag></b:Source>"))
        before = document.Text.getString()
        with self.assertRaisesRegex(Exception, "chưa có gì bị thay đổi"):
            self.service.takeOver(document)
        self.assertEqual(document.Text.getString(), before)


class LibreOfficesOwnTest(ElsewhereTest):
    def put(self, document, offset, **values):
        entry = document.createInstance("com.sun.star.text.textfield.Bibliography")
        fields = tuple(self.office.struct("com.sun.star.beans.PropertyValue", Name=name, Value=value) for name, value in values.items())
        self.office.uno.invoke(entry, "setPropertyValue", ("Fields", self.office.uno.Any("[]com.sun.star.beans.PropertyValue", fields)))
        place = document.Text.createTextCursor()
        place.goRight(offset, False)
        document.Text.insertTextContent(place, entry, False)

    def document(self):
        document = self.new_document("Một hai ba.", "Cuối", hidden=False)
        self.put(document, 8, Identifier="Anh99", BibiliographicType=1, Author="Nguyễn Thị Ánh", Title="Chợ nổi và người bán hàng", Year="1999", Publisher="NXB Trẻ")
        self.put(document, 4, Identifier="Ut03", BibiliographicType=1, Author="Trần Văn Út", Title="Sông nước miền Tây", Year="2003", Publisher="NXB Trẻ")
        index = document.createInstance("com.sun.star.text.Bibliography")
        document.Text.insertTextContent(document.Text.getEnd(), index, False)
        index.update()
        return document

    def test_they_become_ours(self):
        document = self.document()
        told = self.listed(document)["citations"]
        self.assertEqual([(one["text"], one["program"]) for one in told], [("[Ut03]", "LibreOffice"), ("[Anh99]", "LibreOffice")])
        self.assertIn("2 trích dẫn và danh mục tài liệu tham khảo của LibreOffice", self.service.problems(document)[0])
        self.assertEqual([(one["text"], one.get("program")) for one in self.taken(document)], [("[2]", None), ("[1]", None)])
        self.assertEqual(document.getDocumentIndexes().getCount(), 0)
        lines = document.Text.getString().split("\n")
        self.assertEqual(len([line for line in lines if "Sông nước miền Tây" in line]), 1, lines)
        data = self.listed(document)["citations"][0]["cites"][0]["itemData"]
        self.assertEqual((data["type"], data["author"][0]["family"], data["issued"]["date-parts"]), ("book", "Trần", [[2003]]))
        self.assertEqual(self.service.problems(document), ())

    def test_they_are_kept_as_they_are(self):
        document = self.document()
        path = self.save(document, "own.odt")
        again = self.reload(path)
        self.listed(again)
        self.service.refresh(again, True)
        second = self.save(again, "again.odt")

        def entries(file):
            with zipfile.ZipFile(file) as package:
                content = package.read("content.xml").decode("utf-8")
            return [part.split(">")[0] for part in content.split("<text:bibliography-mark ")[1:]]
        self.assertEqual(entries(path), entries(second))
        self.assertEqual(len(entries(path)), 2)

    def test_one_without_data_stays(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.put(document, 4, Identifier="chỉ có tên")
        before = document.Text.getString()
        with self.assertRaises(Exception):
            self.service.takeOver(document)
        self.assertEqual(document.Text.getString(), before)


class JabRefTest(ElsewhereTest):
    def setUp(self):
        super().setUp()
        self.library = self.office.new("org.soat.SourceLibrary")
        for one in self.items():
            self.library.remove(one["key"])
        self.addCleanup(lambda: [self.library.remove(one["key"]) for one in self.items()])

    def items(self):
        return json.loads(self.library.search("", 1000))

    def document(self, name="JR_cite_1_Ut03"):
        document = self.new_document("Một  hai", "Danh mục", "Cuối", hidden=False)
        place = document.Text.createTextCursor()
        place.goRight(4, False)
        self.put_mark(document, document.Text, place, name, "Trần Văn Út (2003)" if "_2_" in name else "(Trần 2003)")
        properties = document.getDocumentProperties().getUserDefinedProperties()
        properties.addProperty(name, 128, "12")
        section = document.createInstance("com.sun.star.text.TextSection")
        section.setName("JR_bib")
        place.gotoStart(False)
        place.gotoNextParagraph(False)
        place.gotoEndOfParagraph(True)
        document.Text.insertTextContent(place, section, True)
        return document

    def add(self):
        self.library.add(json.dumps([book("Ut03", "Trần", "Văn Út", "Sông nước miền Tây", 2003)]), "keep")

    def test_they_are_told_and_stay_without_the_library(self):
        document = self.document()
        (one,) = self.listed(document)["citations"]
        self.assertEqual((one["text"], one["program"], one["cites"]), ("(Trần 2003)", "JabRef", []))
        self.assertIn("1 trích dẫn và danh mục tài liệu tham khảo của JabRef", self.service.problems(document)[0])
        before = document.Text.getString()
        with self.assertRaises(Exception):
            self.service.takeOver(document)
        self.assertEqual((document.Text.getString(), list(document.getReferenceMarks().getElementNames())), (before, ["JR_cite_1_Ut03"]))

    def test_they_become_ours_by_the_library(self):
        self.add()
        document = self.document()
        (one,) = self.taken(document)
        self.assertEqual((one["text"], one["cites"][0]["locator"], one.get("program")), ("[1, tr. 12]", "12", None))
        self.assertEqual(len(marks(document)), 1)
        self.assertEqual(len(document.getReferenceMarks().getElementNames()), 1)
        lines = document.Text.getString().split("\n")
        self.assertEqual((len(lines), lines[0], lines[2]), (3, "Một [1, tr. 12] hai", "Cuối"))
        self.assertIn("Sông nước miền Tây", lines[1])
        self.assertNotIn("JR_bib", document.getTextSections().getElementNames())

    def test_the_author_in_the_sentence_stays_there(self):
        self.add()
        document = self.document("JR_cite_2_Ut03")
        self.service.takeOver(document)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.assertEqual(document.Text.getString().split("\n")[0], "Một Trần Văn Út (2003, tr. 12) hai")
