"""The command "Convert legacy fonts": text in .VnTime (TCVN3) and VNI-Times (VNI) becomes Unicode, and the fonts with it."""
import time
import unittest

import support
from support import Dialog, ReviewPanel

CONVERT = "vnd.org.soat:convert-fonts"
TITLE = "Chuyển phông cũ sang Unicode"
UNDO = "Soát: chuyển phông cũ sang Unicode"

TCVN3 = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", map(chr, range(0xA1, 0xAF))))
TCVN3.update(zip("àảãáạ", map(chr, range(0xB5, 0xBA))))
TCVN3.update(zip("ằẳẵắ", map(chr, range(0xBB, 0xBF))))
TCVN3.update(zip("ặầẩẫấậè", map(chr, range(0xC6, 0xCD))))
TCVN3.update(zip("ẻẽéẹềểễếệìỉ", map(chr, range(0xCE, 0xD9))))
TCVN3.update(zip("ĩíịò", map(chr, range(0xDC, 0xE0))))
TCVN3.update(zip("ỏõóọồổỗốộờởỡớợù", map(chr, range(0xE1, 0xF0))))
TCVN3.update(zip("ủũúụừửữứựỳỷỹýỵ", map(chr, range(0xF1, 0xFF))))
VNI = {"ệ": "eä", "đ": "ñ", "ườ": "öôø", "ọ": "oï", "à": "aø", "ạ": "aï", "ộ": "oä", "ư": "ö", "ớ": "ôù", "ê": "eâ", "á": "aù", "ế": "eá"}


def tcvn3(text):
    return "".join(TCVN3.get(c, c) for c in text)


def vni(text):
    for letters, written in VNI.items():
        text = text.replace(letters, written)
    return text


SENTENCE = "Nước lên đến bờ, mưa vẫn to; cả làng ra đồng gặt lúa."


class LegacyFontsTest(support.OfficeTest):
    def tearDown(self):
        for title in (TITLE,):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press("Đóng")
        super().tearDown()

    def open(self, *paragraphs, font=".VnTime"):
        document = self.new_document(*paragraphs, hidden=False)
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        if font:
            cursor.CharFontName = font
        document.getCurrentController().getViewCursor().gotoStart(False)
        return document

    def dispatch(self, document, command):
        document.getUndoManager().clear()
        frame = document.getCurrentController().getFrame()
        result = self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "_self", 0, ())
        self.assertEqual(result.State, self.office.constant("com.sun.star.frame.DispatchResultState.SUCCESS"))
        return result.Result

    def wait_for(self, condition):
        end = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), end, "in vain")
            time.sleep(0.05)

    def convert(self, document):
        return self.dispatch(document, CONVERT)

    def find(self, document, what):
        """The first occurrence in the body, which has no fields yet; Writer's own search leaves out soft hyphens."""
        cursor = document.Text.createTextCursor()
        cursor.goRight(document.Text.getString().index(what), False)
        cursor.goRight(len(what), True)
        return cursor

    def portions(self, paragraph):
        found = []
        portions = paragraph.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "Text" and portion.getString():
                found.append((portion.getString(), portion.CharFontName, portion.CharWeight > 100))
        return found

    def first_paragraph(self, text):
        return text.createEnumeration().nextElement()

    def test_a_document_is_converted_and_one_undo_brings_it_back(self):
        lines = [tcvn3(SENTENCE), "", tcvn3("Mới nhất"), "Nam", tcvn3("ở đó")]
        document = self.open(*lines)
        self.assertEqual(self.convert(document), 3)
        self.assertEqual(document.Text.getString().split("\n"), [SENTENCE, "", "Mới nhất", "Nam", "ở đó"])
        paragraphs = document.Text.createEnumeration()
        while paragraphs.hasMoreElements():
            self.assertEqual(paragraphs.nextElement().CharFontName, "Times New Roman")
        self.assertIn("3 đoạn", Dialog.find(self.office, TITLE).text())
        undo = document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), (UNDO,))
        undo.undo()
        self.assertEqual(document.Text.getString().split("\n"), lines)
        self.assertEqual(self.first_paragraph(document.Text).CharFontName, ".VnTime")
        undo.redo()
        self.assertEqual(document.Text.getString().split("\n")[0], SENTENCE)

    def test_formatting_fonts_and_words_over_several_runs(self):
        document = self.open(vni("Việt đường học") + " déjà", font="VNI-Times")
        self.find(document, "ieä").CharWeight = 150.0
        self.find(document, " déjà").CharFontName = "Liberation Sans"
        self.convert(document)
        self.assertEqual(self.portions(self.first_paragraph(document.Text)),
                         [("V", "Times New Roman", False), ("iệ", "Times New Roman", True), ("t đường học", "Times New Roman", False),
                          (" déjà", "Liberation Sans", False)])

    def test_a_mark_in_the_next_run_joins_its_letter(self):
        document = self.open("Vieät Nam ñoù", font="VNI-Times")
        self.find(document, "ät").CharWeight = 150.0
        self.convert(document)
        self.assertEqual(self.portions(self.first_paragraph(document.Text)),
                         [("Việ", "Times New Roman", False), ("t", "Times New Roman", True), (" Nam đó", "Times New Roman", False)])

    def test_capital_fonts_make_capitals(self):
        document = self.open(tcvn3("cộng hòa"), font=".VnArialH")
        self.convert(document)
        self.assertEqual(self.portions(self.first_paragraph(document.Text)), [("CỘNG HÒA", "Arial", False)])

    def test_styles_get_the_new_font(self):
        document = self.open(tcvn3(SENTENCE), font=None)
        styles = document.StyleFamilies.getByName("ParagraphStyles")
        styles.getByName("Standard").CharFontName = ".VnTime"
        heading = styles.getByName("Heading 1")
        heading.CharFontName = ".VnArialH"
        self.convert(document)
        self.assertEqual(styles.getByName("Standard").CharFontName, "Times New Roman")
        self.assertEqual(heading.CharFontName, "Arial")
        self.assertEqual(document.Text.getString(), SENTENCE)
        self.assertEqual(self.portions(self.first_paragraph(document.Text))[0][1], "Times New Roman")
        document.getUndoManager().undo()
        self.assertEqual(styles.getByName("Standard").CharFontName, ".VnTime")
        self.assertEqual(heading.CharFontName, ".VnArialH")

    def test_notes_cells_frames_headers_and_shapes(self):
        document = self.open(tcvn3(SENTENCE), "")
        end = document.Text.createTextCursor()
        end.gotoEnd(False)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(document.Text.getStart(), note, False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 2)
        document.Text.insertTextContent(end, table, False)
        frame = document.createInstance("com.sun.star.text.TextFrame")
        document.Text.insertTextContent(document.Text.getStart(), frame, False)
        shape = document.createInstance("com.sun.star.drawing.RectangleShape")
        shape.setSize(self.office.uno.createUnoStruct("com.sun.star.awt.Size", 5000, 2000))
        document.DrawPage.add(shape)
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        page.HeaderIsOn = True
        texts = [note, table.getCellByName("B1"), frame, shape, page.HeaderText]
        for text in texts:
            text.setString(tcvn3("trường học"))
            cursor = text.createTextCursor()
            cursor.gotoEnd(True)
            cursor.CharFontName = ".VnTime"
        self.assertEqual(self.convert(document), 6)
        self.assertEqual([text.getString() for text in texts], ["trường học"] * 5)
        document.getUndoManager().undo()
        self.assertEqual([text.getString() for text in texts], [tcvn3("trường học")] * 5)

    def test_fields_bookmarks_and_notes_stay(self):
        document = self.open(tcvn3("Trời mưa to, nước lên."))
        text = document.Text
        mark = document.createInstance("com.sun.star.text.Bookmark")
        mark.setName("dấu")
        text.insertTextContent(self.find(document, tcvn3("mưa to")), mark, True)
        field = document.createInstance("com.sun.star.text.TextField.PageNumber")
        field.NumberingType = 4
        text.insertTextContent(self.find(document, "to,").getEnd(), field, False)
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(text.getEnd(), note, False)
        self.convert(document)
        self.assertEqual(text.getString(), "Trời mưa to,1 nước lên.1")
        self.assertEqual(document.Bookmarks.getByName("dấu").getAnchor().getString(), "mưa to")
        self.assertEqual(document.Footnotes.getCount(), 1)

    def test_only_the_selection(self):
        document = self.open(tcvn3(SENTENCE), tcvn3(SENTENCE))
        document.getCurrentController().select(self.find(document, tcvn3("mưa vẫn")))
        self.assertEqual(self.convert(document), 1)
        first, second = document.Text.getString().split("\n")
        self.assertEqual(first, tcvn3(SENTENCE).replace(tcvn3("mưa vẫn"), "mưa vẫn"))
        self.assertEqual(second, tcvn3(SENTENCE))

    def test_the_place_that_a_check_shows_is_no_selection(self):
        document = self.open("Mùa nứơc lên.", tcvn3(SENTENCE), tcvn3(SENTENCE))
        self.dispatch(document, "vnd.org.soat:check")
        controller = document.getCurrentController()
        self.wait_for(lambda: controller.getSelection().getByIndex(0).getString() == "nứơc")
        self.assertEqual(self.convert(document), 2)
        self.assertEqual(document.Text.getString(), "\n".join(["Mùa nứơc lên.", SENTENCE, SENTENCE]))

    def test_text_without_such_a_font_is_told_by_itself(self):
        document = self.open(tcvn3(SENTENCE), "Đoạn này là Unicode, cá và cà.", "Un café à Genève, « déjà ».", tcvn3("Mới nhất"), font=None)
        font = self.first_paragraph(document.Text).CharFontName
        self.assertEqual(self.convert(document), 2)
        self.assertEqual(document.Text.getString().split("\n"),
                         [SENTENCE, "Đoạn này là Unicode, cá và cà.", "Un café à Genève, « déjà ».", "Mới nhất"])
        self.assertEqual(self.first_paragraph(document.Text).CharFontName, font)

    def test_nothing_is_recorded_as_a_change(self):
        document = self.open(tcvn3(SENTENCE))
        document.RecordChanges = True
        self.convert(document)
        self.assertEqual(document.Text.getString(), SENTENCE)
        self.assertTrue(document.RecordChanges)
        self.assertFalse(document.getRedlines().createEnumeration().hasMoreElements())

    def test_what_is_protected_stays_and_is_counted(self):
        document = self.open(tcvn3(SENTENCE), tcvn3(SENTENCE))
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEndOfParagraph(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        self.assertEqual(self.convert(document), 1)
        self.assertEqual(document.Text.getString().split("\n")[:2], [tcvn3(SENTENCE), SENTENCE])
        self.assertIn("1 đoạn được để nguyên", Dialog.find(self.office, TITLE).text())

    def test_nothing_to_do_is_said(self):
        document = self.open("Chữ này đã là Unicode.", font=None)
        self.assertEqual(self.convert(document), 0)
        self.assertIn("Không thấy", Dialog.find(self.office, TITLE).text())
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_check_tells_it_once_and_mends_all_of_it(self):
        document = self.open(tcvn3(SENTENCE), tcvn3("Mới nhất"), tcvn3(SENTENCE))
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        cursor.CharLocale = self.office.locale("en-US")
        self.assertEqual(self.dispatch(document, "vnd.org.soat:check"), 1)
        dialog = ReviewPanel.find(self.office, document)
        self.assertIn("3 đoạn", dialog.text())
        dialog.press("Sửa")
        self.wait_for(lambda: document.Text.getString().split("\n") == [SENTENCE, "Mới nhất", SENTENCE])
        self.wait_for(lambda: document.getUndoManager().getAllUndoActionTitles() == (UNDO,))
        self.assertEqual(self.first_paragraph(document.Text).CharFontName, "Times New Roman")
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), (UNDO,))


if __name__ == "__main__":
    unittest.main()
