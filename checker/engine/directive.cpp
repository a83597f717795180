#include "engine/directive.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f'; }

// Digits of the whole text; nothing when it holds anything else.
std::optional<int> number(std::string_view text) {
  int out = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
  return out;
}

// "31/12/2026"
std::optional<Date> vietnamese_date(std::string_view text) {
  auto const first = text.find('/');
  auto const second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  auto const day = number(text.substr(0, first)), month = number(text.substr(first + 1, second - first - 1)),
             year = number(text.substr(second + 1));
  if (!day || !month || !year) return std::nullopt;
  Date const date{*year, *month, *day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<Date> complete_date(std::string_view text) {
  auto const date = text.find('/') == std::string_view::npos ? parse_iso_date(text) : vietnamese_date(text);
  return date && date->complete() && date->year >= 1000 ? date : std::nullopt;
}

class DirectiveParser {
 public:
  explicit DirectiveParser(std::string_view text) : text_(text) {}

  ParsedDirective parse() {
    if (!verb()) return wrong(DirectiveProblem::form, word());
    do
      if (!code()) return std::move(out_);
    while (take(","));
    if (keyword({"until"}) || keyword({"đến"})) {
      out_.until_span = up_to_colon();
      out_.until = complete_date(slice(text_, out_.until_span));
      if (!out_.until) return wrong(DirectiveProblem::date, out_.until_span);
    }
    if (at_ == text_.size()) return wrong(DirectiveProblem::reason, {end(), end()});
    if (!take(":")) return wrong(DirectiveProblem::form, word());
    skip_blanks();
    if (at_ == text_.size()) return wrong(DirectiveProblem::reason, {end(), end()});
    out_.reason = text_.substr(at_);
    return std::move(out_);
  }

 private:
  bool verb() {
    if (keyword({"bỏ", "qua"})) {
      out_.whole_file = keyword({"cả", "tệp"});
      return true;
    }
    out_.whole_file = keyword({"allow-file"});
    return out_.whole_file || keyword({"allow"});
  }

  bool code() {
    auto const found = word();
    auto const name = slice(text_, found);
    auto const fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    if (name.empty() || !std::all_of(name.begin(), name.end(), fits)) {
      wrong(DirectiveProblem::code, found);
      return false;
    }
    out_.codes.push_back({std::string(name), found});
    at_ = found.end;
    skip_blanks();
    return true;
  }

  // The word that stands next; a comma and a colon end it.
  Span word() {
    skip_blanks();
    auto end_of_word = at_;
    while (end_of_word < text_.size() && !is_space(text_[end_of_word]) && text_[end_of_word] != ',' && text_[end_of_word] != ':')
      ++end_of_word;
    return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end_of_word)};
  }

  // Moves past the words, in any letter case, when all stand next.
  bool keyword(std::initializer_list<std::string_view> words) {
    auto const begin = at_;
    for (auto const expected : words) {
      auto const found = word();
      if (to_lower(slice(text_, found)) != expected) {
        at_ = begin;
        return false;
      }
      at_ = found.end;
    }
    skip_blanks();
    return true;
  }

  Span up_to_colon() {
    auto const begin = at_;
    at_ = std::min(text_.find(':', at_), text_.size());
    auto last = at_;
    while (last > begin && is_space(text_[last - 1])) --last;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
  }

  bool take(std::string_view mark) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  std::uint32_t end() const { return static_cast<std::uint32_t>(text_.size()); }

  ParsedDirective wrong(DirectiveProblem problem, Span span) {
    out_.problem = problem;
    out_.problem_span = span;
    return out_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ParsedDirective out_;
};

}  // namespace

ParsedDirective parse_directive(std::string_view text) { return DirectiveParser(text).parse(); }

}  // namespace vanthu
