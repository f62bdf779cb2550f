"""What is ignored in one document: kept with it in both formats, found again after edits, shown and taken back in the options."""
import http.server
import os
import tempfile
import threading
import unicodedata
import unittest

import support
from support import Dialog, ReviewPanel, cut
from test_options import Page

CHECK = "vnd.org.soat:check"
PLACE = "Đến mùa nứơc lên, bà con lại ra đồng."
FILTERS = {"odt": "writer8", "docx": "MS Word 2007 XML"}


class DocumentTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.office.new("org.soat.Proofreader").resetIgnoreRules()
        self.addCleanup(lambda: self.office.new("org.soat.Proofreader").resetIgnoreRules())
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def dispatch(self, document, command):
        frame = document.getCurrentController().getFrame()
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "_self", 0, ()).Result

    def found(self, document):
        """How many places a check of the whole document finds."""
        return self.dispatch(document, CHECK)

    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        return document

    def marks(self, document, paragraph=0):
        """What Writer gets for a paragraph of the document, asked as its context menu asks."""
        flat = list(self.office.flat_paragraphs(document))[paragraph]
        text = flat.getText()
        iterator = self.office.new("com.sun.star.linguistic2.ProofreadingIterator")
        answer = iterator.checkSentenceAtPosition(document, flat, text, self.office.locale(), 0, len(text), -1)
        return [cut(text, error.nErrorStart, error.nErrorLength) for error in answer.aErrors]

    def put_cursor(self, document, word):
        search = document.createSearchDescriptor()
        search.setSearchString(word)
        found = document.findFirst(search)
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoRange(found.getStart(), False)
        cursor.goRight(2, False)

    def saved_and_loaded(self, document, ending):
        path = os.path.join(self.folder, "draft." + ending)
        document.storeToURL("file://" + path, (self.office.struct("com.sun.star.beans.PropertyValue", Name="FilterName", Value=FILTERS[ending]),))
        again = self.office.load(path, hidden=False)
        self._documents.append(again)
        return again

    def until(self, condition):
        self.assertTrue(support.until(condition, 60), condition)


class IgnoredPlaceTest(DocumentTest):
    def ignore_first(self, document):
        self.found(document)
        panel = ReviewPanel.find(self.office, document)
        before = len(panel.rows())
        panel.press("Bỏ qua chỗ này")
        self.until(lambda: len(panel.rows()) == before - 1)
        return panel

    def test_a_place_stays_ignored_in_odt_and_docx(self):
        document = self.open(PLACE, "Mùa nứơc xuống thì nghỉ.")
        self.ignore_first(document)
        self.assertTrue(document.isModified())
        for ending in FILTERS:
            again = self.saved_and_loaded(document, ending)
            self.assertEqual(self.marks(again), [], ending)
            self.assertEqual(self.marks(again, 1), ["nứơc"], ending)
            self.assertEqual(self.found(again), 1, ending)

    def test_it_is_found_again_after_edits_beside_it_and_elsewhere(self):
        document = self.open(PLACE, "Mùa nứơc xuống thì nghỉ.")
        self.ignore_first(document)
        text = document.Text
        text.insertString(text.getStart(), "Thế là hằng năm, cứ ", False)
        text.insertControlCharacter(text.getStart(), self.office.constant("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK"), False)
        self.assertEqual(self.found(document), 1)
        again = self.saved_and_loaded(self.saved_and_loaded(document, "docx"), "odt")
        self.assertEqual(self.found(again), 1)
        self.assertEqual(self.marks(again, 1), [])

    def test_a_read_only_document_stays_as_it_is_and_the_user_is_told(self):
        self.saved_and_loaded(self.open(PLACE, "Mùa nứơc xuống thì nghỉ."), "odt")
        document = self.office.load(os.path.join(self.folder, "draft.odt"), hidden=False, read_only=True)
        self._documents.append(document)
        panel = self.ignore_first(document)
        self.until(lambda: "chỉ bỏ qua đến khi bạn đóng tài liệu" in panel.text())
        self.assertEqual(self.marks(document), [])
        properties = document.getDocumentProperties().getUserDefinedProperties().getPropertySetInfo().getProperties()
        self.assertEqual([one.Name for one in properties if one.Name.startswith("Soat")], [])
        self.assertFalse(document.isModified())
        self.put_cursor(document, "nứơc xuống")
        self.dispatch(document, "vnd.org.soat:ignore-here")
        dialog = Dialog.find(self.office, "Soát tài liệu")
        self.assertIn("chỉ bỏ qua đến khi bạn đóng tài liệu", dialog.text())
        dialog.press("Đóng")

    def test_writers_own_ignoring_in_a_read_only_document_tells_once_that_it_is_not_kept(self):
        self.saved_and_loaded(self.open(PLACE, "Mùa trừơng tồn."), "odt")
        document = self.office.load(os.path.join(self.folder, "draft.odt"), hidden=False, read_only=True)
        self._documents.append(document)
        document.getCurrentController().getFrame().activate()
        page = Page(self.office, document, "OptionsIgnored")
        self.addCleanup(page.close)
        page.control("in_document").setState(1)
        page.tell("ok")
        self.addCleanup(lambda: (page.control("in_document").setState(0), page.tell("ok")))
        proofreader = self.office.new("org.soat.Proofreader")
        support.on_main_thread(self.office, document.getCurrentController().getFrame().getContainerWindow().toFront)
        support.on_main_thread(self.office, lambda: document.getCurrentController().getFrame().getCreator().setActiveFrame(document.getCurrentController().getFrame()))
        for rule, told in (("spelling.tone-placement:nứơc", True), ("spelling.tone-placement:trừơng", False)):
            support.on_main_thread(self.office, lambda: proofreader.ignoreRule(rule, self.office.locale()))
            dialog = Dialog.find(self.office, "Soát tài liệu", patience=20 if told else 1)
            self.assertEqual(dialog is not None, told)
            if dialog:
                self.assertIn("chỉ bỏ qua đến khi bạn đóng tài liệu", dialog.text())
                dialog.press("Đóng")
        self.assertFalse(document.isModified())

    def test_another_document_has_the_place_marked(self):
        document = self.open(PLACE)
        self.ignore_first(document)
        self.assertEqual(self.marks(document), [])
        other = self.open(PLACE)
        self.assertEqual(self.marks(other), ["nứơc"])
        self.assertEqual(self.found(other), 1)

    def test_a_rule_is_turned_off_in_one_document(self):
        document = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Mùa trừơng tồn.")
        self.found(document)
        panel = ReviewPanel.find(self.office, document)
        panel.press("Tắt quy tắc…")
        Dialog.find(self.office, "Soát").press("Tắt trong tài liệu này")
        self.until(lambda: [row[1] for row in panel.rows()] == ["ngành"])
        self.assertEqual(self.marks(document), [])
        self.assertEqual(self.found(self.saved_and_loaded(document, "docx")), 1)
        self.assertEqual(self.found(self.open("Mùa nứơc lên.")), 1)

    def test_the_options_list_and_take_back_what_this_document_has(self):
        document = self.open(PLACE)
        self.ignore_first(document)
        page = Page(self.office, document, "OptionsIgnored")
        self.addCleanup(page.close)
        self.assertEqual(page.lines("list"), ["“nứơc” – Dấu thanh đặt sai chỗ · trong tài liệu này"])
        page.search("tai lieu nay")
        page.choose("list", "nứơc")
        page.event("remove")
        page.tell("ok")
        self.assertEqual(page.lines("list"), [])
        self.assertEqual(self.marks(document), ["nứơc"])
        self.assertEqual(self.found(document), 1)

    def test_what_the_office_ignores_stays_in_the_document_where_it_is_set_so(self):
        def choose(only):
            window = self.office.new_document()
            page = Page(self.office, window, "OptionsIgnored")
            page.control("in_document").setState(only)
            page.tell("ok")
            page.close()
            window.close(True)

        document = self.open("Mùa nứơc lên.", "Mùa nứơc xuống.", "Mùa trừơng tồn.")
        choose(True)
        self.addCleanup(choose, False)
        self.office.new("org.soat.Proofreader").ignoreRule("spelling.tone-placement:nứơc", self.office.locale())
        self.until(lambda: self.marks(document) == [])
        self.assertEqual(self.marks(document, 1), [])
        self.assertEqual(self.marks(document, 2), ["trừơng"])
        self.assertEqual(support.marked(self.office, "Mùa nứơc lên."), ["nứơc"], "no other document")
        self.assertEqual(self.found(self.saved_and_loaded(document, "docx")), 1)

    def test_what_a_later_version_has_kept_does_no_harm(self):
        document = self.open(PLACE)
        properties = document.getDocumentProperties().getUserDefinedProperties()
        properties.addProperty("Soat_ignored_1", 128, "future:thing,1.2,x;%zz;")
        again = self.saved_and_loaded(document, "odt")
        self.ignore_first(again)
        kept = again.getDocumentProperties().getUserDefinedProperties().getPropertyValue("Soat_ignored_1")
        self.assertIn("future:thing,1.2,x;", kept)
        self.assertEqual(self.marks(again), [])


class AtCursorTest(DocumentTest):
    def setUp(self):
        super().setUp()
        self.document = self.open("Câu đầu.", "Mùa nứơc lên, ai cũng bận. Các nghành nghề ở xã đều khá lên.")

    def at(self, word, command):
        self.put_cursor(self.document, word)
        self.dispatch(self.document, "vnd.org.soat:" + command)

    def text(self):
        return self.document.Text.getString()

    def test_what_stands_at_the_cursor_is_fixed_in_one_undo_step(self):
        before = self.text()
        self.at("nứơc", "fix")
        self.assertEqual(self.text(), before.replace("nứơc", "nước"))
        self.document.getUndoManager().undo()
        self.assertEqual(self.text(), before)

    def test_it_is_ignored_here_and_the_open_panel_knows(self):
        self.assertEqual(self.found(self.document), 2)
        panel = ReviewPanel.find(self.office, self.document)
        self.at("nứơc", "ignore-here")
        self.until(lambda: [row[1] for row in panel.rows()] == ["ngành"])
        self.assertNotIn("nứơc", self.marks(self.document, 1))
        self.assertEqual(self.found(self.saved_and_loaded(self.document, "odt")), 1)

    def test_its_wording_is_ignored_everywhere(self):
        self.at("nứơc", "ignore-wording")
        self.assertEqual(support.marked(self.office, "Nước và nứơc."), [])
        self.assertEqual(self.found(self.open("Mùa nứơc lên.")), 0)

    def test_it_is_explained(self):
        self.at("nứơc", "explain")
        dialog = Dialog.find(self.office, "Dấu thanh đặt sai chỗ")
        self.assertIn("Ví dụ: ", dialog.text())
        dialog.press("Đóng")

    def test_where_nothing_is_the_user_is_told(self):
        for command in ("fix", "ignore-here", "ignore-wording", "explain"):
            self.at("đầu", command)
            dialog = Dialog.find(self.office, "Soát tài liệu")
            self.assertIn("Tại con trỏ không có chỗ nào", dialog.text(), command)
            dialog.press("Đóng")
            self.until(lambda: Dialog.find(self.office, "Soát tài liệu", patience=0.01) is None)

    def test_a_notice_is_as_high_as_what_it_says(self):
        self.at("đầu", "fix")
        dialog = Dialog.find(self.office, "Soát tài liệu")
        own = dialog.window.getPosSize()
        text, button = (dialog._of_role(role)[0].getBounds() for role in ("LABEL", "PUSH_BUTTON"))
        self.assertLess(own.Height, own.Width / 3)
        self.assertLessEqual(text.Y + text.Height, button.Y)
        self.assertLess(button.Y + button.Height, own.Height)
        dialog.press("Đóng")

    def test_protected_text_stays(self):
        section = self.document.createInstance("com.sun.star.text.TextSection")
        cursor = self.document.Text.createTextCursor()
        cursor.gotoEnd(True)
        self.document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        before = self.text()
        self.at("nứơc", "fix")
        dialog = Dialog.find(self.office, "Soát tài liệu")
        self.assertIn("được bảo vệ", dialog.text())
        dialog.press("Đóng")
        self.assertEqual(self.text(), before)

    def test_next_and_previous_go_through_the_document(self):
        def selected():
            return self.document.getCurrentController().getSelection().getByIndex(0).getString()

        self.document.getCurrentController().getViewCursor().gotoStart(False)
        self.dispatch(self.document, "vnd.org.soat:next")
        self.until(lambda: selected() == "nứơc")
        self.dispatch(self.document, "vnd.org.soat:next")
        self.until(lambda: selected() == "nghành")
        self.dispatch(self.document, "vnd.org.soat:previous")
        self.until(lambda: selected() == "nứơc")

    def test_all_sure_ones_are_offered(self):
        self.dispatch(self.document, "vnd.org.soat:fix-sure")
        Dialog.find(self.office, "Sửa mọi chỗ chắc chắn").press("Sửa 2 chỗ")
        self.until(lambda: "nước lên, ai cũng bận. Các ngành nghề" in self.text())


class HouseListTest(DocumentTest):
    def setUp(self):
        super().setUp()
        self.document = self.open("Website của xã đã mở ở quán Nứơc Xưa.")
        self.page = Page(self.office, self.document, "OptionsHouse")
        self.addCleanup(self.page.close)

    def choose(self, text):
        path = os.path.join(self.folder, "house.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        self.addCleanup(self.forget)
        self.page.control("file").setText(path)
        self.page.event("read")
        return path

    def forget(self):
        self.page.control("file").setText("")
        self.page.tell("ok")

    def test_a_list_takes_effect_at_once_and_goes_again(self):
        self.assertEqual(self.marks(self.document), ["Nứơc"])
        self.choose("nên viết\ttrang web\twebsite\tcho dễ hiểu\nhay\tsai\nkhông báo\tNứơc Xưa\t\ttên quán\n")
        self.assertEqual(self.page.lines("list"), ["“website” → “trang web” (cho dễ hiểu)", "không báo “Nứơc Xưa” (tên quán)"])
        self.assertIn("house.txt:2: ô đầu “hay”", self.page.control("problems").getText())
        self.page.search("quan")
        self.assertEqual(self.page.lines("list"), ["không báo “Nứơc Xưa” (tên quán)"])
        self.assertEqual(self.marks(self.document), ["Nứơc"], "nothing is kept before the dialog says so")
        self.page.tell("ok")
        self.assertEqual(self.marks(self.document), ["Website"])
        self.assertEqual(self.found(self.document), 1)
        panel = ReviewPanel.find(self.office, self.document)
        self.assertEqual([row[1] for row in panel.rows()], ["Trang web"])
        self.forget()
        self.assertEqual(self.marks(self.document), ["Nứơc"])

    def serve(self, body, status=200):
        """A web server of this machine that has a list; gives what it has and its address."""
        served = {"body": body, "status": status, "asked": 0}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                served["asked"] += 1
                self.send_response(served["status"])
                self.end_headers()
                self.wfile.write(served["body"].encode("utf-8"))

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return served, "http://127.0.0.1:%d/danh-s%%C3%%A1ch.txt" % server.server_port

    def fetch(self, page):
        page.event("fetch")
        self.until(lambda: "Đang tải" not in page.control("fetched").getText())
        return page.control("fetched").getText()

    def test_a_list_at_an_address_is_fetched_when_the_user_says_so(self):
        served, address = self.serve("nên viết\ttrang web\twebsite\n")
        self.addCleanup(self.forget)
        self.page.control("file").setText(address)
        self.page.event("read")
        self.assertIn("chưa tải về lần nào", self.page.control("problems").getText())
        self.assertTrue(self.page.enabled("fetch"))
        self.assertEqual(served["asked"], 0, "nothing is asked for by itself")
        self.assertRegex(self.fetch(self.page), r"tải lúc \d\d/\d\d/\d{4} \d\d:\d\d")
        self.assertEqual(served["asked"], 1)
        self.assertEqual(self.page.lines("list"), ["“website” → “trang web”"])
        self.assertEqual(self.marks(self.document), ["Nứơc"], "nothing is kept before the dialog says so")
        self.page.tell("ok")
        self.assertEqual(self.marks(self.document), ["Website", "Nứơc"])
        for body, status, told in (("", 500, "500"), ("<html><body>Không có gì.</body></html>", 200, "không có danh sách chung")):
            served.update(body=body, status=status)
            said = self.fetch(self.page)
            self.assertIn(told, said)
            self.assertIn("Vẫn dùng bản tải lúc", said)
            self.assertEqual(self.page.lines("list"), ["“website” → “trang web”"])
        served.update(body="không báo\tNứơc Xưa\n", status=200)
        self.fetch(self.page)
        self.page.tell("ok")
        self.assertEqual(self.marks(self.document), [])

    def test_an_address_that_does_not_answer_is_named(self):
        for address, told in (("http://127.0.0.1:1/house.txt", "127.0.0.1"), ("https://example.invalid/house.txt", "example.invalid")):
            self.page.control("file").setText(address)
            self.page.event("typed")
            self.assertIn(told, self.fetch(self.page))
            self.assertNotIn("Vẫn dùng", self.page.control("fetched").getText())
        self.page.control("file").setText("/tmp/house.txt")
        self.page.event("typed")
        self.assertFalse(self.page.enabled("fetch"))

    def test_the_copy_of_an_address_is_used_without_the_network(self):
        served, address = self.serve("tránh\tđối tượng\n")
        with support.new_office() as office:
            office.install()
            office.start()
            document = office.new_document("Câu đầu.")
            page = Page(office, document, "OptionsHouse")
            page.control("file").setText(address)
            page.event("typed")
            self.fetch(page)
            page.tell("ok")
            page.close()
            document.close(True)
            self.assertEqual(office.stop(), 0)
            served.update(body="", status=404)
            office.start()
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            self.assertEqual(support.marked(office, "Một đối tượng khả nghi."), ["đối tượng"])
            self.assertEqual(served["asked"], 1)
            self.assertEqual(office.stop(), 0)

    def test_a_word_that_is_never_flagged_has_no_red_wave(self):
        checker = self.office.new("org.soat.SpellChecker")

        def wrong():
            words = ("nghành", "Nghành", unicodedata.normalize("NFD", "nghành"), "nghành nghề", "ngoèo", "kô")
            return [word for word in words if not checker.isValid(word, self.office.locale(), ())]

        everything = wrong()
        self.assertEqual(everything, ["nghành", "Nghành", unicodedata.normalize("NFD", "nghành"), "nghành nghề", "kô"])
        self.choose("không báo\tnghành\nkhông báo\tkô ấy\n")
        told = self.linguistic_events(self.office.new("org.soat.SpellChecker"))
        self.page.tell("ok")
        again = self.office.constant("com.sun.star.linguistic2.LinguServiceEventFlags.SPELL_WRONG_WORDS_AGAIN")
        self.until(lambda: any(event & again for event in told))
        self.assertEqual(wrong(), ["kô"])
        told.clear()
        self.forget()
        again = self.office.constant("com.sun.star.linguistic2.LinguServiceEventFlags.SPELL_CORRECT_WORDS_AGAIN")
        self.until(lambda: any(event & again for event in told))
        self.assertEqual(wrong(), everything)

    def test_a_list_is_there_after_a_restart_and_a_lost_file_is_told(self):
        path = os.path.join(self.folder, "danh sách.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("tránh\tđối tượng\n")
        with support.new_office() as office:
            office.install()
            office.start()
            document = office.new_document("Câu đầu.")
            page = Page(office, document, "OptionsHouse")
            page.control("file").setText(path)
            page.event("read")
            page.tell("ok")
            page.close()
            document.close(True)
            self.assertEqual(office.stop(), 0)
            office.start()
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            self.assertEqual(support.marked(office, "Một đối tượng khả nghi."), ["đối tượng"])
            self.assertEqual(office.stop(), 0)
            os.remove(path)
            office.start()
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            self.assertEqual(support.marked(office, "Một đối tượng và mùa nứơc."), ["nứơc"])
            document = office.new_document("Câu đầu.")
            page = Page(office, document, "OptionsHouse")
            self.assertIn("danh sách.txt", page.control("problems").getText())
            page.close()
            document.close(True)
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
