"""Documents and settings that are not as usual: two windows of one document, master documents, passwords, settings of a newer version. Nothing is lost,
changed unasked, or told falsely."""
import os
import tempfile
import unittest

import support
from support import Dialog, ReviewPanel

PLACE = "Đến mùa nứơc lên, bà con lại ra đồng."
OTHER = "Các nghành nghề ở xã đều khá lên."


class UnusualDocumentsTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.office.new("org.soat.Proofreader").resetIgnoreRules()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def dispatch(self, frame, command):
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "_self", 0, ()).Result

    def check(self, document):
        return self.dispatch(document.getCurrentController().getFrame(), "vnd.org.soat:check")

    def until(self, condition):
        self.assertTrue(support.until(condition, 60), condition)

    def controllers(self, document):
        found, walk = [], document.getControllers()
        while walk.hasMoreElements():
            found.append(walk.nextElement())
        return found

    # -- two windows

    def second_window(self, document):
        first = document.getCurrentController()
        self.dispatch(first.getFrame(), ".uno:NewWindow")
        self.until(lambda: len(self.controllers(document)) == 2)
        return first, next(one for one in self.controllers(document) if one != first)

    def review(self, document, controller):
        """Checks in one of the windows; gives the panel there."""
        document.setCurrentController(controller)
        count = self.dispatch(controller.getFrame(), "vnd.org.soat:check")
        panel = ReviewPanel.find(self.office, document, patience=30)
        self.until(lambda: len(panel.rows()) == count)
        return panel

    def test_each_window_has_its_review_and_both_follow_the_document(self):
        document = self.new_document(PLACE, OTHER, hidden=False)
        first, second = self.second_window(document)
        one, two = self.review(document, first), self.review(document, second)
        self.assertEqual(one.rows(), two.rows())
        self.assertEqual(len(one.rows()), 2)
        one.choose_row(0)
        one.press("Sửa")
        self.until(lambda: document.Text.getString().startswith("Đến mùa nước lên"))
        self.until(lambda: [row[1] for row in two.rows()] == ["ngành"] and one.rows() == two.rows())
        two.press("Bỏ qua chỗ này")
        self.until(lambda: one.rows() == [] and two.rows() == [])
        document.getUndoManager().undo()
        self.until(lambda: [row[1] for row in one.rows()] == ["nước"] == [row[1] for row in two.rows()])

    def test_a_window_that_is_closed_takes_its_review_with_it_and_no_other(self):
        document = self.new_document(*[PLACE, OTHER] * 200, hidden=False)
        first, second = self.second_window(document)
        one = self.review(document, first)
        document.setCurrentController(second)
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:check")
        second.getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())
        second.getFrame().close(True)
        document.setCurrentController(first)
        self.until(lambda: len(self.controllers(document)) == 1)
        self.assertEqual(len(one.rows()), 400)
        one.choose_row(0)
        one.press("Sửa")
        self.until(lambda: document.Text.getString().startswith("Đến mùa nước lên"))
        self.assertEqual(self.check(document), 399)

    # -- master documents

    def test_in_a_master_document_parts_are_told_and_never_changed(self):
        part = self.office.new_document(PLACE)
        path = os.path.join(self.folder, "part.odt")
        part.storeToURL("file://" + path, self.office.properties(FilterName="writer8"))
        part.close(True)
        master = self.office.desktop.loadComponentFromURL("private:factory/swriter/GlobalDocument", "_blank", 0, self.office.properties(Hidden=False))
        self._documents.append(master)
        text = master.Text
        text.createTextCursor().CharLocale = self.office.locale()
        section = master.createInstance("com.sun.star.text.TextSection")
        section.FileLink = self.office.struct("com.sun.star.text.SectionFileLink", FileURL="file://" + path)
        section.IsProtected = True
        text.insertTextContent(text.getEnd(), section, False)
        master.getTextSections()
        master.refresh()
        own = text.createTextCursorByRange(text.getEnd())
        own.CharLocale = self.office.locale()
        text.insertString(own, OTHER, False)
        before = text.getString()
        self.assertIn("nứơc", before)
        self.assertEqual(self.check(master), 2)
        panel = ReviewPanel.find(self.office, master, patience=30)
        row = [row[1] for row in panel.rows()].index("nước")
        panel.choose_row(row)
        self.until(lambda: panel.selected() == row and "được bảo vệ" in panel.text())
        self.assertFalse(panel.buttons()["Sửa"])
        self.dispatch(master.getCurrentController().getFrame(), "vnd.org.soat:fix-sure")
        dialog = Dialog.find(self.office, "Sửa mọi chỗ chắc chắn")
        dialog.press(next(name for name in dialog.buttons() if name.startswith("Sửa")))
        self.until(lambda: "ngành nghề" in text.getString())
        self.assertEqual(text.getString(), before.replace("nghành", "ngành"))

    # -- passwords

    def test_a_document_with_a_password_is_checked_and_remembers_what_is_ignored(self):
        for ending, name in (("odt", "writer8"), ("docx", "MS Word 2007 XML")):
            path = os.path.join(self.folder, "secret." + ending)
            document = self.new_document(PLACE, OTHER, hidden=False)
            self.assertEqual(self.check(document), 2)
            ReviewPanel.find(self.office, document, patience=30).press("Bỏ qua chỗ này")
            self.until(lambda: self.check(document) == 1)
            document.storeToURL("file://" + path, self.office.properties(FilterName=name, Password="mật khẩu"))
            with open(path, "rb") as f:
                self.assertNotIn("Soat_ignored".encode(), f.read(), "nothing of it is to be read without the password")
            again = self.office.desktop.loadComponentFromURL("file://" + path, "_blank", 0, self.office.properties(Password="mật khẩu", Hidden=False))
            self._documents.append(again)
            self.assertEqual(self.check(again), 1, ending)

    # -- settings

    def settings(self):
        provider = self.office.new("com.sun.star.configuration.ConfigurationProvider")
        node = self.office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.soat.Settings")
        return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (node,))

    def test_settings_of_a_newer_version_do_no_harm(self):
        with support.new_office() as office:
            office.install()
            office.start()
            shared, self.office = self.office, office
            try:
                settings = self.settings()
                settings.SurePercent = 4000
                settings.HouseList = "future-scheme://house/list?v=9"
                settings.Ignored.Rules = ("future.rule", "future.rule:thing", ":", "spelling.tone-placement:trừơng", "")
                settings.commitChanges()
                office.stop()
                office.start()
                support.use_our_spell_checker(office)
                support.wait_for_engine(office)
                document = office.new_document(PLACE, OTHER, "Mùa trừơng tồn.", hidden=False)
                self.assertEqual(self.check(document), 2)
                panel = ReviewPanel.find(office, document, patience=30)
                self.until(lambda: len(panel.rows()) == 2)
                self.assertEqual(support.marked(office, PLACE), ["nứơc"])
                panel.press("Luôn bỏ qua chữ này")
                self.until(lambda: len(panel.rows()) == 1)
                self.assertLessEqual({"future.rule", "future.rule:thing"}, set(self.settings().Ignored.Rules), "what is not understood is kept")
                document.setModified(False)
                document.close(True)
                self.assertEqual(office.stop(), 0)
            finally:
                self.office = shared


if __name__ == "__main__":
    unittest.main()
