"""The pages of the options dialog, used as the dialog uses them: what is shown, and that what is kept takes effect at once."""
import os
import re
import tempfile
import time
import unittest

import support
from support import marked, proofread

TONE, DOUBLED = "spelling.tone-placement", "garble.doubled"
TEXT = "Mùa nứơc lên."


class Page:
    """A page of the options dialog in a window of a document."""

    def __init__(self, office, document, name):
        self.office = office
        self.handler = office.new("org.soat." + name)
        provider = office.new("com.sun.star.awt.ContainerWindowProvider")
        peer = document.getCurrentController().getFrame().getContainerWindow()
        self.window = provider.createContainerWindow("vnd.sun.star.extension://org.soat.writer/dialogs/%s.xdl" % name, "", peer, self.handler)
        self.tell("initialize")

    def tell(self, event):
        self.assert_handled(self.handler.callHandlerMethod(self.window, event, "external_event"))

    @staticmethod
    def assert_handled(answer):
        assert answer

    def event(self, method):
        self.handler.callHandlerMethod(self.window, self.office.struct("com.sun.star.lang.EventObject"), method)

    def control(self, name):
        return self.window.getControl(name)

    def enabled(self, name):
        return self.control(name).getModel().Enabled and self.control(name).isEnabled()

    def lines(self, name):
        return list(self.control(name).getItems())

    def choose(self, name, part):
        """Chooses the first line that has this in it."""
        line = next(i for i, text in enumerate(self.lines(name)) if part in text)
        self.control(name).selectItemPos(line, True)
        self.event("choose")

    def search(self, words):
        self.control("search").setText(words)
        self.event("search")

    def close(self):
        self.window.dispose()


class OptionsTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.document = self.new_document("Câu đầu.")
        self.proofreader = self.office.new("org.soat.Proofreader")
        self.proofreader.resetIgnoreRules()
        self.pages = []

    def tearDown(self):
        self.choose_profile("normal")
        self.proofreader.resetIgnoreRules()
        for page in self.pages:
            page.close()
        super().tearDown()

    def open(self, name):
        page = Page(self.office, self.document, name)
        self.pages.append(page)
        return page

    def choose_profile(self, name):
        page = self.open("OptionsRules")
        page.control(name).setState(True)
        page.tell("ok")

    def configuration(self, node, access="ConfigurationAccess"):
        provider = self.office.new("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments("com.sun.star.configuration." + access, (
            self.office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value=node),))

    def setting(self, name, node="/org.soat.Settings"):
        return self.configuration(node).getPropertyValue(name)


class OptionsRulesTest(OptionsTest):
    def flip(self, page, title):
        page.choose("rules", title)
        page.event("flip")

    def test_a_rule_is_switched_off_and_on_at_once(self):
        page = self.open("OptionsRules")
        self.flip(page, "Dấu thanh đặt sai chỗ")
        self.assertEqual(marked(self.office, TEXT), ["nứơc"], "nothing is kept before the dialog says so")
        page.tell("ok")
        self.assertEqual(marked(self.office, TEXT), [])
        self.assertEqual(list(self.setting("Rules", "/org.soat.Settings/Ignored")), [TONE])
        again = self.open("OptionsRules")
        self.assertIn("☐ Dấu thanh đặt sai chỗ (đang tắt)", "\n".join(again.lines("rules")))
        self.flip(again, "Dấu thanh đặt sai chỗ")
        again.tell("ok")
        self.assertEqual(marked(self.office, TEXT), ["nứơc"])
        self.assertEqual(list(self.setting("Rules", "/org.soat.Settings/Ignored")), [])

    def test_a_rule_that_was_switched_off_elsewhere_is_switched_on_by_itself(self):
        for rule in (TONE, DOUBLED):
            self.proofreader.ignoreRule(rule, self.office.locale())
        page = self.open("OptionsRules")
        self.flip(page, "Từ bị lặp")
        page.tell("ok")
        self.assertEqual(list(self.setting("Rules", "/org.soat.Settings/Ignored")), [TONE])

    def test_taking_back_shows_what_is_kept(self):
        page = self.open("OptionsRules")
        before = page.lines("rules")
        self.flip(page, "Dấu thanh đặt sai chỗ")
        page.control("strict").setState(True)
        page.tell("back")
        self.assertEqual(page.lines("rules"), before)
        self.assertTrue(page.control("normal").getState())
        page.tell("ok")
        self.assertEqual(marked(self.office, TEXT), ["nứơc"])

    def test_a_category_is_switched_as_a_whole(self):
        page = self.open("OptionsRules")
        kinds = sum("☑" in line for line in page.lines("rules"))
        self.assertGreater(kinds, 40)
        spelling = int(re.fullmatch(r"Chính tả \((\d+)\)", page.lines("rules")[0])[1])
        self.assertGreater(spelling, 1)
        self.flip(page, "Chính tả")
        self.assertEqual(page.lines("rules")[0], "Chính tả (bật 0 trong %d)" % spelling)
        self.assertEqual(sum("☑" in line for line in page.lines("rules")), kinds - spelling)
        self.assertEqual(page.control("told").getState(), 0)
        self.flip(page, "Dấu thanh đặt sai chỗ")
        page.choose("rules", "Chính tả")
        self.assertEqual(page.control("told").getState(), 2)
        page.event("all")
        self.assertEqual(sum("☑" in line for line in page.lines("rules")), kinds)

    def test_what_is_told_of_a_kind(self):
        page = self.open("OptionsRules")
        page.choose("rules", "Dấu thanh đặt sai chỗ")
        told = page.control("why").getText()
        self.assertIn("Ví dụ: ", told)
        self.assertIn(" → ", told)
        self.assertEqual(page.control("told").getState(), 1)
        self.assertNotIn("Cụm từ viết đúng", "\n".join(page.lines("rules")), "what finds nothing")

    def test_search_without_marks_finds_words_in_any_order(self):
        page = self.open("OptionsRules")
        page.search("sai cho dau thanh")
        self.assertIn("      ☑ Dấu thanh đặt sai chỗ", page.lines("rules"))
        self.assertLess(len(page.lines("rules")), 8)
        page.search("xyzzy")
        self.assertEqual(page.lines("rules"), [])
        self.assertFalse(page.enabled("told"))
        page.event("flip")
        page.search("")
        self.assertGreater(len(page.lines("rules")), 40)

    def test_what_is_not_listed_is_not_switched_with_its_category(self):
        page = self.open("OptionsRules")
        page.search("dau thanh sai cho")
        self.flip(page, "Chính tả")
        page.tell("ok")
        rules = self.setting("Rules", "/org.soat.Settings/Ignored")
        self.assertIn(TONE, rules)
        self.assertNotIn("spelling.joined", rules)

    def test_strict_marks_more_while_typing(self):
        self.choose_profile("normal")
        self.assertEqual(marked(self.office, support.DOUBTFUL), [])
        self.choose_profile("strict")
        self.assertEqual(marked(self.office, support.DOUBTFUL), ["đông"])
        self.assertTrue(self.setting("StrictWhileTyping"))
        self.assertTrue(self.open("OptionsRules").control("strict").getState())
        self.choose_profile("normal")
        self.assertEqual(marked(self.office, support.DOUBTFUL), [])
        self.assertFalse(self.setting("StrictWhileTyping"))

    def test_what_is_sure_is_set_and_takes_effect_in_an_open_panel(self):
        document = self.new_document("Mùa nứơc lên.", "Các nghành nghề.", hidden=False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        panel = support.ReviewPanel.find(self.office, document)
        page = self.open("OptionsRules")
        self.assertEqual(page.control("sure").getValue(), 90)
        self.addCleanup(self.set_sure, 90)
        self.assertIn("2 chỗ chắc chắn", panel.status())
        for percent, sure in ((99, 1), (50, 2)):
            page.control("sure").setValue(percent)
            page.tell("back")
            self.assertEqual(page.control("sure").getValue(), self.setting("SurePercent"))
            page.control("sure").setValue(percent)
            page.tell("ok")
            self.assertEqual(self.setting("SurePercent"), percent)
            self.assertTrue(support.until(lambda: "%d chỗ chắc chắn" % sure in panel.status()), panel.status())

    def set_sure(self, percent):
        page = Page(self.office, self.office.new_document(hidden=False), "OptionsRules")
        page.control("sure").setValue(percent)
        page.tell("ok")
        page.close()

    def test_writer_is_told_to_mark_everything_again(self):
        told = self.linguistic_events(self.proofreader)
        page = self.open("OptionsRules")
        heard = -1
        while heard != len(told):  # what the test before changed may be told only now
            heard = len(told)
            time.sleep(1)
        told.clear()
        page.tell("ok")
        time.sleep(1)
        self.assertEqual(told, [], "nothing was changed")
        again = self.office.constant("com.sun.star.linguistic2.LinguServiceEventFlags.PROOFREAD_AGAIN")
        for change in (lambda: self.flip(page, "Dấu thanh đặt sai chỗ"), lambda: page.control("strict").setState(True)):
            told.clear()
            change()
            page.tell("ok")
            end = time.monotonic() + 60
            while not told and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual(set(told), {again})

    def test_who_checks_the_spelling(self):
        manager = self.office.new("com.sun.star.linguistic2.LinguServiceManager")
        available = list(manager.getAvailableServices(support.SPELL_CHECKER, self.office.locale()))
        self.addCleanup(support.use_our_spell_checker, self.office)
        page = self.open("OptionsRules")
        self.assertEqual(page.control("alone").getState(), 1)
        if len(available) == 1:
            self.assertFalse(page.enabled("alone"))
            return
        page.control("alone").setState(0)
        page.tell("ok")
        self.assertEqual(set(manager.getConfiguredServices(support.SPELL_CHECKER, self.office.locale())), set(available))
        page.control("alone").setState(1)
        page.tell("ok")
        self.assertEqual(list(manager.getConfiguredServices(support.SPELL_CHECKER, self.office.locale())), ["org.soat.SpellChecker"])
        self.assertTrue(self.setting("OnlySpellChecker"))


class OptionsMarksTest(OptionsTest):
    DASH, WAVE = 5, 10  # css::awt::FontUnderline

    def tearDown(self):
        page = self.open("OptionsMarks")
        page.event("usual")
        page.control("as_document").setState(True)
        page.tell("ok")
        super().tearDown()

    def mark(self, text=TEXT):
        error, = proofread(self.office, text).aErrors
        values = {one.Name: one.Value for one in error.aProperties}
        return values["LineColor"], values["LineType"]

    def test_colour_and_line_are_those_of_the_marks(self):
        self.assertEqual(self.mark(), (0xE65100, self.WAVE))
        page = self.open("OptionsMarks")
        self.assertEqual(page.control("label_0").getText(), "Chính tả")
        self.assertEqual(page.control("colour_0").getText(), "cam")
        before = page.control("sample_0").getModel().Graphic
        page.control("colour_0").setText("#00ff7f")
        page.control("line_0").selectItem("chấm chấm", True)
        page.event("changed")
        self.assertNotEqual(page.control("sample_0").getModel().Graphic, before, "the sample follows")
        self.assertEqual(self.mark(), (0xE65100, self.WAVE), "nothing is kept before the dialog says so")
        page.tell("ok")
        self.assertEqual(self.mark(), (0x00FF7F, self.DASH))
        self.assertEqual(self.setting("Marks"), ("spelling=00FF7F dotted",))
        self.assertEqual(self.mark("Bà con góp ý .")[1], self.WAVE)
        page = self.open("OptionsMarks")
        self.assertEqual((page.control("colour_0").getText(), page.control("line_0").getSelectedItem()), ("#00FF7F", "chấm chấm"))
        page.control("colour_0").setText("Xanh dương")
        page.tell("ok")
        self.assertEqual(self.mark(), (0x1565C0, self.DASH))
        page.event("usual")
        self.assertEqual(page.control("colour_0").getText(), "cam")
        page.tell("back")
        self.assertEqual(page.control("colour_0").getText(), "xanh dương")
        page.event("usual")
        page.tell("ok")
        self.assertEqual(self.mark(), (0xE65100, self.WAVE))
        self.assertEqual(self.setting("Marks"), ())

    def test_what_is_no_colour_leaves_the_one_before(self):
        page = self.open("OptionsMarks")
        page.control("colour_1").setText("mận chín")
        page.event("changed")
        self.assertIn("mận chín", page.control("problem").getText())
        page.tell("ok")
        self.assertEqual((self.setting("Marks"), page.control("colour_1").getText()), ((), "tím"))

    def test_writer_is_told_and_an_open_panel_follows(self):
        document = self.new_document("Mùa nứơc lên.", hidden=False)
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        panel = support.ReviewPanel.find(self.office, document)
        square = panel.window.getControl("colour_0").getModel()
        self.assertEqual(square.BackgroundColor, 0xE65100)
        strip, told = panel.window.getControl("strip").getModel().Graphic, self.linguistic_events(self.proofreader)
        page = self.open("OptionsMarks")
        page.control("colour_0").setText("đen")
        page.tell("ok")
        self.assertTrue(support.until(lambda: square.BackgroundColor == 0x212121), hex(square.BackgroundColor))
        self.assertNotEqual(panel.window.getControl("strip").getModel().Graphic, strip)
        again = self.office.constant("com.sun.star.linguistic2.LinguServiceEventFlags.PROOFREAD_AGAIN")
        self.assertTrue(support.until(lambda: again in told))

    def test_one_tone_style_holds_in_checks_and_suggestions(self):
        text = "Nhà hòa thuận, mẹ khoẻ."
        self.assertEqual(marked(self.office, text), [])
        checker = self.office.new("org.soat.SpellChecker")
        for style, wrong, joined in (("old_style", ["khoẻ"], "hòa bình"), ("new_style", ["hòa"], "hoà bình")):
            page = self.open("OptionsMarks")
            page.control(style).setState(True)
            page.tell("ok")
            self.assertEqual(marked(self.office, text), wrong)
            self.assertEqual(checker.spell("hòaa", self.office.locale(), ()).getAlternatives()[0], joined.split()[0])
            error, = proofread(self.office, "Hai bên giữ hòabình.").aErrors
            self.assertEqual(error.aSuggestions[0], joined)
            self.assertEqual(self.setting("ToneStyle"), style[:3])
            self.assertTrue(self.open("OptionsMarks").control(style).getState())
        page.control("as_document").setState(True)
        page.tell("ok")
        self.assertEqual(marked(self.office, text), [])

    def test_one_tone_style_holds_in_an_open_panel_in_restoring_and_in_unifying(self):
        document = self.new_document("Nhà hòa thuận.", "Nguoi dan khoe manh.", hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        dispatcher = self.office.new("com.sun.star.frame.DispatchHelper")
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        panel = support.ReviewPanel.find(self.office, document)

        def toned():
            return [row[1] for row in panel.rows() if "hòa" in row[0]]
        self.assertEqual(toned(), [])
        page = self.open("OptionsMarks")
        page.control("new_style").setState(True)
        page.tell("ok")
        self.assertTrue(support.until(lambda: toned() == ["hoà"], 15), panel.rows())
        document.getCurrentController().getViewCursor().gotoEnd(False)
        dispatcher.executeDispatch(frame, "vnd.org.soat:restore", "_self", 0, ())
        self.assertTrue(support.until(lambda: document.Text.getString() == "Nhà hòa thuận.\nNgười dân khoẻ mạnh."), document.Text.getString())
        end = self.dispatch_and_wait(document, "vnd.org.soat:unify-tones")
        question = support.Dialog.find(self.office, "Soát")
        self.assertIn("Kiểu mới (hoà), như đã chọn", question.buttons())
        question.press("Kiểu mới (hoà), như đã chọn")
        self.assertEqual(end(), 1)
        support.Dialog.find(self.office, "Thống nhất kiểu bỏ dấu").press("Đóng")
        self.assertTrue(document.Text.getString().startswith("Nhà hoà thuận."))


class OptionsIgnoredTest(OptionsTest):
    def ignore(self, *texts):
        for text in texts:
            error, = proofread(self.office, text).aErrors
            self.proofreader.ignoreRule(error.aRuleIdentifier, self.office.locale())

    def test_ignored_wordings_are_taken_back_one_by_one(self):
        self.ignore(TEXT, "Việc tóan học.")
        page = self.open("OptionsIgnored")
        self.assertEqual(sorted(page.lines("list")), ["“nứơc” – Dấu thanh đặt sai chỗ", "“tóan” – Dấu thanh đặt sai chỗ"])
        page.choose("list", "tóan")
        page.event("remove")
        self.assertEqual(page.lines("list"), ["“nứơc” – Dấu thanh đặt sai chỗ"])
        self.assertEqual(marked(self.office, "Việc tóan học."), [])
        page.tell("ok")
        self.assertEqual(marked(self.office, "Việc tóan học."), ["tóan"])
        self.assertEqual(marked(self.office, TEXT), [])
        page.choose("list", "nứơc")
        page.event("remove")
        self.assertFalse(page.enabled("remove"))
        page.tell("back")
        self.assertEqual(page.lines("list"), ["“nứơc” – Dấu thanh đặt sai chỗ"])
        page.tell("ok")
        self.assertEqual(marked(self.office, TEXT), [])

    def test_search(self):
        self.ignore(TEXT, "Việc tóan học.")
        page = self.open("OptionsIgnored")
        page.search("nuoc")
        self.assertEqual(page.lines("list"), ["“nứơc” – Dấu thanh đặt sai chỗ"])
        page.event("remove")
        page.search("")
        self.assertEqual(page.lines("list"), ["“tóan” – Dấu thanh đặt sai chỗ"])

    def test_what_another_version_has_kept_is_shown_and_can_be_removed(self):
        strange = ("some.rule-of-tomorrow", "some.rule:chữ nào đó", ":", "spelling.joined:#0123456789abcdef")
        for rule in strange:
            self.proofreader.ignoreRule(rule, self.office.locale())
        self.assertEqual(marked(self.office, TEXT), ["nứơc"])
        rules = self.open("OptionsRules")
        rules.tell("ok")
        page = self.open("OptionsIgnored")
        self.assertEqual(sorted(page.lines("list")), sorted(strange[:3] + ("(cách viết dài) – Chữ dính liền",)))
        for _ in strange:
            page.event("remove")
        page.tell("ok")
        self.assertEqual(list(self.setting("Rules", "/org.soat.Settings/Ignored")), [])

    def test_nothing_is_ignored(self):
        page = self.open("OptionsIgnored")
        self.assertEqual(page.lines("list"), [])
        self.assertFalse(page.enabled("remove"))
        self.assertFalse(page.enabled("places"))
        page.event("remove")
        page.tell("ok")

    def test_version_and_data_are_told(self):
        page = self.open("OptionsIgnored")
        end = time.monotonic() + 60
        while "Dữ liệu" not in page.control("about").getText() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertIn("Dữ liệu đang dùng", page.control("about").getText())

    def test_what_the_dialog_says_without_a_page_does_no_harm(self):
        for name in ("OptionsRules", "OptionsIgnored"):
            handler = self.office.new("org.soat." + name)
            for event in ("ok", "back", "nonsense"):
                handler.callHandlerMethod(None, event, "external_event")
            handler.callHandlerMethod(None, None, "flip")
            page = Page(self.office, self.document, name)
            page.close()
            page.tell("ok")
            page.event("search")


class OpenPanelTest(OptionsTest):
    """The side panel of a document that was checked follows the options by itself."""

    def setUp(self):
        super().setUp()
        self.checked = self.new_document("Mùa nứơc lên.", "Bà con góp ý .", "Các nghành nghề.", hidden=False)
        self.dispatcher = self.office.new("com.sun.star.frame.DispatchHelper")
        self.dispatcher.executeDispatch(self.checked.getCurrentController().getFrame(), "vnd.org.soat:check", "_self", 0, ())
        self.panel = support.ReviewPanel.find(self.office, self.checked)
        self.assert_rows("nứơc", "ý .", "nghành")

    def wordings(self):
        return [row[0].split("«")[1].split("»")[0] for row in self.panel.rows()]

    def assert_rows(self, *wanted):
        def same():
            rows = self.wordings()
            return len(rows) == len(wanted) and all(row in want or want in row for row, want in zip(rows, wanted))
        self.assertTrue(support.until(same, 15), self.wordings())

    def flip(self, title):
        page = self.open("OptionsRules")
        page.choose("rules", title)
        page.event("flip")
        page.tell("ok")

    def choose_house_list(self, file):
        page = self.open("OptionsHouse")
        page.control("file").setText(file)
        page.tell("ok")

    def test_a_rule_goes_and_comes_back(self):
        self.panel.choose_row(2)
        self.assertTrue(support.until(lambda: self.panel.selected() == 2))
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("ý .", "nghành")
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("nứơc", "ý .", "nghành")
        self.assertTrue(support.until(lambda: self.panel.selected() == 2), "the chosen row stays chosen")
        self.assertIn("Còn 3 chỗ", self.panel.status())

    def test_a_wording_that_is_taken_back_comes_back(self):
        self.panel.choose_row(0)
        self.panel.press("Luôn bỏ qua chữ này")
        self.assert_rows("ý .", "nghành")
        page = self.open("OptionsIgnored")
        page.choose("list", "nứơc")
        page.event("remove")
        page.tell("ok")
        self.assert_rows("nứơc", "ý .", "nghành")

    def test_a_house_list_takes_effect_and_goes_again(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "house.txt")
            with open(path, "w", encoding="utf-8") as f:
                f.write("tránh\tbà con\tnhân dân\nkhông báo\tnứơc\n")
            self.choose_house_list(path)
            try:
                self.assert_rows("Bà con", "ý .", "nghành")
            finally:
                self.choose_house_list("")
            self.assert_rows("nứơc", "ý .", "nghành")

    def test_what_the_filter_hides_stays_hidden(self):
        self.panel.toggle("Dấu câu")
        self.assert_rows("nứơc", "nghành")
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("nghành")
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("nứơc", "nghành")

    def test_an_edited_document_is_checked_as_it_is(self):
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("ý .", "nghành")
        self.checked.Text.insertString(self.checked.Text.getStart(), "Việc tóan học. ", False)
        self.flip("Dấu thanh đặt sai chỗ")
        self.assert_rows("tóan", "nứơc", "ý .", "nghành")

    def test_what_was_never_checked_stays_so(self):
        other = self.new_document("Mùa nứơc lên.", hidden=False)
        self.dispatcher.executeDispatch(other.getCurrentController().getFrame(), "vnd.org.soat:panel", "_self", 0, ())
        panel = support.ReviewPanel.find(self.office, other)
        for rows in (("ý .", "nghành"), ("nứơc", "ý .", "nghành")):
            self.flip("Dấu thanh đặt sai chỗ")
            self.assert_rows(*rows)
        self.assertEqual(panel.rows(), [])


class OptionsLookupTest(OptionsTest):
    NODE = "/org.soat.Settings/Lookup"

    def tearDown(self):
        page = self.open("OptionsLookup")
        page.event("usual")
        page.tell("ok")
        super().tearDown()

    def test_addresses_are_kept_where_they_can_be_asked(self):
        page = self.open("OptionsLookup")
        self.assertEqual(page.control("doi").getText(), "https://doi.org/{id}")
        page.control("doi").setText(" https://proxy.example.edu/doi/{id} ")
        page.control("isbn").setText("isbn.example.edu")
        page.control("pmid").setText("")
        page.event("typed")
        self.assertIn("isbn.example.edu", page.control("message").getText())
        self.assertEqual(self.setting("Doi", self.NODE), "")
        page.tell("ok")
        self.assertEqual([self.setting(name, self.NODE) for name in ("Doi", "Isbn", "Pmid", "Arxiv")], ["https://proxy.example.edu/doi/{id}", "", "", ""])
        self.assertIn("openlibrary.org", page.control("isbn").getText())  # shows what is kept

    def test_the_usual_ones_come_back(self):
        page = self.open("OptionsLookup")
        page.control("arxiv").setText("http://127.0.0.1:1/{id}")
        page.tell("ok")
        self.assertEqual(self.setting("Arxiv", self.NODE), "http://127.0.0.1:1/{id}")
        page.event("usual")
        page.tell("back")
        self.assertEqual(page.control("arxiv").getText(), "http://127.0.0.1:1/{id}")
        page.event("usual")
        page.tell("ok")
        self.assertEqual(self.setting("Arxiv", self.NODE), "")


def place_key(rule, text, start):
    """As ignored.h has it, of a paragraph that is all context."""
    value = 0xCBF29CE484222325
    for number in [*rule.encode(), start, *map(ord, text)]:
        value = (value ^ number) * 0x100000001B3 % 2**64
    return "%016x" % value


class KeptOptionsTest(unittest.TestCase):
    """What stands in the user's configuration when the office starts, some of it of a version to come."""

    @staticmethod
    def keep(office, *settings):
        path = os.path.join(office.profile, "user/registrymodifications.xcu")
        with open(path, encoding="utf-8") as f:
            kept = f.read()
        lines = ['<item oor:path="%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>' % setting for setting in settings]
        with open(path, "w", encoding="utf-8") as f:
            f.write(kept.replace("</oor:items>", "\n".join(lines) + "</oor:items>"))

    def test_a_user_whose_name_an_ended_office_has_left_replaced_gets_it_back(self):
        for found, wanted in (("Soát", "Lan"), ("Mai", "Mai")):
            with support.new_office() as office:
                office.install()
                self.keep(office, ("/org.openoffice.UserProfile/Data", "givenname", found), ("/org.openoffice.UserProfile/Data", "sn", "" if found == "Soát" else "Trần"),
                          *[("/org.soat.Settings/UserName", name, value) for name, value in (("IsReplaced", "true"), ("Given", "Lan"), ("Surname", "Trần"))])
                office.start()
                support.wait_for_engine(office)

                def kept(node, name):
                    provider = office.new("com.sun.star.configuration.ConfigurationProvider")
                    return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (
                        office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value=node),)).getPropertyValue(name)
                self.assertTrue(support.until(lambda: not kept("/org.soat.Settings/UserName", "IsReplaced")))
                self.assertEqual([kept("/org.openoffice.UserProfile/Data", name) for name in ("givenname", "sn")], [wanted, "Trần"])
                self.assertEqual(office.stop(), 0)

    def test_marks_and_tones_of_a_newer_version_are_named_and_kept(self):
        with support.new_office() as office:
            office.install()
            entries = ("spelling=zzzzzz wave", "garble=123456 dotted-twice", "tomorrow=E65100 wave", "style=212121 solid")
            self.keep(office, ("/org.soat.Settings", "Marks", "".join("<it>%s</it>" % entry for entry in entries)), ("/org.soat.Settings", "ToneStyle", "middle"))
            office.start()
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            error, = proofread(office, TEXT).aErrors
            self.assertEqual({one.Name: one.Value for one in error.aProperties}["LineColor"], 0xE65100)
            self.assertEqual(marked(office, "Nhà hòa thuận, mẹ khoẻ."), [])
            document = office.new_document("Câu đầu.")
            page = Page(office, document, "OptionsMarks")
            self.assertEqual(page.control("line_6").getSelectedItem(), "liền nét")
            for told in (*entries[:3], "“middle”"):
                self.assertIn(told, page.control("problem").getText())
            page.control("colour_7").setText("đen")
            page.tell("ok")
            provider = office.new("com.sun.star.configuration.ConfigurationProvider")
            kept = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (
                office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.soat.Settings"),))
            self.assertEqual(kept.getPropertyValue("Marks"), ("style=212121 solid", "consistency=212121 wave", *entries[:3]))
            self.assertEqual(kept.getPropertyValue("ToneStyle"), "middle")
            page.event("usual")
            page.tell("ok")
            self.assertEqual(page.control("problem").getText().count("wave"), 1, "damaged entries go, those of tomorrow stay")
            page.close()
            document.close(True)
            self.assertEqual(office.stop(), 0)

    def test_single_places_are_shown_again(self):
        places = (place_key(TONE, TEXT, 4), "place of tomorrow")
        with support.new_office() as office:
            office.install()
            self.keep(office, ("/org.soat.Settings/Ignored", "Places", "".join("<it>%s</it>" % place for place in places)),
                      ("/org.soat.Settings", "StrictWhileTyping", "true"), ("/org.soat.Settings", "OptionOfTomorrow", "never heard of"))
            office.start()
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            self.assertEqual(marked(office, TEXT), [])
            self.assertEqual(marked(office, support.DOUBTFUL), ["đông"])
            document = office.new_document("Câu đầu.")
            page = Page(office, document, "OptionsIgnored")
            self.assertIn("2 chỗ riêng lẻ", page.control("counts").getText())
            page.event("places")
            self.assertFalse(page.enabled("places"))
            self.assertEqual(marked(office, TEXT), [])
            page.tell("ok")
            self.assertEqual(marked(office, TEXT), ["nứơc"])
            page.close()
            document.close(True)
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
