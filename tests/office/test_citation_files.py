"""Documents with citations that are put into a document (Insert > Text from File): into themselves, which have the same names, and into others."""
import json

import support
from citation_support import ANH, APA, CHICAGO, IEEE, SMITH, UT, cite, marks, preferences, set_property
from test_citation_documents import FileTest

WORD = "MS Word 2007 XML"
WHOLE = "Trần Văn Út, Sông nước miền Tây (NXB Trẻ, 2003), 4."


class InsertedFileTest(FileTest):
    def document(self, style, notes="text", storage="marks"):
        """Cites UT and ANH, with a list and a paragraph behind it; gives it as it was opened again, and its file."""
        document = self.new_document("Một hai ba.", hidden=False)
        if storage == "bookmarks":
            document = self.reload(self.save_as(document, storage))
        self.service.setStyle(document, style, "vi-VN", notes)
        self.insert_at(document, 7, ANH)
        self.insert_at(document, 3, UT, locator="4", label="page")
        text = document.Text
        text.insertControlCharacter(text.getEnd(), 0, False)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        text.insertString(text.getEnd(), "Cuối.", False)
        path = self.save_as(document, storage)
        return self.reload(path), path

    def save_as(self, document, storage):
        self.files = getattr(self, "files", 0) + 1
        return self.save(document, "%d.docx" % self.files, WORD) if storage == "bookmarks" else self.save(document, "%d.odt" % self.files)

    def insert_at(self, document, offset, item, **more):
        place = document.Text.createTextCursor()
        place.gotoStart(False)
        place.goRight(offset, False)
        self.service.insertAt(document, place, json.dumps([cite(item, **more)]))

    def put_in(self, document, path, at_end):
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoRange(document.Text.getEnd() if at_end else document.Text.getStart(), False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:InsertDoc", "", 0, self.office.properties(Name="file://" + path))

    def names(self, document):
        return [name for name, _ in marks(document)] + [name for name in document.getBookmarks().getElementNames() if name.startswith("ZOTERO_BREF")]

    def lists(self, document):
        """How often the list names each source."""
        said = document.Text.getString()
        return [said.count(". NXB Trẻ, %d" % year) + said.count("(%d). " % year) for year in (2003, 1999, 2011)]

    def check(self, document, texts, lists):
        self.assertTrue(support.until(lambda: (self.texts(document), self.lists(document)) == (texts, lists)),
                        (self.texts(document), document.Text.getString()))
        names = self.names(document)
        self.assertEqual(len(set(names)), len(names))
        self.assertEqual(len({one["id"] for one in self.listed(document)["citations"]}), len(texts))
        self.assertEqual(self.service.problems(document), ())
        self.assertEqual(document.getTextSections().getCount() + len([name for name in names if preferences(document, name).startswith("ZOTERO_BIBL")]), 1)
        self.assertEqual(self.service.refresh(document, False), 0)
        self.assertEqual((self.texts(document), self.lists(document)), (texts, lists))

    def undo(self, document):
        def undone():
            try:
                support.on_main_thread(self.office, document.getUndoManager().undo)
            except Exception as refused:  # pyuno makes its exception types as it goes
                if "UndoContextNotClosed" not in type(refused).__name__:
                    raise
                return False  # what follows the insertion is not done yet
            return True
        self.assertTrue(support.until(undone))

    def test_a_document_in_itself(self):
        for storage in ("marks", "bookmarks"):
            for at_end in (True, False):
                with self.subTest(storage=storage, at_end=at_end):
                    document, path = self.document(IEEE, storage=storage)
                    self.insert_at(document, 0, SMITH)
                    own = ["[1]", "[2, tr. 4]", "[3]"]
                    self.assertEqual(self.texts(document), own)
                    before = document.Text.getString()
                    document.getUndoManager().clear()
                    self.put_in(document, path, at_end)
                    after = own + own[1:] if at_end else ["[1, tr. 4]", "[2]", "[3]", "[1, tr. 4]", "[2]"]
                    undo = document.getUndoManager()
                    self.assertTrue(support.until(lambda: (self.texts(document), self.lists(document)) == (after, [1, 1, 1])),
                                    (self.texts(document), document.Text.getString()))
                    # LibreOffice by itself cannot take a document of Word's back from before other text.
                    if at_end or storage == "marks":
                        self.undo(document)
                        self.assertEqual((document.Text.getString(), undo.isUndoPossible()), (before, False))
                        self.assertTrue(support.until(lambda: self.texts(document) == own), self.texts(document))
                        self.assertEqual(self.service.problems(document), ())
                        support.on_main_thread(self.office, undo.redo)
                    self.check(document, after, [1, 1, 1])
                    self.service.setStyle(document, APA, "vi-VN", "text")
                    self.assertEqual(self.texts(document).count("(Trần Văn Út, 2003, tr. 4)"), 2)
                    again = self.reload(self.save_as(document, storage))
                    self.assertEqual(len({one["id"] for one in self.listed(again)["citations"]}), 5)
                    self.assertEqual(self.service.problems(again), ())

    def test_in_notes(self):
        document, path = self.document(CHICAGO, "footnotes")
        before = document.Text.getString()
        document.getUndoManager().clear()
        self.put_in(document, path, at_end=True)
        anh = "Nguyễn Thị Ánh, Chợ nổi và người bán hàng"
        texts = [WHOLE, anh + " (NXB Trẻ, 1999).", "Trần Văn Út, Sông nước miền Tây, 4.", anh + "."]
        self.check(document, texts, [1, 1, 0])
        self.assertEqual([note.getString() for note in document.getFootnotes()], texts)
        while document.getUndoManager().isUndoPossible():
            self.undo(document)
        self.assertEqual((document.Text.getString(), self.texts(document)), (before, texts[:2]))

    def test_in_notes_of_a_document_of_word(self):
        """LibreOffice itself joins notes there; the citations are each their own all the same."""
        document, path = self.document(CHICAGO, "footnotes", "bookmarks")
        own = self.names(document)
        self.put_in(document, path, at_end=True)
        self.assertTrue(support.until(lambda: len(set(self.texts(document))) == 4), self.texts(document))
        self.assertEqual(len({one["id"] for one in self.listed(document)["citations"]}), 4)
        self.assertEqual(self.service.problems(document), ())
        self.assertEqual((self.lists(document), len(self.names(document))), ([1, 1, 0], len(own) + 2))

    def test_by_a_macro(self):
        for storage in ("marks", "bookmarks"):
            with self.subTest(storage=storage):
                document, path = self.document(IEEE, storage=storage)
                place = document.Text.createTextCursor()
                place.gotoEnd(False)
                support.on_main_thread(self.office, lambda: place.insertDocumentFromURL("file://" + path, ()))
                texts = ["[1, tr. 4]", "[2]"] * 2
                if storage == "marks":
                    self.check(document, texts, [1, 1, 0])
                else:
                    self.assertTrue(support.until(lambda: self.texts(document) == texts), self.texts(document))

    def test_twice(self):
        document, path = self.document(IEEE)
        for count in (2, 3):
            self.put_in(document, path, at_end=True)
            self.check(document, ["[1, tr. 4]", "[2]"] * count, [1, 1, 0])

    def test_where_updates_are_delayed(self):
        document, path = self.document(IEEE)
        self.insert_at(document, 0, SMITH)
        delayed = preferences(document).replace("</prefs>", '<pref name="delayCitationUpdates" value="true"/></prefs>')
        properties = document.getDocumentProperties().getUserDefinedProperties()
        for one in properties.getPropertySetInfo().getProperties():
            if one.Name.startswith("ZOTERO_PREF_"):
                properties.removeProperty(one.Name)
        set_property(document, "ZOTERO_PREF", delayed)
        self.put_in(document, path, at_end=True)
        texts = ["[1]", "[2, tr. 4]", "[3]"]
        self.assertTrue(support.until(lambda: self.texts(document) == texts + ["[1, tr. 4]", "[2]"]), self.texts(document))
        self.assertTrue(support.until(lambda: self.lists(document) == [1, 1, 1]), document.Text.getString())
        self.service.refresh(document, False)
        self.check(document, texts + texts[1:], [1, 1, 1])

    def test_a_list_of_a_part(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.insert_at(document, 3, UT)
        document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-part-list", "_self", 0, ())
        self.assertTrue(support.until(lambda: self.lists(document) == [1, 0, 0] and not self.service.isBusy(document)))
        document = self.reload(path := self.save_as(document, "marks"))
        self.put_in(document, path, at_end=True)
        self.assertTrue(support.until(lambda: self.texts(document) == ["[1]", "[1]"]), self.texts(document))
        sections = document.getTextSections()
        self.assertTrue(support.until(lambda: all(name.startswith("ZOTERO_BIBL") for name in sections.getElementNames())), sections.getElementNames())
        self.assertEqual((len(set(sections.getElementNames())), self.lists(document)), (2, [2, 0, 0]))
        self.insert_at(document, 0, ANH)
        self.assertEqual(self.lists(document), [2, 1, 0])

    def test_what_the_user_wrote_in_the_list_stays(self):
        document, path = self.document(IEEE)
        section = document.getTextSections().getByIndex(0)
        place = document.Text.createTextCursorByRange(section.getAnchor().getEnd())
        document.Text.insertControlCharacter(place, 0, False)
        document.Text.insertString(place, "Lời của tôi.", False)
        place.setPropertyValue("ParaStyleName", "Standard")
        path = self.save_as(document, "marks")
        document = self.reload(path)
        self.put_in(document, path, at_end=True)
        self.assertTrue(support.until(lambda: self.texts(document) == ["[1, tr. 4]", "[2]"] * 2), self.texts(document))
        self.assertTrue(support.until(lambda: self.lists(document) == [1, 1, 0]), document.Text.getString())
        self.assertEqual(document.Text.getString().count("Lời của tôi."), 2)

    def test_another_document_with_a_list(self):
        _, path = self.document(IEEE)
        document, _ = self.document(IEEE)
        self.insert_at(document, 0, SMITH)
        self.put_in(document, path, at_end=False)
        self.check(document, ["[1, tr. 4]", "[2]", "[3]", "[1, tr. 4]", "[2]"], [1, 1, 1])

    def test_a_document_without_citations_keeps_the_list(self):
        _, path = self.document(IEEE)
        document = self.new_document("Khác.", hidden=False)
        self.put_in(document, path, at_end=True)
        self.assertEqual((self.texts(document), self.lists(document)), (["[1, tr. 4]", "[2]"], [1, 1, 0]))
        self.assertEqual(self.service.problems(document), ())
