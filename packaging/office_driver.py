"""Drives a LibreOffice of its own from Python: a private profile, an extension in it, an office process on a pipe.

For packaging/writer and for tests/office and tests/gui. Python 3 with LibreOffice's bridge (Debian: python3-uno, so /usr/bin/python3).
Nothing here touches the user's own LibreOffice or its profile.
"""
import glob
import os
import random
import shutil
import signal
import string
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile


class OfficeError(Exception):
    """What keeps the office from being used; one line."""


def file_url(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


def types_of(oxt, folder):
    """The extension's type library, unpacked; None if the package has none."""
    with zipfile.ZipFile(oxt) as package:
        return package.extract("soat.rdb", folder) if "soat.rdb" in package.namelist() else None


def find_program(explicit=None):
    """The folder with soffice and unopkg."""
    places = [explicit, os.environ.get("LIBREOFFICE_PROGRAM")]
    found = shutil.which("soffice")
    if found:
        places.append(os.path.dirname(os.path.realpath(found)))
    places += ["/usr/lib/libreoffice/program"] + sorted(glob.glob("/opt/libreoffice*/program"), reverse=True)
    for place in places:
        if place and os.path.exists(os.path.join(place, "soffice")):
            return place
    raise OfficeError("LibreOffice was not found; install libreoffice-writer or set LIBREOFFICE_PROGRAM")


def import_uno(program, more_types=None):
    """The bridge of the very office that is driven: one of another version breaks off at the first type it does not know. The same goes for
    the extension's own types: more_types names its type library. Once a process."""
    for folder in (program, os.path.join(program, "../../python3/dist-packages")):
        if os.path.exists(os.path.join(folder, "uno.py")):
            sys.path[:0] = [os.path.realpath(folder), program]
            os.environ.setdefault("URE_BOOTSTRAP", "vnd.sun.star.pathname:%s/fundamentalrc" % program)
            break
    if more_types:
        rdbs = [os.path.join(program, "types/offapi.rdb"), os.path.join(program, "types/oovbaapi.rdb"), more_types]
        os.environ["URE_MORE_TYPES"] = " ".join(file_url(rdb) for rdb in rdbs if os.path.exists(rdb))
    try:
        import uno
    except ImportError as error:
        raise OfficeError("LibreOffice's Python bridge is missing (%s); install python3-uno and use /usr/bin/python3" % error)
    return uno


# What a new profile starts with: Vietnamese, automatic checking on, nothing that greets.
SETTINGS = [
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale", "vi-VN"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "vi-VN"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("/org.openoffice.Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("/org.openoffice.Office.Linguistic/SpellChecking", "IsSpellAuto", "true"),
    ("/org.openoffice.Office.Linguistic/GrammarChecking", "IsAutoCheck", "true"),
]


class Office:
    """One profile and, between start() and stop(), one office on it. Usable as a context manager."""

    def __init__(self, oxt=None, profile=None, ui_locale="vi", program=None, settings=()):
        """oxt: the package whose services are to be called; install() puts it in."""
        self.program = find_program(program)
        self.own_profile = profile is None
        self.profile = os.path.abspath(profile or tempfile.mkdtemp(prefix="soat-office-"))
        self.oxt = oxt
        self.uno = import_uno(self.program, types_of(oxt, self.profile) if oxt else None)
        self.process = None
        self.exit_status = None
        self.log_path = os.path.join(self.profile, "office.log")
        self._write_settings([("/org.openoffice.Setup/L10N", "ooLocale", ui_locale),
                              ("/org.openoffice.Office.Linguistic/General", "UILocale", ui_locale)] + SETTINGS + list(settings))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.remove_profile()

    def _write_settings(self, settings):
        user = os.path.join(self.profile, "user")
        os.makedirs(user, exist_ok=True)
        path = os.path.join(user, "registrymodifications.xcu")
        if os.path.exists(path):
            return
        with open(path, "w", encoding="utf-8") as f:
            f.write('<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
                    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n')
            for node, name, value in settings:
                f.write('<item oor:path="%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>\n' % (node, name, value))
            f.write("</oor:items>\n")

    def remove_profile(self):
        if self.own_profile:
            shutil.rmtree(self.profile, ignore_errors=True)

    def log(self):
        try:
            with open(self.log_path, encoding="utf-8", errors="replace") as f:
                return f.read()
        except OSError:
            return ""

    # -- extensions

    def unopkg(self, *arguments):
        """Runs unopkg on the profile and gives what it printed. It refuses to serve root, so root becomes another user for it."""
        command = [os.path.join(self.program, "unopkg"), arguments[0], "-env:UserInstallation=" + file_url(self.profile), *arguments[1:]]
        ways = [command]
        if os.geteuid() == 0:
            ways = []
            if shutil.which("unshare"):
                ways.append(["unshare", "--user", "--map-user=1000", "--map-group=1000"] + command)
            if shutil.which("setpriv"):  # where user namespaces are not allowed
                ways.append(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command)
        outputs = []
        for way in ways:
            nobody = way[0] == "setpriv"
            if nobody:
                self._give_profile_to(65534)
            done = subprocess.run(way, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=300,
                                  env=dict({n: v for n, v in os.environ.items() if not n.startswith("URE_")}, HOME=self.profile))
            if nobody:
                self._give_profile_to(0)
            output = done.stdout.decode("utf-8", "replace")
            if done.returncode == 0:  # messages are in the user's language; only the status can be relied on
                return output
            outputs.append(" ".join(output.split()) or "status %d" % done.returncode)
        raise OfficeError("unopkg %s failed: %s" % (" ".join(arguments), "; ".join(outputs)))

    def _give_profile_to(self, user):
        for folder, _, files in os.walk(self.profile):
            for path in [folder] + [os.path.join(folder, name) for name in files]:
                os.lchown(path, user, user)

    def install(self, oxt=None):
        # unopkg reads the package as another user may, and that user must get at it.
        copy = os.path.join(self.profile, "soat.oxt")
        shutil.copyfile(oxt or self.oxt, copy)
        try:
            self.unopkg("add", "-f", copy)
        finally:
            os.remove(copy)

    def remove(self, identifier="org.soat.writer"):
        self.unopkg("remove", identifier)

    # -- the process

    def start(self, headless=True, patience=90):
        pipe = "soat" + "".join(random.choices(string.ascii_lowercase, k=12))
        command = [os.path.join(self.program, "soffice"), "-env:UserInstallation=" + file_url(self.profile), "--nologo", "--nodefault",
                   "--norestore", "--nofirststartwizard", "--nolockcheck", "--accept=pipe,name=%s;urp;StarOffice.ComponentContext" % pipe]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("URE_")}
        if headless:
            command.append("--headless")
            environment.pop("DISPLAY", None)
            environment["SAL_USE_VCLPLUGIN"] = "svp"
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True)
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        begin = time.monotonic()
        while True:
            try:
                self.context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception as error:  # pyuno makes its exception types as it goes, so they are told apart by name
                if type(error).__name__.rsplit(".", 1)[-1] not in ("NoConnectException", "ConnectionSetupException"):
                    self.stop()
                    raise
            if self.process.poll() is not None:
                raise OfficeError("the office ended at once with status %s: %s" % (self.process.returncode, self.log()[-400:]))
            if time.monotonic() - begin > patience:
                self.stop()
                raise OfficeError("the office did not answer within %d seconds" % patience)
            time.sleep(0.05)
        self.services = self.context.ServiceManager
        self.desktop = self.new("com.sun.star.frame.Desktop")
        return self

    def stop(self, patience=30):
        """Ends the office as its menu does, and gives its exit status; None if it had to be killed."""
        process, self.process = self.process, None
        if process is None:
            return self.exit_status
        try:
            self.desktop.terminate()
        except Exception:
            patience = min(patience, 5)  # the bridge is down: the office is on its way out, or has lost us
        try:
            self.exit_status = process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # a session of our own
            process.wait()
            self.exit_status = None
        return self.exit_status

    def pid(self):
        """Of the office itself, which the process that was started has started in its turn."""
        for folder in glob.glob("/proc/[0-9]*"):
            try:
                with open(folder + "/stat", encoding="utf-8", errors="replace") as f:
                    name, _, rest = f.read().partition("(")[2].rpartition(")")
            except OSError:  # ended meanwhile
                continue
            if name == "soffice.bin" and int(rest.split()[3]) == self.process.pid:  # a session of our own
                return int(os.path.basename(folder))
        raise OfficeError("the office's process was not found")

    def wait(self):
        """Until the user closes the office."""
        try:
            return self.process.wait()
        except KeyboardInterrupt:
            return self.stop()

    # -- UNO

    def new(self, service, *arguments):
        if arguments:
            return self.services.createInstanceWithArgumentsAndContext(service, arguments, self.context)
        return self.services.createInstanceWithContext(service, self.context)

    def struct(self, name, **members):
        made = self.uno.createUnoStruct(name)
        for member, value in members.items():
            setattr(made, member, value)
        return made

    def properties(self, **values):
        return tuple(self.struct("com.sun.star.beans.PropertyValue", Name=name, Value=value) for name, value in values.items())

    def locale(self, tag="vi-VN"):
        language, _, country = tag.partition("-")
        return self.struct("com.sun.star.lang.Locale", Language=language, Country=country)

    def constant(self, name):
        return self.uno.getConstantByName(name)

    # -- documents

    def load(self, path, hidden=True, read_only=False):
        """Opens a file; a .txt as UTF-8 in Vietnamese, a paragraph a line. Read-only leaves no lock file beside it and minds none."""
        values = {"Hidden": hidden, "ReadOnly": read_only}
        if path.lower().endswith(".txt"):
            values.update(FilterName="Text (encoded)", FilterOptions="UTF8,LF,,vi-VN")
        document = self.desktop.loadComponentFromURL(file_url(path), "_blank", 0, self.properties(**values))
        if document is None:
            raise OfficeError("%s: LibreOffice cannot open it" % path)
        return document

    def open_in_window(self, path, patience=60):
        """Opens a file in a window of the running office as a second click on it would: on the office's own main thread. Loading through the
        bridge happens on another thread, which GTK does not bear."""
        command = [os.path.join(self.program, "soffice"), "-env:UserInstallation=" + file_url(self.profile), "--nologo", "--norestore"]
        if path.lower().endswith(".txt"):
            command.append("--infilter=Text (encoded):UTF8,LF,,vi-VN")
        subprocess.run(command + [os.path.abspath(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={n: v for n, v in os.environ.items() if not n.startswith("URE_")}, timeout=patience)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            components = self.desktop.getComponents().createEnumeration()
            while components.hasMoreElements():
                document = components.nextElement()
                if hasattr(document, "getURL") and document.getURL() == self.uno.systemPathToFileUrl(os.path.abspath(path)):
                    if document.getCurrentController() is not None:
                        return document
            time.sleep(0.1)
        raise OfficeError("%s: LibreOffice did not open it" % path)

    def new_document(self, *paragraphs, hidden=True):
        document = self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, self.properties(Hidden=hidden))
        document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard").CharLocale = self.locale()
        document.Text.setString("\r".join(paragraphs))
        return document

    def flat_paragraphs(self, document):
        """Every paragraph as Writer gives it to a proofreader: body, tables, notes, frames, headers."""
        walk = document.getFlatParagraphIterator(self.constant("com.sun.star.text.TextMarkupType.PROOFREADING"), False)
        paragraph = walk.getFirstPara()
        while paragraph is not None:
            yield paragraph
            paragraph = walk.getNextPara()
