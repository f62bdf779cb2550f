"""The user's library of sources: as macros use it, and in its window."""
import json
import os
import sqlite3
import time
import unittest

import support
from support import Dialog

BOOK = {"id": "a", "type": "book", "title": "Đò ngang sông Hậu", "author": [{"family": "Nguyễn", "given": "Thị Ánh"}],
        "issued": {"date-parts": [[2003]]}}
TITLE = "Thư viện nguồn"


def library_path(office):
    return os.path.join(office.profile, "user", "soat", "library.sqlite")


class LibraryServiceTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.library = self.office.new("org.soat.SourceLibrary")
        self.addCleanup(self.clear)
        self.clear()

    def clear(self):
        for one in self.search(""):
            self.library.remove(one["key"])

    def search(self, query):
        return json.loads(self.library.search(query, 1000))

    def test_items_are_found_as_they_are_typed(self):
        self.assertEqual(self.library.add(json.dumps([BOOK]), "skip"), 1)
        for query in ("đò", "do ngang", "NGUYEN", "anh 2003"):
            self.assertEqual([one["item"]["title"] for one in self.search(query)], [BOOK["title"]], query)
        self.assertEqual(self.search("gang"), [])
        self.assertTrue(os.path.exists(library_path(self.office)))

    def test_what_is_there_is_known(self):
        self.library.add(json.dumps([BOOK]), "skip")
        again = dict(BOOK, publisher="Phù Sa")
        self.assertEqual(self.library.add(json.dumps([again]), "skip"), 0)
        self.assertNotIn("publisher", self.search("do")[0]["item"])
        self.library.add(json.dumps([again]), "merge")
        self.assertEqual(self.search("do")[0]["item"]["publisher"], "Phù Sa")
        self.assertEqual(self.library.add(json.dumps([again]), "keep"), 1)
        self.assertEqual(len(self.search("do")), 2)

    def test_files_come_in_and_go_out(self):
        path = os.path.join(self.office.profile, "nguồn.bib")
        with open(path, "w", encoding="utf-8") as f:
            f.write("@book{an, title={Chợ nổi}, author={Trần, Văn Én}, year=2011}\n@book{an, title={Bến đò}, year=2012}\n")
        url = self.office.uno.systemPathToFileUrl(path)
        self.assertEqual(self.library.importFile(url, "skip"), 2)
        self.assertEqual(self.library.importFile(url, "skip"), 0)
        out = json.loads(self.library.exportAs("", "json"))
        self.assertEqual(len({one["id"] for one in out}), 2)
        self.assertIn("Chợ nổi", self.library.exportAs("", "bib"))
        self.assertIn("TI  - Chợ nổi", self.library.exportAs("cho", "ris"))
        self.assertNotIn("Bến đò", self.library.exportAs("cho", "ris"))

    def test_papers_of_one_volume_are_several(self):
        path = os.path.join(self.office.profile, "kỷ yếu.bib")
        with open(path, "w", encoding="utf-8") as f:
            for i in range(20):
                f.write("@inproceedings{k%d, title={Bài %d}, booktitle={Kỷ yếu}, year=2011, isbn={978-604-1-23456-7}, url={https://ky-yeu.example}}\n" % (i, i))
        url = self.office.uno.systemPathToFileUrl(path)
        self.assertEqual(self.library.importFile(url, "skip"), 20)
        self.assertEqual(self.library.importFile(url, "merge"), 0)

    def test_bad_input_is_refused(self):
        for items in ("", "{", "[1]", "3"):
            with self.assertRaises(Exception, msg=items):
                self.library.add(items, "skip")
        with self.assertRaises(Exception):
            self.library.add("[]", "whatever")
        with self.assertRaises(Exception):
            self.library.importFile("file:///không/có.bib", "skip")
        self.assertEqual(self.search(""), [])

    def test_references_are_understood(self):
        item = json.loads(self.library.parse("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"))
        self.assertEqual((item["number"], item["authority"]), ("30/2020/NĐ-CP", "Chính phủ"))
        self.assertEqual(self.library.parse("không có gì"), "null")


class LibraryWindowTest(LibraryServiceTest):
    def setUp(self):
        super().setUp()
        self.document = self.new_document("Một đoạn.", hidden=False)
        self.addCleanup(self.close_windows)

    def close_windows(self):
        for title in ("Nguồn", "Nguồn đã có", "Thêm từ câu trích dẫn hoặc địa chỉ web", "Tệp và trang web của nguồn", TITLE):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press(next(name for name in dialog.buttons() if name in ("Thôi", "Đóng", "Bỏ nguồn mới")))

    def dispatch(self, command):
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + command, "_self", 0, ())

    def open_window(self):
        self.dispatch("cite-library")
        return Dialog.find(self.office, TITLE)

    def wait(self, condition, patience=60):
        end = time.monotonic() + patience
        while not condition() and time.monotonic() < end:
            time.sleep(0.02)
        self.assertTrue(condition())

    def test_what_is_typed_is_looked_for(self):
        self.library.add(json.dumps([BOOK, dict(BOOK, title="Chợ nổi")]), "skip")
        window = self.open_window()
        self.wait(lambda: len(window.lists()[0]) == 2)
        window.type("Tìm:", "cho noi")
        self.wait(lambda: window.lists()[0] == ["Nguyễn Thị Ánh (2003). Chợ nổi"])
        self.assertIn("Hiện 1 trong 2", window.text())

    def test_an_item_is_added_changed_taken_out_and_put_back(self):
        window = self.open_window()
        window.press("Thêm…")
        form = Dialog.find(self.office, "Nguồn")
        form.press("Lưu")
        self.assertIn("Hãy ghi ít nhất", form.text())
        form.type("Nhan đề:", "Lúa mùa")
        form.type("Tác giả (người):", "Lê Thị Út; Sở Nông nghiệp")
        form.type("Ngày hoặc năm xuất bản:", "1999")
        form.press("Lưu")
        self.wait(lambda: len(self.search("lua")) == 1)
        item = self.search("lua")[0]
        self.assertEqual(item["item"]["author"], [{"family": "Lê", "given": "Thị Út"}, {"literal": "Sở Nông nghiệp"}])
        self.wait(lambda: len(window.lists()[0]) == 1)
        window.press("Sửa…")
        form = Dialog.find(self.office, "Nguồn")
        form.type("Nhan đề:", "Lúa nổi")
        form.press("Lưu")
        self.wait(lambda: window.lists()[0] == ["Lê Thị Út, Sở Nông nghiệp (1999). Lúa nổi"])
        window.press("Xóa")
        self.wait(lambda: window.lists()[0] == [])
        window.press("Hoàn tác xóa, gộp, xếp")
        self.wait(lambda: len(window.lists()[0]) == 1)
        self.assertEqual(self.search("noi")[0]["uri"], item["uri"])

    def shown(self, window):
        """The titles in the window's list."""
        return sorted(line.rsplit(". ", 1)[1] for line in window.lists()[0])

    def choose_group(self, window, line):
        """Its list is filled a little later than that of the sources."""
        def chosen():
            try:
                window.choose(line)
            except LookupError:
                return False
            return True
        self.assertTrue(support.until(chosen), line)

    def test_sources_are_arranged_in_collections_and_tags(self):
        chapter = {"custom": {"collections": ["Luận án / Chương 1"]}, "keyword": "sông"}
        self.library.add(json.dumps([dict(BOOK, **chapter), dict(BOOK, title="Chợ nổi"), dict(BOOK, title="Bến đò")]), "keep")
        window = self.open_window()
        self.wait(lambda: self.shown(window) == ["Bến đò", "Chợ nổi", "Đò ngang sông Hậu"])
        self.choose_group(window, "Luận án (1)")  # with what is in a collection within it
        self.wait(lambda: self.shown(window) == ["Đò ngang sông Hậu"])
        self.choose_group(window, "Mọi nguồn")
        self.wait(lambda: len(self.shown(window)) == 3)
        for title in ("Chợ nổi", "Đò ngang sông Hậu"):
            window.choose("Nguyễn Thị Ánh (2003). " + title)
        self.wait(lambda: "3 nguồn được chọn" in window.text() and window.buttons()["Sửa…"] is False)
        window.press("Xếp loại…")
        groups = Dialog.find(self.office, "Xếp loại nguồn")
        groups.choose("Luận án / Chương 1")  # joins what is typed
        groups.type("Nhãn", "chợ, đọc lại")
        groups.press("Lưu")
        self.wait(lambda: "Đã xếp 3 nguồn" in window.text())
        self.assertEqual([(one["item"]["custom"]["collections"], one["item"]["keyword"]) for one in self.search("ngang")],
                         [(["Luận án / Chương 1"], "sông, chợ, đọc lại")])  # what it had alone stays
        self.choose_group(window, "#chợ (3)")
        self.wait(lambda: len(self.shown(window)) == 3)
        window.press("Hoàn tác xóa, gộp, xếp")
        self.wait(lambda: [one["item"].get("keyword") for one in self.search("")] == [None, None, "sông"])
        self.wait(lambda: len(self.shown(window)) == 3)  # the tag is gone: all are shown

    def test_files_of_a_source_are_listed_taken_away_and_put_back(self):
        path = os.path.join(self.office.profile, "nguồn.bib")
        with open(os.path.join(self.office.profile, "chợ.pdf"), "w") as f:
            f.write("%PDF")
        with open(path, "w", encoding="utf-8") as f:
            f.write("@book{an, title={Chợ nổi}, author={Trần, Văn Én}, year=2011, doi={10.1000/a}, file={:chợ.pdf:PDF;:mất.pdf:PDF}}\n")
        self.assertEqual(self.library.importFile(self.office.uno.systemPathToFileUrl(path), "skip"), 1)
        window = self.open_window()
        self.wait(lambda: len(window.lists()[0]) == 1)
        window.press("Tệp, trang web…")
        files = Dialog.find(self.office, "Tệp và trang web của nguồn")
        pdf = os.path.join(self.office.profile, "chợ.pdf")
        self.assertEqual(files.lists(), [[pdf, "mất.pdf", "Trang web: https://doi.org/10.1000/a"]])
        files.choose("Trang web: https://doi.org/10.1000/a")
        self.wait(lambda: not files.buttons()["Bỏ khỏi nguồn"])
        files.choose("mất.pdf")
        self.wait(lambda: files.buttons()["Bỏ khỏi nguồn"])
        files.press("Mở")
        self.assertIn("Không có tệp này ở đây: mất.pdf", files.text())
        files.press("Bỏ khỏi nguồn")
        self.wait(lambda: self.search("cho")[0]["item"]["custom"]["files"] == [pdf])
        files.press("Đóng")
        window.press("Hoàn tác xóa, gộp, xếp")
        self.wait(lambda: self.search("cho")[0]["item"]["custom"]["files"] == [pdf, "mất.pdf"])
        self.assertIn("mất.pdf", self.library.exportAs("", "bib"))

    def test_several_sources_are_deleted_and_put_back(self):
        self.library.add(json.dumps([BOOK, dict(BOOK, title="Chợ nổi"), dict(BOOK, title="Bến đò")]), "keep")
        kept = {one["uri"] for one in self.search("")}
        window = self.open_window()
        self.wait(lambda: len(self.shown(window)) == 3)
        window.choose("Nguyễn Thị Ánh (2003). Chợ nổi")
        self.wait(lambda: "2 nguồn được chọn" in window.text())
        window.press("Xóa")
        self.wait(lambda: self.shown(window) == ["Đò ngang sông Hậu"])
        self.assertIn("Đã xóa 2 nguồn", window.text())
        window.press("Hoàn tác xóa, gộp, xếp")
        self.wait(lambda: {one["uri"] for one in self.search("")} == kept)

    def test_a_reference_is_copied_as_the_document_has_it(self):
        self.library.add(json.dumps([BOOK]), "skip")
        self.office.new("org.soat.Citations").setStyle(self.document, "http://www.zotero.org/styles/apa", "vi-VN", "text")
        said = "Nguyễn Thị Ánh. (2003). Đò ngang sông Hậu."
        window = self.open_window()
        self.wait(lambda: len(window.lists()[0]) == 1)
        window.press("Chép mục tham khảo")
        self.wait(lambda: "Đã chép mục tham khảo" in window.text())
        clipboard = self.office.new("com.sun.star.datatransfer.clipboard.SystemClipboard")
        copied = {flavor.MimeType: clipboard.getContents().getTransferData(flavor) for flavor in clipboard.getContents().getTransferDataFlavors()}
        self.assertEqual(copied["text/plain;charset=utf-16"], said)
        self.assertIn("<i>Đò ngang sông Hậu</i>.", copied["text/html"].value.decode("utf-8"))
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:Paste", "", 0, ())
        self.assertIn(said, self.document.Text.getString())
        search = self.document.createSearchDescriptor()
        search.SearchString = "Đò ngang sông Hậu"
        self.assertEqual(self.document.findFirst(search).CharPosture.value, "ITALIC")

    def test_a_style_without_a_list_has_nothing_to_copy(self):
        self.library.add(json.dumps([BOOK]), "skip")
        folder = os.path.join(self.office.profile, "user", "soat", "styles")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "khong-danh-muc.csl")
        with open(path, "w", encoding="utf-8") as f:
            f.write('<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>Không danh mục</title>'
                    '<id>urn:khong-danh-muc</id></info><citation><layout><text variable="title"/></layout></citation></style>')
        self.addCleanup(os.remove, path)
        self.office.new("org.soat.Citations").setStyle(self.document, "urn:khong-danh-muc", "vi-VN", "footnotes")
        window = self.open_window()
        self.wait(lambda: len(window.lists()[0]) == 1)
        window.press("Chép mục tham khảo")
        self.wait(lambda: "không có danh mục tài liệu tham khảo" in window.text())

    def test_what_is_there_twice_becomes_one_and_can_be_taken_back(self):
        twice = dict(BOOK, publisher="Phù Sa", note="bản của bác Tư")
        self.library.add(json.dumps([BOOK]), "keep")
        kept = self.search("")[0]["uri"]
        self.library.add(json.dumps([dict(BOOK, id="khac", title="Sách khác", ISBN="")]), "keep")
        self.library.add(json.dumps([twice]), "keep")
        self.dispatch("cite-library")
        window = Dialog.find(self.office, "Thư viện nguồn")
        self.wait(lambda: len(window.lists()[0]) == 3)
        window.press("Tìm nguồn trùng…")
        question = Dialog.find(self.office, "Nguồn trùng")
        self.assertIn("(1/1)", question.text())
        self.assertEqual(len(self.search("")), 3)  # nothing before the user says so
        question.press("Gộp làm một")
        self.wait(lambda: len(self.search("")) == 2)
        (one,) = self.search("bac tu")
        self.assertEqual((one["uri"], one["item"]["title"]), (kept, BOOK["title"]))
        self.wait(lambda: "bớt 1 nguồn" in window.text())
        window.press("Tìm nguồn trùng…")
        self.wait(lambda: "Không có nguồn nào bị trùng" in window.text())
        window.press("Hoàn tác xóa, gộp, xếp")
        self.wait(lambda: len(self.search("")) == 3)
        self.assertEqual(len(self.search("bac tu")), 1)

    def test_the_same_work_is_asked_about(self):
        self.library.add(json.dumps([BOOK]), "skip")
        self.dispatch("cite-add")
        window = Dialog.find(self.office, "Thêm từ câu trích dẫn hoặc địa chỉ web")
        window.type("Dán một câu", "Luật Báo chí số 103/2016/QH13 ngày 05/4/2016 của Quốc hội")
        window.press("Tiếp tục")
        Dialog.find(self.office, "Nguồn").press("Lưu")
        self.wait(lambda: len(self.search("103 2016")) == 1)
        self.dispatch("cite-add")
        window = Dialog.find(self.office, "Thêm từ câu trích dẫn hoặc địa chỉ web")
        window.type("Dán một câu", "Luật Báo chí số 103/2016/QH13 ngày 05/4/2016 của Quốc hội")
        window.press("Tiếp tục")
        Dialog.find(self.office, "Nguồn").press("Lưu")
        question = Dialog.find(self.office, "Nguồn đã có")
        self.assertIn("103/2016/QH13", question.text())
        question.press("Gộp vào nguồn đã có")
        self.assertTrue(support.until(lambda: Dialog.find(self.office, "Nguồn đã có", patience=0.01) is None))
        self.assertEqual(len(self.search("103 2016")), 1)

    def test_words_that_are_no_reference(self):
        self.dispatch("cite-add")
        window = Dialog.find(self.office, "Thêm từ câu trích dẫn hoặc địa chỉ web")
        window.type("Dán một câu", "chỉ là chữ thường")
        window.press("Tiếp tục")
        self.assertIn("Không nhận ra", window.text())

    def lock(self):
        """Another program keeps the library locked for a while."""
        other = sqlite3.connect(library_path(self.office), isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN EXCLUSIVE")
        return other

    def test_a_locked_library_is_told_and_works_again(self):
        self.library.add(json.dumps([BOOK]), "skip")
        window = self.open_window()
        self.wait(lambda: len(window.lists()[0]) == 1)
        other = self.lock()
        window.type("Tìm:", "đò")
        # The window answers all the time, long before the library gives up.
        for query in ("đò ", "đò n", "đò ng", "đò ngang"):
            window.type("Tìm:", query)
            window.text()
        self.wait(lambda: "đang giữ thư viện nguồn" in window.text(), patience=20)
        self.assertEqual(window.lists()[0], [])
        with self.assertRaises(Exception) as caught:
            self.search("đò")
        self.assertIn("đang giữ thư viện nguồn", str(caught.exception))
        other.execute("ROLLBACK")
        window.type("Tìm:", "do ngang")
        self.wait(lambda: len(window.lists()[0]) == 1, patience=20)
        self.assertNotIn("đang giữ", window.text())
        self.assertEqual(self.library.add(json.dumps([dict(BOOK, title="Chợ nổi")]), "skip"), 1)

    def test_every_command_says_the_same_of_a_lock_and_works_again(self):
        self.library.add(json.dumps([BOOK]), "skip")
        key = self.search("")[0]["key"]
        file = os.path.join(self.office.profile, "thêm.json")
        with open(file, "w", encoding="utf-8") as f:
            json.dump([dict(BOOK, id="hai", title="Chợ nổi")], f)
        other = self.lock()
        said = []
        for command in (lambda: self.search("đò"), lambda: self.library.add(json.dumps([dict(BOOK, id="ba", title="Bến đò")]), "skip"),
                        lambda: self.library.replace(key, json.dumps(dict(BOOK, title="Đò dọc"))), lambda: self.library.remove(key),
                        lambda: self.library.importFile(support.office_driver.file_url(file), "skip")):
            with self.assertRaises(Exception) as caught:
                command()
            said.append(str(caught.exception.Message))
        self.assertIn("đang giữ thư viện nguồn", said[0])
        self.assertEqual(set(said), {said[0]})
        other.execute("ROLLBACK")
        self.assertEqual([one["item"]["title"] for one in self.search("")], [BOOK["title"]])
        self.assertEqual(self.library.importFile(support.office_driver.file_url(file), "skip"), 1)
        self.library.remove(key)
        self.assertEqual([one["item"]["title"] for one in self.search("")], ["Chợ nổi"])

    def test_what_cannot_be_written_is_not_lost(self):
        window = self.open_window()
        self.wait(lambda: "chưa có nguồn" in window.text())
        other = self.lock()
        window.press("Thêm…")
        form = Dialog.find(self.office, "Nguồn")
        form.type("Nhan đề:", "Lúa mùa")
        form.press("Lưu")
        # The form comes again with what was typed.
        self.wait(lambda: Dialog.find(self.office, "Nguồn", patience=0.01) is not None, patience=20)
        other.execute("ROLLBACK")
        self.assertEqual(self.search("lúa"), [])
        Dialog.find(self.office, "Nguồn").press("Lưu")
        self.wait(lambda: [one["item"]["title"] for one in self.search("lúa")] == ["Lúa mùa"], patience=20)


class DamagedLibraryTest(unittest.TestCase):
    def test_a_damaged_library_is_kept_aside_and_told(self):
        with support.new_office() as office:
            office.install()
            path = library_path(office)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(b"SQLite format 3\0" + b"x" * 5000)
            office.start()
            document = office.new_document("Một đoạn.", hidden=False)
            frame = document.getCurrentController().getFrame()
            office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-library", "_self", 0, ())
            window = Dialog.find(office, TITLE)
            end = time.monotonic() + 60
            while "chưa có nguồn" not in window.text() and time.monotonic() < end:
                time.sleep(0.05)
            self.assertIn("chưa có nguồn", window.text())
            kept = [name for name in os.listdir(os.path.dirname(path)) if ".damaged-" in name]
            self.assertEqual(len(kept), 1)
            self.assertEqual(os.path.getsize(os.path.join(os.path.dirname(path), kept[0])), 5016)
            document.setModified(False)
            document.close(True)
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
