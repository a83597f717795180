#!/usr/bin/env python3
"""The register's own CSV files, merged from two collections of facts about legal documents, agencies and places.

    registry_merge.py FIRST SECOND OUTPUT

FIRST holds legal_documents.csv, vbpl_numbers.csv, agencies.csv, provinces.csv; SECOND registry-seed.csv, registry-extra.csv, registry-amends.csv,
agencies.csv, provinces.csv (data/README.md says what they are). Writes documents.csv, amendments.csv, bodies.csv and conflicts.csv to
OUTPUT, and the counts of conflicts to standard error. The same input gives the same bytes.

Where sources differ, the value of the more reliable one stays and the conflict is listed. A date on which two sources differ is kept beside
the one that stays (`also_dated`): a citation may bear either.
"""
import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

DOCUMENT = ("type", "number", "issuer", "issued", "also_dated", "effective", "expired", "replaced_by", "title", "confidence", "codified", "sources")
# How far a row is to be believed, best first. A row of the official code whose number and date agree is beaten only by one that two collections
# or two witnesses confirm.
RANKS = {("seed", "high"): 6, ("code", "A"): 5, ("code", "B"): 4, ("seed", "medium"): 3, ("extra", "medium"): 2, ("code", "C"): 1}
# What one witness is worth alone.
CONFIDENCE = {6: "high", 5: "high", 4: "medium", 3: "medium", 2: "medium", 1: "medium", 0: "low"}
# A conflict that the one who collected the second set settled: its value stands against a better rank (registry-seed.md, "Known conflicts").
SETTLED_EFFECTIVE = {"38/2019/QH14", "120/2020/NĐ-CP"}
# Of a document that changes several others, one is often said to be repealed together with that part alone.
CHANGES_SEVERAL = r"(sửa đổi|bãi bỏ)\b.*\b(các|một số) (nghị định|thông tư|quyết định|luật)\b"
# What replaces a document is not of a lower rank: a decision of the Prime Minister ends no resolution of the National Assembly.
LEVELS = ((r"/(QH|UBTVQH|PL-UBTVQH)\d+$", 4), (r"/N[ĐQ]-CP$", 3), (r"[/-]QĐ-TTg$", 2), (r"/(TT|TTLT)-", 1))


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [{k: clean(v) for k, v in row.items()} for row in csv.DictReader(file)]


def clean(text):
    text = unicodedata.normalize("NFC", text or "").replace("Ð", "Đ")
    return re.sub(r"\s+", " ", text).strip()


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def number_key(number):
    return re.sub(r"\s", "", number).upper().lstrip("0")


def has_year(number):
    return re.search(r"/(19|20)\d\d/", number) is not None


def key(row):
    """Type and number; where a series starts anew (each year, each term) the year of issue too."""
    return row["type"], number_key(row["number"]), "" if has_year(row["number"]) else row["issued"][:4]


def title_of(row):
    """Without the type that stands before the name of a law."""
    title = row.get("title", "")
    for word in ("Bộ luật ", "Luật ", "Pháp lệnh "):
        if row["type"] in ("Luật", "Bộ luật", "Pháp lệnh") and title.startswith(word) and not title.startswith("Luật sư"):
            title = title[len(word):]
    title = re.sub(r", có hiệu lực (thi hành )?kể từ ngày.*$", "", title)
    title = re.sub(r" (năm )?(19|20)\d\d$", "", title) if row["type"] in ("Luật", "Bộ luật", "Pháp lệnh") else title
    return title[:1].upper() + title[1:]


class Conflicts:
    def __init__(self):
        self.rows = []

    def add(self, what, field, kept, kept_from, other, other_from):
        self.rows.append((what, field, kept, kept_from, other, other_from))


def witnesses(first, second):
    """Every row of every collection with its source and rank."""
    for row in rows(first / "legal_documents.csv"):
        yield row, "code", RANKS.get(("code", row["confidence"]), 0)
    for name in ("seed", "extra"):
        for row in rows(second / f"registry-{name}.csv"):
            yield row, name, RANKS.get((name, row["confidence"]), 0)
    for row in rows(first / "vbpl_numbers.csv"):
        if re.fullmatch(r"\d+[a-z]?/(19|20)\d\d/[A-ZĐ][\w&-]+", row["number"]):
            yield {**row, "issued": "", "issuer": "", "effective": "", "expired": "", "replaced_by": "", "title": ""}, "listing", -1


def level(reference):
    return next((level for pattern, level in LEVELS if re.search(pattern, reference)), 0)


def right_dates(row, source, conflicts):
    """Takes out what cannot be: a day of effect or an end before the day of issue, a year that the number contradicts."""
    issued, what = row["issued"], f'{row["type"]} {row["number"]}'
    year = re.search(r"/((?:19|20)\d\d)/", row["number"])
    rank_off = False
    if issued and year and year[1] != issued[:4]:
        conflicts.add(what, "issued", "", "", issued, f"{source}: the year in the number differs")
        rank_off = True
    for field in ("effective", "expired"):
        if row[field] and issued and row[field] < issued:
            conflicts.add(what, field, "", "", row[field], f"{source}: before the day of issue")
            row[field] = ""
    if row["replaced_by"] and 0 < level(row["replaced_by"]) < level(row["number"]):
        conflicts.add(what, "replaced_by", "", "", row["replaced_by"], f"{source}: the successor is of a lower rank")
        row["expired"] = row["replaced_by"] = ""
    return rank_off


def merged(group, conflicts):
    group.sort(key=lambda w: -w[2])
    best, source, rank = group[0]
    what = f'{best["type"]} {best["number"]}'
    out = {"type": best["type"], "number": best["number"], "also_dated": "", "codified": "", "sources": ";".join(sorted({s for _, s, _ in group}))}
    # A successor and the day on which it came belong together; what was read in the successor's own text goes before a clause about it.
    ends = sorted((w for w in group if w[0]["expired"] or w[0]["replaced_by"]), key=lambda w: w[1] != "seed")
    for w in ends[1:]:
        for field in ("expired", "replaced_by"):
            if w[0][field] and w[0][field].split(" ")[-1] != ends[0][0][field].split(" ")[-1]:
                conflicts.add(what, field, ends[0][0][field], ends[0][1], w[0][field], w[1])
    for field in ("expired", "replaced_by"):
        out[field] = ends[0][0][field] if ends else ""
    if ends and any(re.match(CHANGES_SEVERAL, w[0].get("title", ""), re.I) for w in group):
        conflicts.add(what, "expired", "", "", out["expired"], f"{ends[0][1]}: perhaps only in part, since it changes several documents")
        out["expired"] = out["replaced_by"] = ""
    for field in ("issuer", "issued", "effective", "title"):
        given = [(w[0][field], w[1], w[2]) for w in group if w[0].get(field)]
        if field == "effective" and best["number"] in SETTLED_EFFECTIVE:
            given.sort(key=lambda g: g[1] != "seed")
        if field == "title" and len(given) > 1:
            given.sort(key=lambda g: (g[0] == g[0].upper(), g[1] != "seed"))
        out[field] = given[0][0] if given else ""
        for other, other_source, other_rank in given[1:]:
            same = fold(other) == fold(out[field]) if field == "issuer" else other.split(" ")[-1] == out[field].split(" ")[-1]
            if field == "title" or same:
                continue
            conflicts.add(what, field, out[field], given[0][1], other, other_source)
            if field == "issued" and other_rank > 0:
                out["also_dated"] = other
    # What the code prints of an issuer sometimes runs on into the title.
    out["issuer"] = re.split(r" (?:quy định|hướng dẫn|ban hành|về việc)\b", out["issuer"], flags=re.I)[0]
    for field in ("effective", "expired"):
        if out[field] and out[field] < out["issued"]:
            conflicts.add(what, field, "", "", out[field], "merged: before the day of issue")
            out[field] = ""
    codified = [w[0]["codified_at"] for w in group if w[0].get("codified_at")]
    out["codified"] = codified[0] if codified else ""
    if out["codified"] and out["expired"] and out["expired"][:7] <= out["codified"]:
        # The code goes on printing what was replaced for some time (every one of those looked at had been).
        conflicts.add(what, "expired", out["expired"], ends[0][1], out["codified"], "code: prints it as in force then")
        out["codified"] = ""
    out["title"] = title_of(out)
    agree = {w[1] for w in group if w[2] > 0 and w[0]["issued"] and w[0]["issued"] == out["issued"]}
    out["confidence"] = "high" if len(agree) > 1 else CONFIDENCE[max(rank, 0)]
    if out["also_dated"] and out["confidence"] == "high":
        out["confidence"] = "medium"
    if out["issued"] == "":
        out["confidence"] = "low"
    return out


def typed(reference, by_number):
    """"78/2025/NĐ-CP" → "Nghị định 78/2025/NĐ-CP", where one type alone has the number."""
    if not reference or " " in reference:
        return reference
    types = by_number.get(number_key(reference), set())
    for pattern, kind in ((r"/NĐ-CP$", "Nghị định"), (r"/TT-[A-ZĐ]+$", "Thông tư"), (r"[/-]QĐ[-/]", "Quyết định")):
        if not types and re.search(pattern, reference):
            types = {kind}
    return f"{min(types)} {reference}" if len(types) == 1 else reference


def documents(first, second, conflicts):
    groups = defaultdict(list)
    for row, source, rank in witnesses(first, second):
        if right_dates(row, source, conflicts):
            rank = 0
        groups[key(row)].append((row, source, rank))
    # A listing, or a row without date, says nothing of a number that starts anew each year.
    dated = {k[:2] for k in groups if k[2]}
    out = [merged(group, conflicts) for k, group in groups.items() if k[2] or k[:2] not in dated]
    by_number = defaultdict(set)
    for row in out:
        by_number[number_key(row["number"])].add(row["type"])
    for row in out:
        row["replaced_by"] = typed(row["replaced_by"], by_number)
    return sorted(out, key=lambda r: (number_key(r["number"]), r["type"], r["issued"])), by_number


def amendments(second, by_number):
    for row in rows(second / "registry-amends.csv"):
        year = re.search(r"/((?:19|20)\d\d)/", row["amended"])
        if row["confidence"] == "low" or not row["issued"] or year and year[1] > row["issued"][:4]:
            continue
        amended = typed(row["amended"], by_number)
        yield {"amended": amended, "by": f'{row["amending_type"]} {row["amending"]}', "issued": row["issued"],
               "effective": row["effective"] if row["effective"] >= row["issued"] else "", "action": row["action"], "scope": row["scope"]}


def body(name, code, kind, since, until, successor, confidence):
    full = lambda d, end: d if len(d) != 7 else ""  # a month alone does not decide a day
    return {"name": name, "code": code, "kind": kind.lower(), "since": full(since, False), "until": full(until, True), "successor": successor,
            "confidence": confidence}


def agencies(first, second, conflicts):
    """Bodies of the state and the Party with the dates between which the name holds; common abbreviations are left out."""
    known, codes = {}, {}
    for row in rows(second / "agencies.csv"):
        if row["family"] == "common" or row["abbr"] in ("TW", "TU") or re.search(r"[;/(]", row["full_name"]):
            continue
        codes[row["abbr"]] = row["full_name"]
        known[fold(row["full_name"])] = body(row["full_name"], row["abbr"], row["level"], row["valid_from"], row["valid_to"], row["successor"], row["confidence"])
    for row in rows(first / "agencies.csv"):
        if "/" in row["name"]:
            continue
        same = known.get(fold(row["name"]))
        if same is None:
            known[fold(row["name"])] = body(row["name"], row["code"], row["kind"], row["valid_from"], row["valid_to"], row["successor"], "one source")
            continue
        for field, mine in (("since", row["valid_from"]), ("until", row["valid_to"])):
            if mine and same[field] and mine != same[field]:
                # The later end and the earlier beginning accuse fewer.
                kept = max(mine, same[field]) if field == "until" else min(mine, same[field])
                conflicts.add(row["name"], field, kept, "first" if kept == mine else "second", same[field] if kept == mine else mine,
                              "second" if kept == mine else "first")
                same[field] = kept
            elif mine and not same[field]:
                same[field] = mine
        if row["successor"] and same["successor"] in ("", *codes):
            same["successor"] = row["successor"]
    for row in known.values():
        row["successor"] = codes.get(row["successor"], row["successor"])
    for row in known.values():
        # The sở merged in the first days of March 2025, some days earlier or later from province to province.
        if row["name"].startswith(("Sở ", "Ban Dân tộc")):
            row["until"] = "2025-03-31" if row["until"] == "2025-02-28" else row["until"]
            row["since"] = "2025-02-01" if row["since"] == "2025-03-01" else row["since"]
    return known.values()


def places(first, second, conflicts):
    """Provinces and cities: one row a name and kind, from the first to the last day on which it was in use."""
    spans = defaultdict(list)
    for row in rows(second / "provinces.csv"):
        spans[row["name"], row["kind"]].append(row)
    out = {}
    for (name, kind), parts in spans.items():
        since = "" if any(not p["valid_from"] for p in parts) else min(p["valid_from"] for p in parts)
        until = "" if any(not p["valid_to"] for p in parts) else max(p["valid_to"] for p in parts)
        successor = max(parts, key=lambda p: p["valid_to"])["successor"] if until else ""
        out[fold(f"{kind} {name}")] = body(f"{kind} {name}", "", "tỉnh", since, until, successor, "confirmed")
    for row in rows(first / "provinces.csv"):
        name = f'{"thành phố" if row["kind"] == "city" else "tỉnh"} {row["name"]}'
        same = out.get(fold(name))
        if same is None:
            conflicts.add(name, "name", "", "second: no such row", f'{row["valid_from"]}..{row["valid_to"]}', "first")
            out[fold(name)] = body(name, "", "tỉnh", row["valid_from"], row["valid_to"], row["merged_into_name"], "one source")
        elif row["valid_to"] and same["until"] and row["valid_to"] != same["until"]:
            conflicts.add(name, "until", same["until"], "second", row["valid_to"], "first")
    for row in out.values():
        row["successor"] = row["successor"][:1].lower() + row["successor"][1:]
    return out.values()


def write(path, fields, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(fields)
        out.writerows(lines)


def main(arguments):
    if len(arguments) != 3:
        sys.stderr.write(__doc__)
        return 2
    first, second, output = map(Path, arguments)
    conflicts = Conflicts()
    listed, by_number = documents(first, second, conflicts)
    write(output / "documents.csv", DOCUMENT, ([row[f] for f in DOCUMENT] for row in listed))
    fields = ("amended", "by", "issued", "effective", "action", "scope")
    write(output / "amendments.csv", fields, sorted([row[f] for f in fields] for row in amendments(second, by_number)))
    fields = ("name", "code", "kind", "since", "until", "successor", "confidence")
    bodies = [*agencies(first, second, conflicts), *places(first, second, conflicts)]
    write(output / "bodies.csv", fields, sorted([row[f] for f in fields] for row in bodies))
    write(output / "conflicts.csv", ("what", "field", "kept", "kept_from", "other", "other_from"), sorted(conflicts.rows))
    counts = Counter((field, other_from.partition(": ")[2] or f"{kept_from} against {other_from}") for _, field, _, kept_from, _, other_from in conflicts.rows)
    for (field, why), count in sorted(counts.items()):
        print(f"{count:5}  {field}: {why}", file=sys.stderr)
    print(f"{len(listed)} documents, {len(bodies)} bodies and places, {len(conflicts.rows)} conflicts", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
