"""Citations that change places though none comes or goes: numbers and the list follow."""
import time

import support
from citation_support import ANH, IEEE, SMITH, UT, cite
from test_citation_documents import FileTest


class MoveTest(FileTest):
    def command(self, document, *names):
        transformer = self.office.new("com.sun.star.util.URLTransformer")
        urls = [transformer.parseStrict(self.office.struct("com.sun.star.util.URL", Complete=".uno:" + name))[1] for name in names]

        def dispatch():
            for url in urls:
                document.getCurrentController().getFrame().queryDispatch(url, "", 0).dispatch(url, ())
        support.on_main_thread(self.office, dispatch)

    def document(self):
        document = self.new_document("Một", "hai", "ba", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        for at, source in ((3, ANH), (10, UT), (16, SMITH)):
            self.place_cursor(document, at)
            self.insert(document, cite(source))
        self.assertEqual(document.Text.getString(), "Một[1]\nhai[2]\nba[3]")
        time.sleep(3)  # the order is learned half a second after the last edit
        return document

    def move_second_up(self, document):
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoStart(False)
        cursor.goDown(1, False)
        self.command(document, "MoveUp")

    def becomes(self, document, text):
        self.assertTrue(support.until(lambda: document.Text.getString() == text), document.Text.getString())

    def test_a_paragraph_that_is_moved_and_moved_back_by_undo(self):
        document = self.document()
        self.move_second_up(document)
        self.becomes(document, "hai[1]\nMột[2]\nba[3]")
        document.getUndoManager().undo()
        self.becomes(document, "Một[1]\nhai[2]\nba[3]")
        self.assertEqual(self.service.problems(document), ())
        time.sleep(3)
        self.move_second_up(document)
        self.becomes(document, "hai[1]\nMột[2]\nba[3]")

    def test_a_paragraph_that_is_moved_right_after_a_command(self):
        document = self.document()
        self.place_cursor(document, 0)
        self.insert(document, cite(SMITH))
        self.move_second_up(document)
        self.becomes(document, "hai[1]\n[2]Một[3]\nba[2]")
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.move_second_up(document)
        self.assertEqual(self.reload(self.save(document, "moved.odt")).Text.getString(), "[1]Một[2]\nhai[3]\nba[1]")

    def test_a_paragraph_with_bookmarks(self):
        document = self.document()
        self.service.toBookmarks(document)
        time.sleep(3)
        self.move_second_up(document)
        self.becomes(document, "hai[1]\nMột[2]\nba[3]")
        self.assertEqual(self.service.problems(document), ())

    def test_a_document_that_is_saved_at_once(self):
        document = self.document()
        self.move_second_up(document)
        again = self.reload(self.save(document, "moved.odt"))
        self.assertEqual(again.Text.getString(), "hai[1]\nMột[2]\nba[3]")

    def test_text_that_is_cut_and_pasted_at_once(self):
        document = self.document()
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoStart(False)
        cursor.goDown(1, True)
        self.command(document, "Cut", "GoToEndOfDoc", "Paste")
        self.becomes(document, "hai[1]\nba[2]Một[3]\n")
