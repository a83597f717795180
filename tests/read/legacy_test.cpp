// Documents in encodings from before Unicode: read, or named.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "engine/builtin.hpp"
#include "read/decode.hpp"
#include "read/legacy.hpp"
#include "support/code_page.hpp"
#include "support/document.hpp"
#include "support/docx.hpp"
#include "vanthu/check.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

using test::misread;
using test::span_of;
using test::stored_in;
using testing::error_kind;
using testing::read_text;

constexpr std::string_view announcement =
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân huyện Bình Sơn;\n"
    "Để chuẩn bị tốt cho việc tổ chức lễ kỷ niệm, Ủy ban nhân dân xã thông báo…\n";

TEST(Windows1258, IsReadAsItsUnicodeFormIs) {
  auto const unicode = read_text(announcement);
  for (std::string_view const end : {"\n", "\r\n", "\r"}) {
    std::string stored;
    for (auto const c : stored_in(CodePage::windows1258, announcement)) c == '\n' ? stored += end : stored += c;
    auto const document = read_text(stored);
    EXPECT_EQ(document.encoding, Encoding::windows1258);
    EXPECT_TRUE(document.font_texts.empty());
    EXPECT_EQ(document.source, stored);
    EXPECT_EQ(document.text, unicode.text);
    EXPECT_EQ(testing::blocks_of(document), testing::blocks_of(unicode));
    EXPECT_EQ(document.anomalies.size(), unicode.anomalies.size());
    EXPECT_EQ(document.position(document.map.to_source(span_of(document, "Căn cứ")).begin).line, 4U);
  }
}

TEST(Windows1258, PlacesAreBytesOfTheFile) {
  //                                   K í nh g ư ̉ i: Sở N ô ̣ i v u ̣
  auto const document = read_text(
      "K\xEDnh g\xFD\xD2i: S\xF5\xD2 N\xF4\xF2i v\x75\xF2\nC\xE3n c\xFD\xEC Lu\xE2\xF2t \xD0\xE2\xECt \xF0"
      "ai;\n");
  ASSERT_EQ(document.text, "Kính gửi: Sở Nội vụ\nCăn cứ Luật Đất đai;\n");
  auto const source = [&](std::string_view part) { return document.map.to_source(span_of(document, part)); };
  EXPECT_EQ(source("Kính"), (SourceRange{0, 4}));
  EXPECT_EQ(source("í"), (SourceRange{1, 2}));
  EXPECT_EQ(source("ử"), (SourceRange{6, 8}));  // letter and mark
  EXPECT_EQ(source("i:"), (SourceRange{8, 10}));
  EXPECT_EQ(source("Nội vụ"), (SourceRange{15, 23}));
  EXPECT_EQ(source("Đất"), (SourceRange{38, 42}));
  EXPECT_EQ(document.position(15), (Position{15, 1, 16}));  // each byte is a code point
  EXPECT_EQ(document.position(38), (Position{38, 2, 15}));
}

TEST(Windows1258, ColumnsOfVeryLongLines) {
  std::string line;
  while (line.size() < 5000)
    line +=
        "Quy\xEA\xECt \xF0i\xF2nh cu\xD2"
        "a H\xF4\xF2i \xF0\xF4\xCCng nh\xE2n d\xE2n ";
  auto const document = read_text(line + "x");
  EXPECT_EQ(document.encoding, Encoding::windows1258);
  auto const at = static_cast<std::uint32_t>(line.size());
  EXPECT_EQ(document.position(at), (Position{at, 1, at + 1}));
}

// The code page of its fonts, where the whole file is one part.
std::optional<CodePage> page_of(Document const& document) {
  if (document.font_texts.empty()) return std::nullopt;
  EXPECT_EQ(document.font_texts.size(), 1U);
  EXPECT_EQ(document.font_texts.front().source, (SourceRange{0, static_cast<std::uint32_t>(document.source.size())}));
  return document.font_texts.front().page;
}

TEST(OldFonts, BytesAreReadAsTheirUnicodeFormIs) {
  auto const text = to_lower(announcement);  // TCVN3 has no capitals with tones
  auto const unicode = read_text(text);
  for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
    auto const document = read_text(stored_in(page, text));
    EXPECT_EQ(document.encoding, Encoding::windows1252);
    EXPECT_EQ(page_of(document), page);
    EXPECT_EQ(document.text, unicode.text);
    EXPECT_EQ(testing::blocks_of(document), testing::blocks_of(unicode));
    EXPECT_EQ(document.anomalies.size(), unicode.anomalies.size());
    EXPECT_EQ(document.position(document.map.to_source(span_of(document, "căn cứ")).begin).line, 4U);
  }
  auto const capitals = read_text(stored_in(CodePage::vni, announcement));
  EXPECT_EQ(capitals.text, read_text(announcement).text);
  EXPECT_EQ(page_of(read_text("C\xE9ng h\xDF"
                              "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
                              "a Vi\xD6t Nam")),
            CodePage::tcvn3);
  EXPECT_EQ(page_of(read_text("CO\xC4NG HO\xD8"
                              "A XA\xD5 HO\xC4I CHU\xDB NGH\xD3"
                              "A VIE\xC4T NAM")),
            CodePage::vni);
}

TEST(OldFonts, PlacesAreThoseOfTheFile) {
  std::string_view const words = "căn cứ nghị quyết của hội đồng nhân dân tỉnh, ủy ban nhân dân huyện yêu cầu.\n";
  for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
    auto const head = stored_in(page, words) + "\n";
    auto const stored = head + stored_in(page, "số đất ậ");
    for (auto const& bytes : {stored, misread(stored)}) {
      auto const document = read_text(bytes);
      ASSERT_EQ(page_of(document), page);
      ASSERT_EQ(document.text, std::string(words) + "số đất ậ\n");
      auto const source = [&](std::string_view part) {
        auto const range = document.map.to_source(span_of(document, part));
        return document.source.substr(range.begin, range.end - range.begin);
      };
      auto const as_stored = [&](std::string_view part) {
        auto const one = stored_in(page, part);
        return bytes == stored ? one : misread(one);
      };
      for (std::string_view const part : {"số", "ố", "đất", "ất", "đ", "ậ", "s"}) EXPECT_EQ(source(part), as_stored(part)) << part;
      auto const at = document.position(document.map.to_source(span_of(document, "ậ")).begin);
      EXPECT_EQ(at.line, 3U);
      EXPECT_EQ(at.column, stored_in(page, "số đất ").size() + 1);  // columns count characters of the file
    }
  }
}

// Parts of a document whose fonts have these names.
std::vector<FontText> believed(std::string& source, std::vector<std::pair<std::string_view, std::string>> const& runs) {
  std::vector<FontText> named;
  source.clear();
  for (auto const& [font, text] : runs) {
    auto const begin = static_cast<std::uint32_t>(source.size());
    source += text;
    if (auto const page = code_page_of_font(font))
      named.push_back({{begin, static_cast<std::uint32_t>(source.size())}, page->page, page->capitals});
  }
  return believed_font_texts(source, std::move(named));
}

TEST(OldFonts, OfRunsAreConvertedRunByRun) {
  std::string source;
  auto const shown = [&](std::vector<std::pair<std::string_view, std::string>> const& runs) {
    auto const parts = believed(source, runs);
    return decode_known(source, Encoding::utf8, parts).text;
  };
  EXPECT_EQ(shown({{".VnTimeH", "ñy ban nh©n d©n"}, {"Times New Roman", " Hà Nội, "}, {".VnTime", "Sè: 12/Q§-UBND"}}),
            "ỦY BAN NHÂN DÂN Hà Nội, Số: 12/QĐ-UBND");
  EXPECT_EQ(shown({{"VNI-Times", "Uûy ba"}, {"VNI-Times", "n nha"}, {"VNI-Times", "ân daân"}, {"Arial", "\n"}, {"VNI-Times", "Soá"}}),
            "Ủy ban nhân dân\nSố");
  // Styles name such fonts for Unicode text.
  EXPECT_EQ(shown({{".VnTime", "Ủy ban nhân dân xã, "}, {".VnTimeH", "và thành viên ba"}}), "Ủy ban nhân dân xã, và thành viên ba");
  std::string many, same;
  for (auto i = 0; i < 5; ++i) {
    many += "ñy ban nh©n d©n tØnh B×nh ThuËn, ";
    same += "ủy ban nhân dân tỉnh Bình Thuận, ";
  }
  EXPECT_EQ(shown({{".VnTime", many}, {".VnTime", "là của ai "}, {".VnTime", "Sè"}}), same + "là của ai Số");
  EXPECT_EQ(shown({{"VNI-Times", "Ông bà và các cô chú"}}), "Ông bà và các cô chú");
  EXPECT_EQ(shown({{".VnTimeH", "UBND - 12"}}), "UBND - 12");
}

TEST(OldFonts, APairMayStandInTwoRuns) {
  std::string source;
  auto const parts = believed(source, {{"VNI-Times", "Soá: 12, nha"}, {"VNI-Times", "ân daân"}});
  auto const text = decode_known(source, Encoding::utf8, parts);
  EXPECT_EQ(text.text, "Số: 12, nhân dân");
  EXPECT_TRUE(text.anomalies.empty());
  auto const at = static_cast<std::uint32_t>(text.text.find("â"));
  auto const range = text.map.to_source({at, at + 2});
  EXPECT_EQ(source.substr(range.begin, range.end - range.begin), "aâ");
}

TEST(OldFonts, InWordDocuments) {
  auto const with_font = [](std::string_view text, std::string const& font) {
    return test::run(text, "<w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font + "\"/>");
  };
  auto const old = "<w:p>" + with_font("ñy ban nh©n d©n tØnh", ".VnTimeH") + with_font(" Hà Nội", "Times New Roman") + "</w:p><w:p>" +
                   with_font("Göûi nha", "VNI-Times") + with_font("ân daân", "VNI-Times") + "</w:p>" +
                   test::paragraph("Sè: 12/Q§-UBND", "<w:pStyle w:val=\"old\"/>");
  auto const styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"old\"><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>";
  auto const result = read(test::docx_of(old, styles), "a.docx");
  auto const* document = std::get_if<Document>(&result);
  ASSERT_NE(document, nullptr);
  EXPECT_EQ(document->text, "ỦY BAN NHÂN DÂN TỈNH Hà Nội\nGửi nhân dân\nSố: 12/QĐ-UBND\n");
  EXPECT_TRUE(document->anomalies.empty());
  auto const place = document->position(document->map.to_source(span_of(*document, "dân\nSố")).begin);
  EXPECT_EQ(place.line, 2U);     // the paragraph
  EXPECT_EQ(place.column, 12U);  // behind "Göûi nhaân "
}

TEST(OldFonts, LinesOfCapitalsInTcvn3) {
  auto const text = [](std::string_view more) {
    auto const document = read_text("Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do\n\n" + std::string(more));
    return document.text.substr(document.text.find('\n') + 1);
  };
  EXPECT_EQ(text("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n");
  EXPECT_EQ(text("KÕ HO¹CH"), "KẾ HOẠCH\n");
  EXPECT_EQ(text("Sè: 12/Q§-UBND"), "Số: 12/QĐ-UBND\n");
  EXPECT_EQ(text("VÒ KÕ HO¹CH n¨m"), "Về Kế HOạCH năm\n");  // another small letter
}

TEST(OldFonts, LinesWithLettersOfUnicodeAreUnicode) {
  auto const old = misread(stored_in(CodePage::vni, announcement));
  auto const document = read_text(old + "\nÔng bà đã đến.\n\n" + old);
  ASSERT_EQ(document.font_texts.size(), 2U);
  EXPECT_NE(document.text.find("\nÔng bà đã đến.\n"), std::string::npos);
  EXPECT_EQ(document.font_texts[0].source, (SourceRange{0, static_cast<std::uint32_t>(old.size() + 1)}));
  EXPECT_EQ(document.font_texts[1].source.end, document.source.size());
}

TEST(OldFonts, AreToldByTheirLetters) {
  auto const page = [](std::string_view text) { return page_of(read_text(text)); };
  EXPECT_EQ(page("Céng hßa x· héi chñ nghÜa ViÖt Nam"), CodePage::tcvn3);
  EXPECT_EQ(page("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"), CodePage::vni);
  EXPECT_EQ(page("C¨n cø NghÞ quyÕt cña Héi ®ång nh©n d©n tØnh, ñy ban nh©n d©n huyÖn yªu cÇu"), CodePage::tcvn3);
  EXPECT_EQ(page("Caên cöù Nghò quyeát cuûa Hoäi ñoàng nhaân daân tænh, UÛy ban nhaân daân huyeän yeâu caàu"), CodePage::vni);
  EXPECT_EQ(page("Tr\u00ADêng trung häc phæ th«ng x\u00ADa nay th\u00ADêng cã"), CodePage::tcvn3);  // ư is the soft hyphen
  for (auto const legacy : {CodePage::tcvn3, CodePage::vni}) {
    auto const text = misread(stored_in(legacy, announcement));
    for (auto const& [what, bytes] : testing::variants(text)) {
      if (what.substr(0, 3) == "NFD") continue;
      EXPECT_EQ(page(bytes), legacy) << what;
    }
  }
}

TEST(Legacy, AFewWordsAreNoEvidence) {
  EXPECT_EQ(page_of(read_text("Héi ®ång")), std::nullopt);
  EXPECT_EQ(error_kind("H\xE9i \xAE\xE5ng"), "invalid-utf8");
  EXPECT_EQ(error_kind("Lu\xE2\xF2t \xD0\xE2\xECt"), "invalid-utf8");
}

// Texts of other languages, and Vietnamese in Unicode with few letters beyond Latin-1.
constexpr std::string_view others[] = {
    "L'arrêté préfectoral a été publié à la mairie où l'on a déjà reçu les élèves de l'école ; même là, le thé était prêt.",
    "Né à Besançon, le délégué général a présenté là où c'était préférable un café et du thé à côté de l'hôtel.",
    "Die Behörde prüft die Anträge für das nächste Jahr; über die Gebühren müssen wir später reden, während Süßes übrig bleibt.",
    "La administración pública aprobó ayer la resolución número tres; así quedó según el año de la petición y también aquí.",
    "A administração não é só isso: são três ações já à disposição da população, até lá só há o que está na relação.",
    "La città è più bella perché c'è già la libertà, però così è la realtà: è lì che si può.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy, než přišel příkaz úřadu.",
    "Það er nú svo að þá fór hún út í á og sá mý á íþróttavelli; ég á bú á Ísafirði.",
    "På øen får æbler og blåbær også sne; så går båden først når søen er åben på ny.",
    "Công an xã báo cáo công tác tháng ba: có hai ông bà vô gia cư, các ông công khai tên, có nông dân cũng kêu ca.",
    "Cá kho là món ngon; có rau, có canh. Ông bà và cô chú ăn cơm tám, uống trà.",
    "plain ASCII, nothing else",
};

TEST(Legacy, OtherLanguagesAreLeftAlone) {
  for (auto const text : others) {
    EXPECT_EQ(page_of(read_text(text)), std::nullopt) << text;
    std::string latin1;
    bool fits = true;
    for (std::size_t at = 0; at < text.size();) {
      auto const c = next_code_point(text, at);
      fits = fits && c <= 0xFF;
      latin1 += static_cast<char>(c);
    }
    if (!fits || latin1 == text) continue;
    EXPECT_EQ(error_kind(latin1), "invalid-utf8") << text;
  }
}

TEST(Legacy, DamagedUtf8StaysInvalid) {
  std::string const text(announcement);
  for (std::string_view const damage : {"\xE1", "\xFF", "\xF0\xEC", "\xA7\xE9"}) {
    for (std::size_t at = 0; at <= text.size(); at += 7) {
      auto const result = read(text.substr(0, at) + std::string(damage) + text.substr(at), "a.txt");
      auto const* error = std::get_if<ReadError>(&result);
      ASSERT_NE(error, nullptr) << at;
      EXPECT_EQ(error->kind, "invalid-utf8") << at;
    }
  }
}

TEST(Legacy, RandomBytesAreNoText) {
  std::mt19937 random(1258);
  for (auto round = 0; round < 400; ++round) {
    std::string bytes, words;
    for (auto i = 0; i < 50 + round * 5; ++i) {
      bytes += static_cast<char>(1 + random() % 255);
      auto const kind = random() % 4;
      words += kind == 0 ? ' ' : kind == 1 ? "aeiouynthcg"[random() % 11] : static_cast<char>(0xC0 + random() % 64);
    }
    EXPECT_EQ(error_kind(bytes), "invalid-utf8");
    EXPECT_EQ(error_kind(words), "invalid-utf8");
    EXPECT_EQ(page_of(read_text(misread(words))), std::nullopt);
  }
}

TEST(Legacy, BinaryStaysBinary) {
  using namespace std::string_literals;
  for (auto const page : {CodePage::windows1258, CodePage::tcvn3, CodePage::vni})
    EXPECT_EQ(error_kind(stored_in(page, announcement) + "\0"s), "binary");
}

// What the rules say about samples of the project.
class LegacySamples : public ::testing::Test {
 protected:
  struct Sample {
    std::string name, text;
  };
  static std::vector<Sample> samples() {
    std::vector<Sample> out;
    for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(VANTHU_SOURCES) / "samples")) {
      std::ifstream in(entry.path(), std::ios::binary);
      out.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    EXPECT_FALSE(out.empty());
    return out;
  }
  Checked checked(std::string_view bytes, std::string_view name) const {
    CheckOptions options;
    options.today = {2024, 5, 16};
    auto result = check(bytes, name, rules_, options);
    if (auto const* error = std::get_if<ReadError>(&result)) {
      ADD_FAILURE() << name << ": " << error->message_en;
      return {};
    }
    return std::get<Checked>(std::move(result));
  }

 private:
  RuleSet rules_ = builtin_rules();
};

// The bytes that the letters of UTF-8 text were taken from; what was no byte stays.
std::string latin1(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) out += static_cast<char>(next_code_point(utf8, at));
  return out;
}

// A line each: code, line, the marked bytes as UTF-8 (or what `bytes` makes of them).
template <class Bytes>
std::string findings(Checked const& checked, Bytes const& bytes) {
  std::string out;
  for (auto const& d : checked.diagnostics) {
    auto const range = checked.document.map.to_source(d.span);
    auto const marked = std::string_view(checked.document.source).substr(range.begin, range.end - range.begin);
    out += fmt::format("{} {} {}: {}\n", d.code, checked.document.position(range.begin).line, bytes(marked), d.message);
  }
  return out;
}

TEST_F(LegacySamples, InWindows1258HaveTheSameFindingsAndOneMore) {
  for (auto const& [name, text] : samples()) {
    auto const unicode = checked(text, name);
    auto old = checked(stored_in(CodePage::windows1258, text), name);
    ASSERT_EQ(old.document.encoding, Encoding::windows1258) << name;
    EXPECT_EQ(std::erase_if(old.diagnostics, [](Diagnostic const& d) { return d.code == "CT304"; }), 1U) << name;
    EXPECT_EQ(findings(old, [](auto bytes) { return test::decoded(CodePage::windows1258, bytes); }),
              findings(unicode, [](auto bytes) { return std::string(bytes); }))
        << name;
  }
}

// But for what hangs on the case of single letters: TCVN3 has no capitals with tones.
TEST_F(LegacySamples, InTcvn3HaveTheSameFindingsAndOneMore) {
  for (auto const& [name, text] : samples()) {
    auto const unicode = checked(text, name);
    auto old = checked(misread(stored_in(CodePage::tcvn3, text)), name);
    EXPECT_EQ(std::erase_if(old.diagnostics, [](Diagnostic const& d) { return d.code == "CT305"; }), 1U) << name;
    EXPECT_EQ(findings(old, [](std::string_view marked) { return to_lower(test::decoded(CodePage::tcvn3, latin1(marked))); }),
              findings(unicode, [](std::string_view marked) { return to_lower(marked); }))
        << name;
  }
}

TEST_F(LegacySamples, InVniHaveTheSameFindingsAndOneMore) {
  for (auto const& [name, text] : samples()) {
    auto const unicode = checked(text, name);
    auto const stored = stored_in(CodePage::vni, text);
    for (auto const& bytes : {stored, misread(stored)}) {
      auto old = checked(bytes, name);
      ASSERT_FALSE(old.document.font_texts.empty()) << name;
      EXPECT_EQ(std::erase_if(old.diagnostics, [](Diagnostic const& d) { return d.code == "CT305"; }), 1U) << name;
      auto const as_utf8 = [&](std::string_view marked) {
        return test::decoded(CodePage::vni, bytes == stored ? std::string(marked) : latin1(marked));
      };
      EXPECT_EQ(findings(old, as_utf8), findings(unicode, [](auto marked) { return std::string(marked); })) << name;
    }
  }
}

}  // namespace
}  // namespace vanthu
