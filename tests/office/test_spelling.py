"""XSpellChecker as Writer uses it."""
import unicodedata
import unittest

import support


class SpellingTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.checker = self.office.new("org.soat.SpellChecker")

    def is_valid(self, word, language="vi-VN"):
        return self.checker.isValid(word, self.office.locale(language), ())

    def suggestions(self, word):
        alternatives = self.checker.spell(word, self.office.locale(), ())
        return None if alternatives is None else list(alternatives.getAlternatives())

    def test_words(self):
        for word in ("nghề", "nước", "Việt", "HÀ", "hòa", "hoà", unicodedata.normalize("NFD", "nước")):
            self.assertTrue(self.is_valid(word), word)
            self.assertIsNone(self.suggestions(word), word)
        for word in ("nghành", "nghành.", "kô", unicodedata.normalize("NFD", "nghành")):
            self.assertFalse(self.is_valid(word), word)

    def test_a_bad_word_is_bad_with_its_neighbour(self):
        self.assertFalse(self.is_valid("nghành nghề"))
        self.assertTrue(self.is_valid("nghề nông"))

    def test_soft_hyphens_do_not_matter(self):
        self.assertTrue(self.is_valid("nư\u00adớc"))
        self.assertFalse(self.is_valid("ngh\u00adành"))

    def test_the_likely_slip_comes_first(self):
        self.assertEqual(self.suggestions("nghành")[0], "ngành")
        self.assertLessEqual(len(self.suggestions("nghành")), 10)

    def test_what_stands_round_the_word_stays(self):
        self.assertEqual(self.suggestions("nghành.")[0], "ngành.")
        self.assertEqual(self.suggestions("nghành nghề")[0], "ngành nghề")

    def test_other_languages_are_left_alone(self):
        self.assertTrue(self.is_valid("nghành", "en-US"))

    def test_odd_words(self):
        for word in ("", " ", ".", "\u200b", "\ufffc", "x" * 50000, "\u0301" * 500):
            self.is_valid(word)
            self.suggestions(word)


if __name__ == "__main__":
    unittest.main()
