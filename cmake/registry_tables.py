"""Reads the tables of what the extension registers: src/writer/commands.txt and services.txt."""
import dataclasses
import pathlib
import re

from catalogue import Fault

SUBMENUS = ("finding", "citations")
PLACES = ("menu", "toolbar", *("menu/" + name for name in SUBMENUS))


@dataclasses.dataclass
class Command:
    name: str  # "" for a separator
    handler: str = ""
    kind: str = "plain"  # or counts, citation
    places: tuple = ()
    key: str = ""
    icon: bool = False
    basic: str = ""

    @property
    def address(self):
        if self.basic:
            return "vnd.sun.star.script:Soat.%s?language=Basic&location=application" % self.basic
        return "vnd.org.soat:" + self.name


@dataclasses.dataclass
class Service:
    implementation: str
    service: str
    constructor: str
    single: bool


def lines(path):
    """(place for messages, words) of each line with something on it."""
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        words = line.partition("#")[0].split()
        if words:
            yield "%s:%d: " % (path, number), words


def read_command(where, words):
    if words[0] == "-":
        return Command("", places=tuple(words[1:]))
    if len(words) < 2 or not re.fullmatch(r"[a-z-]+", words[0]) or not re.fullmatch(r"[a-z_]+", words[1]):
        raise Fault(where + "not a command's name and its function")
    command = Command(words[0], words[1])
    for word in words[2:]:
        name, _, value = word.partition("=")
        if word in ("counts", "citation"):
            command.kind = word
        elif word in PLACES:
            command.places += (word,)
        elif word == "icon":
            command.icon = True
        elif name == "key" and re.fullmatch("[A-Z]", value):
            command.key = value
        elif name == "basic" and value:
            command.basic = value
        else:
            raise Fault(where + "unknown word \"%s\"" % word)
    return command


def read_commands(path):
    commands = []
    for where, words in lines(path):
        command = read_command(where, words)
        for other in commands:
            if command.name and command.name == other.name:
                raise Fault(where + "%s stands above already" % command.name)
            if command.key and command.key == other.key:
                raise Fault(where + "%s has this key already" % other.name)
        commands.append(command)
    return commands


def read_services(path):
    services = []
    for where, words in lines(path):
        if len(words) not in (3, 4) or words[3:] not in ([], ["single"]):
            raise Fault(where + "not an implementation, its service and its constructor")
        services.append(Service(*words[:3], bool(words[3:])))
    return services
