/* What stands between the C++ engine and citeproc-js. Every entry point takes and gives one JSON string. Works on any JavaScript
   engine that provides `module.exports` holding citeproc-js and the functions soatLocale(tag) and soatStep(item), which is told of
   each item that work begins on. Plain ECMAScript 2020, no host objects. */
"use strict";

var CSL = module.exports;

(function (global) {
  // What citeproc-js says beside its work (notes that are not in order, a term that a locale writes in another way) goes to a
  // console where there is one; without one it would end with a ReferenceError.
  CSL.debug = function () {};

  // citeproc-js makes no initial of Ơ, Ư and the letters U+1EA0..U+1EF9, because its expressions stop at Latin Extended-A.
  ["NAME_INITIAL_REGEXP", "ROMANESQUE_REGEXP", "STARTSWITH_ROMANESQUE_REGEXP", "ENDSWITH_ROMANESQUE_REGEXP",
    "ALL_ROMANESQUE_REGEXP"].forEach(function (name) {
    var known = CSL[name];
    var letters = "\\u00c0-\\u017f";
    if (known.source.indexOf(letters) < 0) throw new Error(name + " is not as expected");
    var wider = known.source;
    if (name === "NAME_INITIAL_REGEXP") {  // the second class, of the letters that follow, lacks all letters with marks
      wider = wider.replace("([a-zA-Z\\u0e01", "([a-zA-Z\\u00c0-\\u017f\\u01a0\\u01a1\\u01af\\u01b0\\u1ea0-\\u1ef9\\u0e01");
    }
    wider = wider.replace(letters, letters + "\\u01a0\\u01a1\\u01af\\u01b0\\u1ea0-\\u1ef9");
    CSL[name] = new RegExp(wider, known.flags);
  });

  // citeproc-js walks the whole style for each call of a macro; a large style calls thousands. An index by name gives the same node.
  var slow_nodes_by_name = CSL.XmlJSON.prototype.getNodesByName;
  CSL.XmlJSON.prototype.getNodesByName = function (node, name, attribute, found) {
    if (name !== "macro" || !attribute || found || node !== this.dataObj) {
      return slow_nodes_by_name.call(this, node, name, attribute, found);
    }
    if (!this.soatMacros) {
      this.soatMacros = new Map();
      var all = slow_nodes_by_name.call(this, node, "macro");
      for (var i = 0; i < all.length; i += 1) {
        if (!this.soatMacros.has(all[i].attrs.name)) this.soatMacros.set(all[i].attrs.name, []);
        this.soatMacros.get(all[i].attrs.name).push(all[i]);
      }
    }
    return this.soatMacros.get(attribute) || slow_nodes_by_name.call(this, node, name, attribute);
  };

  // citeproc-js looks for quotation marks and tags in every string that it puts out, and makes the expression for that anew each time. A
  // string that has no letter of any of them is left as it is in any case.
  var SlowFlipFlopper = CSL.Util.FlipFlopper;
  CSL.Util.FlipFlopper = function (state) {
    SlowFlipFlopper.call(this, state);
    var slow = this.processTags;
    var quotes = ["open-quote", "close-quote", "open-inner-quote", "close-inner-quote"].map(function (term) { return state.getTerm(term) || ""; });
    var may_hold_tag = new RegExp("[<\"'\u2019" + quotes.join("").replace(/[\]\\^-]/g, "\\$&") + "]");
    this.processTags = function (blob) {
      if (may_hold_tag.test(blob.blobs)) slow.call(this, blob);
    };
  };

  // --- Languages -------------------------------------------------------------------------------------------------------------

  var LANGUAGE_NAMES = {
    vi: /^(vi|vie|vn|vietnamese|tiếng việt|việt)\b/i, en: /^(en|eng|english|tiếng anh|anh)\b/i,
    fr: /^(fr|fra|fre|french|français|tiếng pháp|pháp)\b/i, de: /^(de|deu|ger|german|deutsch|tiếng đức)\b/i,
    ru: /^(ru|rus|russian|tiếng nga|nga)\b/i, zh: /^(zh|zho|chi|chinese|tiếng trung|tiếng hoa)\b/i,
    ja: /^(ja|jpn|japanese|tiếng nhật)\b/i, ko: /^(ko|kor|korean|tiếng hàn)\b/i
  };
  var GROUPS = ["vi", "en", "fr", "de", "ru", "zh", "ja", "ko"];
  var HEADINGS = {
    vi: { vi: "Tiếng Việt", en: "Tiếng Anh", fr: "Tiếng Pháp", de: "Tiếng Đức", ru: "Tiếng Nga", zh: "Tiếng Trung", ja: "Tiếng Nhật",
      ko: "Tiếng Hàn", other: "Tiếng nước ngoài" },
    en: { vi: "Vietnamese", en: "English", fr: "French", de: "German", ru: "Russian", zh: "Chinese", ja: "Japanese", ko: "Korean",
      other: "Other languages" }
  };
  var ALL_HEADINGS = [].concat.apply([], Object.keys(HEADINGS).map(function (locale) {
    return Object.keys(HEADINGS[locale]).map(function (language) { return HEADINGS[locale][language]; });
  }));
  // Letters that Vietnamese has and French, Portuguese and the other usual languages have not.
  var VIETNAMESE_LETTER = /[ăđơưĂĐƠƯĩũĨŨ\u1ea0-\u1ef9]/;

  // Those of them that no other language of Latin letters has: Romanian writes ă, Croatian đ.
  var SURELY_VIETNAMESE = /[ơưƠƯ\u1ea0-\u1ef9]/;

  // "vi", "en" ... for an item; "other" where nothing tells.
  function language_of(item) {
    var tag = (item.language || "").trim().toLowerCase();
    for (var i = 0; i < GROUPS.length; i += 1) {
      if (tag && LANGUAGE_NAMES[GROUPS[i]].test(tag.replace(/[-_].*/, ""))) return GROUPS[i];
    }
    if (tag) return "other";
    var names = (item.author || []).map(function (n) { return [n.family, n.given, n.literal].join(" "); }).join(" ");
    var text = [item.title, item["container-title"], item.publisher, item.authority, names].join(" ");
    if (VIETNAMESE_LETTER.test(text)) return "vi";
    return "other";
  }

  // --- Vietnamese order ------------------------------------------------------------------------------------------------------

  // Sort key of what an entry begins with: Vietnamese persons by given name (the last word), then family and middle names; bodies and
  // titles by the first word; others by family name.
  function name_key(entry) {
    var item = entry.ref, names = item.author || item.editor || item.translator;
    var name = names && names.length ? names[0] : { literal: first_words(entry) };
    if (name.literal) return words(name.literal);
    var given = (name.given || "").trim();
    var family = [name["dropping-particle"], name["non-dropping-particle"], name.family].filter(Boolean).join(" ").trim();
    if (!is_vietnamese(name, item)) return [family, given];
    if (!given) return words(family);
    var parts = given.split(/\s+/);
    return [parts[parts.length - 1], [family].concat(parts.slice(0, -1)).join(" ")];
  }

  // The engine marks each name; what it did not mark goes by the work's language.
  function is_vietnamese(name, item) {
    return name.multi && name.multi.main ? name.multi.main === "vi" : item.language === "vi";
  }

  // What stands first in an entry without persons: what the style sorts by where that is a name or what takes its place.
  function first_words(entry) {
    var item = entry.ref, key = settings.sorted_by_name && entry.sortkeys && entry.sortkeys[0];
    if (key) return "" + key;
    if (typeof item.authority === "string") return item.authority;
    if (item.authority && item.authority[0]) return item.authority[0].literal || item.authority[0].family || "";
    return item.title || "";
  }

  function words(text) {
    var at = text.search(/\s/);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  }

  function by_language_and_given_name(compare) {
    var cache = new Map();
    function key(entry) {
      var item = entry.ref;
      var known = cache.get(entry.id);
      if (known && known.item === item) return known;
      var language = languages.get(entry.id);
      var group = GROUPS.indexOf(language);
      known = { item: item, group: group < 0 ? GROUPS.length : group, name: name_key(entry), language: language };
      cache.set(entry.id, known);
      return known;
    }
    return function (a, b) {
      if (!a.ref || !b.ref) return compare(a, b);
      var left = key(a), right = key(b);
      if (left.group !== right.group) return left.group < right.group ? -1 : 1;  // citeproc-js wants exactly -1, 0 or 1
      var locale = left.language === "vi" ? "vi" : "en";
      return Math.sign(left.name[0].localeCompare(right.name[0], locale) || left.name[1].localeCompare(right.name[1], locale)) ||
        compare(a, b);
    };
  }

  // --- Engine ----------------------------------------------------------------------------------------------------------------

  var engine = null, vietnamese = false, items = new Map(), languages = new Map(), settings = {};

  // citeproc-js keeps items and citations in plain objects, where "constructor" and "__proto__" are taken.
  function inner(id) { return "=" + id; }
  function outer(id) { return id.slice(1); }

  var system = {
    retrieveItem: function (id) {
      soatStep(outer(id));
      if (!items.has(id)) throw new Error("no item " + outer(id));
      return items.get(id);
    },
    // A language whose words are not there is done without: its base ("fr-BE": "fr-FR"), then English.
    retrieveLocale: function (tag) {
      var base = CSL.LANG_BASES[tag.split("-")[0]];
      var locale = soatLocale(tag) || base && soatLocale(base.replace("_", "-")) || soatLocale("en-US");
      if (!locale) throw new Error("the words of no language are there: locales-en-US.xml is missing");
      return locale;
    }
  };

  // So that a limit holds for the work on one item, and a failure names it.
  function tell_steps(name, id_of) {
    var work = CSL[name];
    CSL[name] = function (item) {
      soatStep(outer("" + id_of(item)));
      return work.apply(this, arguments);
    };
  }
  ["getCite", "getSortKeys", "getAmbiguousCite"].forEach(function (name) { tell_steps(name, function (item) { return item.id; }); });

  // A citation as citeproc-js takes it, from one of the caller's.
  function taken(citation) {
    citation.citationID = inner(citation.citationID);
    citation.citationItems.forEach(function (cite) { cite.id = inner(cite.id); });
    return citation;
  }
  function places(list) { return list.map(function (one) { return [inner(one[0]), one[1]]; }); }

  function entry_point(name, work) {
    global[name] = function (json) {
      var result;
      try {
        result = work(JSON.parse(json));
      } catch (error) {
        // citeproc-js hardly validates: what a style lacks comes up as a missing property somewhere inside.
        if (error instanceof TypeError) throw new Error("citeproc-js cannot work with this style: " + error.message);
        throw error;
      }
      return JSON.stringify(result === undefined ? null : result);
    };
  }

  // Vietnamese usage names persons in full, in text too: a family name is shared by millions, and initials tell nobody apart. "usual"
  // leaves out names whose initials stand without full stops: the form that MEDLINE and its readers look persons up by.
  var given_name = CSL.NameOutput.prototype._givenName;
  CSL.NameOutput.prototype._givenName = function (name) {
    if (name.multi && name.multi.main === "vi" && settings.full_names !== "never") {
      if (settings.full_names === "always" || this.state.inheritOpt(this.name, "initialize-with") !== "") name["full-form-always"] = true;
    }
    return given_name.apply(this, arguments);
  };

  // --- Which words of a citation are of which source -------------------------------------------------------------------------

  // Where it is asked for, each is marked in RTF by a group before it that names the source (UTF-16 units in hexadecimal digits) and an
  // empty one behind it; readers of RTF pass over groups that they do not know. The marks are the last that is done to a text, so it
  // is the same with them and without. Numbers are marked one by one: citeproc-js makes ranges of them later.
  system.wrapCitationEntry = function (text, id) {
    if (!text) return text;
    var name = outer(id).split("").map(function (unit) { return ("000" + unit.charCodeAt(0).toString(16)).slice(-4); }).join("");
    return "{\\*\\soatcite " + name + "}" + text + "{\\*\\soatcite}";
  };

  function holds_number(blob) {
    return typeof blob.num === "number" || Array.isArray(blob.blobs) && blob.blobs.some(holds_number);
  }

  function mark_source(blob, id) {
    if (typeof blob.num === "number" || !holds_number(blob)) {
      blob.decorations = (blob.decorations || []).concat([["@cite", "entry"]]);
      blob.item_id = id;
    } else {
      blob.blobs.forEach(function (part) { mark_source(part, id); });
    }
  }

  var get_cite = CSL.getCite;
  CSL.getCite = function (item) {
    var before = this.output.queue.length;
    var result = get_cite.apply(this, arguments);
    if (settings.mark_cites && this.tmp.area === "citation" && !this.tmp.just_looking) {
      this.output.queue.slice(before).forEach(function (blob) { mark_source(blob, "" + item.id); });
    }
    return result;
  };

  // --- Work that changes nothing -----------------------------------------------------------------------------------------------

  function elements_below(node, wanted) {
    return (node.children || []).some(function (child) {
      return typeof child === "object" && (wanted(child) || elements_below(child, wanted));
    });
  }
  function holds_variable(node, name) {
    return elements_below(node, function (one) { return one.attrs.variable && one.attrs.variable.split(/\s+/).indexOf(name) >= 0; });
  }
  function parts(style, name) {
    return style.children.filter(function (child) { return child.name === name; });
  }

  // Whatever has another number than before is sorted anew by citeproc-js, its keys rendered again, and without their numbers works are all
  // alike, so that all are looked at when one goes. A new work in a sorted list gives half of the others new numbers; their keys stay what
  // they were, unless names are told apart in them or they hold the number.
  function keep_places(engine, style) {
    if (engine.opt.update_mode !== CSL.NUMERIC || engine.disambiguate.modes.length || engine.opt["disambiguate-add-givenname"]) return;
    var numbered = parts(style, "macro").concat([].concat.apply([], parts(style, "bibliography").map(function (list) { return parts(list, "sort"); })));
    if (numbered.some(function (node) { return holds_variable(node, "citation-number"); })) return;
    engine.registry.dorefreshes = function () {};
    ["setsortkeys", "sorttokens"].forEach(function (name) {
      var work = engine.registry[name];
      engine.registry[name] = function () {
        var tainted = engine.tmp.taintedItemIDs;
        engine.tmp.taintedItemIDs = {};
        try {
          return work.apply(this, arguments);
        } finally {
          engine.tmp.taintedItemIDs = Object.assign(tainted, engine.tmp.taintedItemIDs);
        }
      };
    });
  }

  // Whether citations say in which note a work was cited first: where they do not, those behind a new note say the same as before.
  var POSITION_TEST_VARS = CSL.POSITION_TEST_VARS;
  function watch_positions(style) {
    CSL.POSITION_TEST_VARS = POSITION_TEST_VARS.filter(function (name) {
      return name !== "first-reference-note-number" || holds_variable(style, name);
    });
  }

  // A work alone with its citation's text is told apart from nothing. citeproc-js renders it once more to see how many names it has, which
  // is known of one that has stood alone since it was put in.
  function leave_alone(engine) {
    var run = engine.disambiguate.run;
    engine.disambiguate.run = function (akey) {
      var works = (engine.registry.ambigcites[akey] || []).map(function (id) { return engine.registry.registry[id]; });
      if (works.length === 1 && (settings.sorted && works[0].newItem || works[0].soat_alone === akey)) {  // sorting ends being new
        works[0].soat_alone = akey;
        return;
      }
      works.forEach(function (work) { delete work.soat_alone; });
      run.apply(this, arguments);
    };
  }

  // {style, locale, format: "text"|"html"|"rtf", vietnamese_order, full_names: "usual"|"always"|"never", force_locale, knows_legal,
  // mark_cites}
  entry_point("soatCreate", function (wanted) {
    settings = wanted;
    items = new Map();
    languages = new Map();
    var style = CSL.setupXml(wanted.style).dataObj;
    vietnamese = /^vi\b/.test(!wanted.force_locale && style.attrs["default-locale"] || wanted.locale);
    if (vietnamese && !settings.knows_legal) soatVietnamese.adapt_style(style);  // our own are Vietnamese already
    settings.sorted_by_name = soatVietnamese.sorts_by_name(style);
    engine = new CSL.Engine(system, style, wanted.locale, !!wanted.force_locale);
    if (vietnamese) soatVietnamese.adapt_dates(engine);
    engine.setOutputFormat(wanted.format);
    engine.opt.development_extensions.wrap_url_and_doi = wanted.format !== "text";
    engine.opt.development_extensions.parse_names = false;
    settings.sorted = engine.bibliography_sort.tokens.length > 0;
    keep_places(engine, style);
    watch_positions(style);
    leave_alone(engine);
    if (wanted.vietnamese_order && settings.sorted) {
      engine.registry.sorter.compareKeys = by_language_and_given_name(engine.registry.sorter.compareKeys);
    }
    return { "class": engine.opt.xclass, sorted: settings.sorted, bibliography: engine.bibliography.tokens.length > 0 };
  });

  // Styles made elsewhere know laws of their own countries only: a decree comes out as "Pub. L. No." or as nothing. For them a Vietnamese
  // legal document is a work of the body that issued it, titled by kind, number and subject.
  var LEGAL_TYPE = /^(legislation|bill|regulation)$/;
  function as_work(item, language) {
    if (!settings.vietnamese_order || settings.knows_legal || !LEGAL_TYPE.test(item.type)) return item;
    if (language !== "vi" && (item.language || !item.genre)) return item;
    var work = Object.assign({}, item, { type: "book", title: legal_title(item), language: "vi" });
    if (!work.author && item.authority) {
      work.author = typeof item.authority === "string" ? [{ literal: item.authority }] : item.authority;
    }
    ["genre", "number", "authority"].forEach(function (key) { delete work[key]; });
    return work;
  }

  // "về công tác văn thư", but "quy định mức chi": subjects are kept without "về", and those that begin with a verb never had it.
  var SUBJECT_VERB = /^(về|v\/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|công bố|bãi bỏ|thành lập|hợp nhất|điều chỉnh|bổ sung|thay thế|đính chính|thông qua)(\s|$)/i;
  function subject(item) {
    if (!item.title || !item.genre || !item.number || SUBJECT_VERB.test(item.title)) return item.title || "";
    return item.title.toLowerCase().indexOf(item.genre.toLowerCase()) === 0 ? item.title : "về " + item.title;
  }

  function legal_title(item) {
    var title = item.title || "";
    var named = !item.genre || title.toLowerCase().indexOf(item.genre.toLowerCase()) === 0;
    var kind = named ? title : item.genre;
    return [kind, item.number ? "số " + item.number : "", named ? "" : subject(item)].filter(Boolean).join(" ");
  }

  // "ngày 05 tháng 01 năm 2024": Decree 30/2020/NĐ-CP, Appendix I, writes days below 10 and the months 1 and 2 with a zero. Empty
  // where the day is not known.
  function full_date(date) {
    var parts = date && date["date-parts"] && date["date-parts"][0] || [];
    if (parts.length < 3) return "";
    return "ngày " + (parts[2] < 10 ? "0" : "") + parts[2] + " tháng " + (parts[1] < 3 ? "0" : "") + parts[1] + " năm " + parts[0];
  }

  // As our own styles print it: genre, "số", number, title. "Luật Đất đai số 31/2024/QH15 ngày …", the date of what has no number
  // behind its name, and the kind not said twice in "Luật Luật Báo chí".
  function told_as_law(item) {
    var title = item.title || "", genre = item.genre || "", number = item.number || "", date = full_date(item.issued);
    var named = genre && title.toLowerCase().indexOf(genre.toLowerCase()) === 0;
    if (!number && !date) {
      if (named) delete item.genre;
      else item.title = subject(item);
      return;
    }
    var kind = named || !genre ? title : genre;
    item.title = named || !genre ? "" : subject(item);
    item.genre = number ? kind : [kind, date].filter(Boolean).join(" ");
    item.number = number ? [number, date].filter(Boolean).join(" ") : "";
    // The year need not be said again where no name stands before it.
    if (date && !item.author && !item.editor && !item.authority) delete item.issued;
  }

  // [item...]: new items, or new versions of known ones.
  entry_point("soatItems", function (list) {
    list.forEach(function (item) {
      var copy = Object.assign({}, item);
      var language = language_of(copy);
      copy.id = inner(copy.id);
      languages.set(copy.id, language);
      // Exactly "vi" makes citeproc-js write the family name first without a comma.
      if (settings.vietnamese_order) copy.language = language === "other" ? copy.language : language;
      else if (/^vi\b/i.test(copy.language || "")) copy.language = "vi";
      // English capitals are not for Vietnamese titles; names stay as the style has them.
      else if (!copy.language && SURELY_VIETNAMESE.test(copy.title)) copy.language = "vi-VN";
      // Our own styles have words for each language; those for works of which nothing is known are English.
      if (settings.knows_legal && !copy.language) copy.language = "en";
      if (settings.knows_legal && LEGAL_TYPE.test(copy.type) && (language === "vi" || !item.language)) told_as_law(copy);
      items.set(copy.id, as_work(copy, language));
    });
  });

  function citation_result(result) {
    return { changed: result[1].map(function (one) { return { index: one[0], text: one[1], id: outer(one[2]) }; }),
      bibliography_changed: !!result[0].bibchange };
  }

  // {citation, before: [[citationID, noteIndex]...], after: [...]}
  entry_point("soatInsert", function (input) {
    return citation_result(engine.processCitationCluster(taken(input.citation), places(input.before), places(input.after)));
  });
  entry_point("soatPreview", function (input) {
    return engine.previewCitationCluster(taken(input.citation), places(input.before), places(input.after), settings.format);
  });

  // {citations: [...], uncited: [id...]}: takes over a document whose texts are as this style made them: items, numbers, positions and
  // disambiguation become what inserting one after the other would make them, but nothing is rendered. Inserting walks
  // all citations before it each time; this is one pass.
  entry_point("soatRestore", function (input) {
    // Items that a preview has fetched count as known although they went with it.
    engine.tmp.loadedItemIDs = {};
    var ids = [], seen = new Set();
    var by_id = {}, all = [];
    input.citations.map(taken).forEach(function (citation) {
      citation.properties = citation.properties || {};
      citation.properties.noteIndex = citation.properties.noteIndex || 0;
      citation.sortedItems = citation.citationItems.map(function (cite) {
        if (!seen.has(cite.id)) { seen.add(cite.id); ids.push(cite.id); }
        var item = engine.retrieveItem(cite.id);
        cite.item = item;
        return [item, CSL.parseLocator.call(engine, Object.assign({}, cite))];
      });
      by_id[citation.citationID] = citation;
      all.push([citation.citationID, citation.properties.noteIndex]);
    });
    engine.updateUncitedItems([]);
    engine.registry.citationreg.citationById = {};
    engine.registry.citationreg.citationByIndex = [];
    engine.updateItems(ids);
    if (input.citations.length) {
      var render = engine.process_CitationCluster;
      engine.process_CitationCluster = function () { return ""; };
      try {
        engine.registry.citationreg.citationById = by_id;
        input.citations.forEach(function (citation) {
          if (citation.sortedItems.length < 2 || citation.properties.unsorted || !engine.citation_sort.tokens.length) return;
          citation.sortedItems.forEach(function (cite) {
            cite[1].sortkeys = CSL.getSortKeys.call(engine, cite[0], "citation_sort");
          });
          citation.sortedItems.sort(engine.citation.srt.compareCompositeKeys);
        });
        var last = input.citations.length - 1;
        engine.processCitationCluster(input.citations[last], all.slice(0, last), [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
      } finally {
        engine.process_CitationCluster = render;
      }
    }
    engine.updateUncitedItems((input.uncited || []).map(inner));
  });

  // The texts of the citations [from, to) of the document as they are now.
  entry_point("soatRender", function (input) {
    return engine.registry.citationreg.citationByIndex.slice(input.from, input.to).map(function (citation) {
      engine.tmp.citation_pos = citation.properties.index;
      engine.tmp.citation_note_index = citation.properties.noteIndex;
      engine.tmp.citation_id = "" + citation.citationID;
      return engine.process_CitationCluster(citation.sortedItems, citation);
    });
  });

  // [id...]: works listed though not cited. For a list of works without a document, this alone.
  entry_point("soatUncited", function (ids) {
    engine.updateUncitedItems(ids.map(inner));
  });

  // The entries of the list, [id, text]. A style may print nothing for a work; citeproc-js names it among the ids all the same, so
  // what came of each is looked at.
  function list_entries() {
    var string = engine.output.string, printed = [];
    // A layout for a language leaves the engine in it, and the citations that come after would be in the language of the last entry.
    var lang = engine.opt.lang;
    engine.output.string = function (state, list, blob) {
      var whole = list === engine.output.queue && !blob;
      var made = string.apply(this, arguments);
      if (whole) printed.push(!!made[0] || engine.opt.update_mode === CSL.NUMERIC);
      return made;
    };
    try {
      var made = engine.makeBibliography();
    } finally {
      delete engine.output.string;
      engine.opt.lang = lang;
    }
    if (!made) return null;
    var entries = [];
    made[0].entry_ids.forEach(function (ids, i) {
      if (!printed[i] || !ids.length) return;
      var text = made[1][entries.length];
      text = text.replace(/\s+$/, "");
      if (vietnamese) text = soatVietnamese.adapt_sentences(text);
      entries.push([ids[0], text]);
    });
    if (entries.length !== made[1].length) throw new Error("its list has texts that belong to no work");
    return { entries: entries, parameters: made[0] };
  }

  // {by_language, omitted: [id...]}
  entry_point("soatBibliography", function (input) {
    var omitted = new Set((input.omitted || []).map(inner));
    var made = list_entries();
    if (!made) return { groups: [] };
    // A list numbered by appearance cannot be regrouped.
    var by_language = input.by_language && settings.sorted;
    var groups = [], index = new Map();
    made.entries.forEach(function (entry) {
      if (omitted.has(entry[0])) return;
      var language = by_language ? languages.get(entry[0]) : "";
      if (!index.has(language)) { index.set(language, groups.length); groups.push({ language: language, heading: "", entries: [] }); }
      groups[index.get(language)].entries.push({ id: outer(entry[0]), text: entry[1] });
    });
    var names = HEADINGS[/^vi/.test(settings.locale || "") ? "vi" : "en"];
    // A list in one language needs no headings.
    if (by_language && groups.length > 1) groups.forEach(function (group) { group.heading = names[group.language] || names.other; });
    var parameters = made.parameters;
    return { groups: groups, start: parameters.bibstart || "", end: parameters.bibend || "", hanging_indent: !!parameters.hangingindent,
      second_field_align: parameters["second-field-align"] || "", line_spacing: parameters.linespacing,
      entry_spacing: parameters.entryspacing, max_offset: parameters.maxoffset, all_headings: ALL_HEADINGS };
  });
})(typeof globalThis === "undefined" ? this : globalThis);
