"""Reads the texts of the interface, texts/vi.txt and texts/en.txt."""
import pathlib
import re

LANGUAGES = {"vi": "vi_VN", "en": "en_US"}  # as files and the office name them
ARGUMENT = re.compile(r"\{(\d)(?:\}|\?([^|{}]*)\|([^|{}]*)\})")


class Fault(Exception):
    """Something in the catalogue that the program must not be built with: file, line and reason."""


def read_file(path):
    """{key: text}, line ends put in."""
    texts = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = "%s:%d: " % (path, number)
        if not line.strip() or line.startswith("#"):
            continue
        key, equals, text = (part.strip() for part in line.partition(" = "))
        if not equals or not text:
            raise Fault(where + "not of the form: key = text")
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*", key):
            raise Fault(where + "\"%s\" cannot be a key" % key)
        if key in texts:
            raise Fault(where + "%s stands above already" % key)
        if re.search(r"\\(?!n)", text):
            raise Fault(where + "only \\n may follow a \\")
        texts[key] = text.replace("\\n", "\n")
    return texts


def arguments(text):
    return {int(found.group(1)) for found in ARGUMENT.finditer(text)}


def read_catalogue(folder):
    """{language: {key: text}}; Fault where the languages do not have the same keys with the same arguments."""
    catalogue = {language: read_file(pathlib.Path(folder) / (language + ".txt")) for language in LANGUAGES}
    vi, en = catalogue["vi"], catalogue["en"]
    for language, texts, other in (("vi", vi, en), ("en", en, vi)):
        for key in other:
            if key not in texts:
                raise Fault("%s/%s.txt: %s is missing" % (folder, language, key))
    identifiers = {}
    for key in vi:
        if arguments(vi[key]) != arguments(en[key]):
            raise Fault("%s: %s has other arguments in vi.txt than in en.txt" % (folder, key))
        if arguments(vi[key]) != set(range(len(arguments(vi[key])))):
            raise Fault("%s: the arguments of %s are not numbered from {0}" % (folder, key))
        if identifiers.setdefault(identifier(key), key) != key:
            raise Fault("%s: %s and %s would have the same name in C++" % (folder, key, identifiers[identifier(key)]))
    return catalogue


def is_dialogs(key):
    """Whether a text stands in a dialog, the office's menus or a Basic module, and not in the program."""
    return key.startswith(("dialog.", "menu.", "basic."))


def identifier(key):
    """The name of a key in C++, in the namespace soat::texts."""
    return re.sub(r"[.-]", "_", key)
