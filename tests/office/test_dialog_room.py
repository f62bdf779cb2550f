"""Texts of buttons and boxes have room in every dialog, in both languages."""
import glob
import os
import unittest

import support

DIALOGS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "extension", "dialogs")


class DialogRoomTest(unittest.TestCase):
    def cut_off(self, office):
        """(dialog, control) wherever a text is wider than what it stands in."""
        provider = office.new("com.sun.star.awt.DialogProvider2")
        names = sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(DIALOGS, "*.xdl")))
        names.remove("ReviewPanel")  # its places are worked out from the width of the sidebar
        self.assertGreater(len(names), 10)
        seen, found = 0, []
        for name in names:
            dialog = provider.createDialog("vnd.sun.star.extension://org.soat.writer/dialogs/%s.xdl" % name)
            for control in dialog.getControls():
                model = control.getModel()
                if not getattr(model, "Label", "") or model.MultiLine:
                    continue
                seen += 1
                if control.getPreferredSize().Width > control.getPosSize().Width:
                    found.append((name, model.Name))
            dialog.dispose()
        self.assertGreater(seen, 50)
        return found

    def test_in_both_languages(self):
        for language in ("vi", "en-US"):
            with self.subTest(language=language):
                office = support.new_office(ui_locale=language)
                self.addCleanup(office.remove_profile)
                office.install()
                office.start()
                try:
                    self.assertEqual(self.cut_off(office), [])
                finally:
                    self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
