"""What `soat train --add` learnt, put into the user's profile: its words are known after the next start."""
import os
import unittest

import support
from support import marked

HEADER = "soat additions 1\n"


class AdditionsTest(unittest.TestCase):
    def put(self, office, name, content):
        folder = os.path.join(office.profile, "user", "soat")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)

    def is_valid(self, office, word):
        return office.new("org.soat.SpellChecker").isValid(word, office.locale(), ())

    def test_words_of_ones_own_texts_are_known(self):
        with support.new_office() as office:
            office.install()
            office.start()
            support.wait_for_engine(office)
            self.assertFalse(self.is_valid(office, "krưngđal"))
            self.assertEqual(office.stop(), 0)

            self.put(office, "co-quan.additions", HEADER + "9\tkrưngđal\nend\n")
            self.put(office, "hong.additions", "not what it should be")
            office.start()
            support.wait_for_engine(office)
            self.assertTrue(self.is_valid(office, "krưngđal"))
            self.assertEqual(marked(office, "Chiều nay có hai nứơc."), ["nứơc"])
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
