/* Fits styles that were made for English to Vietnamese: the order of words in dates, editions and roles, which CSL leaves to the style
   and not to the locale. Works on styles as citeproc-js parses them ({name, attrs, children}) before they are built, and on built
   dates. Loaded before host.js, after citeproc-js. */
"use strict";

var soatVietnamese = (function () {
  function elements(node) {
    return (node.children || []).filter(function (child) { return child && typeof child === "object"; });
  }
  function walk(node, visit) {
    visit(node);
    elements(node).forEach(function (child) { walk(child, visit); });
  }
  function some(node, test) {
    return test(node) || elements(node).some(function (child) { return some(child, test); });
  }

  // Roles that a verb behind the name tells ("Trần Văn Ổn dịch"); the words of the others stand before it ("với …", "gửi …").
  var VERBS = ["chair", "compiler", "curator", "director", "editor", "editorial-director", "editortranslator", "editor-translator",
    "executive-producer", "host", "illustrator", "interviewer", "narrator", "organizer", "performer", "producer", "script-writer",
    "series-creator", "translator"];

  // "Dịch bởi Trần Văn Ổn" becomes "Trần Văn Ổn dịch", "(Trần V. Ổ., Dịch)" "(Trần V. Ổ., dịch)".
  function adapt_names(names) {
    var list = names.children;
    function index_of(name) { return list.findIndex(function (child) { return child && child.name === name; }); }
    var label = index_of("label");
    if (label < 0) return;
    var node = list[label], verb = /^verb/.test(node.attrs.form || "");
    var before = index_of("name") < 0 || label < index_of("name");
    var movable = (names.attrs.variable || "").split(/\s+/).every(function (role) { return VERBS.indexOf(role) >= 0; });
    if (before && verb && movable) {
      list.splice(label, 1);
      if (index_of("name") < 0) list.unshift({ name: "name", attrs: {}, children: [] });
      list.splice(Math.max(index_of("name"), index_of("et-al")) + 1, 0, node);
      delete node.attrs.suffix;
      node.attrs.prefix = " ";
      before = false;
    }
    if (!before && !/\./.test(node.attrs.prefix || "")) delete node.attrs["text-case"];
  }

  // No comma before "và".
  function adapt_and(node) {
    if (node.attrs && node.attrs.and === "text") node.attrs["delimiter-precedes-last"] = "never";
  }

  function tells_edition(node) {
    return node.name === "label" && node.attrs.variable === "edition" || node.name === "text" && node.attrs.term === "edition";
  }

  // "2 tái bản" becomes "tái bản lần 2". What stands between the two goes on standing there.
  function adapt_edition(node) {
    var list = elements(node);
    for (var i = 0; i + 1 < list.length; i += 1) {
      var number = list[i], word = list[i + 1];
      if (number.attrs && number.attrs.variable === "edition" && /^(number|text)$/.test(number.name) && tells_edition(word)) {
        var place = node.children.indexOf(number), other = node.children.indexOf(word);
        node.children[place] = word;
        node.children[other] = number;
        var between = (number.attrs.suffix || "") + (word.attrs.prefix || ""), behind = word.attrs.suffix, ahead = number.attrs.prefix;
        ["prefix", "suffix"].forEach(function (side) { delete number.attrs[side]; delete word.attrs[side]; });
        if (ahead) word.attrs.prefix = ahead;
        if (behind) number.attrs.suffix = behind;
        if (between) word.attrs.suffix = between;
        i += 1;
      }
    }
  }

  // A style whose English dates begin with the year wants it first in every language.
  function year_first(style) {
    return some(style, function (node) {
      if (node.name !== "locale" || !/^en/.test(node.attrs["xml:lang"] || "")) return false;
      return elements(node).some(function (date) {
        var first = date.name === "date" && date.attrs.form === "text" && elements(date)[0];
        return first && first.attrs.name === "year";
      });
    });
  }
  function adapt_year_first(node) {
    if (node.name !== "date" || node.attrs.variable !== "issued" || node.attrs.form !== "text") return;
    delete node.attrs.form;
    delete node.attrs["date-parts"];
    node.attrs.delimiter = " ";
    node.children = [{ name: "date-part", attrs: { name: "year" }, children: [] },
      { name: "date-part", attrs: { name: "month" }, children: [] }, { name: "date-part", attrs: { name: "day" }, children: [] }];
  }

  function adapt_style(style) {
    var year = year_first(style);
    walk(style, function (node) {
      if (node.name === "names") adapt_names(node);
      adapt_and(node);
      adapt_edition(node);
      if (year) adapt_year_first(node);
    });
  }

  // Month before day, as Americans write, becomes day before month. What stands between the parts stays where it is, and a date
  // without a day keeps the month where it was.
  // A day behind a year says that it is one: "2021 ngày 25 tháng 6".
  function turn(month, day, behind_year) {
    var form = day.strings.form, prefix = month.strings.prefix || "", marked = behind_year && !/[^\s]/.test(prefix);
    month.execs.unshift(function (state) {
      var has_day = state.tmp.date_object && state.tmp.date_object.day;
      month.strings.name = has_day ? "day" : "month";
      month.strings.form = has_day ? form : "long";
      month.strings.prefix = has_day && marked ? prefix + "ngày " : prefix;
      day.strings.name = has_day ? "month" : "day";
      day.strings.form = has_day ? "long" : form;
    });
  }

  // Month and year side by side: "tháng 3 năm 2019".
  function join(month, year) {
    month.strings.form = "long";
    month.strings.suffix = " năm ";
    year.strings.prefix = "";
  }

  function adapt_dates(engine) {
    var lists = [engine.citation.tokens, engine.bibliography.tokens];
    Object.keys(engine.macros).forEach(function (name) { lists.push(engine.macros[name]); });
    lists.forEach(function (tokens) {
      var parts = [];
      tokens.forEach(function (token) {
        if (token.name === "date") parts = [];
        if (token.name !== "date-part") return;
        var last = parts[parts.length - 1];
        if (last && last.strings.name === "month" && token.strings.name === "day") turn(last, token, parts.length > 1);
        if (last && last.strings.name === "month" && token.strings.name === "year" && parts.length === 1 &&
          /^\s*$/.test((last.strings.suffix || "") + (token.strings.prefix || ""))) {
          join(last, token);
        }
        parts.push(token);
      });
    });
  }

  // Whether the first key of the list is a name or what stands for one.
  function sorts_by_name(style) {
    var list = elements(style).find(function (node) { return node.name === "bibliography"; });
    var sort = list && elements(list).find(function (node) { return node.name === "sort"; });
    var key = sort && elements(sort)[0];
    if (!key || !key.attrs.macro) return false;
    return elements(style).some(function (node) {
      return node.name === "macro" && node.attrs.name === key.attrs.macro && some(node, function (one) { return one.name === "names"; });
    });
  }

  // "tái bản lần" stands where a number stood and may begin a sentence, and lacks the full stop of "ed."; in text, HTML or RTF.
  var EDITION = "ái bản lần".replace(/[^a-z ]/g, function (letter) {
    return "(?:" + letter + "|\\\\uc0\\\\u" + letter.charCodeAt(0) + "\\{\\})";
  });
  var BEGINS = new RegExp("([.?!](?:[”\"’')]|\\\\uc0\\\\u82\\d\\d\\{\\})?\\s+)t(?=" + EDITION + ")", "g");
  var ENDS = new RegExp("(" + EDITION + " \\d+) (?=[A-ZÀ-ÞĐ]|\\\\uc0)", "g");
  function adapt_sentences(text) {
    return text.replace(BEGINS, "$1T").replace(ENDS, "$1. ");
  }

  return { adapt_style: adapt_style, adapt_dates: adapt_dates, sorts_by_name: sorts_by_name, adapt_sentences: adapt_sentences };
})();
