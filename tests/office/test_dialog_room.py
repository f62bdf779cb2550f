"""Texts of buttons and boxes have room in every dialog, in both languages, and only labels get an access key."""
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

    def with_keys_of_the_offices_choice(self, office):
        """(dialog, text) wherever the office would underline a letter of what a window says: it takes a text before a field for its label."""
        provider = office.new("com.sun.star.awt.DialogProvider2")
        found = []
        for path in sorted(glob.glob(os.path.join(DIALOGS, "*.xdl"))):
            name = os.path.basename(path)[:-4]
            dialog = provider.createDialog("vnd.sun.star.extension://org.soat.writer/dialogs/%s.xdl" % name)
            models = sorted((control.getModel() for control in dialog.getControls()), key=lambda model: model.TabIndex)
            for text, field in zip(models, models[1:]):
                is_label = text.supportsService("com.sun.star.awt.UnoControlFixedTextModel") and not text.NoLabel
                takes_keys = any(field.supportsService("com.sun.star.awt.UnoControl%sModel" % kind) for kind in ("Edit", "ListBox", "ComboBox"))
                if is_label and takes_keys and text.Name == "message":
                    found.append((name, text.Name))
            dialog.dispose()
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
                    self.assertEqual(self.with_keys_of_the_offices_choice(office), [])
                finally:
                    self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
