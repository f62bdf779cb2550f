"""The side panel: what its choices check, what its list shows, and what each of its buttons does to the document."""
import time
import unittest

import support
from support import Dialog, ReviewPanel, rewritten

CHECK = "vnd.org.soat:check"


class ReviewPanelTest(support.OfficeTest):
    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        document.getUndoManager().clear()
        self.check(document)
        return document, self.panel(document)

    def check(self, document):
        frame = document.getCurrentController().getFrame()
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, CHECK, "_self", 0, ()).Result

    def panel(self, document):
        return ReviewPanel.find(self.office, document)

    def until(self, condition):
        self.assertTrue(support.until(condition, 60), condition)

    def press_check(self, panel, after="Còn"):
        panel.press("Soát")
        self.until(lambda: after in panel.status())

    def deck(self, document, name=ReviewPanel.DECK):
        return document.getCurrentController().getSidebar().getDecks().getByName(name)

    def test_its_window_is_made_in_a_turn_of_the_main_loop_of_its_own(self):
        frame = self.new_document("Mùa nứơc lên.", hidden=False).getCurrentController().getFrame()
        factory, made = self.office.new("org.soat.PanelFactory"), []

        def window(element):
            return element.getRealInterface().Window

        def make():
            arguments = self.office.properties(Frame=frame, ParentWindow=frame.getContainerWindow())
            made.append(factory.createUIElement("private:resource/toolpanel/SoatPanelFactory/SoatPanel", arguments))
            self.assertFalse(hasattr(window(made[0]), "getControl"), "in one turn with the sidebar's part: a key waits for both")
            window(made[0]).setPosSize(10, 20, 320, 410, 15)
            made.append(factory.createUIElement("private:resource/toolpanel/SoatPanelFactory/SoatPanel", arguments))
            made[1].getRealInterface().dispose()
        support.on_main_thread(self.office, make)
        self.until(lambda: hasattr(window(made[0]), "getControl"))
        self.assertTrue(window(made[0]).getControl("check").getPosSize().Width)
        place = window(made[0]).getPosSize()
        self.assertEqual((place.X, place.Y, place.Width, place.Height), (10, 20, 320, 410))
        self.assertIsNone(window(made[1]))
        support.on_main_thread(self.office, made[0].getRealInterface().dispose)
        self.assertNotIn("soat: panel", self.office.log())

    def test_it_goes_before_its_window_has_been_made(self):
        def hide(document):
            document.getCurrentController().getSidebar().setVisible(False)

        def show_another(document):
            self.deck(document, "PropertyDeck").activate(True)
        for end in (hide, show_another, lambda document: None):
            document = self.office.new_document("Mùa nứơc lên.", hidden=False)
            document.getCurrentController().getSidebar().setVisible(True)

            def open_and_end():
                self.deck(document).activate(True)
                end(document)
                document.setModified(False)
                document.close(True)
            support.on_main_thread(self.office, open_and_end)
        document, panel = self.open("Mùa nứơc lên.")
        self.assertEqual([row[1] for row in panel.rows()], ["nước"])
        self.assertNotIn("soat: panel", self.office.log())

    def test_a_correction_typed_in_is_written_and_checked(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        panel.window.getControl("own").setText("nghành nướ")
        panel.press("Sửa")
        self.until(lambda: document.Text.getString() == "Mùa nghành nướ lên.\nCác nghành nghề.")
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ("Soát: sửa",))
        self.until(lambda: [row[0].split("«")[1].split("»")[0] for row in panel.rows()][:1] == ["nghành"])
        self.until(lambda: panel.window.getControl("own").getText() == "")  # it was for that place only
        document.getUndoManager().undo()
        self.until(lambda: [row[1] for row in panel.rows()] == ["nước", "ngành"])

    def test_sure_ones_are_listed_before_they_are_fixed_in_one_undo_step(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Mùa nứơc xuống.")
        before = document.Text.getString()
        panel.press("Sửa mọi chỗ chắc chắn (N)…")
        dialog = Dialog.find(self.office, "Sửa mọi chỗ chắc chắn")
        self.assertEqual(dialog.lists(), [["nứơc → nước  (2 chỗ)", "nghành → ngành  (1 chỗ)"]])
        self.assertIn("3 chỗ", dialog.text())
        self.assertIn("90 %", dialog.text())
        dialog.press("Đóng")
        time.sleep(0.2)
        self.assertEqual(document.Text.getString(), before)
        panel.press("Sửa mọi chỗ chắc chắn (N)…")
        Dialog.find(self.office, "Sửa mọi chỗ chắc chắn").press("Sửa 3 chỗ")
        self.until(lambda: "Đã sửa 3 chỗ" in panel.text())
        self.assertEqual(document.Text.getString(), "Mùa nước lên.\nCác ngành nghề.\nMùa nước xuống.")
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), before)
        self.until(lambda: len(panel.rows()) == 3)
        document.getUndoManager().redo()
        self.until(lambda: not panel.rows())

    def configuration(self, node):
        provider = self.office.new("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (
            self.office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value=node),))

    def name_user(self, given, surname):
        data = self.configuration("/org.openoffice.UserProfile/Data")
        data.givenname, data.sn = given, surname
        data.commitChanges()

    def user_name(self):
        data = self.configuration("/org.openoffice.UserProfile/Data")
        return data.givenname, data.sn

    def record_nothing(self):
        settings = self.configuration("/org.soat.Settings")
        settings.RecordFixes = False
        settings.commitChanges()

    def redlines(self, document):
        found, walk = [], document.getRedlines().createEnumeration()
        while walk.hasMoreElements():
            one = walk.nextElement()
            found.append((one.RedlineAuthor, one.RedlineType))
        return sorted(found)

    def record(self, panel, on):
        panel.toggle("Ghi thành thay đổi")
        self.until(lambda: panel.boxes()["Ghi thành thay đổi của Soát"] == on)

    def test_fixes_are_recorded_as_changes_of_soat(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Mùa nứơc xuống.", "Mùa trừơng tồn.")
        before = document.Text.getString()
        self.name_user("Lan", "Trần")
        self.addCleanup(self.name_user, "", "")
        self.addCleanup(self.record_nothing)
        self.record(panel, True)
        panel.press("Sửa mọi chỗ chắc chắn (N)…")
        dialog = Dialog.find(self.office, "Sửa mọi chỗ chắc chắn")
        self.assertIn("thay đổi của tác giả Soát", dialog.text())
        dialog.press("Sửa 4 chỗ")
        self.until(lambda: "Đã sửa 4 chỗ" in panel.text())
        self.assertEqual(self.redlines(document), [("Soát", "Delete")] * 4 + [("Soát", "Insert")] * 4)
        self.assertFalse(document.RecordChanges, "as it was before")
        self.assertEqual(self.user_name(), ("Lan", "Trần"))
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        support.on_main_thread(self.office, document.getUndoManager().undo)
        self.assertEqual((document.Text.getString(), self.redlines(document)), (before, []))
        support.on_main_thread(self.office, document.getUndoManager().redo)
        self.assertEqual(len(self.redlines(document)), 8)
        document.RecordChanges = True
        document.Text.insertString(document.Text.getEnd(), " Hết.", False)
        document.RecordChanges = False
        self.assertIn(("Lan Trần", "Insert"), self.redlines(document), "the user's own changes are the user's")
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(
            document.getCurrentController().getFrame(), ".uno:AcceptAllTrackedChanges", "_self", 0, ())
        self.assertEqual(document.Text.getString(), before.replace("nứơc", "nước").replace("nghành", "ngành").replace("trừơng", "trường") + " Hết.")

    def test_a_single_fix_is_recorded_whole_and_then_no_more(self):
        document, panel = self.open("Mùa nứơc lên.", "Mùa trừơng tồn.")
        document.RecordChanges = True
        self.addCleanup(self.record_nothing)
        self.record(panel, True)
        panel.press("Sửa")
        self.until(lambda: self.redlines(document) == [("Soát", "Delete"), ("Soát", "Insert")])
        self.assertTrue(document.RecordChanges)
        self.record(panel, False)
        document.RecordChanges = False
        self.until(lambda: panel.window.getControl("apply").isEnabled() and len(panel.rows()) == 1)
        panel.press("Sửa")
        self.until(lambda: "Mùa trường tồn." in document.Text.getString())
        self.assertEqual(len(self.redlines(document)), 2)
        self.assertEqual(self.user_name(), ("", ""))

    def test_everything_has_a_name_for_screen_readers(self):
        document, panel = self.open("Mùa nứơc lên.", "Bà con góp ý .", "Các nghành nghề.")
        showing = self.office.constant("com.sun.star.accessibility.AccessibleStateType.SHOWING")
        names = {}
        for one in panel._in_order():
            if panel._has_state(one, showing):
                name = one.getAccessibleName()
                self.assertTrue(name.strip(), (one.getAccessibleRole(), names))
                names.setdefault(one.getAccessibleRole(), []).append(name)
        self.assertEqual(panel._root().getAccessibleName(), "Soát")
        everything = [name for some in names.values() for name in some]
        for name in ("Những chỗ ấy nằm ở đâu trong tài liệu", "Ghi thành thay đổi của Soát", "Chính tả", "Chính tả (2)"):
            self.assertEqual(everything.count(name), 1, name)
        # Of a grid control the office says only that it is one: its label stands right before it.
        order = [(one.getAccessibleRole(), one.getAccessibleName()) for one in panel._in_order()]
        table = self.office.constant(support.Dialog.ROLE + "TABLE")
        grid = next(i for i, one in enumerate(order) if one[0] == table) - 1
        self.assertEqual(order[grid - 1][1], "Những chỗ cần xem lại:")
        self.assertEqual(panel.window.getControl("findings").getPeer().getAccessibleContext().getAccessibleName(), "Những chỗ cần xem lại")
        self.assertEqual(panel.window.getControl("progress").getPeer().getAccessibleContext().getAccessibleName(), "Đang soát")

    def test_what_cannot_be_fixed_is_not_counted_among_what_can(self):
        document = self.new_document("Mùa nứơc lên.", "Lại nứơc.", "Mùa nứxơc cạn.", "They say the nứơc ở đây.", hidden=False)
        english = document.Text.createTextCursor()
        english.gotoEnd(False)
        english.gotoStartOfParagraph(False)
        english.goRight(len("They say the"), True)
        english.CharLocale = self.office.locale("en-US")
        document.RecordChanges = True
        search = document.createSearchDescriptor()
        search.SearchString = "x"
        document.findFirst(search).setString("")
        document.RecordChanges = False
        shape = document.createInstance("com.sun.star.drawing.RectangleShape")
        shape.setSize(self.office.struct("com.sun.star.awt.Size", Width=5000, Height=1500))
        document.getDrawPages().getByIndex(0).add(shape)
        shape.setString("Mùa nứơc trong hình.")
        comment = document.createInstance("com.sun.star.text.textfield.Annotation")
        comment.Content = "Mùa nứơc trong nhận xét."
        document.Text.insertTextContent(document.Text.getEnd(), comment, False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.assertEqual(self.check(document), 6)
        panel = self.panel(document)
        self.until(lambda: {"Sửa mọi chỗ chắc chắn (3)…", "Sửa 3 chỗ giống thế này"} <= set(panel.buttons()))
        panel.press("Sửa mọi chỗ chắc chắn (N)…")
        dialog = Dialog.find(self.office, "Sửa mọi chỗ chắc chắn")
        self.assertIn("3 chỗ khác cũng chắc chắn, nhưng không sửa từ đây được", dialog.text())
        dialog.press("Sửa 3 chỗ")
        self.until(lambda: "Đã sửa 3 chỗ." in panel.text())
        self.assertNotIn("Giữ nguyên", panel.text())
        self.assertEqual(document.Text.getString().replace("x", ""), "Mùa nước lên.\nLại nước.\nMùa nứơc cạn.\nThey say the nước ở đây.")
        self.until(lambda: "Sửa mọi chỗ chắc chắn (0)…" in panel.buttons())
        self.assertEqual(len(panel.rows()), 3)

    def test_what_was_selected_grows_with_what_is_typed_in_it(self):
        document, panel = self.open("Mùa nứơc lên.", "Trời mưa to, bà con ra đồng, mùa nứơc về.", "Mùa nứơc cạn.")
        second = document.Text.createTextCursor()
        second.gotoNextParagraph(False)
        second.gotoEndOfParagraph(True)
        document.getCurrentController().select(second)
        panel.pick("scope", "Đoạn đang chọn")
        panel.press("Soát")
        self.until(lambda: len(panel.rows()) == 1)
        start = document.Text.createTextCursor()
        start.gotoNextParagraph(False)
        document.Text.insertString(start, "Sáng hôm qua, mùa nứơc lên. ", False)
        self.until(lambda: len(panel.rows()) == 2)
        document.getUndoManager().undo()
        self.until(lambda: len(panel.rows()) == 1)
        self.assertEqual(document.Text.getString().count("nứơc"), 3)

    def test_sure_ones_are_those_that_the_filter_leaves(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        panel.window.getControl("search").setText("nghành")
        self.until(lambda: len(panel.rows()) == 1)
        panel.press("Sửa mọi chỗ chắc chắn (N)…")
        Dialog.find(self.office, "Sửa mọi chỗ chắc chắn").press("Sửa 1 chỗ")
        self.until(lambda: document.Text.getString() == "Mùa nứơc lên.\nCác ngành nghề.")
        panel.window.getControl("search").setText("")
        self.until(lambda: len(panel.rows()) == 1)

    def test_filters_by_category_and_text_leave_the_rest(self):
        _, panel = self.open("Mùa nứơc lên.", "Bà con góp ý .", "Các nghành nghề.")
        self.assertEqual(len(panel.rows()), 3)
        panel.toggle("Chính tả")
        self.until(lambda: len(panel.rows()) == 1)
        panel.toggle("Dấu câu")
        self.until(lambda: "Bộ lọc đang ẩn mọi chỗ" in panel.text())
        panel.toggle("Chính tả")
        self.until(lambda: len(panel.rows()) == 2)
        panel.toggle("Dấu câu")
        panel.window.getControl("search").setText("NGHÀNH")
        self.until(lambda: len(panel.rows()) == 1)
        panel.window.getControl("search").setText("")
        self.until(lambda: len(panel.rows()) == 3)

    def test_the_order_is_by_place_or_by_kind_and_keeps_what_is_chosen(self):
        _, panel = self.open("Bà con góp ý .", "Mùa nứơc lên.", "Bà con đóng góp .", "Các nghành nghề.")
        panel.choose_row(2)
        self.until(lambda: panel.selected() == 2)
        chosen = panel.rows()[2]
        panel.pick("order", "Theo loại lỗi")
        self.until(lambda: "«nghành»" in panel.rows()[0][0])
        self.assertEqual(panel.rows()[panel.selected()], chosen)
        panel.pick("order", "Theo vị trí")
        self.until(lambda: panel.selected() == 2)

    def test_the_strip_goes_with_the_rows(self):
        _, panel = self.open("Mùa nứơc lên.", *["Mọi chữ trong dòng này đều đúng."] * 20, "Các nghành nghề.")
        strip = panel.window.getControl("strip")
        self.assertTrue(strip.isVisible())
        self.assertEqual(strip.getModel().Graphic.SizePixel.Width, 120)
        panel.toggle("Chính tả")
        self.until(lambda: not strip.isVisible())

    def test_comments_are_written_from_the_panel(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        panel.press("Ghi nhận xét")
        dialog = Dialog.find(self.office, "Soát tài liệu")
        self.assertIn("Đã ghi 2 nhận xét.", dialog.text())
        dialog.press("Đóng")

    def test_a_word_goes_into_the_dictionary(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Mùa nứơc xuống.")
        dictionaries = self.office.new("com.sun.star.linguistic2.DictionaryList")
        self.addCleanup(lambda: support.on_main_thread(self.office, lambda: [one.remove("nứơc") for one in dictionaries.getDictionaries()]))
        panel.press("Vào từ điển")
        self.until(lambda: "Đã thêm “nứơc”" in panel.text())
        self.assertEqual([row[1] for row in panel.rows()], ["ngành"])
        self.assertEqual(self.check(document), 1)

    def test_what_a_rule_looks_for_is_explained(self):
        _, panel = self.open("Mùa nứơc lên.")
        panel.press("Giải thích")
        dialog = support.until(lambda: Dialog.find(self.office, "Dấu thanh đặt sai chỗ", patience=0.1))
        self.assertIn("Ví dụ: ", dialog.text())
        self.assertIn("Nên viết: ", dialog.text())
        dialog.press("Đóng")

    def test_a_rule_is_turned_off_when_that_is_confirmed(self):
        self.addCleanup(self.office.new("org.soat.Proofreader").resetIgnoreRules)
        _, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Mùa trừơng tồn.")
        panel.press("Tắt quy tắc…")
        question = Dialog.find(self.office, "Soát")
        self.assertIn("Dấu thanh đặt sai chỗ", question.text())
        self.assertIn("“Soát: đã bỏ qua, phiên bản” nếu tắt trong tài liệu này", question.text())
        question.press("Giữ quy tắc")
        time.sleep(0.2)
        self.assertEqual(len(panel.rows()), 3)
        panel.press("Tắt quy tắc…")
        Dialog.find(self.office, "Soát").press("Tắt trong mọi tài liệu")
        self.until(lambda: [row[1] for row in panel.rows()] == ["ngành"])

    def test_only_what_is_selected_is_checked(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Người dân tập chung đông.")
        cursor = document.Text.createTextCursor()
        cursor.gotoNextParagraph(False)
        cursor.goRight(3, True)
        document.getCurrentController().select(cursor)
        panel.pick("scope", "Đoạn đang chọn")
        self.press_check(panel, "Còn 1")
        self.assertEqual([row[1] for row in panel.rows()], ["ngành"])
        panel.pick("scope", "Cả tài liệu")
        self.press_check(panel, "Còn 3")

    def test_the_selection_is_checked_again_when_a_finding_in_it_is_shown(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.", "Người dân tập chung đông.")
        cursor = document.Text.createTextCursor()
        cursor.gotoNextParagraph(False)
        cursor.gotoEnd(True)
        controller = document.getCurrentController()
        controller.select(cursor)
        panel.pick("scope", "Đoạn đang chọn")
        for _ in range(2):
            self.press_check(panel, "Còn 2")
            self.until(lambda: controller.getSelection().getByIndex(0).getString() == "nghành")

    def test_strict_tells_what_merely_deserves_a_look_and_is_kept(self):
        _, panel = self.open("Mùa nứơc lên.", support.DOUBTFUL)
        self.assertEqual(len(panel.rows()), 1)
        panel.pick("profile", "Mức kỹ")
        self.press_check(panel, "Còn 2")
        self.assertIn("«đông»", panel.rows()[1][0])
        panel.choose_row(1)
        self.until(lambda: "có thể" in panel.text())
        panel.toggle("Chỉ chỗ chắc chắn")
        self.until(lambda: len(panel.rows()) == 1)
        panel.toggle("Chỉ chỗ chắc chắn")
        self.until(lambda: len(panel.rows()) == 2)
        other, second = self.open("Mùa nứơc lên.", support.DOUBTFUL)
        self.assertEqual(len(second.rows()), 2)
        self.assertEqual(second.window.getControl("profile").getSelectedItem(), "Mức kỹ")
        second.pick("profile", "Mức thường")
        self.press_check(second, "Còn 1")

    def test_rewritten_passages_come_with_their_evidence(self):
        document, panel = self.open("Mùa nứơc lên.", rewritten, "Các nghành nghề.")
        panel.pick("order", "Đoạn máy viết lại")
        self.until(lambda: panel.rows() and panel.rows()[0][0] == "Đoạn 2")
        self.assertRegex(panel.rows()[0][1], "^xác suất [0-9]+ %$")
        panel.choose_row(0)
        self.until(lambda: "không phải bằng chứng" in panel.text())
        self.assertRegex(panel.text(), "Đoạn 2 · xác suất [0-9]+ %")
        self.assertRegex(panel.text(), "[0-9]+ chỗ dùng từ lạ")
        selected = document.getCurrentController().getSelection().getByIndex(0).getString()
        self.assertEqual(selected, rewritten)
        panel.pick("order", "Theo vị trí")
        self.until(lambda: "nứơc" in panel.rows()[0][0])

    def open_another_window(self, document):
        """Its frame, and the panel in it."""
        before = self.frames()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(document.getCurrentController().getFrame(), ".uno:NewWindow", "_self", 0, ())
        self.until(lambda: len(self.frames()) > len(before))
        frame = next(frame for frame in self.frames() if frame not in before)
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, CHECK, "_self", 0, ())

        class View:  # what find() asks of a document
            getCurrentController = staticmethod(frame.getController)

        panel = ReviewPanel.find(self.office, View)
        self.until(lambda: len(panel.rows()) == 2)
        return frame, panel

    def test_what_is_ignored_in_one_window_goes_from_all_panels(self):
        self.addCleanup(self.office.new("org.soat.Proofreader").resetIgnoreRules)
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        frame, second = self.open_another_window(document)
        _, elsewhere = self.open("Rồi nứơc xuống.")
        time.sleep(5)  # until the documents have been checked again by themselves, which would do it too
        second.choose_row(0)
        self.until(lambda: "«nứơc»" in second.text())
        second.press("Luôn bỏ qua chữ này")
        self.until(lambda: [row[1] for row in panel.rows()] == ["ngành"])
        self.until(lambda: "Còn 1 chỗ" in panel.status())
        self.until(lambda: elsewhere.rows() == [])
        panel.press("Tắt quy tắc…")
        Dialog.find(self.office, "Soát").press("Tắt trong tài liệu này")
        self.until(lambda: second.rows() == [])
        frame.close(True)

    def test_what_has_no_suggestion_is_fixed_by_what_is_typed_in_only(self):
        document, panel = self.open("Hợp đồng ký ngày 31/02/2020.")
        fix, own = panel.window.getControl("apply"), panel.window.getControl("own")
        self.assertFalse(fix.isEnabled())
        self.assertIn("Chỗ này không có gợi ý", panel.text())
        own.setText("28/02/2020")
        self.until(fix.isEnabled)
        own.setText("")
        self.until(lambda: not fix.isEnabled())
        own.setText("28/02/2020")
        self.until(fix.isEnabled)
        panel.press("Sửa")
        self.until(lambda: document.Text.getString() == "Hợp đồng ký ngày 28/02/2020.")

    def test_two_windows_of_one_document_have_a_panel_each(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        frame, second = self.open_another_window(document)
        second.choose_row(0)
        self.until(lambda: "«nứơc»" in second.text())
        second.press("Sửa")
        self.until(lambda: document.Text.getString().startswith("Mùa nước lên"))
        self.until(lambda: [row[1] for row in panel.rows()] == ["ngành"])
        frame.close(True)
        panel.press("Sửa")
        self.until(lambda: document.Text.getString() == "Mùa nước lên.\nCác ngành nghề.")

    def frames(self):
        frames = self.office.desktop.getFrames()
        return [frames.getByIndex(i) for i in range(frames.getCount())]

    def test_a_check_is_stopped_and_begun_again(self):
        document = self.new_document(*["Mùa nứơc lên ở thôn %d." % n for n in range(600)], hidden=False)
        url = self.office.struct("com.sun.star.util.URL", Complete=CHECK)
        document.getCurrentController().getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())
        panel = self.panel(document)
        panel.press("Dừng")
        self.until(lambda: "Đã dừng" in panel.status() or "Còn" in panel.status())
        self.press_check(panel, "Còn 600")
        self.assertEqual(len(panel.rows()), 600)

    def test_the_list_follows_paragraphs_that_come_and_go(self):
        document, panel = self.open("Mùa nứơc lên.", "Các nghành nghề.")
        document.Text.insertString(document.Text.getStart(), "Người dân tập chung đông.\rĐoạn này đúng.\r", False)
        self.until(lambda: [row[1] for row in panel.rows()] == ["tập trung", "nước", "ngành"])
        document.Text.setString("Mùa trừơng tồn.")
        self.until(lambda: [row[1] for row in panel.rows()] == ["trường"])


if __name__ == "__main__":
    unittest.main()
