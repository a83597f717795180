#!/usr/bin/env python3
"""mutations_test.py VANTHU SOURCES: what writers get wrong in citations, put into a right document one at a time: found by its code, at its place, and nothing else."""
import collections
import json
import re
import sys
import unicodedata
import unittest

from cli_test import SOURCES, InFolder, run

FIXTURE = SOURCES / "tests/cli/mutations/ke-hoach.txt"

MUTATIONS = []


def mutation(name, codes):
    """Registers a function citation → the faulty texts that may stand for `before` (the citation with the words in front of it) …"""
    def register(function):
        MUTATIONS.append((name, set(codes.split()), function))
        return function
    return register


def replaced(text, pattern, with_):
    new = re.sub(pattern, with_, text, count=1)
    return [new] if new != text else []


def in_number(c, pattern, with_):
    """A change inside number and symbol."""
    if not c.identifier:
        return []
    return [c.text.replace(c.identifier, new, 1) for new in replaced(c.identifier, pattern, with_)]


@mutation("E1 circular without TT", "VD103")
def _(c):
    return in_number(c, r"/TT-", "/") if c.type == "Thông tư" else []


@mutation("E2 Party number without hyphen", "VD104")
def _(c):
    return in_number(c, r"^(\d+)-", r"\1") if c.family == "party" else []


@mutation("E3 forms of Party and state swapped", "VD105 VD124")
def _(c):
    if c.family == "party":
        return in_number(c, r"^(\d+)-(\w+)/(\w+)$", r"\1/\2-\3")
    return in_number(c, r"^(\d+)/(\w+)-UBND$", r"\1-\2/UBND")


@mutation("E4 D for Đ", "VD106")
def _(c):
    return in_number(c, "Đ", "D")


@mutation("E5 Đ for D", "VD201")
def _(c):
    return in_number(c, "HD/", "HĐ/")


@mutation("E6 letter O for 0", "VD107")
def _(c):
    return in_number(c, r"^(\d*)0", r"\1O")


@mutation("E6 letter l for 1", "VD107")
def _(c):
    return in_number(c, r"^(\d+)1", r"\1l")


@mutation("E7 slash for hyphen", "VD108")
def _(c):
    return in_number(c, r"(NĐ|QĐ|CT|TT)-", r"\1/") if c.family == "state" else []


@mutation("E8 en dash", "VD109")
def _(c):
    return in_number(c, "-", "–")


@mutation("E8 em dash", "VD109")
def _(c):
    return in_number(c, "-", "—")


@mutation("E9 blank before the slash", "VD110")
def _(c):
    return in_number(c, "/", " /")


@mutation("E9 blanks around the hyphen", "VD110")
def _(c):
    return in_number(c, "-", " - ")


@mutation("E9 no blank behind số", "VD123")
def _(c):
    return replaced(c.text, r"số (?=\d)", "số")


@mutation("E10, C3 year of number and date", "VD204")
def _(c):
    return in_number(c, r"/20(\d)\d/(?=\D)", r"/20\g<1>9/") if c.date and c.legislature is None else []


@mutation("E11, C5 impossible day", "VD206")
def _(c):
    return replaced(c.text, r"ngày \d+(/| tháng )\d+", r"ngày 31\g<1>4") if c.date else []


@mutation("E11, C6 date after the document", "VD207")
def _(c):
    return replaced(c.text, r"(ngày .*)\d{4}", r"\g<1>2029") if c.date and not c.year else []


@mutation("E12 letter case", "VD111")
def _(c):
    return in_number(c, "TTg", "TTG") + in_number(c, "UBND", "Ubnd")


@mutation("E13 near miss of a code", "VD119")
def _(c):
    return in_number(c, "TT-BGDĐT", "TT-BDGĐT") + in_number(c, "TT-BGDĐT", "TT-BGĐT")


@mutation("E14, C1 type against symbol", "VD201")
def _(c):
    others = {"CT": "KH", "NĐ": "QĐ", "QĐ": "CT", "KH": "QĐ", "NQ": "CT", "TB": "BC", "HD": "CT"}
    return [new for a, b in others.items() for new in in_number(c, rf"(?<=\d[/-]){a}(?=[-/])|(?<=\d/){a}(?=-)", b)]


@mutation("E14, C1 type against symbol, other type", "VD201")
def _(c):
    others = {"Chỉ thị": "Quyết định", "Quyết định": "Kế hoạch", "Kế hoạch": "Chỉ thị"}
    return replaced(c.text, f"^{c.type}", others[c.type]) if c.type in others and c.mention == "first" else []


@mutation("E15, E25, C2 issuer against symbol", "VD202")
def _(c):
    others = {"Thủ tướng Chính phủ": "Chính phủ", "Chính phủ": "Thủ tướng Chính phủ", "Bộ Tài chính": "Bộ Nội vụ", "Quốc hội": "Chính phủ",
              "Bộ Giáo dục và Đào tạo": "Bộ Tài chính"}
    return replaced(c.text, f"của {c.issuer}$", f"của {others[c.issuer]}") if c.issuer in others else []


@mutation("E25 decree of a ministry", "VD202")
def _(c):
    return replaced(c.text, "của Chính phủ$", "của Bộ Nội vụ") if c.type == "Nghị định" else []


@mutation("E16 no leading zero", "VD115")
def _(c):
    return in_number(c, r"^0(?=\d/)", "")


@mutation("E18 no title", "VD301")
def _(c):
    return [(c.text, "")] if c.title and c.mention == "first" else []


@mutation("E19 no issuer", "VD301")
def _(c):
    return replaced(c.text, f" của {c.issuer}$", "") if c.issuer and c.mention == "first" else []


@mutation("C11 no date", "VD301")
def _(c):
    return replaced(c.text, " ngày .*(?= của)", "") if c.date and c.mention == "first" else []


@mutation("E20, C11 repeated in full", "VD302")
def _(c):
    return [c.full[c.identifier]] if c.mention == "later" else []


@mutation("E21 capital Khoản, Điểm", "VH201 VH202")
def _(c):
    return [(c.before.replace(word, word.capitalize()), c.text) for word in ("khoản", "điểm") if word in c.before]


@mutation("E21 small điều", "VH201 VH202")
def _(c):
    return [(c.before.replace("Điều", "điều"), c.text)] if "Điều" in c.before else []


@mutation("E22, C4 legislature", "VD205")
def _(c):
    return in_number(c, "QH15", "QH13") + in_number(c, "QH15", "QH16")


ENDED = {
    "Nghị định": "Nghị định số 39/2017/NĐ-CP ngày 04/4/2017 của Chính phủ về quản lý thức ăn chăn nuôi, thủy sản",
    "Thông tư": "Thông tư số 24/2015/TT-BGDĐT ngày 23/9/2015 của Bộ Giáo dục và Đào tạo quy định chuẩn quốc gia đối với cơ sở giáo dục đại học",
    "Quyết định": "Quyết định số 44/2014/QĐ-TTg ngày 15/8/2014 của Thủ tướng Chính phủ quy định chi tiết về cấp độ rủi ro thiên tai",
    "Chỉ thị": "Nghị định số 02/2010/NĐ-CP ngày 08/01/2010 của Chính phủ về khuyến nông",
    "Nghị quyết": "Quyết định số 19/2015/QĐ-TTg ngày 15/6/2015 của Thủ tướng Chính phủ quy định tiêu chí xác định doanh nghiệp công nghệ cao",
}


@mutation("E23, C9 ended document", "VD401 VD402")
def _(c):
    return [(ENDED[c.type], "")] if c.type in ENDED and c.mention == "first" and c.once else []


@mutation("C8 number of another document", "VD409")
def _(c):
    return in_number(c, r"^09/2023", "19/2023") + in_number(c, r"^11/2022", "12/2022") if c.mention == "first" else []


@mutation("C8 title of another document", "VD408")
def _(c):
    return [(f"{c.text} quy định chế độ phụ cấp đối với viên chức y tế", "")] if c.identifier == "30/2020/NĐ-CP" and c.mention == "first" else []


@mutation("E26 word twice", "VD116")
def _(c):
    return replaced(c.text, "số ", "số số ") + replaced(c.text, "^(.*?) số", rf"\1 số {c.type}")


@mutation("E27 small letter of the type", "VD117")
def _(c):
    return [c.text[0].lower() + c.text[1:]]


@mutation("C7 no year", "VD113")
def _(c):
    return in_number(c, r"/\d{4}(?=/(NĐ|TT))", "")


@mutation("C7 year too many", "VD114")
def _(c):
    return in_number(c, r"^(\d+)/(?=(KH|TB)-)", r"\1/2024/") + (in_number(c, r"^(\d+)/(?=CT-)", r"\1/2024/") if c.mention == "first" else [])


@mutation("C12 no number", "VD303")
def _(c):
    return replaced(c.text, rf" số {re.escape(c.identifier)}", "") if c.date and c.legislature is None and c.family == "state" else []


class Citation:
    """What vanthu parse tells of one, and the words of pinpoint in front of it."""

    def __init__(self, source, parsed, full):
        for key in ("identifier", "type", "family", "date", "issuer", "title", "mention", "year"):
            setattr(self, key, parsed[key])
        self.begin, self.end = (parsed["span"][side]["offset"] for side in ("start", "end"))
        self.text = source[self.begin:self.end].decode()
        self.legislature = re.search(r"QH\d+", self.identifier or "")
        self.before = re.search(r"((điểm \w+ )?khoản \d+ )?(Điều \d+ )?$", source[:self.begin].decode()).group()
        self.tail = len(f" {self.title}".encode()) if self.title and source[self.end:].decode().startswith(f" {self.title}") else 0
        self.once = source.count((self.identifier or self.text).encode()) == 1
        self.full = full
        if self.mention == "first":
            full[self.identifier] = source[self.begin:self.end + self.tail].decode()

    def mutants(self, source, function):
        """(document, where the fault stands in it)"""
        for new in function(self):
            begin, end = self.begin, self.end
            if isinstance(new, tuple) and new[1] == "":
                new, end = new[0], end + self.tail
            elif isinstance(new, tuple):
                new, begin = "".join(new), begin - len(self.before.encode())
            new = new.encode()
            yield source[:begin] + new + source[end:], (begin, begin + len(new))


# E24: a body that is there no more, as addressee, charged with a task, in a list of recipients.
LETTER = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1256/UBND-TH
V/v tăng cường phòng, chống cháy rừng

Lai Châu, ngày 12 tháng 01 năm 2026

Kính gửi:
- Sở Tài chính;
- Ủy ban nhân dân các xã, phường.

Để chủ động phòng, chống cháy rừng mùa khô, Ủy ban nhân dân tỉnh yêu cầu:

1. Giao Sở Khoa học và Công nghệ hướng dẫn sử dụng hệ thống cảnh báo sớm.

2. Sở Xây dựng phối hợp với các xã kiểm tra các công trình.

3. Đề nghị Bộ Tài chính xem xét, bố trí kinh phí.

Nơi nhận:
- Như trên;
- Sở Nội vụ;
- Lưu: VT, TH.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Thị Lan
"""
DEAD = {"Sở Tài chính": "Sở Kế hoạch và Đầu tư", "Ủy ban nhân dân các xã, phường": "Ủy ban nhân dân các huyện, thành phố", "Sở Khoa học và Công nghệ": "Sở Thông tin và Truyền thông",
        "Sở Xây dựng": "Sở Giao thông vận tải", "Bộ Tài chính": "Bộ Kế hoạch và Đầu tư", "Sở Nội vụ": "Sở Lao động - Thương binh và Xã hội"}


class Mutations(InFolder):
    def test_a_body_that_ended_is_found_in_each_role(self):
        for number, (living, dead) in enumerate(DEAD.items()):
            for then, form in ((False, "NFC"), (False, "NFD"), (True, "NFC")):
                text = LETTER.replace(living, dead, 1)
                if then:
                    text = text.replace("tháng 01 năm 2026", "tháng 01 năm 2024")  # it was there then
                text = unicodedata.normalize(form, text)
                name = f"{number}-{form}-{then}.txt"
                (self.folder / name).write_text(text, "utf-8")
                begin = len(text[:text.index(unicodedata.normalize(form, dead))].encode())
                result = run("check", "--no-config", "--format", "json", "--select", "TN", name, cwd=self.folder)
                found = [(d["code"][:3], d["span"]["start"]["offset"]) for d in json.loads(result.stdout)["files"][0]["diagnostics"]]
                self.assertEqual(found, [] if then else [("TN2", begin)], f"{dead} {form} {then}")

    def test_each_gives_its_finding_at_its_place_and_no_other(self):
        source = FIXTURE.read_bytes()
        parsed = json.loads(run("parse", "--format", "json", FIXTURE).stdout)
        full = {}
        citations = [Citation(source, c, full) for c in parsed["citations"]]
        self.assertGreater(len(citations), 12)
        expected = {}
        for number, (name, codes, function) in enumerate(MUTATIONS):
            for i, citation in enumerate(citations):
                for j, (document, place) in enumerate(citation.mutants(source, function)):
                    file = f"{number:03}-{i:02}-{j}.txt"
                    (self.folder / file).write_bytes(document)
                    expected[file] = (name, codes, place, document[place[0]:place[1]].decode())
        self.assertEqual({e[0] for e in expected.values()}, {name for name, _, _ in MUTATIONS}, "a mutation that nothing can undergo")

        result = run("check", "--no-config", "--format", "ndjson", ".", cwd=self.folder)
        answers = {}
        for line in result.stdout.splitlines():
            for file in json.loads(line)["files"] if b'"files"' in line[:40] else [json.loads(line)]:
                answers[file["file"].removeprefix("./")] = file["diagnostics"]
        hits, others = 0, collections.Counter()
        for file, (name, codes, (begin, end), text) in expected.items():
            found = [d["code"] for d in answers[file] if d["code"] in codes and d["span"]["start"]["offset"] <= end and d["span"]["end"]["offset"] >= begin]
            hits += bool(found)
            rest = [(d["code"], d["message"]) for d in answers[file] if d["code"] not in codes]
            others[name] += len(rest)
            if not found or rest:
                print(f"{name}: {'' if found else 'missed in '}{text!r}{''.join(f'; also {code}: {message}' for code, message in rest)}", file=sys.stderr)
        print(f"{hits} of {len(expected)} mutants found at their place; {sum(others.values())} other findings", file=sys.stderr)
        self.assertGreaterEqual(hits, 0.98 * len(expected))
        self.assertLessEqual(sum(others.values()), 0.05 * len(expected))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
