/* Runs one fixture of the CSL test-suite on the engine that host.js sets up. The steps are those of the suite's own runner: see
   "processor-tests" in the documentation of citeproc-js. */
"use strict";

function soatFixture(json) {
  var test = JSON.parse(json), items = {}, ids = [];
  (test.INPUT || []).forEach(function (item) { items[item.id] = item; ids.push("" + item.id); });
  var abbreviations = { "default": new CSL.AbbreviationSegments() };
  var system = {
    retrieveItem: function (id) { return items[id]; },
    retrieveLocale: function (tag) { return soatLocale(tag); },
    getAbbreviation: function (list, target, jurisdiction, category, key) {
      var known = abbreviations[jurisdiction] ? jurisdiction : "default";
      var value = abbreviations[known] && abbreviations[known][category] && abbreviations[known][category][key];
      if (!target[known]) target[known] = new CSL.AbbreviationSegments();
      if (!value && known !== "default") {
        known = "default";
        value = abbreviations["default"][category] && abbreviations["default"][category][key];
      }
      if (value) target[known][category][key] = value;
      return known;
    }
  };
  if (test.ABBREVIATIONS) {
    Object.keys(test.ABBREVIATIONS).forEach(function (jurisdiction) {
      abbreviations[jurisdiction] = abbreviations[jurisdiction] || new CSL.AbbreviationSegments();
      Object.keys(test.ABBREVIATIONS[jurisdiction]).forEach(function (category) {
        abbreviations[jurisdiction][category] = test.ABBREVIATIONS[jurisdiction][category];
      });
    });
  }
  var options = test.OPTIONS || {};
  if (options.variableWrapper) {
    system.variableWrapper = function (params, before, text, after) {
      if (params.variableNames[0] === "title" && params.itemData.URL && params.context === "bibliography" && params.position === "first") {
        return before + '<a href="' + params.itemData.URL + '">' + text + "</a>" + after;
      }
      return before + text + after;
    };
  }
  var style = new CSL.Engine(system, test.CSL);
  style.fun.dateparser.addDateParserMonths(["ocak", "Şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
    "kasım", "aralık", "bahar", "yaz", "sonbahar", "kış"]);
  Object.keys(options).forEach(function (key) {
    if (key !== "variableWrapper") style.opt.development_extensions[key] = options[key];
  });
  if (test.LANGPARAMS) style.setLangPrefsForCites(test.LANGPARAMS);
  if (test.BIBENTRIES) test.BIBENTRIES.forEach(function (entry) { style.updateItems(entry); });
  else if (!test.CITATIONS) style.updateItems(ids);
  var lines = [];
  if (test.CITATIONS) {
    var texts = [], last = null;
    test.CITATIONS.forEach(function (one) {
      one[0].citationItems.forEach(function (cite) { cite.id = "" + cite.id; });
      last = style.processCitationCluster(one[0], one[1], one[2]);
      // The document as it stands after this step, in its order.
      var ordered = one[1].map(function (c) { return c[0]; }).concat([one[0].citationID || last[1].slice(-1)[0][2]], one[2].map(function (c) { return c[0]; }));
      var by_id = {};
      texts.forEach(function (t) { by_id[t.id] = t.text; });
      texts = ordered.map(function (id) { return { id: id, text: by_id[id], changed: false }; });
      last[1].forEach(function (c) { texts[c[0]] = { id: c[2] || (texts[c[0]] || {}).id, text: c[1], changed: true }; });
    });
    lines = texts.map(function (t, i) { return (t.changed ? ">>[" : "..[") + i + "] " + t.text; });
  } else {
    // Without clusters of its own a fixture cites all its items at once, in the order that the bibliography's sort gave them.
    var all = style.registry.reflist.map(function (entry) { return { id: entry.id }; });
    (test["CITATION-ITEMS"] || [all]).forEach(function (cluster) {
      lines.push(style.makeCitationCluster(cluster));
    });
  }
  if (/^bibliography/.test(test.MODE)) {
    var made = style.makeBibliography(test.BIBSECTION);
    if (test.MODE === "bibliography-header") {
      return JSON.stringify(Object.keys(made[0]).map(function (k) { return k + ": " + made[0][k]; }).sort().join("\n"));
    }
    return JSON.stringify(made[0].bibstart + made[1].join("") + made[0].bibend);
  }
  return JSON.stringify(lines.join("\n"));
}
