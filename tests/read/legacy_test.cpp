// Documents in encodings from before Unicode: read, or named.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "engine/builtin.hpp"
#include "support/code_page.hpp"
#include "support/document.hpp"
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
    EXPECT_EQ(document.font_encoding, std::nullopt);
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

TEST(Legacy, BytesOfTcvn3AndVniAreNamed) {
  auto const message = [](CodePage page) {
    auto const result = read(stored_in(page, announcement), "a.txt");
    auto const* error = std::get_if<ReadError>(&result);
    return error ? error->kind + ": " + error->message_en : "";
  };
  EXPECT_EQ(message(CodePage::tcvn3),
            "legacy-encoding: the file is in the TCVN3 (ABC) encoding, not in Unicode; convert it to Unicode (UTF-8) and check again");
  EXPECT_EQ(message(CodePage::vni),
            "legacy-encoding: the file is in the VNI encoding, not in Unicode; convert it to Unicode (UTF-8) and check again");
  EXPECT_EQ(error_kind("C\xE9ng h\xDF"
                       "a x\xB7 h\xE9i ch\xF1 ngh\xDC"
                       "a Vi\xD6t Nam"),
            "legacy-encoding");
  EXPECT_EQ(error_kind("CO\xC4NG HO\xD8"
                       "A XA\xD5 HO\xC4I CHU\xDB NGH\xD3"
                       "A VIE\xC4T NAM"),
            "legacy-encoding");
}

TEST(Legacy, LettersOfOldFontsAreNamed) {
  auto const page = [](std::string_view text) { return read_text(text).font_encoding; };
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
  EXPECT_EQ(read_text("Héi ®ång").font_encoding, std::nullopt);
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
    EXPECT_EQ(read_text(text).font_encoding, std::nullopt) << text;
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
    EXPECT_EQ(read_text(misread(words)).font_encoding, std::nullopt);
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

TEST_F(LegacySamples, InLettersOfOldFontsHaveOneFinding) {
  for (auto const& [name, text] : samples())
    for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
      auto const result = checked(misread(stored_in(page, text)), name);
      ASSERT_EQ(result.diagnostics.size(), 1U) << name;
      EXPECT_EQ(result.diagnostics.front().code, "CT305");
      EXPECT_NE(result.diagnostics.front().message.find(to_string(page)), std::string::npos);
      EXPECT_EQ(result.facts.family, Family::other);
    }
}

}  // namespace
}  // namespace vanthu
