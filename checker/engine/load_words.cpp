// What a rule says and where: messages, clause, related place, fix.
#include "engine/rule_loader.hpp"
#include "engine/suggest.hpp"

namespace vanthu {

// --- Messages -----------------------------------------------------------------------------------------------------------------------

void RuleLoader::words() {
  if (auto const* message = needed("message"))
    words_of(*message, "message", rule_.message);
  else
    right_in_base();
  auto const* why = given("why");
  if (why == nullptr) return;
  auto const texts = languages(*why, "why");
  if (texts.vi != nullptr) rule_.why.vi = keep(texts.vi->string);
  if (texts.en != nullptr) rule_.why.en = keep(texts.en->string);
}

// Where a rule is changed, one language may be enough: the other one stays.
Localized<TomlValue const*> RuleLoader::languages(TomlValue const& value, std::string_view what) {
  if (change_) return any_language(file_, value, what);
  return both_languages(file_, value, what).value_or(Localized<TomlValue const*>{});
}

void RuleLoader::words_of(TomlValue const& value, std::string_view what, Localized<Template>& out) {
  auto const texts = languages(value, what);
  if (texts.vi == nullptr && texts.en == nullptr) return;
  auto const before = problem_count_;
  if (texts.vi != nullptr) out.vi = template_of(*texts.vi);
  if (texts.en != nullptr) out.en = template_of(*texts.en);
  if (problem_count_ != before || !scope_known_) return;
  if ((texts.vi == nullptr && out.vi.empty()) || (texts.en == nullptr && out.en.empty())) {
    file_.report(value, say("thiếu {}.{}", "{}.{} is missing", what, texts.vi == nullptr ? "vi" : "en"));
    return;
  }
  only_in(out.vi, out.en, texts.vi != nullptr ? *texts.vi : *texts.en, what, "vi", texts.vi != nullptr);
  only_in(out.en, out.vi, texts.en != nullptr ? *texts.en : *texts.vi, what, "en", texts.en != nullptr);
}

// Phrases that were changed, and the message not.
void RuleLoader::right_in_base() {
  if (!change_ || rule_.form != Form::phrases || all_have_right_) return;
  auto const& parts = rule_.message.vi;
  if (std::none_of(parts.begin(), parts.end(), [](auto const& p) { return p.kind == PartKind::argument && p.text == "right"; })) return;
  for (auto const& [key, value] : table_.entries)
    if (key.name == "phrases" || key.name == "add_phrases")
      file_.report(key,
                   say("lời báo của {} có {{right}}, nhưng có cụm từ không có \"right\"",
                       "the message of {} has {{right}}, which not every phrase gives", code_.name),
                   say("thêm \"right\" cho mọi cụm từ, hoặc thay lời báo", "give each phrase \"right\", or the rule another message"));
}

// `given`: `value` is the text of this language; else it is the other one's, and this one stands in the rule that is changed.
void RuleLoader::only_in(Template const& here, Template const& there, TomlValue const& value, std::string_view what,
                         std::string_view language, bool given) {
  for (auto const& part : here) {
    if (part.kind == PartKind::text) continue;
    auto const same = [&](TemplatePart const& other) { return other.kind != PartKind::text && other.text == part.text; };
    if (std::any_of(there.begin(), there.end(), same)) continue;
    if (!given) {
      file_.report(value,
                   say("{{{}}} chỉ có trong {}.{} của quy tắc được thay đổi", "{{{}}} stands only in {}.{} of the rule that is changed",
                       part.text, what, language),
                   say("viết cả {}.{}", "give {}.{} too", what, language));
      continue;
    }
    auto const at = static_cast<std::uint32_t>(std::min(value.string.find(fmt::format("{{{}}}", part.text)), value.string.size()));
    file_.report(value, TextProblem{{at, at + static_cast<std::uint32_t>(part.text.size()) + 2},
                                    say("{{{}}} chỉ có trong {}.{}", "{{{}}} stands only in {}.{}", part.text, what, language),
                                    say("hai thứ tiếng có cùng các chỗ điền", "both languages have the same placeholders")});
  }
}

Template RuleLoader::template_of(TomlValue const& value) {
  std::vector<TextProblem> problems;
  auto out = compile_template(value.string, scope_, builder_, problems, file_.say());
  report_all(value, problems);
  if (rule_.form == Form::phrases && !all_have_right_)
    for (auto const& part : out)
      if (part.kind == PartKind::argument && part.text == "right") {
        auto const at = static_cast<std::uint32_t>(value.string.find("{right}"));
        file_.report(value, TextProblem{{at, at + 7},
                                        say("không phải cụm từ nào của quy tắc này cũng có \"right\"",
                                            "not every phrase of this rule has \"right\""),
                                        {}});
      }
  return out;
}

// --- Clause -------------------------------------------------------------------------------------------------------------------------

void RuleLoader::basis() {
  auto const* value = given("basis");
  if (value == nullptr) return;
  auto const& key = value->string;
  auto const colon = std::min(key.find(':'), key.size());
  auto const source_key = std::string_view(key).substr(0, colon);
  std::vector<std::string_view> known;
  for (auto const& source : builder_.data.sources) known.push_back(source.key);
  auto const source =
      std::find_if(builder_.data.sources.begin(), builder_.data.sources.end(), [&](auto const& s) { return s.key == source_key; });
  if (source == builder_.data.sources.end()) {
    file_.report(*value, TextProblem{{0, static_cast<std::uint32_t>(colon)},
                                     say("không có nguồn \"{}\"", "there is no source \"{}\"", source_key),
                                     suggest(source_key, known)});
    return;
  }
  rule_.basis = {keep(key), source->title, {}, source->force};
  if (colon == key.size()) return;
  auto const clause_key = std::string_view(key).substr(colon + 1);
  known.clear();
  for (auto const& clause : source->clauses) {
    known.push_back(clause.key);
    if (clause.key != clause_key) continue;
    rule_.basis.clause = clause.text;
    rule_.basis.force = clause.force;
    return;
  }
  file_.report(*value,
               TextProblem{{static_cast<std::uint32_t>(colon + 1), static_cast<std::uint32_t>(key.size())},
                           say("nguồn \"{}\" không có điều khoản \"{}\"", "source \"{}\" has no clause \"{}\"", source_key, clause_key),
                           suggest(clause_key, known)});
}

// --- Related place and fix ----------------------------------------------------------------------------------------------------------

void RuleLoader::related() {
  auto const* value = given("related");
  if (value == nullptr) return;
  bool const placed = rule_.form == Form::condition;
  file_.check_keys(*value, names_of(keys_of(Shape::related), flag_of(rule_.form)),
                   placed ? "\"related\"" : say("\"related\" của quy tắc không có \"on\"", "\"related\" of a rule without \"on\""));
  if (auto const* message = inside(*value, Shape::related, "message"))
    words_of(*message, "message", rule_.related.message);
  else if (value->find("message") == nullptr && rule_.related.message.vi.empty())
    file_.report(*value, say("\"related\" phải có \"message\"", "\"related\" needs \"message\""));
  if (!placed) return;
  if (auto const* at = inside(*value, Shape::related, "at"))
    rule_.related.at = place(*at);
  else if (value->find("at") == nullptr && rule_.related.at.kind == PlaceKind::none)
    file_.report(*value, say("\"related\" phải có \"at\"", "\"related\" needs \"at\""));
}

void RuleLoader::fix() {
  auto const* value = given("fix");
  if (value == nullptr) return;
  bool const edits = rule_.form == Form::condition;
  file_.check_keys(*value, names_of(keys_of(Shape::fix), flag_of(rule_.form)),
                   edits ? "\"fix\"" : say("\"fix\" của quy tắc không có \"on\"", "\"fix\" of a rule without \"on\""));
  fix_class(*value);
  if (auto const* title = inside(*value, Shape::fix, "title")) words_of(*title, "title", rule_.fix.title);
  if (edits) fix_edit(*value);
}

// Only a fix that touches nothing but form can be safe, and what an override changes never becomes mere form.
void RuleLoader::fix_class(TomlValue const& fix) {
  auto const class_name = [&] { return choices(Choice::touches)[static_cast<std::size_t>(rule_.fix.touches) - 1]; };
  auto const* safety = inside(fix, Shape::fix, "safety");
  auto const* touches = inside(fix, Shape::fix, "touches");
  if (safety != nullptr)
    if (auto const index = choice(*safety, Choice::safety)) rule_.fix.safety = static_cast<Safety>(*index);
  if (touches != nullptr) {
    auto const index = choice(*touches, Choice::touches);
    if (!index) return;
    auto const given = static_cast<Touches>(*index + 1);
    if (given == Touches::form && rule_.fix.touches > Touches::form)
      return file_.report(*touches, say("cách sửa của {} đụng đến \"{}\", không bao giờ chỉ là hình thức",
                                        "the fix of {} touches a {}, which is never mere form", code_.name, class_name()));
    rule_.fix.touches = given;
  }
  auto const* at = safety != nullptr ? safety : touches;
  if (at == nullptr || rule_.fix.safety != Safety::safe || rule_.fix.touches == Touches::form) return;
  if (rule_.fix.touches == Touches::unstated)
    file_.report(*at, say("cách sửa an toàn phải ghi nó đụng đến gì", "a safe fix says what it touches"),
                 say("touches = \"form\"; cách sửa đổi tên gọi hay viện dẫn thì ghi \"review\"",
                     "touches = \"form\"; a fix that changes names or references is for \"review\""));
  else
    file_.report(*at, say("cách sửa đụng đến \"{}\" không bao giờ an toàn", "a fix that touches a {} is never safe", class_name()),
                 "safety = \"review\"");
}

void RuleLoader::fix_edit(TomlValue const& fix) {
  constexpr std::pair<std::string_view, FixAction> actions[] = {
      {"replace", FixAction::replace}, {"insert_before", FixAction::insert_before}, {"insert_after", FixAction::insert_after}};
  auto const one_of_them = say("đúng một trong \"replace\", \"insert_before\", \"insert_after\"",
                               "exactly one of \"replace\", \"insert_before\", \"insert_after\"");
  auto const had_action = rule_.fix.action != FixAction::none;
  auto places = 0;
  for (auto const& [key, value] : fix.entries)
    for (auto const& [name, action] : actions) {
      if (key.name != name) continue;
      if (++places > 1) file_.report(key, say("cách sửa chỉ có một chỗ", "a fix has one place"), one_of_them);
      rule_.fix.action = action;
      if (file_.is(value, TomlKind::string, name)) rule_.fix.at = place(value);
    }
  if (rule_.fix.action == FixAction::none) file_.report(fix, say("cách sửa phải có chỗ sửa", "a fix needs a place"), one_of_them);
  if (auto const* with = inside(fix, Shape::fix, "with"))
    rule_.fix.with = template_of(*with);
  else if (fix.find("with") == nullptr && !had_action)
    file_.report(fix, say("cách sửa phải có \"with\"", "a fix needs \"with\""), say("with = '' là bỏ đi", "with = '' takes text out"));
}

Place RuleLoader::place(TomlValue const& value) {
  auto const& name = value.string;
  if (name == "text") return {PlaceKind::whole, 0};
  if (name == "start") return {PlaceKind::start, 0};
  if (name == "end") return {PlaceKind::end, 0};
  if (!scope_known_) return {};
  std::vector<std::string_view> known = {"text", "start", "end"};
  constexpr std::string_view prefix = "document.";
  if (name.starts_with(prefix)) {
    auto const rest = std::string_view(name).substr(prefix.size());
    if (auto const kind = component_kind(rest)) return {PlaceKind::component, static_cast<std::uint8_t>(*kind)};
    known.clear();
    for (std::size_t i = 0; is_component(static_cast<NodeKind>(i)); ++i) known.push_back(node_defs()[i].name);
    file_.report(value, TextProblem{{prefix.size(), static_cast<std::uint32_t>(name.size())},
                                    say("không có thành phần \"{}\"", "there is no component \"{}\"", rest),
                                    suggest(rest, known)});
    return {};
  }
  auto const& def = node_def(rule_.on);
  std::vector<std::string_view> parts(def.parts.begin(), def.parts.end());
  if (is_component(rule_.on))
    for (auto const& field : def.fields) parts.push_back(field.name);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i] == name) return {PlaceKind::part, static_cast<std::uint8_t>(i)};
  known.insert(known.end(), parts.begin(), parts.end());
  file_.report(value, say("{} không có chỗ \"{}\"", "{} has no place \"{}\"", def.name, name), suggest(name, known));
  return {};
}

}  // namespace vanthu
