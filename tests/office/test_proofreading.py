"""XProofreader as Writer uses it: what must hold of every answer, and what is marked where."""
import unicodedata
import unittest

import support
from support import cut, marked, proofread, units


class ProofreadingTest(support.OfficeTest):
    def assert_contract(self, text, result, start):
        """What Writer relies on; otherwise marks are lost, drawn elsewhere, or the checker thread does not end."""
        self.assertEqual(result.nStartOfSentencePosition, start)
        self.assertEqual(result.nBehindEndOfSentencePosition, units(text))
        self.assertEqual(result.nStartOfNextSentencePosition, units(text))
        starts = [error.nErrorStart for error in result.aErrors]
        self.assertEqual(starts, sorted(starts))
        for error in result.aErrors:
            self.assertGreaterEqual(error.nErrorStart, start)
            self.assertGreater(error.nErrorLength, 0)
            self.assertLessEqual(error.nErrorStart + error.nErrorLength, units(text))
            self.assertLessEqual(len(error.aSuggestions), 10)
            self.assertTrue(error.aRuleIdentifier)
            self.assertTrue(error.aShortComment)
            properties = {p.Name: p.Value for p in error.aProperties}
            self.assertIn("LineColor", properties)
            self.assertIn("LineType", properties)

    def rich_document(self):
        document = self.new_document("Mùa nứơc lên , các thôn tóan việc.", "Trước bảng.", unicodedata.normalize("NFD", "Mùa nứơc nổi đã về."), "")
        text = document.Text
        end = text.createTextCursor()
        end.gotoEnd(False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 2)
        text.insertTextContent(end, table, False)
        table.getCellByName("A1").setString("Ô có chữ nứơc.")
        table.getCellByName("B2").setString("Ô không có gì sai.")
        cursor = text.createTextCursor()
        cursor.goRight(8, False)
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(cursor, note, False)
        note.setString("Chú thích về nứơc.")
        cursor.goRight(4, False)
        field = document.createInstance("com.sun.star.text.TextField.DateTime")
        text.insertTextContent(cursor, field, False)
        return document

    def test_every_paragraph_of_a_rich_document(self):
        document = self.rich_document()
        found = {}
        for paragraph in self.office.flat_paragraphs(document):
            text = paragraph.getText()
            properties = self.office.properties(
                FieldPositions=self.office.uno.Any("[]long", paragraph.getPropertyValue("FieldPositions")),
                FootnotePositions=self.office.uno.Any("[]long", paragraph.getPropertyValue("FootnotePositions")))
            result = proofread(self.office, text, properties=properties)
            self.assert_contract(text, result, 0)
            found[text] = [unicodedata.normalize("NFC", cut(text, e.nErrorStart, e.nErrorLength)) for e in result.aErrors]
        for wanted in ("Chú thích", "Ô có chữ", unicodedata.normalize("NFD", "Mùa nứơc nổi")):
            text = next(text for text in found if text.startswith(wanted))
            self.assertTrue(any("nứơc" in what for what in found[text]), (text, found[text]))
        self.assertEqual(found["Ô không có gì sai."], [])

    def test_writers_own_loop_gets_the_same(self):
        document = self.rich_document()
        loop = self.office.new("com.sun.star.linguistic2.ProofreadingIterator")
        texts = 0
        for paragraph in self.office.flat_paragraphs(document):
            text = paragraph.getText()
            if not text:
                continue
            result = loop.checkSentenceAtPosition(document, paragraph, text, self.office.locale(), 0, -1, 0)
            self.assertEqual(result.nStartOfNextSentencePosition, units(text))
            texts += 1
        self.assertEqual(texts, 6)

    def test_garbled_phrases(self):
        """Their own colour, the reason, the usual word; and once what the whole passage looks like."""
        text = support.rewritten
        errors = {cut(text, e.nErrorStart, e.nErrorLength): e for e in proofread(self.office, text).aErrors}
        self.assertIn("làng mạc", errors)
        error = errors["làng mạc"]
        self.assertEqual(error.aSuggestions[0], "xã")
        self.assertEqual({p.Name: p.Value for p in error.aProperties}["LineColor"], 0x8E24AA)
        self.assertIn("xã hội", error.aShortComment)
        sign = "Đoạn này có nhiều dấu hiệu được viết lại bằng máy; nên xem lại."
        comments = [e.aShortComment for e in sorted(errors.values(), key=lambda e: e.nErrorStart)]
        self.assertTrue(comments[0].endswith(sign), comments)
        self.assertFalse([c for c in comments[1:] if sign in c])
        self.assertNotIn(sign, proofread(self.office, "Vào mùa nứơc lên.").aErrors[0].aShortComment)

    def test_fields_and_anchors_are_not_judged(self):
        # as Writer gives them: a zero-width space, for a field followed by what it shows
        text = "Ngày \u200bnghành trời trong; mùa\u200b này nứơc lên."
        properties = self.office.properties(FieldPositions=self.office.uno.Any("[]long", (5,)),
                                            FootnotePositions=self.office.uno.Any("[]long", (28,)))
        self.assertEqual(marked(self.office, text, properties=properties), ["nứơc"])

    def test_the_position_of_a_comment_is_text(self):
        text = "Mùa nứơc lên."
        properties = self.office.properties(FieldPositions=self.office.uno.Any("[]long", (4,)))
        self.assertEqual(marked(self.office, text, properties=properties), ["nứơc"])

    def test_from_the_middle_only_what_follows(self):
        text = "Mùa nứơc lên. Mùa nứơc xuống."
        result = proofread(self.office, text, start=14)
        self.assert_contract(text, result, 14)
        self.assertEqual([e.nErrorStart for e in result.aErrors], [18])

    def test_offsets_count_utf16_units(self):
        text = "😀😀 Mùa nứơc lên."
        result = proofread(self.office, text)
        self.assertEqual([(e.nErrorStart, e.nErrorLength) for e in result.aErrors if e.aRuleIdentifier.startswith("spelling.tone-placement")], [(9, 4)])

    def test_odd_texts(self):
        for text in ("", " ", "\u200b", ".", "\ufffc", "a" * 20000, "Mùa nứơc lên. " * 500, "\u0301" * 3000, "\n\t\u0007"):
            self.assert_contract(text, proofread(self.office, text), 0)

    def test_other_languages_are_left_alone(self):
        self.assertEqual(marked(self.office, "Mùa nứơc lên.", language="en-US"), [])

    def test_what_the_spell_checker_marks_is_not_marked_twice(self):
        self.assertEqual(marked(self.office, "Các nghành nghề."), [])
        support.set_spell_checkers(self.office, [])
        try:  # but it is not lost where the spell checker does not mark it
            self.assertEqual(marked(self.office, "Các nghành nghề."), ["nghành"])
        finally:
            support.use_our_spell_checker(self.office)

    def test_user_dictionaries_are_respected(self):
        dictionaries = self.office.new("com.sun.star.linguistic2.DictionaryList")
        words = dictionaries.createDictionary("soat-test", self.office.locale(), self.office.uno.Enum("com.sun.star.linguistic2.DictionaryType", "POSITIVE"), "")
        support.on_main_thread(self.office, lambda: dictionaries.addDictionary(words))
        support.on_main_thread(self.office, lambda: words.setActive(True))
        try:
            self.assertEqual(marked(self.office, "Chữ nứơc ở đây."), ["nứơc"])
            support.on_main_thread(self.office, lambda: words.add("nứơc", False, ""))
            self.assertEqual(marked(self.office, "Chữ nứơc ở đây."), [])
        finally:
            support.on_main_thread(self.office, lambda: dictionaries.removeDictionary(words))

    def test_the_same_answer_twice(self):
        text = "Ban tổ chức mua ghế ,đèn và nứơc.."
        first, second = (proofread(self.office, text) for _ in range(2))
        self.assertEqual([(e.nErrorStart, e.aRuleIdentifier) for e in first.aErrors], [(e.nErrorStart, e.aRuleIdentifier) for e in second.aErrors])
        self.assertGreaterEqual(len(first.aErrors), 2)


if __name__ == "__main__":
    unittest.main()
