#!/usr/bin/env python3
"""Makes of the catalogue in FOLDER what the program and its dialogs read.

    make_texts.py cpp FOLDER OUT            OUT/texts.h and OUT/texts.cpp
    make_texts.py dialogs FOLDER OUT XDL…   OUT/<dialog>_<locale>.properties and the empty .default of each dialog

A file that would not change is left alone, so that nothing is built anew."""
import pathlib
import re
import sys

import catalogue


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def literal(text):
    return 'u"%s"' % text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def make_cpp(texts, out):
    keys = sorted(key for key in texts["en"] if not catalogue.is_dialogs(key))
    header = ["// Made from texts/*.txt by cmake/make_texts.py.", "#pragma once", "", '#include "text/message.h"', "", "namespace soat::texts {", ""]
    for number, key in enumerate(keys):
        header.append("inline constexpr text::MessageId<%d> %s{%d};" % (len(catalogue.arguments(texts["en"][key])), catalogue.identifier(key), number))
    header += ["", "}  // namespace soat::texts", ""]
    rows = ["    {\"%s\", {%s, %s}}," % (key, literal(texts["vi"][key]), literal(texts["en"][key])) for key in keys]
    source = ["// Made from texts/*.txt by cmake/make_texts.py.", '#include "text/message_table.h"', "", "namespace soat::text {", "",
              "namespace {", "", "constexpr MessageRow rows[] = {", *rows, "};", "", "}  // namespace", "",
              "std::span<const MessageRow> message_table() {", "  return rows;", "}", "", "}  // namespace soat::text", ""]
    write(out / "texts.h", "\n".join(header))
    write(out / "texts.cpp", "\n".join(source))


def property_text(text):
    """As Java's .properties have it: the office reads them as Latin-1."""
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n")
    return "".join(c if c.isascii() else "\\u%04x" % ord(c) for c in escaped)


def make_dialogs(texts, out, dialogs):
    for dialog in dialogs:
        name = dialog.stem
        wanted = re.findall(r'="&amp;([^";]+)"', dialog.read_text(encoding="utf-8"))
        for language, locale in catalogue.LANGUAGES.items():
            lines = []
            for control in dict.fromkeys(wanted):
                key = "dialog.%s.%s" % (name, control)
                if key not in texts[language]:
                    raise catalogue.Fault("%s: there is no text %s" % (dialog, key))
                lines.append("%s=%s\n" % (control, property_text(texts[language][key])))
            if lines:
                write(out / ("%s_%s.properties" % (name, locale)), "".join(lines))
        if wanted:
            write(out / ("%s_%s.default" % (name, catalogue.LANGUAGES["en"])), "")  # its name alone tells the language to fall back to


def main(arguments):
    kind, folder, out = arguments[0], arguments[1], pathlib.Path(arguments[2])
    out.mkdir(parents=True, exist_ok=True)
    try:
        texts = catalogue.read_catalogue(folder)
        if kind == "cpp":
            make_cpp(texts, out)
        else:
            make_dialogs(texts, out, [pathlib.Path(name) for name in arguments[3:]])
    except (catalogue.Fault, UnicodeDecodeError) as fault:
        return "make_texts.py: %s" % fault
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
