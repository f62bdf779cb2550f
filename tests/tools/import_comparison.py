#!/usr/bin/env python3
"""Compares what `soat cite convert` reads of sources with what Zotero's own importers are tested to read, and with pandoc.

    tests/tools/import_comparison.py SOAT FOLDER... [--list]

A FOLDER is a checkout, none of which belongs to this project:
  github.com/zotero/translators               the tests at the end of BibTeX.js, RIS.js and others
  github.com/retorquere/zotero-better-bibtex  test/fixtures/import: pairs X.bib, X.json
Prints a table: of each format the files, the entries, the fields that Zotero has, and how many of these are read as the same, as another, or not at all.
With --list each of the latter too. A field that differs is no fault by itself: the two take apart titles, bodies and dates by rules of their own.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

TRANSLATORS = {"BibTeX": "bib", "RIS": "ris", "MEDLINEnbib": "nbib", "ReferBibIX": "enw", "Endnote XML": "endnote-xml", "CSL JSON": "json"}
LARGEST = 300_000  # bytes; one fixture is a library of many thousand entries

FIELDS = {
    "title": ["title", "caseName", "subject", "nameOfAct"],
    "container-title": ["publicationTitle", "proceedingsTitle", "bookTitle", "encyclopediaTitle", "dictionaryTitle", "blogTitle", "forumTitle",
                        "websiteTitle", "programTitle"],
    "container-title-short": ["journalAbbreviation"],
    "DOI": ["DOI"], "ISBN": ["ISBN"], "ISSN": ["ISSN"], "URL": ["url"],
    "volume": ["volume", "codeVolume"], "issue": ["issue"], "page": ["pages", "firstPage"], "number-of-pages": ["numPages"],
    "number": ["number", "reportNumber", "patentNumber", "billNumber", "publicLawNumber", "docketNumber"],
    "publisher": ["publisher", "university", "institution", "distributor", "label", "company", "studio"], "publisher-place": ["place"],
    "edition": ["edition"], "collection-title": ["series", "seriesTitle"], "collection-number": ["seriesNumber"],
    "number-of-volumes": ["numberOfVolumes"], "title-short": ["shortTitle"], "abstract": ["abstractNote"], "call-number": ["callNumber"],
    "issued": ["date", "dateDecided", "dateEnacted", "issueDate"],
}
ROLES = {"author": "author", "editor": "editor", "translator": "translator", "seriesEditor": "collection-editor", "recipient": "recipient"}


def translator_tests(folder):
    """(format, input, expected items) of the tests of import in Zotero's translators."""
    script = ("const s=require('fs').readFileSync(process.argv[1],'utf8'),i=s.lastIndexOf('var testCases');"
              "const t=i<0?[]:eval(s.slice(s.indexOf('[',i),s.lastIndexOf(']')+1));"
              "console.log(JSON.stringify(t.filter(x=>x.type==='import').map(x=>[x.input,x.items])))")
    for name, form in TRANSLATORS.items():
        file = folder / (name + ".js")
        if file.exists():
            done = subprocess.run(["node", "-e", script, str(file)], capture_output=True, text=True, check=True)
            for text, items in json.loads(done.stdout):
                yield form, text, items


def fixtures(folder):
    for file in sorted((folder / "test/fixtures/import").glob("*.bib")):
        expected = file.with_suffix(".json")
        if expected.exists() and file.stat().st_size < LARGEST:
            items = [item for item in json.loads(expected.read_text()).get("items", []) if item["itemType"] not in ("note", "attachment")]
            if items:
                yield "bib", file.read_text(errors="replace"), items


def converted(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.stdout.strip() else []


def plain(text):
    text = html.unescape(re.sub(r"</?(i|b|sub|sup|span)\b[^>]*>", "", str(text)))
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("–—’‘“”", "--''\"\""))
    return re.sub(r"\s+", " ", text.replace("--", "-").replace("\u00ad", "")).strip().rstrip(".").lower()


def person(one):
    if "literal" in one:
        return plain(one["literal"]).replace(",", "")
    parts = [one.get(key, "") for key in ("non-dropping-particle", "dropping-particle", "family", "given", "suffix")]
    return re.sub(r"[ ,.]", "", plain(" ".join(parts)))


def said(item, field):
    value = item.get(field)
    if field in ROLES.values():
        return [person(one) for one in value or []]
    if field == "issued" and value:
        parts = value.get("date-parts", [[""]])[0]
        found = re.search(r"\d{4}", str(value.get("literal") or value.get("raw") or (parts and parts[0])))
        return found.group() if found else ""
    value = plain(value or "")
    return value.replace("-", "").replace(" ", "") if field in ("DOI", "ISBN", "ISSN", "URL") else value


def wanted(item):
    """What Zotero has, as said() gives it."""
    out = {}
    for field, keys in FIELDS.items():
        value = next((item[key] for key in keys if item.get(key)), "")
        if field == "issued":
            found = re.search(r"\d{4}", str(value))
            value = found.group() if found and found.group() != "0000" else ""
        elif field == "DOI":
            value = re.sub(r"^(doi:\s*|https?://(dx\.)?doi\.org/)", "", str(value), flags=re.I)
        value = said({field: value}, field) if field != "issued" else value
        if value:
            out[field] = value
    for role, field in ROLES.items():
        names = [person({"family": one.get("lastName", one.get("name", "")), "given": one.get("firstName", "")})
                 for one in item.get("creators", []) if one.get("creatorType") == role]
        if names:
            out[field] = names
    return out


def key_of(item):
    in_extra = re.search(r"Citation Key: (\S+)", str(item.get("extra", "")))
    return item.get("citationKey") or (in_extra.group(1) if in_extra else None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("soat", type=pathlib.Path)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    fields = collections.Counter()
    with tempfile.TemporaryDirectory() as made:
        file = pathlib.Path(made) / "input"
        for form, text, expected in (test for folder in options.folders for test in (*translator_tests(folder), *fixtures(folder))):
            file.write_text(text)
            readers = {"soat": converted([options.soat, "cite", "convert", "--from", form, "--to", "json", file])}
            if form == "bib":
                readers["pandoc"] = converted(["pandoc", "-f", "biblatex", "-t", "csljson", file])
            for reader, items in readers.items():
                count = counts[form, reader]
                count["files"] += 1
                by_key = {item["id"]: item for item in items}
                for at, item in enumerate(expected):
                    key = key_of(item)
                    found = by_key.get(key) if key else items[at] if len(items) == len(expected) else None
                    count["entries"] += found is not None
                    count["no entry"] += found is None
                    for field, value in wanted(item).items() if found else ():
                        got = said(found, field)
                        result = "same" if got == value else "other" if got else "none"
                        count[result] += 1
                        if reader == "soat" and result != "same":
                            fields[field, result] += 1
                            if options.list:
                                print(form, key or at, field, result, repr(value)[:150], repr(got)[:150], sep=" | ")
    heads = ["files", "entries", "no entry", "same", "other", "none"]
    print("| format | reader | %s |\n|---|---|%s" % (" | ".join(heads), "---|" * len(heads)))
    for (form, reader), count in counts.items():
        print("| %s | %s | %s |" % (form, reader, " | ".join(str(count[head]) for head in heads)))
    print(", ".join("%s %s %d" % (*key, count) for key, count in fields.most_common(20)))


if __name__ == "__main__":
    main()
