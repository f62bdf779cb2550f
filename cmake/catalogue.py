"""Reads the texts of the interface, texts/vi.txt, texts/en.txt and those of the rules in texts/rules.txt."""
import pathlib
import re

LANGUAGES = {"vi": "vi_VN", "en": "en_US"}  # as files and the office name them
ARGUMENT = re.compile(r"\{(\d)[}?]")
PLURAL = re.compile(r"\{\d\?(?:[^|{}]|\{\d\})*\|(?:[^|{}]|\{\d\})*\}")  # {0?one|many}; {1} may stand in both


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
        if re.search(r"\{\d\?", PLURAL.sub("", text)):
            raise Fault(where + "{0? begins what is not of the form {0?one|many}")
        texts[key] = text.replace("\\n", "\n")
    return texts


RULE_TEXT = re.compile(r"(title|why|finding(?:\.[A-Za-z0-9_-]+)*)\.(vi|en)")
RULE_VALUES = {"severity", "wrong", "right", "thresholds", "factory", "silent", "of-users-list"}


def read_rules(path):
    """The entries of texts/rules.txt in their order, each {name: value} with its id as "id"; line ends put in."""
    rules = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = "%s:%d: " % (path, number)
        if not line.strip() or line.startswith("#"):
            continue
        head = re.fullmatch(r"\[([a-z]+\.[a-z][a-z0-9-]*)\]", line)
        if head:
            if any(rule["id"] == head.group(1) for rule in rules):
                raise Fault(where + "%s stands above already" % head.group(1))
            rules.append({"id": head.group(1)})
            continue
        name, equals, value = (part.strip() for part in line.partition(" = "))
        if not equals or not value or not rules:
            raise Fault(where + "not of the form: name = value")
        if name not in RULE_VALUES and not RULE_TEXT.fullmatch(name):
            raise Fault(where + "an entry has no %s" % name)
        if name in rules[-1]:
            raise Fault(where + "%s stands above already" % name)
        if re.search(r"\\(?!n|u[0-9A-F]{4})", value):
            raise Fault(where + "only n and uXXXX may follow a \\")
        rules[-1][name] = re.sub(r"\\u(....)", lambda code: chr(int(code.group(1), 16)), value.replace("\\n", "\n"))
    for rule in rules:
        if rule.get("severity") not in ("error", "warning", "info"):
            raise Fault("%s: %s has no severity error, warning or info" % (path, rule["id"]))
        for name in ("title.vi", "title.en", "why.vi", "why.en"):
            if name not in rule:
                raise Fault("%s: %s has no %s" % (path, rule["id"], name))
    return rules


def texts_of_rules(rules, language):
    """{key: text}: rule.ID.title, rule.ID.why, finding.ID, finding.ID.CASE."""
    texts = {}
    for rule in rules:
        for name, value in rule.items():
            what = RULE_TEXT.fullmatch(name)
            if what and what.group(2) == language:
                part, _, case = what.group(1).partition(".")
                texts[".".join(filter(None, ["finding", rule["id"], case]) if part == "finding" else ["rule", rule["id"], part])] = value
    return texts


def arguments(text):
    return {int(found.group(1)) for found in ARGUMENT.finditer(text)}


def read_catalogue(folder):
    """{language: {key: text}}; Fault where the languages do not have the same keys with the same arguments."""
    catalogue = {language: read_file(pathlib.Path(folder) / (language + ".txt")) for language in LANGUAGES}
    rules = pathlib.Path(folder) / "rules.txt"
    if rules.exists():
        for language, texts in catalogue.items():
            of_rules = texts_of_rules(read_rules(rules), language)
            for key in of_rules:
                if key in texts:
                    raise Fault("%s: %s stands in %s.txt too" % (rules, key, language))
            texts.update(of_rules)
    vi, en = catalogue["vi"], catalogue["en"]
    for language, texts, other in (("vi", vi, en), ("en", en, vi)):
        for key in other:
            if key not in texts:
                raise Fault("%s/%s.txt: %s is missing" % (folder, language, key))
    identifiers, numbers = {}, {}
    for key in vi:
        if arguments(vi[key]) != arguments(en[key]):
            raise Fault("%s: %s has other arguments in vi.txt than in en.txt" % (folder, key))
        if arguments(vi[key]) != set(range(len(arguments(vi[key])))):
            raise Fault("%s: the arguments of %s are not numbered from {0}" % (folder, key))
        if numbers.setdefault(number(key), key) != key:
            raise Fault("%s: %s and %s have the same number; name one otherwise" % (folder, key, numbers[number(key)]))
        if identifiers.setdefault(identifier(key), key) != key:
            raise Fault("%s: %s and %s would have the same name in C++" % (folder, key, identifiers[identifier(key)]))
    return catalogue


def is_dialogs(key):
    """Whether a text stands in a dialog, the office's menus or a Basic module, and not in the program."""
    return key.startswith(("dialog.", "menu.", "basic."))


def header(key):
    """The header that has a key, without its ending: texts/panel.h, for texts of rules texts/rules/FAMILY.h."""
    parts = key.split(".")
    of_rule = len(parts) > 2 and parts[0] == "rule" or parts[0] == "finding"
    return "rules/" + parts[1] if of_rule else parts[0]


def number(key):
    """The number of a key in the program, which no other key changes: FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in key.encode("utf-8"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def identifier(key):
    """The name of a key in C++, in the namespace soat::texts."""
    return re.sub(r"[.-]", "_", key)
