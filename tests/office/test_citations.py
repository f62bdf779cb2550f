"""Citations in Writer documents: what each command does to the document, and that one step takes it back."""
import json
import os
import re
import unittest

import support
from citation_support import ANH, APA, BGD, CHICAGO, IEEE, SMITH, UT, CitationTest, cite, data_of, marks, preferences


class InsertTest(CitationTest):
    def test_a_citation_in_zoteros_form(self):
        document = self.new_document("Câu thứ nhất. Câu thứ hai.", hidden=False)
        self.place_cursor(document, 12)
        name = self.insert(document, cite(UT, locator="243", label="page"))
        self.assertEqual(document.Text.getString(), "Câu thứ nhất[1, tr. 243]. Câu thứ hai.")
        ((mark, text),) = marks(document)
        self.assertRegex(mark, r"^ZOTERO_ITEM CSL_CITATION \{.*\} RND[0-9A-Za-z]{10}$")
        data = data_of(mark)
        self.assertEqual(list(data), ["citationID", "properties", "citationItems", "schema"])
        self.assertEqual(data["citationID"], name)
        self.assertEqual(data["properties"]["plainCitation"], text)
        self.assertEqual(text, "[1, tr. 243]")
        self.assertEqual(data["properties"]["noteIndex"], 0)
        self.assertEqual(data["citationItems"][0]["uris"], ["urn:soat-test:ut"])
        self.assertEqual(data["citationItems"][0]["itemData"]["title"], "Sông nước miền Tây")
        self.assertIn('data-version="3"', preferences(document))
        self.assertIn('<pref name="fieldType" value="ReferenceMark"/>', preferences(document))
        self.assertIn(BGD, preferences(document))

    def test_the_cursor_stands_behind_and_outside(self):
        document = self.new_document("Một hai ba.", hidden=False)
        cursor = self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        helper = self.office.new("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(document.getCurrentController().getFrame(), ".uno:InsertText", "", 0, self.office.properties(Text="XY"))
        self.assertEqual(document.Text.getString(), "Một[1]XY hai ba.")
        self.assertEqual(marks(document)[0][1], "[1]")

    def test_one_step_takes_it_back_and_forth(self):
        document = self.new_document("Một hai ba.", hidden=False)
        document.getUndoManager().clear()
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual((document.Text.getString(), marks(document)), ("Một hai ba.", []))
        document.getUndoManager().redo()
        self.assertEqual(document.Text.getString(), "Một[1] hai ba.")
        self.assertEqual(self.texts(document), ["[1]"])

    def test_several_sources_prefix_suffix_and_no_author(self):
        document = self.new_document("Một.", hidden=False)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(ANH, prefix="xem ", locator="12", label="page"), cite(SMITH, suffix=" và tiếp"))
        self.assertEqual(self.texts(document), ["(xem Nguyễn Thị Ánh, 1999, tr. 12; Smith, 2011 và tiếp)"])
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.insert(document, cite(UT, **{"suppress-author": True}))
        self.assertEqual(self.texts(document)[1], "(2003)")

    def test_a_source_given_twice_is_shown_once_with_all_its_pages(self):
        document = self.new_document("Một hai ba.", hidden=False)
        pages = [cite(UT, locator=page, label="page") for page in ("9", "5", "9")]
        for style, notes, shown in ((APA, "text", "(Trần Văn Út, 2003, tr. 5, 9)"), (IEEE, "text", "[1, tr. 5, 9]"),
                                    (CHICAGO, "footnotes", "Trần Văn Út, Sông nước miền Tây (NXB Trẻ, 2003), 5, 9.")):
            self.service.setStyle(document, style, "vi-VN", notes)
            self.assertEqual(self.service.preview(document, json.dumps(pages)), shown)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.place_cursor(document, 3)
        name = self.insert(document, *pages)
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003, tr. 5, 9)"])
        self.service.edit(document, name, json.dumps([cite(UT), cite(ANH), cite(UT)]))
        self.assertEqual(self.texts(document), ["(Nguyễn Thị Ánh, 1999; Trần Văn Út, 2003)"])

    def test_later_citations_are_numbered_anew_in_the_same_step(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        document.getUndoManager().clear()
        self.place_cursor(document, 7)
        self.insert(document, cite(UT))
        self.place_cursor(document, 3)
        self.insert(document, cite(ANH))
        self.assertEqual(document.Text.getString(), "Một[1] hai[2] ba.")
        self.assertEqual(len(self.undo_titles(document)), 2)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một hai[1] ba.")
        self.assertEqual(self.texts(document), ["[1]"])

    def test_tracked_changes_stay_untouched_and_on(self):
        document = self.new_document("Một hai ba.", hidden=False)
        document.RecordChanges = True
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.assertTrue(document.RecordChanges)
        self.assertFalse(document.getRedlines().createEnumeration().hasMoreElements())
        self.assertEqual(document.Text.getString(), "Một[1] hai ba.")

    def all_changes(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:" + command, "", 0, ())

    def test_words_that_a_citation_replaces_are_deleted_as_a_tracked_change(self):
        for command, left in (("RejectAllTrackedChanges", "Một hai[1] ba."), ("AcceptAllTrackedChanges", "Một[1] ba.")):
            document = self.new_document("Một hai ba.", hidden=False)
            document.RecordChanges = True
            words = document.Text.createTextCursor()
            words.goRight(3, False)
            words.goRight(4, True)
            self.service.insertAt(document, words, json.dumps([cite(UT)]))
            self.assertTrue(document.RecordChanges)
            self.all_changes(document, command)
            self.assertEqual(document.Text.getString(), left)
            self.assertEqual(self.texts(document), ["[1]"])

    def test_a_citation_that_is_deleted_as_a_tracked_change_goes_when_that_is_accepted(self):
        for notes in ("text", "footnotes"):
            document = self.new_document("Một", "hai", "ba", hidden=False)
            self.service.setStyle(document, IEEE if notes == "text" else CHICAGO, "vi-VN", notes)
            for text, source in (("Một", ANH), ("hai", UT)):
                search = document.createSearchDescriptor()
                search.SearchString = text
                self.service.insertAt(document, document.findFirst(search).getEnd(), json.dumps([cite(source)]))
            document.RecordChanges = True
            paragraph = document.Text.createTextCursor()
            paragraph.gotoNextParagraph(False)
            paragraph.gotoEndOfParagraph(True)
            paragraph.setString("")
            self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(SMITH)]))
            self.service.refresh(document, False)
            self.all_changes(document, "AcceptAllTrackedChanges")
            self.assertTrue(support.until(lambda: len(self.listed(document)["citations"]) == 2), document.Text.getString())
            self.assertNotIn("2003", "".join(self.texts(document)))
            lines = document.Text.getString().split("\n")
            self.assertEqual((len(lines), lines[1], lines[2]), (3, "", "ba"))

    def test_formatting_comes_from_the_style_alone(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, CHICAGO, "en-US", "text")
        cursor = document.Text.createTextCursor()
        cursor.goRight(3, True)
        cursor.CharWeight = 150.0
        self.place_cursor(document, 3)
        self.insert(document, cite(SMITH))
        anchor = document.getReferenceMarks().getByIndex(0).getAnchor()
        self.assertEqual(anchor.CharWeight, 100.0)
        portions, italic = anchor.createEnumeration().nextElement().createEnumeration(), []
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "Text" and portion.CharPosture.value == "ITALIC":
                italic.append(portion.getString())
        self.assertEqual("".join(italic), "Testing at Sea")

    def test_tables_headers_frames_and_notes(self):
        document = self.new_document("Thân bài.", hidden=False)
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 2)
        document.Text.insertTextContent(cursor, table, False)
        table.getCellByName("B2").setString("Ô.")
        note = document.createInstance("com.sun.star.text.Footnote")
        place = document.Text.createTextCursor()
        place.goRight(4, False)
        document.Text.insertTextContent(place, note, False)
        note.setString("Xem thêm")
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        page.HeaderIsOn = True
        page.HeaderText.setString("Đầu trang")
        frame = document.createInstance("com.sun.star.text.TextFrame")
        document.Text.insertTextContent(document.Text.createTextCursor(), frame, False)
        frame.setString("Khung")
        for text, item in ((table.getCellByName("B2"), UT), (page.HeaderText, SMITH), (frame, ANH), (note, UT)):
            place = text.createTextCursor()
            place.gotoEnd(False)
            self.service.insertAt(document, place, json.dumps([cite(item)]))
        self.assertEqual(note.getString(), "Xem thêm[2]")
        self.assertEqual(table.getCellByName("B2").getString(), "Ô.[2]")
        self.assertEqual(page.HeaderText.getString(), "Đầu trang[3]")
        self.assertEqual(frame.getString(), "Khung[1]")
        self.assertEqual(len(self.listed(document)["citations"]), 4)
        # A note's citation counts where its number stands.
        self.assertEqual([one["note"] for one in self.listed(document)["citations"]][:2], [1, 0])

    def test_a_range_is_replaced(self):
        document = self.new_document("Trước https://a.example/b sau.", hidden=False)
        place = document.Text.createTextCursor()
        place.goRight(6, False)
        place.goRight(19, True)
        document.getUndoManager().clear()
        self.service.insertAt(document, place, json.dumps([cite(UT)]))
        self.assertEqual(document.Text.getString(), "Trước [1] sau.")
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Trước https://a.example/b sau.")

    def test_inside_another_citation_it_goes_behind_it(self):
        document = self.new_document("Một.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.place_cursor(document, 4)
        self.insert(document, cite(ANH))
        self.assertEqual(document.Text.getString(), "Một[2][1].")
        self.assertEqual(self.texts(document), ["[2]", "[1]"])

    def test_what_cannot_be_cited_is_refused_and_changes_nothing(self):
        document = self.new_document("Một.", hidden=False)
        for cites in ("[]", "{}", "nonsense", '[{"uris": ["a"]}]'):
            with self.assertRaises(Exception):
                self.service.insert(document, cites)
        self.assertEqual(document.Text.getString(), "Một.")
        self.assertEqual(preferences(document), "")


class EditTest(CitationTest):
    def test_edit_keeps_the_id_and_is_one_step(self):
        document = self.new_document("Một hai.", hidden=False)
        self.place_cursor(document, 3)
        name = self.insert(document, cite(UT))
        document.getUndoManager().clear()
        self.service.edit(document, name, json.dumps([cite(UT, locator="7", label="page")]))
        self.assertEqual(document.Text.getString(), "Một[1, tr. 7] hai.")
        self.assertEqual(data_of(marks(document)[0][0])["citationID"], name)
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một[1] hai.")
        self.service.edit(document, name, json.dumps([cite(ANH)]))
        self.assertEqual(document.Text.getString(), "Một[1] hai.")
        self.assertEqual(self.listed(document)["citations"][0]["cites"][0]["itemData"]["id"], "anh")

    def test_delete_numbers_the_others_anew(self):
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.place_cursor(document, 3)
        first = self.insert(document, cite(UT))
        self.place_cursor(document, 10)
        self.insert(document, cite(ANH))
        self.assertEqual(document.Text.getString(), "Một[1] hai[2].")
        document.getUndoManager().clear()
        self.service.remove(document, first)
        self.assertEqual(document.Text.getString(), "Một hai[1].")
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một[1] hai[2].")
        with self.assertRaises(Exception):
            self.service.remove(document, "no such id")

    def test_a_new_version_of_a_source_reaches_all_its_citations(self):
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, APA, "vi-VN", "text")
        for offset in (3, 0):
            self.place_cursor(document, offset)
            self.insert(document, cite(UT))
        document.getUndoManager().clear()
        self.service.updateItem(document, json.dumps(cite(dict(UT, issued={"date-parts": [[2013]]}))))
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2013)"] * 2)
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003)"] * 2)
        self.service.refresh(document, False)
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003)"] * 2)


class EditedByHandTest(CitationTest):
    def edited(self):
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.place_cursor(document, 3)
        name = self.insert(document, cite(UT))
        cursor = document.Text.createTextCursor()
        cursor.goRight(4, False)
        cursor.goRight(11, True)
        self.assertEqual(cursor.getString(), "Trần Văn Út")
        document.Text.insertString(cursor.getEnd(), " và cộng sự", False)
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út và cộng sự, 2003) hai.")
        return document, name

    def test_it_is_told_and_left(self):
        document, name = self.edited()
        self.assertIn("sửa tay", self.service.problems(document)[0])
        self.assertTrue(self.listed(document)["citations"][0]["edited"])
        self.assertEqual(self.service.refresh(document, False), 0)
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út và cộng sự, 2003) hai.")

    def test_it_is_overwritten_when_wished(self):
        document, name = self.edited()
        self.assertEqual(self.service.refresh(document, True), 1)
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út, 2003) hai.")
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út và cộng sự, 2003) hai.")

    def test_it_is_kept_for_good_when_wished(self):
        document, name = self.edited()
        self.service.keepEdit(document, name)
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út và cộng sự, 2003) hai.")
        self.assertTrue(data_of(marks(document)[0][0])["properties"]["dontUpdate"])
        self.assertEqual(self.service.problems(document), ())
        self.service.refresh(document, True)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.assertEqual(document.Text.getString(), "Một(Trần Văn Út và cộng sự, 2003) hai.")

    def test_what_was_typed_at_the_edges_comes_out_again(self):
        document = self.new_document("Một hai.", hidden=False)
        self.place_cursor(document, 0)
        self.insert(document, cite(UT))
        document.Text.insertString(document.getReferenceMarks().getByIndex(0).getAnchor().getEnd(), "x", False)
        document.getUndoManager().undo()  # from now on the office lets the mark grow with what is typed behind it
        document.Text.insertString(document.getReferenceMarks().getByIndex(0).getAnchor().getEnd(), " đấy ", False)
        document.Text.insertString(document.Text.getStart(), "Ở ", False)
        self.assertEqual(marks(document)[0][1], "Ở [1] đấy ")
        self.assertEqual(self.service.problems(document), ())
        self.service.refresh(document, False)
        self.assertEqual(marks(document)[0][1], "[1]")
        self.assertEqual(document.Text.getString(), "Ở [1] đấy Một hai.")


class StyleTest(CitationTest):
    def test_into_footnotes_and_back(self):
        document = self.new_document("Câu một. Câu hai.", hidden=False)
        self.place_cursor(document, 7)
        self.insert(document, cite(UT))
        self.place_cursor(document, 19)
        self.insert(document, cite(ANH))
        before = document.Text.getString()
        document.getUndoManager().clear()
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        notes = document.getFootnotes()
        self.assertEqual(notes.getCount(), 2)
        self.assertIn("Sông nước miền Tây", notes.getByIndex(0).getString())
        self.assertEqual([one["note"] for one in self.listed(document)["citations"]], [1, 2])
        self.assertEqual([data_of(name)["properties"]["noteIndex"] for name, _ in sorted(marks(document), key=lambda one: one[1])], [2, 1])
        self.assertIn('<pref name="noteType" value="1"/>', preferences(document))
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), before)
        self.assertEqual(document.getFootnotes().getCount(), 0)
        self.assertIn(BGD, preferences(document))
        document.getUndoManager().redo()
        self.assertIn(CHICAGO, preferences(document))
        self.assertEqual(document.getFootnotes().getCount(), 2)
        self.service.setStyle(document, CHICAGO, "vi-VN", "endnotes")
        self.assertEqual((document.getFootnotes().getCount(), document.getEndnotes().getCount()), (0, 2))
        self.service.setStyle(document, BGD, "vi-VN", "text")
        self.assertEqual(document.getEndnotes().getCount(), 0)
        self.assertEqual(document.Text.getString(), "Câu một[2]. Câu hai[1].")

    def test_a_citation_in_a_note_style_makes_a_note(self):
        document = self.new_document("Câu một. Câu hai.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.place_cursor(document, 17)
        self.insert(document, cite(UT))
        cursor = self.place_cursor(document, 8)
        document.getUndoManager().clear()
        self.insert(document, cite(UT, locator="5", label="page"))
        self.assertEqual(document.getFootnotes().getCount(), 2)
        self.assertEqual(len(self.undo_titles(document)), 1)
        # The first mention is now the new one; the old one is the shorter.
        first, second = (document.getFootnotes().getByIndex(i).getString() for i in (0, 1))
        self.assertRegex(first, r"\b5\b")
        self.assertLess(len(second), len(first))
        # The cursor stands in the text behind the number.
        self.assertEqual(cursor.getText(), document.Text)
        document.getUndoManager().undo()
        self.assertEqual(document.getFootnotes().getCount(), 1)

    def test_a_note_with_other_words_is_left(self):
        document = self.new_document("Câu một.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.place_cursor(document, 7)
        self.insert(document, cite(UT))
        note = document.getFootnotes().getByIndex(0)
        note.insertString(note.getStart(), "Xem ", False)
        self.service.setStyle(document, BGD, "vi-VN", "text")
        self.assertEqual(document.getFootnotes().getCount(), 1)
        self.assertEqual(document.getFootnotes().getByIndex(0).getString(), "Xem [1]")

    def test_a_style_that_is_not_there_changes_nothing(self):
        document = self.new_document("Một.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        before = preferences(document)
        with self.assertRaises(Exception) as caught:
            self.service.setStyle(document, "http://www.zotero.org/styles/no-such-style", "vi-VN", "text")
        self.assertIn("chưa được cài", str(caught.exception))
        self.assertEqual(preferences(document), before)
        self.assertEqual(document.Text.getString(), "Một[1].")


class ListTest(CitationTest):
    def with_list(self):
        document = self.new_document("Một hai ba.", "Phần sau.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.place_cursor(document, 10)
        self.insert(document, cite(SMITH))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        document.getUndoManager().clear()
        self.service.insertBibliography(document)
        return document

    def lines(self, document):
        section = document.getTextSections().getByIndex(0)
        return section.getAnchor().getString().split("\n")

    def test_a_section_in_zoteros_form(self):
        document = self.with_list()
        (name,) = document.getTextSections().getElementNames()
        self.assertRegex(name, r"^ZOTERO_BIBL \{.*\} CSL_BIBLIOGRAPHY RND[0-9A-Za-z]{10}$")
        self.assertEqual(data_of(name), {"uncited": [], "omitted": [], "custom": []})
        self.assertEqual(self.lines(document), ["Tiếng Việt", "1.\tTrần Văn Út (2003), Sông nước miền Tây, NXB Trẻ.", "Tiếng Anh",
                                                "2.\tSmith John (2011), Testing at sea, NXB Trẻ."])
        paragraphs = document.getTextSections().getByIndex(0).getAnchor().createEnumeration()
        while paragraphs.hasMoreElements():
            self.assertEqual(paragraphs.nextElement().ParaStyleName, "Bibliography 1")
        self.assertIn('hasBibliography="1" bibliographyStyleHasBeenSet="1"', preferences(document))
        self.assertTrue(document.Text.getString().startswith("Một[1] hai[2] ba.\nPhần sau.\n"))

    def test_one_step_takes_it_back(self):
        document = self.with_list()
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một[1] hai[2] ba.\nPhần sau.")
        self.assertEqual(document.getTextSections().getCount(), 0)

    def test_it_follows_in_the_same_step(self):
        document = self.with_list()
        document.getUndoManager().clear()
        self.place_cursor(document, 0)
        self.insert(document, cite(ANH))
        self.assertEqual(len(self.lines(document)), 5)
        self.assertIn("Chợ nổi", self.lines(document)[1])
        self.assertEqual(document.Text.getString().split("\n")[0], "[1]Một[2] hai[3] ba.")
        self.assertEqual(len(self.undo_titles(document)), 1)
        document.getUndoManager().undo()
        self.assertEqual(len(self.lines(document)), 4)
        first = self.listed(document)["citations"][0]["id"]
        self.service.remove(document, first)
        self.assertEqual(len(self.lines(document)), 1)
        self.assertIn("Smith", self.lines(document)[0])

    def test_uncited_and_omitted(self):
        document = self.with_list()
        document.getUndoManager().clear()
        self.service.setLists(document, json.dumps([cite(ANH)]), json.dumps([["urn:soat-test:smith"]]))
        text = "\n".join(self.lines(document))
        self.assertIn("Chợ nổi", text)
        self.assertNotIn("Testing", text)
        self.assertEqual(data_of(document.getTextSections().getElementNames()[0])["uncited"], [["urn:soat-test:anh"]])
        self.assertEqual(len(self.undo_titles(document)), 1)
        self.assertEqual({one["itemData"]["id"]: one["cited"] for one in self.listed(document)["sources"]}, {"ut": 1, "smith": 1, "anh": 0})
        self.service.setLists(document, "[]", "[]")
        self.assertEqual(len(self.lines(document)), 4)

    def test_not_in_a_note(self):
        document = self.new_document("Một.", hidden=False)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(document.Text.getEnd(), note, False)
        document.getCurrentController().getViewCursor().gotoRange(note.getStart(), False)
        with self.assertRaises(Exception) as caught:
            self.service.insertBibliography(document)
        self.assertIn("Không thể đặt", str(caught.exception))

    def test_citing_inside_the_list_is_refused(self):
        document = self.with_list()
        anchor = document.getTextSections().getByIndex(0).getAnchor()
        place = document.Text.createTextCursorByRange(anchor.getStart())
        place.goRight(3, False)
        with self.assertRaises(Exception):
            self.service.insertAt(document, place, json.dumps([cite(ANH)]))
        self.assertEqual(len(self.lines(document)), 4)


class PlainTextTest(CitationTest):
    def test_unlink(self):
        document = self.new_document("Một hai.", hidden=False)
        self.service.setStyle(document, CHICAGO, "en-US", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(SMITH))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        before = document.Text.getString()
        document.getUndoManager().clear()
        self.service.unlink(document)
        self.assertEqual(document.Text.getString(), before)
        self.assertEqual((marks(document), document.getTextSections().getCount()), ([], 0))
        self.assertEqual(len(self.undo_titles(document)), 1)
        found = document.createSearchDescriptor()
        found.SearchString = "Testing at Sea"
        self.assertEqual(document.findFirst(found).CharPosture.value, "ITALIC")
        document.getUndoManager().undo()
        self.assertEqual(len(marks(document)), 1)
        self.assertEqual(document.getTextSections().getCount(), 1)

    def test_bookmarks_and_back(self):
        document = self.new_document("Một hai.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT, locator="9", label="page"))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        before, data = document.Text.getString(), data_of(marks(document)[0][0])
        document.getUndoManager().clear()
        self.service.toBookmarks(document)
        self.assertEqual(document.Text.getString(), before)
        self.assertEqual((marks(document), document.getTextSections().getCount()), ([], 0))
        names = [name for name in document.getBookmarks().getElementNames()]
        self.assertEqual(len(names), 2)
        for name in names:
            self.assertRegex(name, r"^ZOTERO_BREF_[0-9A-Za-z]{12}$")
        values = [preferences(document, name) for name in names]
        self.assertEqual([data_of(value) for value in values if value.startswith("ZOTERO_ITEM")], [data])
        self.assertIn('<pref name="fieldType" value="Bookmark"/>', preferences(document))
        self.assertEqual(self.texts(document), ["[1, tr. 9]"])
        self.assertEqual(len(self.undo_titles(document)), 1)
        self.place_cursor(document, 0)
        self.insert(document, cite(ANH))
        self.assertEqual(self.texts(document), ["[1]", "[2, tr. 9]"])
        self.service.toMarks(document)
        self.assertEqual(len(marks(document)), 2)
        self.assertEqual(document.getTextSections().getCount(), 1)
        self.assertEqual(self.texts(document), ["[1]", "[2, tr. 9]"])


class MacroTest(CitationTest):
    def test_the_example_of_the_documentation(self):
        document = self.new_document("Một.", hidden=False)
        self.place_cursor(document, 3)
        office = self.office

        class ScriptContext:
            getComponentContext = staticmethod(lambda: office.context)
            getDocument = staticmethod(lambda: document)

        with open(os.path.join(support.top, "docs/macros.md"), encoding="utf-8") as f:
            (source,) = [one for one in re.findall(r"```python\n(.*?)```", f.read(), re.S) if "cite_decree" in one]
        module = {"XSCRIPTCONTEXT": ScriptContext}
        exec(source, module)
        self.assertEqual(module["cite_decree"](), self.listed(document)["citations"][0]["id"])
        self.assertRegex(document.Text.getString(), r"^Một\[1, \D* 8\]\.$")


if __name__ == "__main__":
    unittest.main()
