#!/usr/bin/env python3
"""Makes of src/writer/commands.txt, src/writer/services.txt and the catalogue what registers the extension with the office.

    make_registry.py cpp WRITER OUT                 OUT/commands_table.h (functions and rows) and OUT/soat.map (exported symbols)
    make_registry.py office WRITER TEXTS EXTENSION OUT ENVIRONMENT LIBRARY
        OUT/registry/Addons.xcu (menu, toolbar, images), OUT/registry/Accelerators.xcu, OUT/soat.components, OUT/Soat/About.xba"""
import pathlib
import re
import sys
from xml.sax.saxutils import escape

import catalogue
import registry_tables
from make_texts import write

XCU = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    oor:name="%s" oor:package="org.openoffice.Office">
%s</oor:component-data>
"""
WRITER = "com.sun.star.text.TextDocument"


def make_cpp(commands, services, out):
    named = [command for command in commands if command.name]
    rows = ['    {"%s", %s, CommandKind::%s},' % (command.name, command.handler, command.kind) for command in named]
    write(out / "commands_table.h", "\n".join(
        ["// Made from src/writer/commands.txt by cmake/make_registry.py.", "#pragma once", "", '#include "writer/commands.h"', "", "namespace soat::writer {", ""]
        + ["void %s(const CommandCall& call);" % handler for handler in sorted({command.handler for command in named})]
        + ["", "inline constexpr CommandRow command_table[] = {", *rows, "};", "", "}  // namespace soat::writer", ""]))
    write(out / "soat.map", "{\n  global:\n%s  local:\n    *;\n};\n" % "".join("    %s;\n" % service.constructor for service in services))


class Writer:
    """Nodes and properties one inside the other."""

    def __init__(self):
        self.text = ""
        self.depth = 1

    def line(self, text):
        self.text += "  " * self.depth + text + "\n"

    def node(self, name, body, replace=True):
        self.line('<node oor:name="%s"%s>' % (name, ' oor:op="replace"' if replace else ""))
        self.depth += 1
        body()
        self.depth -= 1
        self.line("</node>")

    def value(self, name, value):
        self.line('<prop oor:name="%s" oor:type="xs:string"><value>%s</value></prop>' % (name, escape(value)))

    def title(self, texts, change=lambda text: text):
        self.line('<prop oor:name="Title" oor:type="xs:string"><value xml:lang="en-US">%s</value><value xml:lang="vi">%s</value></prop>'
                  % tuple(escape(change(texts[language])) for language in ("en", "vi")))


class Addons(Writer):
    def __init__(self, commands, texts):
        super().__init__()
        self.commands = commands
        self.texts = texts
        self.node("AddonUI", self.parts, replace=False)

    def title_of(self, name):
        key = "menu." + name
        if key not in self.texts["en"]:
            raise catalogue.Fault("texts: there is no %s, the title of a command in a menu" % key)
        return {language: texts[key] for language, texts in self.texts.items()}

    def parts(self):
        self.node("OfficeMenuBar", lambda: self.node("org.soat.menu", self.menu), replace=False)
        self.node("OfficeToolBar", lambda: self.node("org.soat.toolbar", self.toolbar), replace=False)
        self.node("Images", self.images, replace=False)

    def menu(self):
        self.value("Context", WRITER)
        self.title(self.title_of("soat"))
        self.node("Submenu", self.entries, replace=False)

    def entries(self):
        """The menu; a menu in it stands where the first of its commands does."""
        number = 0
        waiting = list(registry_tables.SUBMENUS)
        for command in self.commands:
            if "menu" in command.places:
                number += 1
                self.entry("m%02d" % number, command)
            for name in [name for name in waiting if "menu/" + name in command.places]:
                number += 1
                waiting.remove(name)
                self.node("m%02d" % number, lambda: self.submenu(name))

    def submenu(self, name):
        self.value("Context", WRITER)
        self.title(self.title_of(name))
        inside = [command for command in self.commands if "menu/" + name in command.places]
        self.node("Submenu", lambda: [self.entry("c%02d" % (i + 1), command) for i, command in enumerate(inside)], replace=False)

    def entry(self, name, command, change=lambda text: text):
        if not command.name:
            self.node(name, lambda: self.value("URL", "private:separator"))
            return

        def body():
            self.value("Context", WRITER)
            self.value("URL", command.address)
            self.title(self.title_of(command.name), change)
            self.value("Target", "_self")
        self.node(name, body)

    def toolbar(self):
        inside = [command for command in self.commands if "toolbar" in command.places]
        for i, command in enumerate(inside):
            self.entry("b%d" % (i + 1), command, lambda text: text.replace("~", "").removesuffix("…"))

    def images(self):
        for command in self.commands:
            if command.icon:
                self.node("org.soat.image." + command.name, lambda: self.image(command))

    def image(self, command):
        self.value("URL", command.address)

        def files():
            self.value("ImageSmallURL", "%%origin%%/../icons/%s_16.png" % command.name)
            self.value("ImageBigURL", "%%origin%%/../icons/%s_26.png" % command.name)
        self.node("UserDefinedImages", files, replace=False)


class Accelerators(Writer):
    def __init__(self, commands):
        super().__init__()
        keys = sorted((command.key, command.address) for command in commands if command.key)
        self.node("PrimaryKeys", lambda: self.node("Modules", lambda: self.node(WRITER, lambda: self.keys(keys), replace=False), replace=False), replace=False)

    def keys(self, keys):
        for key, address in keys:
            self.node(key + "_MOD1_MOD2", lambda: self.line(
                '<prop oor:name="Command"><value xml:lang="x-no-translate">%s</value><value xml:lang="en-US">%s</value></prop>' % (address, address)))


def components(services, environment, library):
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<components xmlns="http://openoffice.org/2010/uno-components">',
           '  <component loader="com.sun.star.loader.SharedLibrary" environment="%s" uri="%s">' % (environment, library)]
    for service in services:
        out += ['    <implementation name="%s" constructor="%s"%s>' % (service.implementation, service.constructor, ' single-instance="true"' if service.single else ""),
                '      <service name="%s"/>' % service.service, "    </implementation>"]
    return "\n".join(out + ["  </component>", "</components>", ""])


def basic(template, texts):
    """A Basic module with @vi:key@ and @en:key@ filled in."""
    def fill(found):
        language, key = found.groups()
        if key not in texts[language]:
            raise catalogue.Fault("%s: there is no text %s" % (template, key))
        return escape(texts[language][key].replace('"', '""'))
    return re.sub(r"@(vi|en):([\w.-]+)@", fill, template.read_text(encoding="utf-8"))


def main(arguments):
    kind, writer = arguments[0], pathlib.Path(arguments[1])
    try:
        commands = registry_tables.read_commands(writer / "commands.txt")
        services = registry_tables.read_services(writer / "services.txt")
        if kind == "cpp":
            out = pathlib.Path(arguments[2])
            out.mkdir(parents=True, exist_ok=True)
            make_cpp(commands, services, out)
            return 0
        texts, extension, out = catalogue.read_catalogue(arguments[2]), pathlib.Path(arguments[3]), pathlib.Path(arguments[4])
        for folder in ("registry", "Soat"):
            (out / folder).mkdir(parents=True, exist_ok=True)
        write(out / "registry/Addons.xcu", XCU % ("Addons", Addons(commands, texts).text))
        write(out / "registry/Accelerators.xcu", XCU % ("Accelerators", Accelerators(commands).text))
        write(out / "soat.components", components(services, *arguments[5:7]))
        write(out / "Soat/About.xba", basic(extension / "Soat/About.xba.in", texts))
    except catalogue.Fault as fault:
        return "make_registry.py: %s" % fault
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
