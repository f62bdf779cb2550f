"""What the user writes in and beside the list of sources, which Soát writes anew."""
import json
import os
import tempfile
import time
import unittest

from support import Dialog, on_main_thread, until
from citation_support import ANH, APA, CHICAGO, IEEE, SMITH, UT, CitationTest, cite

WORD = "MS Word 2007 XML"
UT_LINE = "Trần Văn Út. (2003). Sông nước miền Tây. NXB Trẻ."


class PlaceTest(CitationTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def start(self, *paragraphs, word=False, style=APA):
        document = self.new_document(*paragraphs, hidden=False)
        if word:
            path = os.path.join(self.folder, "%d.docx" % len(self._documents))
            document.storeToURL("file://" + path, self.office.properties(FilterName=WORD))
            document = self.office.load(path, hidden=False)
            self._documents.append(document)
        self.service.setStyle(document, style, "vi-VN", "text")
        self.cite_at(document, UT)
        return document

    def cite_at(self, document, item):
        """Behind the first three letters of the text."""
        cursor = document.Text.createTextCursor()
        cursor.goRight(3, False)
        return self.service.insertAt(document, cursor, json.dumps([cite(item)]))

    def with_list(self, document, at_end=True):
        view = document.getCurrentController().getViewCursor()
        view.gotoEnd(False) if at_end else view.gotoStart(False)
        self.service.insertBibliography(document)
        document.getUndoManager().clear()
        return document

    def paragraphs(self, document):
        return document.Text.getString().split("\n")

    def line(self, document, content):
        """A cursor in front of the paragraph that begins so."""
        cursor = document.Text.createTextCursor()
        while True:
            cursor.gotoEndOfParagraph(True)
            said = cursor.getString()
            cursor.gotoStartOfParagraph(False)
            if said.startswith(content):
                return cursor
            self.assertTrue(cursor.gotoNextParagraph(False), content)


    def choose(self, document, name, wanted):
        """Ticks or unticks the box whose text begins so in the window of the citation style."""
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-settings", "_self", 0, ())
        dialog = Dialog.find(self.office, "Kiểu trích dẫn")
        self.assertEqual([is_on for label, is_on in dialog.boxes().items() if label.startswith(name)], [not wanted])
        dialog.toggle(name)
        steps = len(document.getUndoManager().getAllUndoActionTitles())
        dialog.press("Áp dụng")
        self.assertTrue(until(lambda: len(document.getUndoManager().getAllUndoActionTitles()) > steps and not self.service.isBusy(document)))


class TypedTest(PlaceTest):
    def test_a_paragraph_stands_behind_a_list_at_the_end(self):
        for word in (False, True):
            for before in ("Một hai ba.", ""):
                with self.subTest(word=word, before=before):
                    document = self.with_list(self.start(*(["Một hai ba."] + ([] if before else [""])), word=word))
                    self.assertEqual(self.paragraphs(document)[-2:], [UT_LINE, ""])
                    view = document.getCurrentController().getViewCursor()
                    view.gotoEnd(False)
                    view.getText().insertString(view, "Phụ lục của tôi.", False)
                    self.cite_at(document, ANH)
                    self.service.refresh(document, False)
                    self.assertEqual(self.paragraphs(document)[-3:-1], ["Nguyễn Thị Ánh. (1999). Chợ nổi và người bán hàng. NXB Trẻ.", UT_LINE])
                    self.assertEqual(self.paragraphs(document)[-1], "Phụ lục của tôi.")

    def test_a_list_in_the_middle_gets_no_paragraph_more(self):
        document = self.start("Một hai ba.", "Phần cuối.")
        view = self.place_cursor(document, 0)
        view.gotoEndOfLine(False)
        self.service.insertBibliography(document)
        self.assertEqual(self.paragraphs(document)[-2:], [UT_LINE, "Phần cuối."])

    def test_what_is_typed_at_the_lists_end_comes_to_stand_behind_it(self):
        for word in (False, True):
            for inline in (False, True):
                with self.subTest(word=word, inline=inline):
                    document = self.with_list(self.start("Một hai ba.", word=word))
                    place = self.line(document, UT_LINE)
                    place.gotoEndOfParagraph(False)
                    if not inline:
                        document.Text.insertControlCharacter(place, 0, False)
                    document.Text.insertString(place, " Phụ lục của tôi.", False)
                    document.getUndoManager().clear()
                    before = self.paragraphs(document)
                    for _ in range(2):
                        self.service.refresh(document, False)
                        self.assertEqual([one.strip() for one in self.paragraphs(document)[1:]], [UT_LINE, "Phụ lục của tôi.", ""])
                    self.cite_at(document, ANH)
                    self.assertEqual(self.paragraphs(document)[-3], UT_LINE)
                    self.assertEqual(self.paragraphs(document)[-2].strip(), "Phụ lục của tôi.")
                    while document.getUndoManager().isUndoPossible():
                        document.getUndoManager().undo()
                    self.assertEqual(self.paragraphs(document), before)

    def test_what_is_typed_between_the_lines_comes_to_stand_behind_them(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.start("Một hai ba.", word=word)
                self.cite_at(document, ANH)
                self.with_list(document)
                place = self.line(document, "Nguyễn Thị Ánh")
                place.gotoEndOfParagraph(False)
                document.Text.insertControlCharacter(place, 0, False)
                document.Text.insertString(place, "Lời của tôi.", False)
                document.getUndoManager().clear()
                before = self.paragraphs(document)
                self.cite_at(document, SMITH)
                after = self.paragraphs(document)
                self.assertEqual([one.split(" ")[0] for one in after[1:]], ["Tiếng", "Nguyễn", "Trần", "Tiếng", "Smith,", "Lời", ""])
                self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
                document.getUndoManager().undo()
                self.assertEqual(self.paragraphs(document), before)

    def test_what_cannot_be_moved_is_told_and_left(self):
        document = self.start("Một hai ba.")
        self.cite_at(document, ANH)
        self.with_list(document)
        place = self.line(document, "Nguyễn Thị Ánh")
        place.gotoEndOfParagraph(False)
        document.Text.insertString(place, " Lời của tôi", False)
        document.Text.insertTextContent(place, document.createInstance("com.sun.star.text.Footnote"), False)
        before = self.paragraphs(document)
        with self.assertRaises(Exception) as caught:
            self.cite_at(document, SMITH)
        self.assertIn("Lời của tôi", str(caught.exception))
        self.assertEqual(self.paragraphs(document), before)

    def test_lines_of_sources_that_are_gone_are_not_the_users(self):
        document = self.start("Một hai ba.")
        self.cite_at(document, ANH)
        self.with_list(document)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.service.remove(document, self.listed(document)["citations"][0]["id"])
        self.assertEqual(self.paragraphs(document)[1:], ["[1]\tTrần Văn Út, Sông nước miền Tây. NXB Trẻ, 2003.", ""])


class DeletedTest(PlaceTest):
    """The user deletes the text of the list, or with it what stands behind."""

    QUESTION = "Trích dẫn"

    def with_list_between(self, word):
        document = self.start("Một hai ba.", "Giữa.", "Cuối.", word=word)
        place = document.Text.createTextCursor()
        place.gotoEndOfParagraph(False)
        document.Text.insertControlCharacter(place, 0, False)
        document.getCurrentController().getViewCursor().gotoRange(place.getEnd(), False)
        self.service.insertBibliography(document)
        self.assertEqual(self.paragraphs(document)[1:], [UT_LINE, "Giữa.", "Cuối."])
        document.getUndoManager().clear()
        return document

    def delete(self, document, cursor):
        view = document.getCurrentController().getViewCursor()
        view.gotoRange(cursor.getStart(), False)
        view.gotoRange(cursor.getEnd(), True)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:Delete", "", 0, ())

    def delete_lines(self, document):
        lines = self.line(document, UT_LINE)
        lines.gotoEndOfParagraph(True)
        self.delete(document, lines)
        self.assertEqual(self.paragraphs(document)[1:], ["", "Giữa.", "Cuối."])

    def refresh(self, document):
        """By the menu; gives what is asked then."""
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-refresh", "_self", 0, ())
        self.assertTrue(until(lambda: not self.service.isBusy(document)))
        return Dialog.find(self.office, "Soát", patience=5)

    def test_it_stays_away_and_is_told_of(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list_between(word)
                self.delete_lines(document)
                time.sleep(1.5)  # citations that change places are looked for half a second later
                self.assertEqual(self.paragraphs(document)[1:], ["", "Giữa.", "Cuối."])
                self.cite_at(document, ANH)
                self.service.refresh(document, False)
                self.assertEqual(self.paragraphs(document)[1:], ["", "Giữa.", "Cuối."])
                # LibreOffice 25.2 takes a bookmark along with its text.
                self.assertRegex(" ".join(self.service.problems(document)), "đã bị xóa|không còn tìm thấy")
                document.getCurrentController().getViewCursor().gotoEnd(False)
                self.service.insertBibliography(document)
                self.assertEqual([one.split(".")[0] for one in self.paragraphs(document)[1:5]], ["", "Giữa", "Cuối", "Nguyễn Thị Ánh"])
                self.assertEqual(self.service.problems(document), ())
                undo = document.getUndoManager()
                while undo.isUndoPossible():
                    on_main_thread(self.office, undo.undo)
                self.assertEqual(self.paragraphs(document)[1:], [UT_LINE, "Giữa.", "Cuối."])
                self.cite_at(document, ANH)
                self.assertEqual(len(self.paragraphs(document)), 5)

    def test_a_new_one_in_its_place(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list_between(word)
                self.delete_lines(document)
                self.service.insertBibliography(document)
                self.assertEqual(self.paragraphs(document)[1:], [UT_LINE, "Giữa.", "Cuối."])
                undo = document.getUndoManager()
                while undo.isUndoPossible():
                    on_main_thread(self.office, undo.undo)
                self.assertEqual(self.paragraphs(document)[1:], [UT_LINE, "Giữa.", "Cuối."])
                while undo.isRedoPossible():
                    on_main_thread(self.office, undo.redo)
                self.cite_at(document, ANH)
                self.assertEqual(len(self.paragraphs(document)), 5)

    def test_doing_without_it(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list_between(word)
                self.delete_lines(document)
                question = self.refresh(document)
                self.assertIn("không còn nữa", question.text())
                question.press("Bỏ qua")
                self.assertTrue(until(lambda: not self.service.problems(document)))
                self.assertIsNone(self.refresh(document))
                self.assertEqual(self.paragraphs(document)[1:], ["", "Giữa.", "Cuối."])

    def test_what_goes_with_a_part_of_it_comes_back_whole(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list_between(word)
                before = self.paragraphs(document)
                place = self.line(document, UT_LINE)
                place.goRight(4, False)
                behind = self.line(document, "Giữa.")
                behind.goRight(2, False)
                place.gotoRange(behind, True)
                self.delete(document, place)
                if document.getBookmarks().getCount() or not word:  # LibreOffice 25.2 takes a bookmark along with its text
                    self.assertTrue(until(lambda: self.paragraphs(document)[1] == UT_LINE), self.paragraphs(document))
                undo, redo = document.getUndoManager().undo, document.getUndoManager().redo
                after = self.paragraphs(document)
                for _ in range(2):
                    on_main_thread(self.office, undo)
                    self.assertEqual(self.paragraphs(document), before)
                    on_main_thread(self.office, redo)
                    self.assertEqual(self.paragraphs(document), after)
                on_main_thread(self.office, undo)
                self.cite_at(document, ANH)
                self.assertEqual(len(self.paragraphs(document)), 5)


class UnrecordedTest(PlaceTest):
    """Lists of which the document does not say what Soát has written there: Zotero's, and those of older versions."""

    ANH_LINE = "Nguyễn Thị Ánh. (1999). Chợ nổi và người bán hàng. NXB Trẻ."

    def with_list(self, document, at_end=True):
        super().with_list(document, at_end)
        self.cite_at(document, ANH)
        properties = document.getDocumentProperties().getUserDefinedProperties()
        properties.removeProperty("SOAT_LIST_1")
        return document

    def type_behind(self, document, line, content, paragraph=True):
        place = self.line(document, line)
        place.gotoEndOfParagraph(False)
        if paragraph:
            document.Text.insertControlCharacter(place, 0, False)
        document.Text.insertString(place, content, False)

    def test_what_is_typed_is_kept(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list(self.start("Một hai ba.", word=word))
                first = self.line(document, self.ANH_LINE)
                document.Text.insertString(first, "Tài liệu tham khảo", False)
                document.Text.insertControlCharacter(first, 0, False)
                self.type_behind(document, self.ANH_LINE, "Lời ở giữa.")
                self.type_behind(document, UT_LINE, " Lời nối vào.", paragraph=False)
                self.type_behind(document, UT_LINE, "Phụ lục của tôi.")
                document.getUndoManager().clear()
                before = self.paragraphs(document)
                self.cite_at(document, SMITH)
                smith = "Smith, J. (2011). Testing at sea. NXB Trẻ."
                after = [one.strip() for one in self.paragraphs(document)[1:]]
                self.assertEqual(after, ["Tài liệu tham khảo", "Tiếng Việt", self.ANH_LINE, UT_LINE, "Tiếng Anh", smith, "Lời ở giữa.", "Lời nối vào.", "Phụ lục của tôi.", ""])
                document.getUndoManager().undo()
                self.assertEqual(self.paragraphs(document), before)

    def test_lines_in_another_style_and_of_sources_that_go_give_way(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.with_list(self.start("Một hai ba.", word=word))
                self.type_behind(document, UT_LINE, "Phụ lục của tôi.")
                self.service.setStyle(document, IEEE, "vi-VN", "text")
                self.assertEqual(self.paragraphs(document)[1:], ["[1]\tNguyễn Thị Ánh, Chợ nổi và người bán hàng. NXB Trẻ, 1999.",
                                                                 "[2]\tTrần Văn Út, Sông nước miền Tây. NXB Trẻ, 2003.", "Phụ lục của tôi.", ""])

    def test_what_hangs_on_a_line_stays(self):
        for service in ("com.sun.star.text.textfield.Annotation", "com.sun.star.text.Footnote"):
            for word in (False, True):
                with self.subTest(service=service, word=word):
                    document = self.with_list(self.start("Một hai ba.", word=word))
                    place = self.line(document, UT_LINE)
                    place.goRight(6, False)
                    hanging = document.createInstance(service)
                    if "Annotation" in service:
                        hanging.Content = "Xem lại tên tác giả."
                    document.Text.insertTextContent(place, hanging, False)
                    if "Footnote" in service:
                        hanging.setString("Xem lại tên tác giả.")
                    self.service.refresh(document, False)
                    self.service.setStyle(document, IEEE, "vi-VN", "text")
                    self.assertIn("[2]\tTrần Văn Út, Sông nước miền Tây. NXB Trẻ, 2003.", self.paragraphs(document)[2])
                    self.assertEqual(self.hanging(document), ["Xem lại tên tác giả."])
                    gone = next(one for one in self.listed(document)["citations"] if one["text"] == "[2]")
                    before = self.paragraphs(document)
                    try:  # a note can come to stand behind the list
                        self.service.remove(document, gone["id"])
                    except Exception as refused:
                        self.assertIn("Sông nước", str(refused))
                        self.assertEqual(self.paragraphs(document), before)
                    self.assertEqual(self.hanging(document), ["Xem lại tên tác giả."])

    def hanging(self, document):
        """What comments and footnotes say."""
        fields = document.getTextFields().createEnumeration()
        return [fields.nextElement().Content for _ in iter(fields.hasMoreElements, False)] + [note.getString() for note in document.getFootnotes()]

    def test_a_source_that_goes_takes_its_line_along(self):
        document = self.with_list(self.start("Một hai ba."))
        gone = next(one for one in self.listed(document)["citations"] if "Ánh" in one["text"])
        self.service.remove(document, gone["id"])
        self.assertEqual(self.paragraphs(document)[1:], [UT_LINE, ""])


class TitleTest(PlaceTest):
    """The title above the list, which the menu puts there."""

    TITLE = "TÀI LIỆU THAM KHẢO"

    def insert_by_menu(self, document):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-bibliography", "_self", 0, ())
        self.assertTrue(until(lambda: UT_LINE in document.Text.getString() and not self.service.isBusy(document)))

    def at_end(self, document):
        document.getCurrentController().getViewCursor().gotoEnd(False)
        document.getUndoManager().clear()

    def test_it_stands_above_a_new_list_and_stays(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.start("Một hai ba.", word=word)
                self.at_end(document)
                before = self.paragraphs(document)
                self.insert_by_menu(document)
                self.assertEqual(self.paragraphs(document)[-3:], [self.TITLE, UT_LINE, ""])
                title = self.line(document, self.TITLE)
                self.assertEqual((title.ParaStyleName, title.OutlineLevel), ("Bibliography Heading", 1))
                self.assertEqual(self.line(document, UT_LINE).ParaStyleName, "Bibliography 1")
                self.assertEqual(len(self.undo_titles(document)), 1)
                document.getUndoManager().undo()
                self.assertEqual(self.paragraphs(document), before)
                document.getUndoManager().redo()
                self.cite_at(document, ANH)
                self.service.refresh(document, False)
                self.assertEqual([one for one in self.paragraphs(document) if one == self.TITLE], [self.TITLE])
                self.assertTrue(self.paragraphs(document)[-3].startswith("Nguyễn Thị Ánh"))
                path = os.path.join(self.folder, "again." + ("docx" if word else "odt"))
                document.storeToURL("file://" + path, self.office.properties(FilterName=WORD if word else "writer8"))
                again = self.office.load(path, hidden=False)
                self._documents.append(again)
                self.service.refresh(again, False)
                self.assertEqual(self.paragraphs(again), self.paragraphs(document))
                self.assertEqual(self.line(again, self.TITLE).OutlineLevel, 1)

    def test_a_heading_that_the_user_has_typed_is_not_doubled(self):
        for heading in ("5. Tài liệu tham khảo", "DANH MỤC TÀI LIỆU THAM KHẢO", "References:"):
            with self.subTest(heading=heading):
                document = self.start("Một hai ba.", heading, "")
                self.at_end(document)
                self.insert_by_menu(document)
                self.assertNotIn(self.TITLE, self.paragraphs(document))

    def test_not_where_the_document_is_in_another_language(self):
        document = self.start("Một hai ba.")
        self.service.setStyle(document, APA, "en-US", "text")
        self.at_end(document)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-bibliography", "_self", 0, ())
        self.assertTrue(until(lambda: "Sông nước" in document.Text.getString() and not self.service.isBusy(document)))
        self.assertEqual(len(self.paragraphs(document)), 3)

    def test_a_list_that_is_there_gets_one_when_asked_and_loses_it(self):
        for word in (False, True):
            for at_end in (True, False):
                with self.subTest(word=word, at_end=at_end):
                    document = self.with_list(self.start("Một hai ba.", word=word), at_end)
                    before = self.paragraphs(document)
                    self.service.setStyle(document, APA, "vi-VN", "text")
                    self.assertEqual(self.paragraphs(document), before)
                    self.choose(document, "Đề mục TÀI LIỆU", True)
                    self.assertEqual([one for one in self.paragraphs(document) if one], [one for one in self._with_title(before) if one])
                    self.cite_at(document, UT)
                    self.choose(document, "Đề mục TÀI LIỆU", False)
                    self.assertNotIn(self.TITLE, self.paragraphs(document))
                    self.assertEqual([one for one in self.paragraphs(document) if one][-1], [one for one in before if one][-1])

    def _with_title(self, paragraphs):
        at = paragraphs.index(UT_LINE)
        return paragraphs[:at] + [self.TITLE] + paragraphs[at:]


class LinksTest(PlaceTest):
    """Addresses and DOIs in the list lead there, if that is wanted."""

    PAPER = dict(ANH, id="paper", title="Lúa", DOI="10.5555/lua(1)")
    PAGE = dict(SMITH, id="page", title="Rice", URL="https://vi.example/gao?a=1")
    LINKS = [("https://doi.org/10.5555/lua(1)",) * 2, ("https://vi.example/gao?a=1",) * 2]

    def links(self, document):
        """What leads somewhere, and where: (text, address)."""
        found = []
        paragraphs = document.Text.createEnumeration()
        while paragraphs.hasMoreElements():
            portions = paragraphs.nextElement().createEnumeration()
            while portions.hasMoreElements():
                portion = portions.nextElement()
                if portion.TextPortionType == "Text" and portion.HyperLinkURL and portion.getString():
                    found.append((portion.getString(), portion.HyperLinkURL))
        return found

    def test_they_come_and_go_with_the_choice(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.start("Một hai ba.", word=word)
                self.cite_at(document, self.PAPER)
                self.cite_at(document, self.PAGE)
                self.with_list(document)
                before = document.Text.getString()
                self.assertIn("https://doi.org/10.5555/lua(1)", before)
                self.assertEqual(self.links(document), [])
                self.choose(document, "Địa chỉ web", True)
                self.assertEqual(document.Text.getString(), before)
                self.assertEqual(self.links(document), self.LINKS)
                document.getUndoManager().undo()
                self.assertEqual((self.links(document), document.Text.getString()), ([], before))
                document.getUndoManager().redo()
                self.assertEqual(self.links(document), self.LINKS)
                self.service.refresh(document, False)
                self.assertEqual(self.links(document), self.LINKS)
                self.choose(document, "Địa chỉ web", False)
                self.assertEqual((self.links(document), document.Text.getString()), ([], before))

    def test_they_come_back_from_a_file_and_new_lines_have_them(self):
        for name, filter_name in (("a.odt", "writer8"), ("a.docx", WORD)):
            with self.subTest(name=name):
                document = self.start("Một hai ba.", word=name.endswith("docx"))
                self.cite_at(document, self.PAPER)
                self.with_list(document)
                self.choose(document, "Địa chỉ web", True)
                path = os.path.join(self.folder, name)
                document.storeToURL("file://" + path, self.office.properties(FilterName=filter_name))
                again = self.office.load(path, hidden=False)
                self._documents.append(again)
                self.assertEqual(self.links(again), self.LINKS[:1])
                self.cite_at(again, self.PAGE)
                self.assertEqual(self.links(again), self.LINKS)
                self.service.refresh(again, False)
                self.assertEqual(self.links(again), self.LINKS)


class CiteLinksTest(PlaceTest):
    """Citations lead to the entries of their sources in the list, if that is wanted."""

    BOX = "Trích dẫn bấm được"

    def portions(self, document, text=None):
        paragraphs = (text or document.Text).createEnumeration()
        while paragraphs.hasMoreElements():
            paragraph = paragraphs.nextElement()
            if not hasattr(paragraph, "createEnumeration"):
                continue
            portions = paragraph.createEnumeration()
            while portions.hasMoreElements():
                yield portions.nextElement()

    def led(self, document, text=None):
        """What leads somewhere in the document, and the line that it leads to: (text, beginning of the line)."""
        found = []
        for portion in self.portions(document, text):
            if portion.TextPortionType == "Text" and portion.HyperLinkURL and portion.getString():
                bookmarks = document.getBookmarks()
                name = portion.HyperLinkURL[1:]
                line = None
                if bookmarks.hasByName(name):
                    line = bookmarks.getByName(name).getAnchor().getText().createTextCursorByRange(bookmarks.getByName(name).getAnchor())
                    line.gotoEndOfParagraph(True)
                    line = line.getString()[:8]
                found.append((portion.getString(), line))
        return found

    def entries(self, document):
        return [name for name in document.getBookmarks().getElementNames() if name.startswith("SOAT_ENTRY_")]

    WANTED = [("Nguyễn Thị Ánh, 1999", "Nguyễn T"), ("Trần Văn Út, 2003", "Trần Văn"), ("(Trần Văn Út, 2003)", "Trần Văn")]

    def linked(self, word):
        document = self.start("Một hai ba.", word=word)
        cursor = document.Text.createTextCursor()
        cursor.goRight(1, False)
        self.service.insertAt(document, cursor, json.dumps([cite(ANH), cite(UT)]))
        self.with_list(document)
        return document

    def test_they_come_and_go_with_the_choice(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.linked(word)
                before = document.Text.getString()
                self.choose(document, self.BOX, True)
                self.assertEqual(document.Text.getString(), before)
                self.assertEqual(self.led(document), self.WANTED)
                # On the main thread, as the user's: between an undo's steps the office may tell of the first as of an edit.
                on_main_thread(self.office, document.getUndoManager().undo)
                self.assertEqual((self.led(document), self.entries(document), document.Text.getString()), ([], [], before))
                document.getUndoManager().redo()
                self.assertEqual(self.led(document), self.WANTED)
                for _ in range(3):
                    self.service.refresh(document, False)
                    self.assertEqual((self.led(document), len(self.entries(document))), (self.WANTED, 2))
                self.assertEqual(self.listed(document)["citations"][0]["edited"], False)
                self.choose(document, self.BOX, False)
                self.assertEqual((self.led(document), self.entries(document), document.Text.getString()), ([], [], before))

    def test_words_look_as_those_round_them(self):
        document = self.linked(False)
        self.choose(document, self.BOX, True)
        linked = [one for one in self.portions(document) if one.TextPortionType == "Text" and one.HyperLinkURL]
        self.assertEqual({one.UnvisitedCharStyleName for one in linked}, {"Citation Link"})
        plain = document.Text.createTextCursor()
        self.assertEqual({(one.CharColor, one.CharUnderline) for one in linked}, {(plain.CharColor, plain.CharUnderline)})

    def test_they_come_back_from_a_file_and_follow(self):
        for name, filter_name in (("a.odt", "writer8"), ("a.docx", WORD)):
            with self.subTest(name=name):
                document = self.linked(name.endswith("docx"))
                self.choose(document, self.BOX, True)
                path = os.path.join(self.folder, name)
                document.storeToURL("file://" + path, self.office.properties(FilterName=filter_name))
                again = self.office.load(path, hidden=False)
                self._documents.append(again)
                self.assertEqual(self.led(again), self.WANTED)
                said = again.Text.getString()
                self.service.refresh(again, False)
                self.assertEqual((self.led(again), again.Text.getString(), len(self.entries(again))), (self.WANTED, said, 2))
                # A source whose line comes before the others.
                cursor = again.Text.createTextCursor()
                self.service.insertAt(again, cursor, json.dumps([cite(dict(SMITH, id="first", author=[{"family": "Abbot", "given": "Ann"}]))]))
                self.assertEqual(self.led(again)[1:], self.WANTED)
                self.assertEqual(self.led(again)[0][1], "Abbot, A")
                self.assertEqual(len(self.entries(again)), 3)

    def test_in_notes_and_in_pdf(self):
        document = self.linked(False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.choose(document, self.BOX, True)
        note = document.getFootnotes().getByIndex(0)
        # A line for each stretch of one formatting.
        self.assertEqual(list(dict.fromkeys(line for _, line in self.led(document, note))), ["Nguyễn T", "Trần Văn"])
        path = os.path.join(self.folder, "a.pdf")
        document.storeToURL("file://" + path, self.office.properties(FilterName="writer_pdf_Export"))
        with open(path, "rb") as file:
            pdf = file.read()
        self.assertGreaterEqual(pdf.count(b"/Subtype/Link"), 3)
        self.assertIn(b"/Dest", pdf)

    def test_without_the_list_nothing_leads_there(self):
        document = self.linked(False)
        self.choose(document, self.BOX, True)
        self.service.unlink(document)
        self.assertEqual(self.led(document), self.WANTED)  # as plain text
        document.getUndoManager().undo()
        section = document.getTextSections().getByIndex(0)
        section.getAnchor().setString("")
        section.dispose()
        self.service.refresh(document, False)
        self.assertEqual((self.led(document), self.entries(document)), ([], []))


class PartsTest(PlaceTest):
    """Lists of what is cited in a part of the document, beside the list of all."""

    HOA = dict(UT, id="hoa", title="Ghe xuồng", author=[{"family": "Lê", "given": "Thị Hòa"}])

    def put_list(self, document, command, at):
        """Behind the paragraph that begins so."""
        cursor = self.line(document, at)
        cursor.gotoEndOfParagraph(False)
        document.getCurrentController().getViewCursor().gotoRange(cursor, False)
        steps = len(self.undo_titles(document))
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + command, "_self", 0, ())
        self.assertTrue(until(lambda: len(self.undo_titles(document)) > steps and not self.service.isBusy(document)))

    def cite_in(self, document, beginning, item):
        cursor = self.line(document, beginning)
        cursor.goRight(3, False)
        self.service.insertAt(document, cursor, json.dumps([cite(item)]))

    def three_lists(self, word, style=IEEE):
        document = self.new_document("Một là.", "Hai là.", "Ba là.", "Hết.", hidden=False)
        if word:
            path = os.path.join(self.folder, "%d.docx" % len(self._documents))
            document.storeToURL("file://" + path, self.office.properties(FilterName=WORD))
            document = self.office.load(path, hidden=False)
            self._documents.append(document)
        self.service.setStyle(document, style, "vi-VN", "text")
        self.cite_in(document, "Một", UT)
        self.cite_in(document, "Một", ANH)
        self.cite_in(document, "Hai", self.HOA)
        self.cite_in(document, "Hai", UT)
        self.put_list(document, "cite-part-list", "Một")
        self.put_list(document, "cite-part-list", "Hai")
        self.put_list(document, "cite-bibliography", "Ba")
        return document

    def lines(self, document):
        """Numbers of entries, and other paragraphs."""
        return [one[:3] for one in self.paragraphs(document) if one and not one.startswith("TÀI LIỆU")]

    WANTED = ["Một", "[1]", "[2]", "Hai", "[2]", "[3]", "Ba ", "[1]", "[2]", "[3]", "Hết"]

    def test_each_list_stays_in_its_place(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.three_lists(word)
                self.assertEqual(self.lines(document), self.WANTED)
                self.assertEqual(self.texts(document), ["[1]", "[2]", "[2]", "[3]"])
                said = document.Text.getString()
                for _ in range(10):
                    self.service.refresh(document, False)
                    self.assertEqual(document.Text.getString(), said)
                for number in range(3):
                    path = os.path.join(self.folder, "again%d.%s" % (number, "docx" if word else "odt"))
                    document.storeToURL("file://" + path, self.office.properties(FilterName=WORD if word else "writer8"))
                    document = self.office.load(path, hidden=False)
                    self._documents.append(document)
                    for _ in range(3):
                        self.service.refresh(document, False)
                        self.assertEqual(document.Text.getString(), said)

    def test_lists_side_by_side_stay_apart(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.new_document("Một là.", "Hết.", hidden=False)
                if word:
                    path = os.path.join(self.folder, "%d.docx" % len(self._documents))
                    document.storeToURL("file://" + path, self.office.properties(FilterName=WORD))
                    document = self.office.load(path, hidden=False)
                    self._documents.append(document)
                self.service.setStyle(document, IEEE, "vi-VN", "text")
                self.cite_in(document, "Một", UT)
                self.cite_in(document, "Một", ANH)
                self.put_list(document, "cite-bibliography", "Một")
                self.put_list(document, "cite-part-list", "Một")
                said = [one for one in self.paragraphs(document) if one]
                self.assertEqual([one[:3] for one in said if one[0] == "["], ["[1]", "[2]"] * 2)
                for _ in range(3):
                    self.cite_in(document, "Một", self.HOA)
                    self.assertEqual(self.lines(document).count("[3]"), 2)
                    document.getUndoManager().undo()
                    self.service.refresh(document, False)
                    self.assertEqual([one for one in self.paragraphs(document) if one], said)

    def test_a_list_that_goes_leaves_the_others(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.three_lists(word)
                first = self.line(document, "[1]")
                first.gotoNextParagraph(False)
                first.gotoEndOfParagraph(False)
                cursor = self.line(document, "[1]")
                if word:
                    cursor.goLeft(1, False)  # what stands there goes with its paragraphs
                cursor.gotoRange(first, True)
                if not word:
                    document.getTextSections().getByName(cursor.TextSection.getName()).dispose()
                cursor.setString("")
                for _ in range(2):
                    self.service.refresh(document, False)
                    self.assertEqual(self.lines(document), ["Một", "Hai", "[1]", "[2]", "[3]", "Ba ", "[1]", "[2]", "[3]", "Hết"])
                self.service.unlink(document)
                self.assertEqual(self.listed(document)["bibliography"], False)
                self.assertEqual(self.lines(document).count("[3]"), 2)

    def test_what_is_typed_in_one_stays_behind_it(self):
        document = self.three_lists(False)
        line = self.line(document, "[2]")
        line.gotoEndOfParagraph(False)
        document.Text.insertString(line, " của tôi", False)
        self.service.refresh(document, False)
        self.assertEqual(self.lines(document), ["Một", "[1]", "[2]", " củ"] + self.WANTED[3:])

    def test_not_within_another_list(self):
        document = self.three_lists(False)
        steps = len(self.undo_titles(document))
        document.getCurrentController().getViewCursor().gotoRange(self.line(document, "[1]"), False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-part-list", "_self", 0, ())
        notice = Dialog.find(self.office, "Trích dẫn")
        self.assertIn("danh mục", notice.text())
        notice.press("Đóng")
        self.assertEqual((self.lines(document), len(self.undo_titles(document))), (self.WANTED, steps))


class CiteTest(PlaceTest):
    def test_a_citation_at_the_ends_of_the_list_is_refused(self):
        for bookmarks in (False, True):
            for at_end in (False, True):
                document = self.start("Một hai ba.", "Bốn năm.", style=IEEE)
                if bookmarks:
                    self.service.toBookmarks(document)
                self.with_list(document, at_end)
                for where in ("start", "middle", "end"):
                    with self.subTest(bookmarks=bookmarks, at_end=at_end, where=where):
                        place = self.line(document, "[1]\t")
                        if where == "middle":
                            place.goRight(4, False)
                        elif where == "end":
                            place.gotoEndOfParagraph(False)
                        before = document.Text.getString()
                        with self.assertRaises(Exception) as caught:
                            self.service.insertAt(document, place, json.dumps([cite(ANH)]))
                        self.assertIn("danh mục tài liệu tham khảo", str(caught.exception))
                        self.assertEqual(document.Text.getString(), before)
                        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_right_beside_the_list_it_is_put_and_kept(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.start("Một hai ba.", "Bốn năm.", word=word, style=IEEE)
                view = self.place_cursor(document, 3)
                view.gotoEndOfLine(False)
                self.service.insertBibliography(document)
                place = self.line(document, "Một")
                place.gotoEndOfParagraph(False)
                self.service.insertAt(document, place, json.dumps([cite(ANH)]))
                self.service.insertAt(document, self.line(document, "Bốn"), json.dumps([cite(SMITH)]))
                self.service.refresh(document, False)
                self.assertEqual(len(self.texts(document)), 3)


class StyleTest(PlaceTest):
    def test_the_style_of_a_list_keeps_its_name_and_looks_in_word_documents(self):
        """Writer in Vietnamese calls it "Thư tịch 1" there, and 25.2 takes that for another style when it reads it."""
        document = self.start("Một hai ba.", word=True)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        style = self.list_style(document)
        style.ParaBottomMargin, style.ParaRightMargin = 700, 1100
        path = os.path.join(self.folder, "danh mục.docx")
        document.storeToURL("file://" + path, self.office.properties(FilterName=WORD))
        again = self.office.load(path, hidden=False)
        self._documents.append(again)
        self.check_list_style(again, 700, 1100)

    def test_a_translated_style_of_a_list_is_taken_over(self):
        document = self.start("Một hai ba.")
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        styles = document.StyleFamilies.getByName("ParagraphStyles")
        if styles.hasByName("Thư tịch 1"):
            self.skipTest("this office takes the translated name for that of its own style")
        other = document.createInstance("com.sun.star.style.ParagraphStyle")
        styles.insertByName("Thư tịch 1", other)
        other.ParaBottomMargin, other.ParaRightMargin = 300, 900
        line = self.line(document, UT_LINE)
        line.ParaStyleName = "Thư tịch 1"
        self.assertEqual(line.ParaStyleName, "Thư tịch 1")
        self.check_list_style(document, 300, 900)

    def list_style(self, document):
        return document.StyleFamilies.getByName("ParagraphStyles").getByName("Bibliography 1")

    def check_list_style(self, document, below, right):
        self.service.refresh(document, False)
        self.assertEqual(self.line(document, UT_LINE).ParaStyleName, "Bibliography 1")
        style = self.list_style(document)
        self.assertAlmostEqual(style.ParaBottomMargin, below, delta=5)
        self.assertAlmostEqual(style.ParaRightMargin, right, delta=5)
        self.assertNotIn("Thư tịch 1", document.StyleFamilies.getByName("ParagraphStyles").getElementNames())


if __name__ == "__main__":
    unittest.main()
