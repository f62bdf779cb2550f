#!/usr/bin/env python3
"""Makes of the catalogue in FOLDER what the program and its dialogs read.

    make_texts.py cpp FOLDER OUT            OUT/texts.cpp, a header for each first part of a key, for rules rules/FAMILY.h, and texts.h with all others
    make_texts.py headers FOLDER            nothing; prints the names of the headers
    make_texts.py rules FOLDER OUT          OUT/rules.cpp, the table of FOLDER/rules.txt
    make_texts.py dialogs FOLDER OUT XDL…   OUT/<dialog>_<locale>.properties and the empty .default of each dialog

A file that would not change is left alone, so that nothing is built anew."""
import pathlib
import re
import sys

import catalogue

MADE = "// Made from texts/*.txt by cmake/make_texts.py."


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def literal(text):
    return 'u"%s"' % text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def make_header(out, name, keys, texts, includes=()):
    lines = [MADE, "#pragma once", "", *('#include "%s"' % include for include in ("text/message.h", *includes)), ""]
    if keys:
        lines += ["namespace soat::texts {", ""]
        lines += ["inline constexpr text::MessageId<%d> %s{0x%08X};" % (len(catalogue.arguments(texts["en"][key])), catalogue.identifier(key), catalogue.number(key))
                  for key in keys]
        lines += ["", "}  // namespace soat::texts", ""]
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    write(out / name, "\n".join(lines))


def headers_of(texts):
    """{name: keys} of the headers; texts.h has all but those of rules."""
    headers = {}
    for key in sorted(texts["en"]):
        if not catalogue.is_dialogs(key):
            headers.setdefault(catalogue.header(key) + ".h", []).append(key)
    return headers


def make_cpp(texts, out):
    headers = headers_of(texts)
    for name, keys in headers.items():
        make_header(out, name, keys, texts)
    make_header(out, "texts.h", [], texts, ["texts/" + name for name in headers if not name.startswith("rules/")])
    keys = sorted((key for keys in headers.values() for key in keys), key=catalogue.number)
    rows = ["    {0x%08X, {%s, %s}}," % (catalogue.number(key), literal(texts["vi"][key]), literal(texts["en"][key])) for key in keys]
    source = [MADE, '#include "text/message_table.h"', "", "namespace soat::text {", "",
              "namespace {", "", "constexpr MessageRow rows[] = {", *rows, "};", "", "}  // namespace", "",
              "std::span<const MessageRow> message_table() {", "  return rows;", "}", "", "}  // namespace soat::text", ""]
    write(out / "texts.cpp", "\n".join(source))


def make_rules(rules, out):
    """The table of check/rule_info.h and the functions that give its entries by their ids."""
    entries, functions, factories, families = [], [], {}, set()
    for place, rule in enumerate(rules):
        family, name = rule["id"].split(".")[0], catalogue.identifier(rule["id"])
        families.add(family)
        factory = rule.get("factory", "make_" + name)
        parts = ['.id = "%s"' % rule["id"], ".category = Category::" + family, ".severity = Severity::" + rule["severity"],
                 ".title = texts::rule_%s_title" % name, ".why = texts::rule_%s_why" % name]
        if "wrong" in rule:
            parts.append(".example = {%s, %s}" % (literal(rule["wrong"])[1:], literal(rule["right"])[1:] if "right" in rule else "{}"))
        if "thresholds" in rule:
            try:
                normal, strict = (float(number) for number in rule["thresholds"].split())
            except ValueError:
                raise catalogue.Fault("%s has not two thresholds, for normal and strict" % rule["id"])
            if not 0 <= strict <= normal <= 1:
                raise catalogue.Fault("%s: strict shows what normal does, so its threshold is not above, and both are from 0 to 1" % rule["id"])
            parts.append(".thresholds = {%rF, %rF}" % (normal, strict))
        if factory != "none":
            factories[factory] = None
            parts.append(".make = " + factory)
        if rule.get("of-users-list") == "yes":
            parts.append(".of_users_list = true")
        if rule.get("silent") == "yes":
            parts.append(".is_silent = true")
        entries.append("    {%s}," % ", ".join(parts))
        functions += ["template <>", 'const RuleInfo& rule_info<"%s">() {' % rule["id"], "  return table[%d];" % place, "}", ""]
    source = [MADE, '#include "check/rules/table.h"', *('#include "texts/rules/%s.h"' % family for family in sorted(families)), "",
              "namespace soat::check {", "", *("RuleFactory %s;" % factory for factory in factories), "", "namespace {", "",
              "constexpr RuleInfo table[] = {", *entries, "};", "", "}  // namespace", "",
              "std::span<const RuleInfo> rule_infos() {", "  return table;", "}", "", *functions, "}  // namespace soat::check", ""]
    write(out / "rules.cpp", "\n".join(source))


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
    kind, folder = arguments[0], arguments[1]
    try:
        texts = catalogue.read_catalogue(folder)
        if kind == "headers":
            print(";".join(["texts.h", *headers_of(texts)]), end="")
            return 0
        out = pathlib.Path(arguments[2])
        out.mkdir(parents=True, exist_ok=True)
        if kind == "cpp":
            make_cpp(texts, out)
        elif kind == "rules":
            make_rules(catalogue.read_rules(pathlib.Path(folder) / "rules.txt"), out)
        else:
            make_dialogs(texts, out, [pathlib.Path(name) for name in arguments[3:]])
    except (catalogue.Fault, UnicodeDecodeError) as fault:
        return "make_texts.py: %s" % fault
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
